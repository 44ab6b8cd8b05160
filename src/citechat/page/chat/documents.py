"""Documents that a reader adds, and a conversation that he takes away: what happens, without the
components."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from threading import Thread

from ...chat import CiteChat
from ...errors import CiteChatError
from ...export import FORMATS, export
from ...library import Changes
from ..labels import LABELS
from .conversation import Exchange

_BETWEEN_LOOKS = 0.3


def may_add(chat: CiteChat) -> bool:
    """Whether the operator lets readers add documents, and there is a folder to add them to."""
    return chat.settings.add_on_page == "yes" and bool(chat.settings.corpus)


def add_documents(chat: CiteChat, files: Sequence[str], language: str) -> Iterator[str]:
    """Add files, telling how far it is: a line of HTML whenever there is news."""
    labels = LABELS[language]
    work = _Adding(chat, files)
    work.start()
    yield _line(labels["adding"])
    while work.is_alive():
        work.join(_BETWEEN_LOOKS)
        done, total = work.counted
        if total:
            yield _line(labels["adding_passages"].format(done=done, total=total))
    if work.failure:
        yield _line(labels["adding_failed"].format(reason=work.failure))
        return
    yield _outcome(work.changes, language)


def _outcome(changes: Changes, language: str) -> str:
    labels = LABELS[language]
    comma = "、" if language == "zh" else ", "
    names = comma.join((*changes.added, *changes.changed))
    lines = [labels["adding_done"].format(names=names) if names else labels["adding_nothing"]]
    lines += [labels["adding_failed"].format(reason=reason) for reason in changes.skipped]
    return "".join(map(_line, lines))


def _line(text: str) -> str:
    return f'<p class="status" role="status">{escape(text)}</p>'


class _Adding(Thread):
    """Adds in a thread of its own, so that the page can tell how far it is."""

    def __init__(self, chat: CiteChat, files: Sequence[str]) -> None:
        super().__init__(daemon=True)
        self._chat, self._files = chat, files
        self.counted = (0, 0)
        self.failure = ""
        self.changes = Changes()

    def run(self) -> None:
        try:
            self.changes = self._chat.add(*map(Path, self._files), progress=self._count)
        except CiteChatError as error:
            self.failure = str(error)

    def _count(self, done: int, total: int) -> None:
        self.counted = (done, total)


def exported(exchanges: Sequence[Exchange], to: str) -> str:
    """The answers of a conversation as a file for page.js to save, as JSON; empty for a format that
    there is not. Raises MissingExtraError.
    """
    if to not in FORMATS:
        return ""
    answers = [exchange.answer for exchange in exchanges if exchange.answer]
    written = export(answers, to)
    data = written if isinstance(written, bytes) else written.encode()
    file = FORMATS[to]
    return json.dumps(
        {
            "name": f"citechat{file.suffix}",
            "type": file.media_type,
            "data": b64encode(data).decode(),
        }
    )
