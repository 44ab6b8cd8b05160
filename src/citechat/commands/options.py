"""What the commands share: the application itself, the options that several of them take, and the
chat that these ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .. import Settings, __version__
from .output import print_text, progress_bar

if TYPE_CHECKING:
    from .. import CiteChat


app = typer.Typer(
    help="Question answering that can prove what it says.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a fault of ours keeps Python's own traceback
)


def _setting_option(name: str, *declarations: str, metavar: str) -> Any:
    """An option that takes the place of a setting, and says of it what ``Settings`` says."""
    meaning = str(Settings.model_fields[name].description).replace("`", "")
    return typer.Option(*declarations, metavar=metavar, help=f"{meaning} (CITECHAT_{name.upper()})")


Corpus = Annotated[
    list[str] | None,
    typer.Option(
        "--corpus", metavar="FOLDER", help="folder of documents, may be repeated (CITECHAT_CORPUS)"
    ),
]
IndexDir = Annotated[str | None, _setting_option("index_dir", "--index-dir", metavar="FOLDER")]
Llm = Annotated[str | None, _setting_option("llm", "--llm", metavar="PROVIDER:MODEL")]
Json = Annotated[bool, typer.Option("--json", help="print JSON")]
Within = Annotated[
    list[str] | None,
    typer.Option("--within", metavar="ID", help="answer from this document alone; may be repeated"),
]
Question = Annotated[str, typer.Argument(help="in English, German or Chinese", show_default=False)]


def _print_version(asked: bool) -> None:
    if asked:
        print_text(__version__)
        raise typer.Exit


@app.callback()
def _citechat(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="print the version"),
    ] = False,
) -> None:
    pass


def open_chat(
    corpus: Sequence[str] | None,
    index_dir: str | None,
    llm: str | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> CiteChat:
    """The chat that a command's options ask for; the environment says the rest."""
    from .. import CiteChat

    settings = Settings.from_env(corpus=corpus or None, index_dir=index_dir, llm=llm)
    return CiteChat(settings, progress=progress or progress_bar())
