"""Spoken German in the words that documents use."""

from __future__ import annotations

import pytest

from citechat.question.plain_german import plain_german


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("Was muss man für die Fähre hinlegen?", "Was muss man für die Fähre zahlen?"),
        ("Hat Norden mehr Investorengelder bekommen?", "Hat Norden mehr Geld bekommen?"),
        ("Nach was wird entschieden, wer fährt?", "wonach wird entschieden, wer fährt?"),
        ("Wieso ist Norden so ein guter Platz?", "Wieso ist Norden ein guter Standort?"),
        ("Wie viele Landkreise hat Norden?", "Wie viele Kreise hat Norden?"),
        ("wie viele leute arbeiten bei zhipu", "Wie viele Mitarbeiter hat zhipu"),
        ("Wann war die allererste Messe?", "Wann war die erste Messe?"),
        ("Wer hat bei Anker das Sagen?", "Wer ist der Chef von Anker?"),
        ("Was hat Anker hingeblättert?", "Was hat Anker bezahlt?"),
        ("Wer nutzt Programme, die schreiben oder malen?", "Wer nutzt generative KI?"),
        ("Wann entstand Anker?", "Wann wurde Anker gegründet?"),
        ("Seit wann existiert Anker?", "seit wann gibt es Anker?"),
        ("gründungsjahr anker", "In welchem Jahr wurde anker gegründet"),
        ("Wann ging Anker an den Start?", "Wann wurde Anker gegründet?"),
        ("wer is eig der boss von Anker", "wer ist der Chef von Anker"),
        ("KI-Firmenanzahl Norden", "Anzahl KI-Firmen Norden"),
        ("Worin liegt Nordens Stärke?", "Was ist Nordens Vorteil?"),
        ("Was ist Nordens größte Stärke?", "Was ist Nordens Vorteil?"),
        ("Stärken von Norden", "Vorteile von Norden"),
        ("Könnten Sie mir bitte sagen, wem die Mühle gehört?", "wem die Mühle gehört?"),
        ("Mich würde mal interessieren, wo Anker sitzt", "wo Anker sitzt"),
        ("Was hat Anker 2024 umgesetzt?", "Was hat Anker 2024 an Umsatz erzielt?"),
        ("Wie viel Miese machte Anker?", "Wie viel Verlust machte Anker?"),
        ("wo kommt Anker her", "Woher kommt Anker"),
        ("Wo stehen Serverfarmen?", "Wo stehen Rechenzentren?"),
        ("Wer hat Anker aufgezogen?", "Wer hat Anker gegründet?"),
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
        "Erklär mir die Mühle und wem sie gehört",
        "Können Sie die Firmen vergleichen?",
        "Wer hat die Pläne umgesetzt?",
    ],
)
def test_what_is_plain_stays_as_it_is(question: str) -> None:
    assert plain_german(question) == question


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("norden werbekosten 2022", "norden werbekosten werbe kosten 2022"),
        ("bootspreis norden", "bootspreis boot preis norden"),
        ("kosten norden", "kosten norden"),
        ("Wie hoch sind die Baukosten?", "Wie hoch sind die Baukosten?"),
    ],
)
def test_key_words_get_the_parts_of_what_is_counted_of_a_thing(question, plain):
    assert plain_german(question) == plain
