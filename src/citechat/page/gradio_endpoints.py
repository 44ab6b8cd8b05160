"""The tools as endpoints that gradio's own clients find and call, through its queue.

A plain POST to them is answered by ``net.program_endpoints``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

import gradio as gr
from gradio.events import api

from .. import tools as programs
from ..chat import CiteChat
from ..errors import CiteChatError

_log = logging.getLogger(__name__)
_UNFORESEEN = "an unforeseen fault; the server's log has more"


def expose(chat: CiteChat) -> None:
    """Add the endpoints to the page that is being built."""
    for tool in programs.tools(chat):
        api(_with_plain_errors(tool), api_name=tool.__name__)


def _with_plain_errors(tool: Callable[..., Any]) -> Callable[..., Any]:
    """``tool``, whose errors reach the program as their one line."""

    @wraps(tool)
    def call(*arguments: Any) -> Any:
        try:
            return programs.call(tool, arguments)
        except CiteChatError as error:
            raise gr.Error(str(error), print_exception=False) from error
        except Exception as error:
            _log.exception("an unforeseen fault")
            raise gr.Error(_UNFORESEEN, print_exception=False) from error

    return call
