"""The words of talk, and the classes that they are of."""

from __future__ import annotations

import pytest

from citechat.language.talk_words import classes_of


@pytest.mark.parametrize(
    "text", ["thanks mate", "谢谢你", "Wie funktionierst du?", "merci, bye 再见"]
)
def test_a_text_of_nothing_but_talk_has_classes(text):
    classes = classes_of(text)

    assert classes
    assert any(classes)


@pytest.mark.parametrize(
    "text", ["thanks Shenzhen", "机器狗是谁做的", "Wie funktioniert der Kompressor?"]
)
def test_one_other_word_makes_it_no_talk(text):
    assert classes_of(text) is None


def test_a_misspelt_word_counts_as_the_one_that_was_meant():
    assert classes_of("hwo can you hepl") == classes_of("how can you help")
    assert classes_of("are you relaible") == classes_of("are you reliable")


def test_a_contraction_denies():
    *_, last = classes_of("you didn't answer") or []

    assert "answer" in last
    assert any("not" in classes for classes in classes_of("you didn't answer") or [])
