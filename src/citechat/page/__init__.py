"""The chat in a browser. The only package that knows gradio, imported when a page is launched; no logic of its own."""

from __future__ import annotations

from typing import Any

from citechat_ingest import corpus_files

from ..chat import CiteChat
from ..errors import CiteChatError
from ..index.building import corpus_roots
from .chat.conversation import backends
from .startup.quick_import import quick_gradio_import
from .startup.warming import Warming

__all__ = ["Warming", "launch"]

_READERS_AT_ONCE = 8


def launch(
    chat: CiteChat,
    host: str = "127.0.0.1",
    port: int = 7860,
    open_browser: bool = False,
    block: bool = True,
    warming: Warming | None = None,
) -> Any:
    """Serve the page, print its address, and open the index behind it. Returns the gradio app.

    ``warming`` is what ``chat`` reports its progress to. Raises CiteChatError when the port is taken or there is no
    corpus, and, while it blocks, when the index cannot be opened.
    """
    corpus_files(corpus_roots(chat.settings))  # a missing corpus shows before the page does
    warming = warming or Warming()
    page = _serve(chat, warming, host, port, open_browser)
    print(f"citechat is at http://{host}:{port}", flush=True)
    warming.start(chat)
    if block:
        warming.wait()
        if warming.failure:
            page.close(verbose=False)
            raise warming.failure
        page.block_thread()
    return page


def _serve(chat: CiteChat, warming: Warming, host: str, port: int, open_browser: bool) -> Any:
    with quick_gradio_import():
        import gradio as gr
        from starlette.middleware import Middleware

        from .app import build_page
        from .startup.first_paint import FirstPaint
    page = build_page(chat, warming, backends(chat))
    page.queue(default_concurrency_limit=_READERS_AT_ONCE)
    paper = {"body_background_fill": "#fbfaf7", "body_background_fill_dark": "#15171a"}
    theme = gr.themes.Base(
        font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]
    ).set(**paper)
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
            app_kwargs={"middleware": [Middleware(FirstPaint)]},
        )
    except OSError as error:
        raise CiteChatError(
            f"port {port} of {host} cannot be used ({error}); give another with --port"
        ) from error
    return page
