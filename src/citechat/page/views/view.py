"""What a view of the page is to the page around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr
from gradio.components import Component


@dataclass(frozen=True)
class View:
    """Components that stand already in the page, and what fills them: interface language → one value each.

    ``dress`` may wait for the index; building a view never does.
    """

    outputs: list[Component]
    dress: Callable[[str], tuple[Any, ...]]


def waiting(lines: int = 9) -> gr.HTML:
    """A place for HTML, with a skeleton of some lines until there is any. Without gradio's own styles for prose."""
    bars = "<i></i>" * lines
    return gr.HTML(
        f'<div class="lines" aria-hidden="true">{bars}</div>' if lines else "",
        apply_default_css=False,
    )
