"""What somebody who is named, or only described, thinks: the sentence that tells it."""

from __future__ import annotations

import pytest

from citechat.plans.names.somebodys_opinion import statements
from quoting import findings_of, quote_of, quoted

WARNS = "Ada Holm warns that the lamp of Norden is too weak."
SEEN = "Ada Holm saw the lamp of Norden in 1906."


def answer(question, *texts, language="en"):
    quotes = [quote_of(text, language=language) for text in texts]
    return quoted(statements(findings_of(question, *quotes, language=language)))


@pytest.mark.parametrize(
    ("question", "told", "language"),
    [
        ("What does Ada Holm warn of?", WARNS, "en"),
        ("What are Ada Holm's worries about the lamp?", WARNS, "en"),
        ("What does Ada Holm recommend?", "Ada Holm calls for a new lamp.", "en"),
        ("What does Ada Holm criticise?", "Ada Holm doubts the count.", "en"),
        ("What does Ada Holm expect?", "Ada Holm expects more ships.", "en"),
        ("What is Ada Holm's view of the lamp?", "In the view of Ada Holm the lamp is weak.", "en"),
        ("How does Ada Holm see the lamp?", "Ada Holm calls the lamp weak.", "en"),
        ("Wie sieht Ada Holm die Lampe?", "Ada Holm nennt die Lampe schwach.", "de"),
        ("Wovor warnt Ada Holm?", "Ada Holm warnt vor der Lampe.", "de"),
        ("Was rät Ada Holm?", "Ada Holm plädiert für eine neue Lampe.", "de"),
        ("霍尔姆担心什么？", "霍尔姆提醒，灯太弱。", "zh"),
        ("霍尔姆有什么建议？", "霍尔姆主张换一盏灯。", "zh"),
        ("What do observers fear?", "Observers warn of storms.", "en"),
    ],
)
def test_the_sentence_that_tells_such_a_view_answers(question, told, language):
    assert answer(question, SEEN, told, language=language) == [told]


@pytest.mark.parametrize(
    "question",
    [
        "When did Ada Holm see the lamp?",
        "What does Norden expect?",
        "What does Ada Holm warn Southam of?",
        "What does Ada Holm think of horses and carriages?",
    ],
)
def test_nothing_is_said_for_anybody_else_or_of_anything_else(question):
    assert answer(question, SEEN, WARNS) == []


def test_what_only_sets_the_article_beside_it_is_no_view():
    beside = "The article praises the lamp; Ada Holm warns of it."

    assert answer("What does Ada Holm warn of?", beside) == []
