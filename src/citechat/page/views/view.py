"""What a view of the page is to the page around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr
from gradio.components import Component


@dataclass(frozen=True)
class View:
    """Components that stand already in the page, and what fills them.

    ``render`` takes the language of the page and gives one value for each of ``outputs``. It may
    wait for the index; building a view never does.
    """

    outputs: list[Component]
    render: Callable[[str], tuple[Any, ...]]


def placeholder(lines: int = 9) -> gr.HTML:
    """A place for HTML, with a skeleton of some lines until there is any.

    Without gradio's own styles for prose.
    """
    bars = "<i></i>" * lines
    skeleton = f'<div class="lines" aria-hidden="true">{bars}</div>' if lines else ""
    return gr.HTML(skeleton, apply_default_css=False)


def picked_field(name: str, render: Callable[[str], str], output: gr.HTML) -> None:
    """A hidden field in which views.js writes what a reader picks; ``render`` fills ``output``."""
    field = gr.Textbox(elem_id=name, visible="hidden")
    field.change(render, field, output, show_progress="hidden", api_visibility="private")
