"""The page: which components there are, and which event calls which function. No logic of its own.

A mark, an example question or a language is a plain HTML button; page.js hands its click to a hidden field, and
Python renders. The conversation lives in the reader's browser and comes along with every question.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import gradio as gr

from citechat_ingest import read_questions

from ..chat import CiteChat
from ..errors import CiteChatError
from ..index.building import corpus_roots
from . import api, render
from .chat.conversation import Exchange, converse, for_browser, from_browser
from .chat.conversation_html import conversation
from .chat.feedback import record
from .chat.source_pane import nothing_open, open_place
from .startup.warming import Warming
from .views import article, audit, figures
from .views.view import View
from .words import WORDS, browser_language

_KEPT_AS = "citechat-conversation"
_QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def build_page(chat: CiteChat, warming: Warming, backends: Mapping[str, CiteChat]) -> gr.Blocks:
    """The page over ``chat``. Opens no index: the page is there before it."""
    page = gr.Blocks(title="citechat", fill_width=True, analytics_enabled=False)
    with page:
        _Frame(page, chat, warming, backends)
        api.expose(chat)
    return page


class _Frame:
    """The components by name, and what happens to them."""

    def __init__(
        self, page: gr.Blocks, chat: CiteChat, warming: Warming, backends: Mapping[str, CiteChat]
    ) -> None:
        self.page = page
        self.chat, self.warming, self.backends = chat, warming, backends
        self.questions = read_questions(corpus_roots(chat.settings))
        self.folder = Path(chat.settings.feedback_dir) if chat.settings.feedback_dir else None
        self._lay_out()
        self._wire()

    # What there is

    def _lay_out(self) -> None:
        self.language = gr.State("")
        self.kept = gr.BrowserState([], storage_key=_KEPT_AS, secret=_KEPT_AS)
        # What page.js writes: a place to open, a question with what to do with it, a language, a reader's opinion.
        fields = (
            gr.Textbox(elem_id=name, visible="hidden")
            for name in ("address", "asked", "chosen", "opinion")
        )
        self.address, self.asked, self.chosen, self.opinion = fields
        self.clock = gr.Timer(1, active=False)
        self.masthead = gr.HTML(elem_id="masthead", apply_default_css=False)
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="views"):
                self._lay_out_chat()
                built = {name: self._lay_out_view(name, build) for name, build in _BUILDERS.items()}
            with gr.Column(elem_id="side"):
                self.source = gr.HTML(elem_id="source", apply_default_css=False)
        self.views = {name: view for name, view in built.items() if view}

    def _lay_out_chat(self) -> None:
        with gr.Column(elem_id="view-chat", elem_classes="view"):
            self.past = gr.HTML(elem_id="past", apply_default_css=False)
            self.newest = gr.HTML(elem_id="newest", apply_default_css=False)
            with gr.Column(elem_id="composer"):
                self.status = gr.HTML(elem_id="status", apply_default_css=False)
                with gr.Row(elem_id="question-row"):
                    self.question = gr.Textbox(
                        show_label=False, elem_id="question", max_lines=6, container=False
                    )
                    self.send = gr.Button(elem_id="send", variant="primary", min_width=0)
                    self.stop = gr.Button(elem_id="stop", min_width=0)
                with gr.Row(elem_id="question-tools"):
                    names = list(self.backends)
                    self.backend = gr.Dropdown(
                        names,
                        value=names[0],
                        visible=len(names) > 1,
                        elem_id="backend",
                        container=False,
                    )
                    self.clear = gr.Button(elem_id="clear", size="sm", min_width=0)
                    self.download = gr.Button(elem_id="download", size="sm", min_width=0)

    def _lay_out_view(self, name: str, build: Any) -> View | None:
        with gr.Column(elem_id=f"view-{name}", elem_classes="view"):
            view: View | None = build(self.chat)
        return view

    # What happens

    def _wire(self) -> None:
        talk = [self.past, self.newest, self.kept]
        asking = {
            "inputs": [self.kept, self.language, self.backend],
            "outputs": [self.question, *talk],
            **_QUIETLY,
        }
        typed = {**asking, "inputs": [self.question, *asking["inputs"]]}
        running: list[Any] = [
            self.question.submit(self._ask, **typed),
            self.send.click(self._ask, **typed),
            self.asked.change(
                self._ask_as_told, **{**asking, "inputs": [self.asked, *asking["inputs"]]}
            ),
        ]
        shown = {"inputs": [self.kept, self.language], "outputs": talk[:2], **_QUIETLY}
        # First cancel, then show what the browser kept: else a late piece of the text would come after it. Not by the
        # queue: its stream closes with the event that is cancelled, and what is shown could be lost with it.
        self.stop.click(None, cancels=running, **_QUIETLY).then(self._talk, **shown, queue=False)
        self.clear.click(
            lambda language: ([], *self._talk([], language)),
            self.language,
            [self.kept, *talk[:2]],
            **_QUIETLY,
        )
        self.opinion.change(
            self._note_opinion, [self.opinion, self.kept, self.language], talk, **_QUIETLY
        )
        self.address.change(self._open, [self.address, self.language], self.source, **_QUIETLY)
        self._wire_language()

    def _wire_language(self) -> None:
        dressed = [
            self.language,
            self.masthead,
            self.question,
            self.send,
            self.stop,
            self.clear,
            self.download,
            self.backend,
        ]
        dressed += [self.status, self.clock, self.source, self.past, self.newest]
        # The page's own memory of the language wins over what the browser asks for.
        remembered = "(chosen, kept, address) => [window.citechat?.rememberedLanguage() ?? '', kept, address]"
        how = {**_QUIETLY, "queue": False}
        greeted = self.page.load(
            self._greet, [self.chosen, self.kept, self.address], dressed, js=remembered, **how
        )
        changed = self.chosen.change(
            self._dress, [self.chosen, self.kept, self.address], dressed, **how
        )
        self.clock.tick(self._look, self.language, [self.status, self.clock], **how)
        for view in self.views.values():
            greeted.then(view.dress, self.language, view.outputs, **_QUIETLY)
            changed.then(view.dress, self.language, view.outputs, **_QUIETLY)

    def _greet(self, chosen: str, kept: Any, address: str, request: gr.Request) -> tuple[Any, ...]:
        return self._dress(
            chosen or browser_language(request.headers.get("accept-language", "")), kept, address
        )

    def _dress(self, chosen: str, kept: Any, address: str) -> tuple[Any, ...]:
        """Everything that has words in it, in the language ``chosen``."""
        language = chosen if chosen in WORDS else "en"
        words = WORDS[language]
        names = [
            (words["backend_extractive"] if name == "extractive" else name, name)
            for name in self.backends
        ]
        return (
            language,
            render.masthead(language, ["chat", *self.views]),
            gr.Textbox(placeholder=words["placeholder"], label=words["question"]),
            *(gr.Button(words[name]) for name in ("send", "stop", "clear", "download")),
            gr.Dropdown(choices=names, label=words["backend"]),
            *self._look(language),
            open_place(self.chat, address, language)
            if address and self.warming.wait(0)
            else nothing_open(language),
            *self._talk(kept, language),
        )

    def _look(self, language: str) -> tuple[str, gr.Timer]:
        """How far the index is, and whether to look again in a second."""
        line = self.warming.line(language)
        return render.status(line), gr.Timer(active=bool(line) and not self.warming.failure)

    def _talk(self, kept: Any, language: str) -> tuple[str, str]:
        return self._shown(from_browser(kept), language)

    def _shown(self, exchanges: tuple[Exchange, ...], language: str) -> tuple[str, str]:
        """The exchanges before the newest, and the newest: only it changes while an answer is written."""
        if not exchanges:
            return render.welcome(
                self.questions, language, shipped=not self.chat.settings.corpus
            ), ""
        *before, newest = exchanges
        feedback = self.folder is not None
        return (
            conversation(before, language, feedback=feedback),
            conversation([newest], language, first=len(before), feedback=feedback, last=True),
        )

    def _ask(
        self, question: str, kept: Any, language: str, backend: str
    ) -> Iterator[tuple[Any, ...]]:
        """Clear the field, then show the exchange as it grows; the browser keeps it as stopped until it is answered."""
        if not question.strip():
            yield gr.skip(), gr.skip(), gr.skip(), gr.skip()
            return
        before = from_browser(kept)
        unanswered = Exchange(question, "stopped", WORDS[language]["stopped"])
        yield (
            "",
            *self._shown((*before, Exchange(question)), language),
            for_browser([*before, unanswered]),
        )
        now = unanswered
        for now in converse(
            self.backends.get(backend, self.chat), question, before, language, self.warming
        ):
            yield gr.skip(), gr.skip(), self._shown((*before, now), language)[1], gr.skip()
        yield gr.skip(), gr.skip(), gr.skip(), for_browser([*before, now])

    def _ask_as_told(
        self, asked: str, kept: Any, language: str, backend: str
    ) -> Iterator[tuple[Any, ...]]:
        """A question that was clicked; ``again`` puts it in the place of the newest exchange."""
        told = json.loads(asked)
        yield from self._ask(
            str(told["question"]), kept[:-1] if told.get("again") else kept, language, backend
        )

    def _open(self, address: str, language: str) -> str:
        return open_place(self.chat, address, language or "en")

    def _note_opinion(self, opinion: str, kept: Any, language: str) -> tuple[Any, ...]:
        said, exchanges = json.loads(opinion), list(from_browser(kept))
        number = int(said["turn"])
        answer = exchanges[number].answer if 0 <= number < len(exchanges) else None
        if self.folder and answer:
            try:
                record(self.folder, answer, said["thumb"], str(said.get("comment", "")))
            except CiteChatError as error:
                raise gr.Error(str(error)) from error
            exchanges[number] = replace(
                exchanges[number], thumb="up" if said["thumb"] == "up" else "down"
            )
        return (*self._shown(tuple(exchanges), language), for_browser(exchanges))


_BUILDERS = {"article": article.build, "audit": audit.build, "figures": figures.build}
