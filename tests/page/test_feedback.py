"""What readers say about answers is kept as JSON lines."""

from __future__ import annotations

import json

import pytest

from citechat import Answer, Citation, CiteChatError
from citechat.page.chat.conversation import Exchange
from citechat.page.chat.feedback import note_opinion, record

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
    exchanges = (Exchange("Stimmt das?", "answered", answer=ANSWER), Exchange("Und?", "stopped"))

    noted = note_opinion(tmp_path, exchanges, '{"turn": 0, "thumb": "down", "comment": "Zu kurz."}')

    assert [exchange.thumb for exchange in noted] == ["down", ""]
    line = json.loads((tmp_path / "feedback.jsonl").read_text(encoding="utf-8"))
    assert (line["thumb"], line["comment"]) == ("down", "Zu kurz.")


@pytest.mark.parametrize("turn", [-1, 1, 7])
def test_an_opinion_about_no_answer_is_not_recorded(tmp_path, turn):
    exchanges = (Exchange("Stimmt das?", "answered", answer=ANSWER), Exchange("Und?", "stopped"))
    opinion = json.dumps({"turn": turn, "thumb": "up"})

    assert note_opinion(tmp_path, exchanges, opinion) == exchanges
    assert not (tmp_path / "feedback.jsonl").exists()
