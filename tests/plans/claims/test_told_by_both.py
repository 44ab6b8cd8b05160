"""What a sentence that sets the article beside others settles by itself."""

from __future__ import annotations

import pytest

from citechat.messages import say
from citechat.plans.claims.yes_or_no import with_yes_or_no
from citechat.plans.statements import Statement, naming
from quoting import findings_of, quote_of


def word(question: str, sentence: str, language: str = "en") -> str:
    findings = findings_of(question, quote_of(sentence, language=language), language=language)
    [told] = with_yes_or_no([Statement(findings.quotes[0])], findings)
    return told.lead


def no(language: str) -> str:
    return naming(say("no", language), language)


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        # the sentence says that the article is wrong
        (
            "Is Norden a free town?",
            "The article also names Norden as a free town, which contradicts the picture.",
            "en",
        ),
        (
            "Ist Norden eine freie Stadt?",
            "Der Artikel nennt Norden eine freie Stadt, was nicht ins Bild passt.",
            "de",
        ),
        ("诺登是自由城市吗？", "文章说诺登是自由城市，而诺登归南城管，与此矛盾。", "zh"),
        # the other part denies as much as the article says
        (
            "Is Norden a free town?",
            "The article says Norden is a free town; Norden was never a free town.",
            "en",
        ),
        ("诺登是自由城市，对吧？", "文章说诺登是自由城市，但诺登并非自由城市。", "zh"),
        # it is asked if anybody confirms it
        (
            "Does any source confirm that Norden is a free town?",
            "By the article, Norden is a free town; no source confirms the free town of Norden.",
            "en",
        ),
        (
            "Bestätigt eine Quelle die freie Stadt Norden?",
            "Dem Artikel zufolge ist Norden eine freie Stadt; keine Quelle bestätigt das.",
            "de",
        ),
    ],
)
def test_a_sentence_that_judges_the_article_settles_what_it_says(question, sentence, language):
    assert word(question, sentence, language) == no(language)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        # another town than the one of which the article is wrong
        (
            "Is Norden a free town?",
            "The article calls Norden a free town, and a town like Southam contradicts the law.",
        ),
        # that nobody confirms it says nothing of the matter itself
        (
            "Is Norden a free town?",
            "By the article, Norden is a free town; no source confirms it.",
        ),
        # the part behind "but" is the article's
        (
            "Is Norden a free town?",
            "Towns were many in the south, but the article has Norden as a free town.",
        ),
        # of the others it is not so
        ("Is Southam a free town?", "Only Norden is a free town, and Southam pays."),
    ],
)
def test_all_else_stays_open(question, sentence):
    assert word(question, sentence) == ""


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("Is Norden a free town?", "Only Norden is a free town.", "en"),
        ("Ist Norden eine freie Stadt?", "Nur Norden ist eine freie Stadt.", "de"),
        ("诺登是自由城市吗？", "只有诺登是自由城市。", "zh"),
        # one name of the question may be left to the heading
        ("霍尔姆去了没？", "霍尔姆也出席了大会。", "zh"),
    ],
)
def test_of_the_only_one_it_is_so_and_a_chinese_question_may_end_with_not(
    question, sentence, language
):
    assert word(question, sentence, language) == naming(say("yes", language), language)
