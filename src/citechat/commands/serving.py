"""``citechat chat``, ``password`` and ``mcp``: what goes on until it is stopped."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import Corpus, IndexDir, Llm, app, open_chat
from .output import end_progress_bars, print_text, progress_bar


@app.command()
def chat(
    host: Annotated[str, typer.Option(help="address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="port to listen on")] = 7860,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="do not open a browser window")
    ] = False,
    llm: Llm = None,
    corpus: Corpus = None,
    index_dir: IndexDir = None,
) -> None:
    """Open the chat in a browser. Ends by SIGTERM with 143 and by SIGINT (Ctrl-C) with 130."""
    from ..stopping import Stopping

    stopping = Stopping(at_end=end_progress_bars)
    from ..logs import write_logs
    from ..page import Startup, launch

    startup = Startup(also=progress_bar())
    opened = open_chat(corpus, index_dir, llm, progress=startup.count)
    write_logs(opened.settings)
    launch(
        opened,
        host=host,
        port=port,
        open_browser=not no_browser,
        startup=startup,
        stopping=stopping,
    )


@app.command()
def password(
    name: Annotated[str, typer.Argument(help="who may log in", show_default=False)],
) -> None:
    """Ask for a password and print the line of the file that CITECHAT_USERS names."""
    from ..page.net.passwords import hashed

    if not name or ":" in name or name != name.strip():
        raise typer.BadParameter("a name has no colon, and no space at its ends")
    given = typer.prompt("password", hide_input=True, confirmation_prompt=True, err=True)
    print_text(f"{name}:{hashed(given)}")


@app.command()
def mcp(corpus: Corpus = None, index_dir: IndexDir = None) -> None:
    """Serve answer, search and document as MCP tools on standard input and output."""
    from ..tools import serve_mcp

    serve_mcp(open_chat(corpus, index_dir))
