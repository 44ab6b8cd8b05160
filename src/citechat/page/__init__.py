"""The chat in a browser. The only package that knows gradio, imported when a page is launched."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..chat import CiteChat
from ..errors import CiteChatError
from ..index.contents import Contents, read_contents
from .chat.conversation import backends
from .startup.startup import Startup

__all__ = ["Startup", "launch"]

_READERS_AT_ONCE = 8


def launch(
    chat: CiteChat,
    host: str = "127.0.0.1",
    port: int = 7860,
    open_browser: bool = False,
    block: bool = True,
    startup: Startup | None = None,
) -> Any:
    """Serve the page, print its address, and open the index behind it. Returns the gradio app.

    ``startup`` is what ``chat`` reports its progress to. Raises CiteChatError when the port is
    taken or there is no corpus, and, while it blocks, when the index cannot be opened.
    """
    contents = read_contents(chat.settings)  # a missing corpus shows before the page does
    startup = startup or Startup()
    page = _serve(chat, startup, contents, host, port, open_browser)
    print(f"citechat is at http://{host}:{port}", flush=True)
    startup.start(chat)
    if block:
        startup.wait()
        if startup.failure:
            page.close(verbose=False)
            raise startup.failure
        page.block_thread()
    return page


def _serve(
    chat: CiteChat, startup: Startup, contents: Contents, host: str, port: int, open_browser: bool
) -> Any:
    with _without_garbage_collection():
        import gradio as gr
        from starlette.middleware import Middleware

        from .app import build_page
        from .request_limit import RequestLimit
        from .startup.first_paint import FirstPaint
    page = build_page(chat, startup, contents, backends(chat))
    page.queue(default_concurrency_limit=_READERS_AT_ONCE)
    theme = gr.themes.Base(
        font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]
    ).set(body_background_fill="#fbfaf7", body_background_fill_dark="#15171a")
    try:
        page.launch(
            server_name=host,
            server_port=port,
            inbrowser=open_browser,
            prevent_thread_lock=True,
            quiet=True,
            theme=theme,
            footer_links=[],
            run_history=False,
            app_kwargs={"middleware": [Middleware(RequestLimit), Middleware(FirstPaint)]},
        )
    except OSError as error:
        reason = f"port {port} of {host} cannot be used ({error})"
        raise CiteChatError(f"{reason}; give another with --port") from error
    return page


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Importing gradio makes many objects, hardly any garbage: 2.1 instead of 2.7 s of work."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
