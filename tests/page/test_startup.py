"""What a reader is told until the page can answer."""

from __future__ import annotations

import pytest

from citechat import CiteChat, CiteChatError
from citechat.page import Warming, launch
from citechat.page.words import WORDS
from citechat.testing import LetterCountEmbedder


def test_it_says_how_far_the_index_is_and_then_nothing(small_chat):
    heard: list[tuple[int, int]] = []
    warming = Warming(also=lambda done, total: heard.append((done, total)))
    assert warming.line("en") == WORDS["en"]["opening"]

    warming.count(2, 5)
    assert "2 of 5 passages" in warming.line("en")
    assert heard == [(2, 5)]

    warming.start(small_chat)
    assert warming.wait(30)
    assert warming.line("en") == ""


def test_a_failure_is_told_to_readers_and_to_who_waits(settings, folder):
    (folder / "bad.txt").write_bytes(b"\xff\xfe\xff")
    warming = Warming()
    warming.start(CiteChat(settings, embedder=LetterCountEmbedder()))

    assert warming.wait(30)
    assert "is not UTF-8" in warming.line("en")


def test_launch_ends_with_the_error_when_the_index_cannot_be_built(settings, folder, unused_port):
    (folder / "bad.txt").write_bytes(b"\xff\xfe\xff")

    with pytest.raises(CiteChatError, match="is not UTF-8"):
        launch(CiteChat(settings, embedder=LetterCountEmbedder()), port=unused_port)


def test_a_taken_port_is_named(small_chat, unused_port):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", unused_port))
        taken.listen()
        with pytest.raises(CiteChatError, match=f"port {unused_port} .* another with --port"):
            launch(small_chat, port=unused_port)
