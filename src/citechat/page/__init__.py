"""The chat in a browser. The only package that knows gradio, imported when a page is launched."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING, Literal

from ..chat import CiteChat
from ..index.contents import Contents, read_contents
from ..stopping import Stopping
from ..tools import tools
from .chat.conversation import backends
from .startup.startup import Startup

if TYPE_CHECKING:
    from .server import Served

__all__ = ["Startup", "launch"]


def launch(
    chat: CiteChat,
    host: str = "127.0.0.1",
    port: int = 7860,
    open_browser: bool = False,
    block: bool = True,
    startup: Startup | None = None,
    stopping: Stopping | None = None,
) -> Served:
    """Serve the page, print its address, and open the index behind it. Returns the served page,
    which ``close()`` ends.

    ``startup`` is what ``chat`` reports its progress to, ``stopping`` what listens for signals.
    While it blocks, SIGTERM and SIGINT end the process: new questions are sent away, those that
    are being answered have three seconds to come to their end.

    Raises CiteChatError when the port is taken or there is no corpus, and, while it blocks, when
    the index cannot be opened.
    """
    contents = read_contents(chat.settings)  # a missing corpus shows before the page does
    startup = startup or Startup()
    page = _Page(chat, startup, contents, host, port)
    print(f"citechat is at {page.address}{' (Ctrl-C ends it)' if block else ''}", flush=True)
    startup.start(chat)
    if open_browser:
        webbrowser.open(page.address)
    if block:
        stopping = stopping or Stopping()
        startup.wait()
        if startup.failure:
            page.served.close()
            raise startup.failure
        stopping.wait()
        page.finish()
        stopping.leave()
    return page.served


class _Page:
    """The page, its counts, and the server that serves both."""

    def __init__(
        self, chat: CiteChat, startup: Startup, contents: Contents, host: str, port: int
    ) -> None:
        from .server import Served, gradio_app, without_garbage_collection

        with without_garbage_collection():
            from .app import build_page
            from .net.metrics import Metrics
            from .net.middleware_stack import door
        self._startup, self._is_ending = startup, False
        self._metrics = Metrics()
        settings = chat.settings
        blocks = build_page(chat, startup, contents, backends(chat), self._metrics)
        inner = gradio_app(blocks, host, port, settings.answers_at_once, settings.answers_waiting)
        app = door(
            inner,
            settings,
            host,
            {tool.__name__: tool for tool in tools(chat)},
            self._metrics,
            self._state,
        )
        self.address = f"http://{f'[{host}]' if ':' in host.strip('[]') else host}:{port}"
        self.served = Served(app, host, port)

    def finish(self) -> None:
        """Take no new questions, finish those that are being answered, close."""
        self._is_ending = True
        self.served.finish(lambda: self._metrics.answers_in_progress > 0)

    def _state(self) -> Literal["ok", "starting", "failed", "ending"]:
        if self._is_ending:
            return "ending"
        if not self._startup.wait(0):
            return "starting"
        return "failed" if self._startup.failure else "ok"
