"""What or who a name without a profile is: the sentences about it."""

from __future__ import annotations

import pytest

from citechat.plans.names.own_sentences import statements
from quoting import findings_of, quote_of, quoted

TOLD = {
    "en": (
        "Southam saw Ada Holm in March.",
        "Ada Holm, keeper of the lamp, came in spring.",
        "Ada Holm counted 20 ships off the northern coast.",
    ),
    "de": (
        "Südheim sah Ada Holm im März.",
        "Ada Holm, die Hüterin der Lampe, kam im Frühling.",
        "Ada Holm zählte 20 Schiffe vor der nördlichen Küste.",
    ),
    "zh": ("南城三月见过霍尔姆。", "霍尔姆是灯塔看守人。", "霍尔姆数了20艘船。"),
}


def told(question, language, *sentences, **more):
    quotes = [quote_of(text, language=language, **more) for text in sentences]
    return quoted(statements(findings_of(question, *quotes, language=language)))


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who is Ada Holm?", "en"),
        ("Ada Holm, never heard of her", "en"),
        ("what kind of woman is Ada Holm", "en"),
        ("Was für eine Frau ist Ada Holm?", "de"),
        ("霍尔姆是什么人物？", "zh"),
        ("Wer ist denn Ada Holm?", "de"),
        ("Was könnt ihr mir über Ada Holm sagen?", "de"),
        ("霍尔姆是谁", "zh"),
        ("说说霍尔姆", "zh"),
    ],
)
def test_first_comes_what_it_is_then_what_it_is_the_subject_of(question, language):
    _, what, further = TOLD[language]

    assert told(question, language, *TOLD[language]) == [what, further]


@pytest.mark.parametrize(
    ("question", "language"),
    [("Who is Ada Holm?", "en"), ("Wer ist Ada Holm?", "de"), ("霍尔姆是谁", "zh")],
)
def test_a_sentence_about_another_is_told_where_there_is_none_else(question, language):
    about_another, *_ = TOLD[language]

    assert told(question, language, about_another) == [about_another]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        pytest.param("Who is the husband of Ada Holm?", "en", id="somebody else"),
        pytest.param("When did Ada Holm come?", "en", id="a time"),
        pytest.param("What is Ada Holm to Norden?", "en", id="two names"),
        pytest.param("Wie viele Schiffe zählte Ada Holm?", "de", id="eine Zahl"),
        pytest.param("Was ist die Lampe von Ada Holm?", "de", id="ein Ding von ihr"),
        pytest.param("霍尔姆的船在哪里", "zh", id="她的船"),
    ],
)
def test_what_asks_for_more_is_none_for_own_sentences(question, language):
    assert told(question, language, *TOLD[language]) == []


def test_nothing_is_told_of_a_name_that_no_sentence_uses():
    assert told("Who is Ada Holm?", "en", "Norden is old.") == []


def test_the_audit_is_not_heard():
    assert told("Who is Ada Holm?", "en", "Ada Holm is old.", role="audit") == []
