"""A Gradio page of your own around a CiteChat, in place of ``citechat chat``.

python examples/gradio_app.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import gradio as gr

from citechat import Answer, CiteChat

chat = CiteChat()


def respond(question: str, history: list[dict[str, Any]]) -> Iterator[str]:
    """The answer as it grows, then with its sources below it; gradio's turns are taken as they are."""
    text = ""
    for item in chat.stream(question, history):
        if isinstance(item, Answer):
            yield item.to_markdown()  # what documents say of themselves is escaped in it
        else:
            text += item
            yield text


page = gr.ChatInterface(
    respond,
    title="Ask the documents",
    examples=["How many AI companies does Beijing have?", "Was sind Rechengutscheine?"],
    api_name="ask",
)

if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 7861
    page.launch(server_name="127.0.0.1", server_port=port)
