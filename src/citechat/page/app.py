"""The page: which components there are, and which event calls which function.

A mark, an example question or a language is a plain HTML button; page.js hands its click to a
hidden field, and Python renders. The conversation lives in the reader's browser and comes along
with every question.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import gradio as gr

from citechat_ingest import SUFFIXES

from ..chat import CiteChat
from ..errors import CiteChatError
from ..index.contents import Contents
from . import gradio_endpoints, html
from .chat.conversation import Exchange, converse, outcome
from .chat.conversation_html import conversation
from .chat.documents import add_documents, exported, may_add
from .chat.feedback import note_opinion
from .chat.kept_in_browser import for_browser, from_browser, sealed
from .chat.source_pane import nothing_open, open_place
from .labels import LABELS, browser_language, known_language
from .net.metrics import Metrics
from .startup.startup import Startup
from .views import article, audit, figures
from .views.view import View

_KEPT_AS = "citechat-conversation"
_QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
# What is done at once does not go through the queue: gradio closes the queue's stream with the last
# event that is under way, and what is sent at that very moment would never be answered.
_AT_ONCE: dict[str, Any] = {**_QUIETLY, "queue": False}
# A question that is sent when the last answer is shown, but not yet kept, waits for its turn: by
# gradio's own choice ("once") it would be lost without a word.
_IN_TURN: dict[str, Any] = {**_QUIETLY, "trigger_mode": "always_last"}
# What the page remembers of its language wins over what the browser asks for.
_REMEMBERED = (
    "(chosen, kept, address) => [window.citechat?.rememberedLanguage() ?? '', kept, address]"
)


_SAVE = "(file) => { if (file) window.citechat.save(JSON.parse(file)); }"


def build_page(
    chat: CiteChat,
    startup: Startup,
    contents: Contents,
    backends: Mapping[str, CiteChat],
    metrics: Metrics | None = None,
) -> gr.Blocks:
    """The page over ``chat``. Opens no index: the page is there before it."""
    blocks = gr.Blocks(title="citechat", fill_width=True, analytics_enabled=False)
    with blocks:
        _Page(blocks, chat, startup, contents, backends, metrics or Metrics())
        gradio_endpoints.expose(chat)
    return blocks


def _view_builders(contents: Contents) -> dict[str, Callable[[CiteChat], View]]:
    """The views beside the chat that this corpus can fill."""
    builders: dict[str, Callable[[CiteChat], View]] = {}
    if contents.has_article:
        builders["article"] = article.build
    if contents.has_audit:
        builders["audit"] = audit.build
    if contents.has_figures:
        builders["figures"] = figures.build
    return builders


class _Page:
    """The components by name, and what happens to them."""

    def __init__(
        self,
        blocks: gr.Blocks,
        chat: CiteChat,
        startup: Startup,
        contents: Contents,
        backends: Mapping[str, CiteChat],
        metrics: Metrics,
    ) -> None:
        self.metrics = metrics
        self.blocks = blocks
        self.chat, self.startup, self.backends = chat, startup, backends
        self.questions = contents.questions
        folder = chat.settings.feedback_dir
        self.feedback_folder = Path(folder) if folder else None
        self._lay_out(_view_builders(contents))
        self._wire_conversation()
        self._wire_language()

    # What there is

    def _lay_out(self, builders: Mapping[str, Callable[[CiteChat], View]]) -> None:
        # In the browser, as all else: a server that has been restarted knows nothing of its tabs.
        self.language = _hidden_field("language")
        self.kept = gr.BrowserState([], storage_key=_KEPT_AS, secret=_KEPT_AS)
        # What page.js writes: a place to open, a question with what to do with it, a language, a
        # reader's opinion.
        self.address = _hidden_field("address")
        self.asked = _hidden_field("asked")
        self.chosen = _hidden_field("chosen")
        self.opinion = _hidden_field("opinion")
        self.clock = gr.Timer(1, active=False)
        self.masthead = gr.HTML(elem_id="masthead", apply_default_css=False)
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="views"):
                self._lay_out_chat()
                self.views = {name: self._lay_out_view(name, builders[name]) for name in builders}
            with gr.Column(elem_id="side"):
                self.source = gr.HTML(elem_id="source", apply_default_css=False)

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
                    self.format = gr.Dropdown(
                        [""], value="", elem_id="format", container=False, min_width=0
                    )
                self._lay_out_adding()

    def _lay_out_adding(self) -> None:
        """Where the operator allows it: a place to drop files, and how far it is with them."""
        self.exported = _hidden_field("exported")
        if may_add(self.chat):
            self.dropped = gr.File(
                elem_id="dropped", file_count="multiple", file_types=list(SUFFIXES), height=140
            )
            self.adding = gr.HTML(elem_id="adding", apply_default_css=False)

    def _lay_out_view(self, name: str, build: Callable[[CiteChat], View]) -> View:
        with gr.Column(elem_id=f"view-{name}", elem_classes="view"):
            return build(self.chat)

    # What happens: asking

    def _wire_conversation(self) -> None:
        context = [self.kept, self.language, self.backend]
        shown = [self.past, self.newest]
        grown = [self.question, *shown, self.kept]
        typed = [self.question, *context]
        clicked = [self.asked, *context]
        running: list[Any] = [
            self.question.submit(self._ask, typed, grown, **_IN_TURN),
            self.send.click(self._ask, typed, grown, **_IN_TURN),
            self.asked.change(self._ask_clicked, clicked, grown, **_QUIETLY),
        ]
        # First cancel, then show what the browser kept: else a late piece of the text would come
        # after it.
        stopped = self.stop.click(None, cancels=running, **_QUIETLY)
        stopped.then(self._render_conversation, [self.kept, self.language], shown, **_AT_ONCE)
        self.clear.click(self._clear, self.language, [self.kept, *shown], **_AT_ONCE)
        opinion = [self.opinion, self.kept, self.language]
        self.opinion.change(self._note_opinion, opinion, [*shown, self.kept], **_AT_ONCE)
        self.address.change(self._open, [self.address, self.language], self.source, **_AT_ONCE)
        wanted = [self.format, self.kept]
        chosen = self.format.input(self._export, wanted, [self.format, self.exported], **_AT_ONCE)
        chosen.then(None, self.exported, None, js=_SAVE, **_QUIETLY)
        if may_add(self.chat):
            dropped, told = [self.dropped, self.language], [self.dropped, self.adding]
            self.dropped.upload(self._add, dropped, told, **_QUIETLY)

    def _ask(
        self, question: str, kept: Any, language: str, backend: str
    ) -> Iterator[tuple[Any, ...]]:
        """Clear the field, then show the exchange as it grows.

        The browser keeps it as stopped until it is answered. Yields values for the field, the
        exchanges before, the newest one, and what the browser keeps.
        """
        if not (question or "").strip():
            yield gr.skip(), gr.skip(), gr.skip(), gr.skip()
            return
        language, before = known_language(language), from_browser(kept)
        newest = Exchange(question, "stopped", LABELS[language]["stopped"])
        waiting = self._render((*before, Exchange(question)), language)
        yield "", *waiting, for_browser([*before, newest])
        chat = self.backends.get(backend, self.chat)
        with self.metrics.answering() as progress:
            for newest in converse(chat, question, before, language, self.startup):
                progress.outcome = outcome(newest)
                grown = self._render_newest(newest, len(before), language)
                yield gr.skip(), gr.skip(), grown, gr.skip()
        kept = for_browser([*before, sealed(newest, self.feedback_folder)])
        yield gr.skip(), gr.skip(), gr.skip(), kept

    def _ask_clicked(
        self, request: str, kept: Any, language: str, backend: str
    ) -> Iterator[tuple[Any, ...]]:
        """A question that was clicked; ``again`` puts it in the place of the newest exchange."""
        try:
            clicked = json.loads(request)
            question, again = str(clicked["question"]), bool(clicked.get("again"))
        except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
            question, again = "", False  # nothing that page.js wrote
        before = kept[:-1] if again and isinstance(kept, list) else kept
        yield from self._ask(question, before, language, backend)

    def _clear(self, language: str) -> tuple[Any, ...]:
        return [], *self._render((), known_language(language))

    def _render_conversation(self, kept: Any, language: str) -> tuple[str, str]:
        return self._render(from_browser(kept), known_language(language))

    def _render(self, exchanges: tuple[Exchange, ...], language: str) -> tuple[str, str]:
        """The exchanges before the newest, and the newest: only it changes while it is written."""
        if not exchanges:
            shipped = not self.chat.settings.corpus
            return html.welcome(self.questions, language, shipped), ""
        *before, newest = exchanges
        past = conversation(before, language, feedback=self.feedback_folder is not None)
        return past, self._render_newest(newest, len(before), language)

    def _render_newest(self, newest: Exchange, place: int, language: str) -> str:
        feedback = self.feedback_folder is not None
        return conversation([newest], language, first=place, feedback=feedback, last=True)

    def _export(self, to: str, kept: Any) -> tuple[str, str]:
        """The choice goes back to none, and the file to the script that saves it."""
        try:
            return "", exported(from_browser(kept), to)
        except CiteChatError as error:
            raise gr.Error(str(error)) from error

    def _add(self, files: list[str] | None, language: str) -> Iterator[tuple[Any, str]]:
        for line in add_documents(self.chat, files or (), known_language(language)):
            yield gr.skip(), line
        yield None, line

    def _open(self, address: str, language: str) -> str:
        return open_place(self.chat, address or "", known_language(language))

    def _note_opinion(self, opinion: str, kept: Any, language: str) -> tuple[Any, ...]:
        language, exchanges = known_language(language), from_browser(kept)
        if self.feedback_folder:
            try:
                exchanges = note_opinion(self.feedback_folder, exchanges, opinion)
            except CiteChatError as error:
                raise gr.Error(str(error)) from error
        return *self._render(exchanges, language), for_browser(exchanges)

    # What happens: the language of the page

    def _wire_language(self) -> None:
        worded = [self.language, self.masthead, self.question, self.send, self.stop, self.clear]
        worded += [self.download, self.backend, self.status, self.clock, self.source]
        worded += [self.past, self.newest, self.format]
        worded += [self.dropped] if may_add(self.chat) else []
        inputs = [self.chosen, self.kept, self.address]
        loaded = self.blocks.load(self._on_load, inputs, worded, js=_REMEMBERED, **_AT_ONCE)
        changed = self.chosen.change(self._label_page, inputs, worded, **_AT_ONCE)
        status = [self.status, self.clock]
        self.clock.tick(self._poll_status, self.language, status, **_AT_ONCE)
        for view in self.views.values():
            render = _in_known_language(view.render)
            loaded.then(render, self.language, view.outputs, **_AT_ONCE)
            changed.then(render, self.language, view.outputs, **_AT_ONCE)

    def _on_load(
        self, chosen: str, kept: Any, address: str, request: gr.Request
    ) -> tuple[Any, ...]:
        wanted = request.headers.get("accept-language", "")
        return self._label_page(chosen or browser_language(wanted), kept, address)

    def _label_page(self, chosen: str, kept: Any, address: str) -> tuple[Any, ...]:
        """Everything that has words in it, in the language ``chosen``."""
        language = known_language(chosen)
        labels = LABELS[language]
        names = {name: name for name in self.backends}
        if "extractive" in names:
            names["extractive"] = labels["backend_extractive"]
        choices = [(shown, name) for name, shown in names.items()]
        is_ready = self.startup.wait(0)
        source = open_place(self.chat, address, language) if address and is_ready else ""
        return (
            language,
            html.masthead(language, ["chat", *self.views]),
            gr.Textbox(placeholder=labels["placeholder"], label=labels["question"]),
            gr.Button(labels["send"]),
            gr.Button(labels["stop"]),
            gr.Button(labels["clear"]),
            gr.Button(labels["download"]),
            gr.Dropdown(choices=choices, label=labels["backend"]),
            *self._poll_status(language),
            source or nothing_open(language),
            *self._render_conversation(kept, language),
            gr.Dropdown(format_choices(language), value="", label=labels["export"]),
            *([gr.File(label=labels["add"])] if may_add(self.chat) else []),
        )

    def _poll_status(self, language: str) -> tuple[str, gr.Timer]:
        """How far the index is, and whether to look again in a second."""
        line = self.startup.status_line(known_language(language))
        return html.status(line), gr.Timer(active=bool(line) and not self.startup.failure)


def _in_known_language(
    render: Callable[[str], tuple[Any, ...]],
) -> Callable[[str], tuple[Any, ...]]:
    return lambda language: render(known_language(language))


def format_choices(language: str) -> list[tuple[str, str]]:
    """What a conversation can be saved as, under the name of the choice itself."""
    labels = LABELS[language]
    names = [(labels[f"export_{name}"], name) for name in ("html", "docx", "bibtex", "csl")]
    return [(labels["export"], ""), *names]


def _hidden_field(name: str) -> gr.Textbox:
    """A field that a script writes and no reader sees."""
    return gr.Textbox(elem_id=name, visible="hidden")
