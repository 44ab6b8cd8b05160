"""The command line: ``citechat ask | search | index | add | remove | list | … | chat | mcp``, a
module for each sort.

The only package that knows typer and rich. What a command needs is imported when it runs, so that
``--help`` and completion answer at once.
"""

from __future__ import annotations

# In this order the commands are listed by ``--help``.
from . import asking, documents, evaluating, auditing, serving  # isort: skip
from .options import app
from .output import end_progress_bars

__all__ = ["app", "asking", "auditing", "documents", "end_progress_bars", "evaluating", "serving"]
