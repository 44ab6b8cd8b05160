"""The web server behind the page: uvicorn in a thread of its own, gradio behind the door.

gradio's own launch would do, but for the door: it adds its name to each response, believes what
anybody says for a proxy, and leaves answers unfinished when it ends.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from ..errors import CiteChatError

if TYPE_CHECKING:
    from .net.asgi import App

# Seconds: for answers to be finished, and then for connections to close; together under five.
_TO_FINISH = 3.0
_TO_CLOSE = 1
# Seconds between two looks whether the server has started, or is still at work.
_BETWEEN_LOOKS = 0.02
# Events that may wait: a page that opens sends a handful at once.
_EVENTS_PER_QUESTION = 8


class Served:
    """A page that is being served."""

    def __init__(self, app: App, host: str, port: int) -> None:
        """Raises CiteChatError when the port is taken."""
        import uvicorn

        listening = _listen(host, port)
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,  # net/client_identity.py knows whom to believe
            ws="none",
            lifespan="on",
            timeout_graceful_shutdown=_TO_CLOSE,
        )
        self._server = uvicorn.Server(config)
        self._thread = Thread(
            target=self._server.run, args=([listening],), daemon=True, name="citechat-server"
        )
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            sleep(_BETWEEN_LOOKS)

    def finish(self, is_busy: Callable[[], bool]) -> None:
        """Wait until nothing is being answered, but not for long; then close."""
        deadline = monotonic() + _TO_FINISH
        while is_busy() and monotonic() < deadline:
            sleep(_BETWEEN_LOOKS)
        self.close()

    def close(self, verbose: bool = False) -> None:  # noqa: ARG002  # as gradio's own
        """End it; connections that stay open are cut after a second."""
        self._server.should_exit = True
        self._thread.join(_TO_CLOSE + 1)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host.strip("[]"), port))
        listening.listen(socket.SOMAXCONN)
    except (OSError, OverflowError) as error:
        listening.close()
        reason = f"port {port} of {host} cannot be used ({error})"
        raise CiteChatError(f"{reason}; give another with --port") from error
    return listening


def gradio_app(blocks: Any, host: str, port: int, at_once: int, waiting: int) -> App:
    """gradio's own ASGI application around ``blocks``."""
    import gradio as gr
    from fastapi import FastAPI
    from starlette.middleware import Middleware

    from .net.public_config import PublicConfig
    from .net.reasons import Reasons
    from .startup.first_paint import FirstPaint

    theme = gr.themes.Base(
        font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]
    ).set(body_background_fill="#fbfaf7", body_background_fill_dark="#15171a")
    # gradio keeps 10,000 events for the monitor that is not let through, and sums them all up after
    # each one, by pandas.
    os.environ.setdefault("GRADIO_ANALYTICS_MAX_EVENTS", "1")
    os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", str(sys.maxsize))
    blocks.queue(
        default_concurrency_limit=at_once,
        max_size=(at_once + waiting) * _EVENTS_PER_QUESTION,
        api_open=False,  # what works long is called through the queue alone
    )
    around = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    # Within gradio's application, since it compresses what comes out.
    inner = [Middleware(Reasons), Middleware(PublicConfig), Middleware(FirstPaint)]
    app: Any = gr.mount_gradio_app(
        around,
        blocks,
        path="/",
        server_name=host,
        server_port=port,
        app_kwargs={"middleware": inner},
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        theme=theme,
    )
    return app  # type: ignore[no-any-return]


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Importing gradio makes many objects, hardly any garbage: 2.1 instead of 2.7 s of work."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
