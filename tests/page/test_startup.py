"""What a reader is told until the page can answer."""

from __future__ import annotations

import pytest

from citechat import CiteChat, CiteChatError
from citechat.page import Startup, launch
from citechat.page.labels import LABELS
from citechat.testing import LetterCountEmbedder


def test_it_says_how_far_the_index_is_and_then_nothing(small_chat):
    heard: list[tuple[int, int]] = []
    startup = Startup(also=lambda done, total: heard.append((done, total)))
    assert startup.status_line("en") == LABELS["en"]["opening"]

    startup.count(2, 5)
    assert "2 of 5 passages" in startup.status_line("en")
    assert heard == [(2, 5)]

    startup.start(small_chat)
    assert startup.wait(30)
    assert startup.status_line("en") == ""


@pytest.fixture
def broken_chat(settings, folder):
    """A chat whose index cannot be built: a file stands where its folder should be."""
    given = settings.with_changes(index_dir=folder / "hafen.txt")
    return CiteChat(given, embedder=LetterCountEmbedder())


def test_a_failure_is_told_to_readers_and_to_who_waits(broken_chat):
    startup = Startup()
    startup.start(broken_chat)

    assert startup.wait(30)
    assert "cannot be written" in startup.status_line("en")


def test_launch_ends_with_the_error_when_the_index_cannot_be_built(broken_chat, unused_port):
    with pytest.raises(CiteChatError, match="cannot be written"):
        launch(broken_chat, port=unused_port)


def test_a_taken_port_is_named(small_chat, unused_port):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", unused_port))
        taken.listen()
        with pytest.raises(CiteChatError, match=f"port {unused_port} .* another with --port"):
            launch(small_chat, port=unused_port)
