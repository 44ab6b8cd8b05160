"""What readers say about answers is kept as JSON lines."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from citechat import Answer, Citation, CiteChatError
from citechat.page.chat.conversation import Exchange
from citechat.page.chat.feedback import note_opinion, record
from citechat.page.chat.kept_in_browser import for_browser, from_browser, is_sealed, sealed

ANSWER = Answer(
    "Ja. [1]",
    True,
    "de",
    (Citation(1, "a", "de", "A", "", "", "", "Ja.", 0, 3),),
    question="Stimmt das?",
)


def test_each_opinion_is_a_line(tmp_path):
    record(tmp_path / "said", ANSWER, "up")
    record(tmp_path / "said", ANSWER, "down", " Zu\nkurz. ")

    first, second = map(
        json.loads, (tmp_path / "said" / "feedback.jsonl").read_text(encoding="utf-8").splitlines()
    )
    assert (first["thumb"], first["comment"]) == ("up", "")
    assert (second["thumb"], second["comment"], second["question"]) == (
        "down",
        "Zu\nkurz.",
        "Stimmt das?",
    )
    assert second["citations"] == ["?doc=a&lang=de&at=0-3"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(CiteChatError, match="feedback cannot be written"):
        record(tmp_path / "file", ANSWER, "up")


def test_an_opinion_marks_the_exchange_it_is_about(tmp_path):
    given = sealed(Exchange("Stimmt das?", "answered", answer=ANSWER), tmp_path)
    exchanges = from_browser(for_browser((given, Exchange("Und?", "stopped"))))

    noted = note_opinion(tmp_path, exchanges, '{"turn": 0, "thumb": "down", "comment": "Zu kurz."}')

    assert [exchange.thumb for exchange in noted] == ["down", ""]
    line = json.loads((tmp_path / "feedback.jsonl").read_text(encoding="utf-8"))
    assert (line["thumb"], line["comment"]) == ("down", "Zu kurz.")


@pytest.mark.parametrize("turn", [-1, 1, 7])
def test_an_opinion_about_no_answer_is_not_recorded(tmp_path, turn):
    given = sealed(Exchange("Stimmt das?", "answered", answer=ANSWER), tmp_path)
    exchanges = (given, Exchange("Und?", "stopped"))
    opinion = json.dumps({"turn": turn, "thumb": "up"})

    assert note_opinion(tmp_path, exchanges, opinion) == exchanges
    assert not (tmp_path / "feedback.jsonl").exists()


FORGERIES = {
    "another text": {"text": "Nein. [1]"},
    "a huge question": {"question": "x" * 50_000},
    "another writer": {"backend": "openai:gpt-x"},
}


@pytest.mark.parametrize("changes", FORGERIES.values(), ids=FORGERIES)
def test_an_answer_that_was_not_given_here_is_not_recorded(tmp_path, changes):
    """The conversation lies in the reader's browser, where it can be rewritten."""
    given = sealed(Exchange("Stimmt das?", "answered", answer=ANSWER), tmp_path)
    forged = replace(given, answer=replace(ANSWER, **changes))

    for exchange in (forged, replace(given, seal=""), replace(given, question="Und das?")):
        assert note_opinion(tmp_path, (exchange,), '{"turn": 0, "thumb": "up"}') == (exchange,)
    assert not (tmp_path / "feedback.jsonl").exists()


NO_OPINIONS = [
    *("", "[", "[1]", "null", "[" * 50_000, '{"turn": 0}', '{"turn": "x", "thumb": "up"}'),
    *('{"turn": 0, "thumb": "<b>"}', '{"turn": 1e999, "thumb": "up"}'),
]


@pytest.mark.parametrize("opinion", NO_OPINIONS)
def test_an_opinion_that_no_page_wrote_changes_nothing(tmp_path, opinion):
    exchanges = (sealed(Exchange("Stimmt das?", "answered", answer=ANSWER), tmp_path),)

    assert note_opinion(tmp_path, exchanges, opinion) == exchanges
    assert not (tmp_path / "feedback.jsonl").exists()


def test_a_comment_of_any_characters_is_written(tmp_path):
    exchanges = (sealed(Exchange("Stimmt das?", "answered", answer=ANSWER), tmp_path),)

    note_opinion(tmp_path, exchanges, '{"turn": 0, "thumb": "up", "comment": "\\ud83d\\u0000"}')

    assert json.loads((tmp_path / "feedback.jsonl").read_bytes())["thumb"] == "up"


def test_a_seal_holds_in_another_process_and_not_with_another_key(tmp_path):
    given = sealed(Exchange("Stimmt das?", "answered", answer=ANSWER), tmp_path / "one")

    assert is_sealed(given, tmp_path / "one")
    assert not is_sealed(given, tmp_path / "other")
    assert (tmp_path / "one" / ".seal-key").stat().st_mode & 0o077 == 0
