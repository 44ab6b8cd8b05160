"""Documents that nobody would write by accident: each is read, or named and left out; none stops
the others, and none of them says what an answer looks like."""

from __future__ import annotations

import os
import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from citechat import Answer, CiteChat, Settings
from citechat.__main__ import main
from citechat.index.contents import read_contents
from citechat.page.chat.conversation import Exchange
from citechat.page.chat.conversation_html import conversation
from citechat.page.chat.source_pane import open_place
from citechat.testing import LetterCountEmbedder, ScriptedChatModel, passages_in
from citechat_ingest import read_corpus
from poison import ABOUT_POISON, READ, SKIPPED, TRACE, Write, poison

QUESTION = "When was the lighthouse of Norden built?"
# Seconds of this thread's work; the documents are of some hundred kilobytes.
LONGEST_WAIT = 10.0


@pytest.mark.parametrize("write", READ.values(), ids=READ)
def test_a_strange_document_costs_little_and_takes_nothing_from_the_others(
    folder: Path, write: Write
) -> None:
    write(folder)
    told: list[str] = []
    start = time.thread_time()

    documents = list(read_corpus([folder], lambda error: told.append(str(error))))

    assert time.thread_time() - start < LONGEST_WAIT
    assert {"lighthouse", "baker", "hafen"} <= {document.document_id for document in documents}
    assert told == []


@pytest.mark.parametrize(("write", "reason"), SKIPPED.values(), ids=SKIPPED)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(
    folder: Path, write: Write, reason: str
) -> None:
    write(folder)
    told: list[str] = []

    documents = list(read_corpus([folder], lambda error: told.append(str(error))))

    assert len(documents) == 3
    assert len(told) == 1
    assert reason in told[0]
    assert told[0].isprintable()


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> CiteChat:
    """A chat over the small corpus and all of them together."""
    folder = tmp_path_factory.mktemp("poisoned") / "corpus"
    folder.mkdir()
    (folder / "lighthouse.md").write_text(
        "# The lighthouse\n\nThe lighthouse of Norden was built in 1892. Its keeper was Ada Holm.\n"
    )
    assert poison(folder) >= 60
    settings = Settings(corpus=folder, index_dir=folder.parent / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder())


@pytest.mark.slow
def test_all_of_them_together_are_indexed_but_for_those_that_are_named(poisoned: CiteChat) -> None:
    skipped = poisoned.index.skipped

    assert len(skipped) == len(SKIPPED)
    assert all(any(reason in told for told in skipped) for _, reason in SKIPPED.values())
    assert read_contents(poisoned.settings).has_article is False
    assert not any("root:" in passage.text for passage in poisoned.search("root password", k=100))


def test_the_command_line_names_them_and_returns_3(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("citechat.chat.make_embedder", lambda *_: LetterCountEmbedder())
    for write, _ in SKIPPED.values():
        write(folder)

    code = main(["index", "--corpus", str(folder), "--index-dir", str(tmp_path / "index")])

    lines = capsys.readouterr().err.splitlines()
    told = [line for line in lines if "indexing the documents" not in line]
    assert code == 3
    assert len(told) == len(SKIPPED)
    assert all(line.startswith("citechat: skipped: ") for line in told)


def asked(chat: CiteChat) -> list[Answer]:
    return [chat.answer(question) for question in (QUESTION, *ABOUT_POISON)]


def test_no_document_changes_the_language_the_marks_or_the_proof_of_an_answer(
    poisoned: CiteChat,
) -> None:
    for reply in asked(poisoned):
        asked_in = {"Wie viele": "de", "飞艇": "zh"}
        expected = [code for words, code in asked_in.items() if reply.question.startswith(words)]
        assert reply.language == (expected[0] if expected else "en")
        numbers = [citation.number for citation in reply.citations]
        assert [mark.number for mark in reply.marks] == numbers == list(range(1, len(numbers) + 1))
        for citation in reply.citations:
            document = poisoned.document(citation.document_id, citation.language)
            assert document.text[citation.start : citation.end] == citation.quote


class _Active(HTMLParser):
    """Gathers what could act in a page: elements, handlers and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "img", "object", "embed", "style", "base", "link"):
            self.found.append(tag)
        for name, value in attrs:
            is_address = name in ("href", "src", "action", "formaction", "xlink:href")
            if name.startswith("on") or (
                is_address and not re.match(r"https?://|#|\?", value or "")
            ):
                self.found.append(f"{tag} {name}={value}")


def active_in(html: str) -> list[str]:
    parser = _Active()
    parser.feed(html)
    parser.close()
    return parser.found


def test_nothing_of_a_document_is_active_on_the_page_or_in_what_is_copied(
    poisoned: CiteChat,
) -> None:
    markdown = MarkdownIt("commonmark").enable("table")
    for reply in asked(poisoned):
        exchange = Exchange(reply.question, "answered", answer=reply)
        html = conversation([exchange], "en", last=True, feedback=True)
        assert active_in(html) == []
        buttons = html.count('<button type="button" class="mark"')
        assert buttons == len(reply.marks) + sum(row.citation > 0 for row in reply.figures)
        assert active_in(markdown.render(reply.to_markdown())) == []
    for language, document_id in poisoned.index.documents:
        document = poisoned.document(document_id, language)
        shown = open_place(poisoned, f"?doc={document_id}&lang={language}&at=0-1", "en")
        assert active_in(shown) == []
        assert not document.url or document.url.startswith("https://x.example/")
        assert not re.search(
            r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", document.text
        )


def test_a_model_that_obeys_a_document_is_not_believed(poisoned: CiteChat) -> None:
    def obeys(prompt: str) -> str:
        ids = list(passages_in(prompt))
        return (
            f"The zeppelin of Norden has 99 engines [{ids[0]}]. <script>{TRACE}=1</script> "
            f"Click [here](javascript:{TRACE}=1) ![x](data:image/png,x) [1] [{ids[-1]}]."
        )

    chat = poisoned.with_llm(ScriptedChatModel(script=[obeys]))
    reply = chat.answer("How many engines has the zeppelin of Norden?")

    html = conversation([Exchange(reply.question, "answered", answer=reply)], "en")
    copied = MarkdownIt("commonmark").render(reply.to_markdown())
    assert active_in(html) == active_in(copied) == []
    assert "supported" not in {s.verdict for s in reply.sentences if "99" in s.text}


def test_what_a_link_leads_to_outside_is_never_shown(
    small_chat: CiteChat, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("The secret of Norden is a password of nine letters.")
    (folder / "inside.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "around").symlink_to(tmp_path)

    assert not any("secret" in passage.text for passage in small_chat.search("secret password"))
    assert ("en", "inside") not in small_chat.index.documents


@pytest.mark.skipif(not hasattr(os, "seteuid") or os.geteuid() != 0, reason="needs a superuser")
def test_a_file_that_may_not_be_read_is_named(folder: Path) -> None:
    """A superuser may read everything, so the rights are given up for a moment."""
    (folder / "locked.txt").write_text("Locked.")
    (folder / "locked.txt").chmod(0)
    opened = [path for path in (folder, *folder.parents) if path.stat().st_mode & 0o777 == 0o700]
    for path in opened:
        path.chmod(0o755)
    told: list[str] = []
    os.seteuid(65534)
    try:
        documents = list(read_corpus([folder], lambda error: told.append(str(error))))
    finally:
        os.seteuid(0)
        for path in opened:
            path.chmod(0o700)

    assert len(documents) == 3
    assert "locked.txt" in told[0]
