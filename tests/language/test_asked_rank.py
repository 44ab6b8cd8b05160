"""Which place of a row a question asks for."""

from __future__ import annotations

import pytest

from citechat.language.asked_rank import MORE, asked_aim, asked_beside, asked_place, without_rank


@pytest.mark.parametrize(
    ("question", "aim", "place"),
    [
        ("Who has the most mills?", "most", 1),
        ("Which town does best in the count of mills?", "most", 1),
        ("Welche Stadt ist bei den Mühlen am besten?", "most", 1),
        ("哪座城市的磨坊最好？", "most", 1),
        ("What is the best way to Norden?", "plain", 1),
        ("Who is runner-up?", "most", 2),
        ("Which town has the third largest mill?", "most", 3),
        ("What happened in the second half of 2020?", "plain", 1),
        ("Which town comes bottom?", "least", 1),
        ("Wer liegt auf Platz zwei?", "most", 2),
        ("Welche Stadt ist 2025 Zweite?", "most", 2),
        ("Was ist der zweite Schritt?", "plain", 1),
        ("Welche ist die viertgrößte Stadt?", "most", 4),
        ("Wer ist Schlusslicht?", "least", 1),
        ("谁排第二？", "most", 2),
        ("谁是老二？", "most", 2),
        ("第二季度有多少？", "plain", 1),
        ("谁垫底？", "least", 1),
        ("倒数第一是谁？", "least", 1),
    ],
)
def test_aim_and_place_are_read(question: str, aim: str, place: int) -> None:
    assert (asked_aim(question), asked_place(question)) == (aim, place)


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("Who is right behind Norden?", 1),
        ("Wer folgt auf Norden?", 1),
        ("Wer steckt hinter Norden?", 0),
        ("诺登后面是谁？", 1),
        ("Which towns are ahead of Norden?", -1),
        ("谁排在诺登前面？", -1),
        ("Is Norden ahead of Southam?", 0),
    ],
)
def test_who_comes_beside_one_is_read(question: str, step: int) -> None:
    assert asked_beside(question) == step


def test_more_is_asked_for_in_every_inflection() -> None:
    assert MORE.search("Wer hat den größeren Anteil?")


def test_the_words_of_a_rank_ask_for_nothing_else() -> None:
    assert without_rank("排第二名的磨坊").split() == ["排", "的磨坊"]
