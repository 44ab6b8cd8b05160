"""Documents that nobody would write by accident: each is read, or named and left out; none stops
the others."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from citechat.index.contents import read_contents

QUESTION = "When was the lighthouse of Norden built?"
# Seconds of this thread's work; the documents are of some hundred kilobytes.
LONGEST_WAIT = 10.0

Write = Callable[[Path], object]


def bomb(levels: int) -> str:
    """Front matter whose last value, written out, has nine to the power of ``levels`` words."""
    lines = ["title: Harmless", "a0: &a0 lol"]
    for level in range(1, levels):
        aliases = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: &a{level} [{aliases}]")
    return "---\n" + "\n".join(lines) + "\n---\n\nThe bomb is a text of one line.\n"


def text(name: str, content: str) -> Write:
    return lambda folder: (folder / name).write_text(content, encoding="utf-8")


def raw(name: bytes, content: bytes) -> Write:
    return lambda folder: Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(content)


def link(name: str, target: str) -> Write:
    return lambda folder: (folder / name).symlink_to(target)


READ: dict[str, Write] = {
    "a YAML bomb": text("bomb.md", bomb(9)),
    "a YAML alias to itself": text("self.md", "---\ntitle: &a [*a]\n---\n\nOne line.\n"),
    "a title of brackets": text("deep.md", f"---\ntitle: {'[' * 3000}\n---\n\nOne line.\n"),
    "a tag of Python": text(
        "tag.md", "---\ntitle: !!python/object/apply:os.getcwd []\n---\n\nX.\n"
    ),
    "a single line": text("line.txt", "The ferry was paid 12 marks a month in 1892. " * 8_000),
    "a line without a stop": text("long.md", "word " * 60_000),
    "a line of stops": text("stops.txt", "." * 200_000),
    "a deep list": text("list.md", "\n".join("  " * n + "- item" for n in range(400))),
    "open brackets": text("open.md", "[" * 20_000 + "\n\nText.\n"),
    "a huge mark": text("mark.md", f"The mark [{'9' * 5_000}] stands here.\n"),
    "NUL and controls": raw(b"nul.txt", b"The pool\0 opens\x01 at\x7f seven.\r\nAnd closes.\r"),
    "a link out of the folder": link("passwd.txt", "/etc/passwd"),
    "a link to nothing": link("gone.txt", "nowhere"),
    "a link to an endless file": link("zero.txt", "/dev/zero"),
}
SKIPPED: dict[str, tuple[Write, str]] = {
    "deep quotes": (text("quotes.md", ">" * 5_000 + " text\n"), "quotes.md: holds no text"),
    "nothing at all": (raw(b"empty.md", b""), "empty.md: is empty"),
    "Cyrillic": (raw(b"old.txt", "Гавань".encode("cp1251")), "old.txt: is in an encoding that"),
    "a broken PDF": (raw(b"broken.pdf", b"%PDF-1.7"), "broken.pdf: is broken"),
    "a twin": (text("lighthouse.txt", "Twin."), 'has the same document id "lighthouse"'),
}


@pytest.mark.parametrize("write", READ.values(), ids=READ)
def test_a_strange_document_costs_little_and_takes_nothing_from_the_others(
    small_chat, folder, write
):
    write(folder)
    start = time.thread_time()

    reply = small_chat.answer(QUESTION)

    assert time.thread_time() - start < LONGEST_WAIT
    assert reply.text == "The lighthouse of Norden was built in 1892. [1]"
    assert small_chat.index.skipped == ()
    assert read_contents(small_chat.settings).has_article is False


@pytest.mark.parametrize(("write", "reason"), SKIPPED.values(), ids=SKIPPED)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_indexed(
    small_chat, folder, write, reason
):
    write(folder)

    assert "1892" in small_chat.answer(QUESTION).text
    (told,) = small_chat.index.skipped
    assert reason in told
    assert "\n" not in told
    assert read_contents(small_chat.settings).has_article is False


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name themselves")
def test_a_name_that_is_not_utf_8_is_named_and_the_others_are_indexed(small_chat, folder):
    raw(b"caf\xe9.md", b"# Cafe\n\nThe cafe opens at nine.\n")(folder)

    assert "1892" in small_chat.answer(QUESTION).text
    assert "has a name that is not UTF-8" in small_chat.index.skipped[0]
    assert small_chat.index.skipped[0].encode("utf-8")


def test_what_a_link_leads_to_outside_is_never_shown(small_chat, folder, tmp_path):
    (tmp_path / "secret.txt").write_text("The secret of Norden is a password of nine letters.")
    (folder / "inside.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "around").symlink_to(tmp_path)

    assert not any("secret" in passage.text for passage in small_chat.search("secret password"))
    assert ("en", "inside") not in small_chat.index.documents


@pytest.mark.skipif(not hasattr(os, "seteuid") or os.geteuid() != 0, reason="needs a superuser")
def test_a_file_that_may_not_be_read_is_named(small_chat, folder):
    """A superuser may read everything, so the rights are given up for a moment."""
    from citechat_ingest import read_corpus

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
