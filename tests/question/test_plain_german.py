"""Spoken German in the words that documents use."""

from __future__ import annotations

import pytest

from citechat.question.plain_german import plain_german


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("wie viele leute arbeiten bei zhipu", "Wie viele Mitarbeiter hat zhipu"),
        ("Wann entstand Anker?", "Wann wurde Anker gegründet?"),
        ("Seit wann gibt es Anker?", "Wann wurde Anker gegründet?"),
        ("seit wann gibts anker", "Wann wurde anker gegründet"),
        ("Seit wann existiert Anker?", "Wann wurde Anker gegründet?"),
        ("Wann ging Anker an den Start?", "Wann wurde Anker gegründet?"),
        ("wer is eig der boss von Anker", "wer ist der Chef von Anker"),
        ("KI-Firmenanzahl Norden", "Anzahl KI-Firmen Norden"),
        ("Worin liegt Nordens Stärke?", "Was ist Nordens Vorteil?"),
        ("Was ist Nordens größte Stärke?", "Was ist Nordens Vorteil?"),
        ("Stärken von Norden", "Vorteile von Norden"),
        ("Sag mal, welche Unis liegen vorn?", "welche Universitäten liegen vorn?"),
    ],
)
def test_spoken_words_give_way_to_written_ones(spoken: str, written: str) -> None:
    assert plain_german(spoken) == written


@pytest.mark.parametrize(
    "question",
    [
        "Wie viele Menschen leben in Peking?",
        "Wann wurde Anker gegründet?",
        "",
        "Kohlekraftwerke",
        "Welche Stärke hat das Seil?",
        "Anzahl der Firmen",
    ],
)
def test_what_is_plain_stays_as_it_is(question: str) -> None:
    assert plain_german(question) == question
