"""The tools as endpoints of the page, over HTTP: ``/answer``, ``/search`` and ``/document``."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import gradio as gr
from gradio.events import api

from ..chat import CiteChat
from ..errors import CiteChatError
from ..tools import tools


def expose(chat: CiteChat) -> None:
    """Add the endpoints to the page that is being built."""
    for tool in tools(chat):
        # Off the queue one POST is enough: no event stream to read, no wait behind the readers.
        api(_with_plain_errors(tool), api_name=tool.__name__, queue=False)


def _with_plain_errors(tool: Callable[..., Any]) -> Callable[..., Any]:
    """``tool``, whose errors reach the program as their one line."""

    @wraps(tool)
    def call(*arguments: Any) -> Any:
        try:
            return tool(*arguments)
        except CiteChatError as error:
            raise gr.Error(str(error), print_exception=False) from error

    return call
