"""The chat in a browser. The only package that knows gradio (imported late, by the chat command); no logic of its own.

A mark or an example question is a plain HTML button; behaviour.js hands its click to a hidden field, and Python renders.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import gradio as gr

from citechat_ingest import LANGUAGES

from ..answers import CiteChat
from ..errors import CiteChatError
from ..values import Answer
from . import render
from .words import LANGUAGE_NAMES, WORDS, browser_language

_HERE = Path(__file__).parent
_READERS_AT_ONCE = 8
Turns = list[tuple[str, Answer | str]]


def launch(chat: CiteChat, host: str = "127.0.0.1", port: int = 7860, open_browser: bool = False, block: bool = True) -> Any:
    """Build the index if need be, then serve the page and print its address. Returns the gradio app."""
    chat.index  # noqa: B018  # an error shows before the page does, and the progress bar in the terminal
    Thread(target=chat.warm_up, daemon=True).start()
    page, how = build_page(chat)
    try:
        page.queue(default_concurrency_limit=_READERS_AT_ONCE)
        page.launch(server_name=host, server_port=port, inbrowser=open_browser, prevent_thread_lock=True, quiet=True, **how)
    except OSError as error:
        raise CiteChatError(f"port {port} of {host} cannot be used ({error}); give another with --port") from error
    print(f"citechat is at http://{host}:{port}", flush=True)
    if block:
        page.block_thread()
    return page


def build_page(chat: CiteChat) -> tuple[gr.Blocks, dict[str, Any]]:
    """The page, and what its ``launch`` needs to look and move as it should."""
    questions = chat.index.questions
    with gr.Blocks(title="citechat", fill_width=True, analytics_enabled=False) as page:
        language, turns = gr.State("en"), gr.State([])
        with gr.Row():
            header = gr.HTML(render.header("en"))
            switch = gr.Radio(
                [(LANGUAGE_NAMES[code], code) for code in LANGUAGES], value="en", show_label=False, scale=0, min_width=280
            )
        with gr.Row():
            with gr.Column(scale=3, min_width=320):
                conversation = gr.HTML(render.conversation([], "en"), elem_id="conversation")
                with gr.Row():
                    question = gr.Textbox(
                        show_label=False, label="Question", elem_id="question", max_lines=6, scale=6, min_width=200
                    )
                    send = gr.Button(elem_id="send", variant="primary", scale=1, min_width=80)
                examples = gr.HTML(render.examples(questions, "en"))
                clear = gr.Button(size="sm", variant="secondary")
            with gr.Column(scale=2, min_width=320):
                source = gr.HTML(render.no_source("en"), elem_id="source")
        address = gr.Textbox(elem_id="address", visible="hidden")

        def dress(chosen: str) -> tuple[Any, ...]:
            words = WORDS[chosen]
            return (
                chosen,
                render.header(chosen),
                gr.Textbox(placeholder=words["placeholder"]),
                gr.Button(words["send"]),
                gr.Button(words["clear"]),
                render.examples(questions, chosen),
                render.no_source(chosen),
            )

        def greet(request: gr.Request) -> tuple[Any, ...]:
            chosen = browser_language(request.headers.get("accept-language", ""))
            return (chosen, *dress(chosen))

        def reply(asked: str, before: Turns, chosen: str) -> Iterator[tuple[str, Turns, str]]:
            for now in converse(chat, asked, before, chosen):
                yield "", now, render.conversation(now, chosen)

        dressed = [language, header, question, send, clear, examples, source]
        page.load(greet, None, [switch, *dressed], show_progress="hidden")
        switch.input(dress, switch, dressed, show_progress="hidden")
        gr.on(
            [send.click, question.submit],
            reply,
            [question, turns, language],
            [question, turns, conversation],
            show_progress="hidden",
        )
        clear.click(
            lambda chosen: ([], render.conversation([], chosen), render.no_source(chosen)),
            language,
            [turns, conversation, source],
        )
        address.change(lambda at, chosen: open_source(chat, at, chosen), [address, language], source, show_progress="hidden")

    theme = gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])
    script = f"<script>{(_HERE / 'behaviour.js').read_text(encoding='utf-8')}</script>"
    return page, {"theme": theme, "css_paths": _HERE / "look.css", "head": script, "run_history": False}


def converse(chat: CiteChat, asked: str, before: Turns, language: str) -> Iterator[Turns]:
    """The conversation with a waiting line, then with the answer; an error becomes a line that says what is wrong."""
    yield [*before, (asked, WORDS[language]["thinking"])]
    history = [turn for question, reply in before for turn in _as_messages(question, reply)]
    try:
        reply: Answer | str = chat.answer(asked, history)
    except CiteChatError as error:
        reply = WORDS[language]["failed"].format(reason=error)
    yield [*before, (asked, reply)]


def _as_messages(question: str, reply: Answer | str) -> list[dict[str, str]]:
    return [{"role": "user", "content": question}, {"role": "assistant", "content": str(reply)}]


def open_source(chat: CiteChat, address: str, language: str) -> str:
    """The source pane for an address ``?doc=…&lang=…&at=start-end``; a bad address leaves the pane empty."""
    query = parse_qs(address.lstrip("?"))
    try:
        document_id, document_language = query["doc"][0], query["lang"][0]
        start, end = map(int, query["at"][0].split("-"))
        document = chat.document(document_id, document_language)
    except (KeyError, ValueError, CiteChatError):
        return render.no_source(language)
    others = [code for code in LANGUAGES if (code, document_id) in chat.index.documents and code != document_language]
    return render.source(document, start, end, [chat.document(document_id, code) for code in others], language)
