"""What the author thinks: looked up without the author, answered by the article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.plans.names.authors_opinion import asked_of_author, statements, without_author
from quoting import findings_of, index_of, quote_of, quoted


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What does the author think of Hebei?", "en"),
        ("In Wu Ting's view, which city leads?", "en"),
        ("How does the article judge Shanghai?", "en"),
        ("Was hält der Autor von Hebei?", "de"),
        ("Wie beurteilt Wu Ting Shanghai?", "de"),
        ("作者怎么看河北？", "zh"),
        ("吴婷认为哪个城市领先？", "zh"),
        ("这篇文章怎么看河北？", "zh"),
        ("作者心目中谁领先？", "zh"),
    ],
)
def test_a_question_for_the_author_s_opinion_is_known(shipped_index, question, language):
    assert asked_of_author(question, shipped_index, language)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What does Liang Wenfeng think of open models?", "en"),
        ("Which city leads?", "en"),
        ("Was hält Liang Wenfeng von offenen Modellen?", "de"),
        ("哪个城市领先？", "zh"),
        ("这篇文章的结论是什么？", "zh"),
        # The conclusion of the whole is a sentence of the documents.
        ("What does Wu Ting conclude?", "en"),
        ("Was ist das Fazit der Autorin?", "de"),
        ("作者最后得出什么结论？", "zh"),
    ],
)
def test_others_opinions_and_plain_questions_are_none(shipped_index, question, language):
    assert not asked_of_author(question, shipped_index, language)


def test_without_an_article_nobody_is_the_author():
    assert not asked_of_author("What does the author think of Norden?", index_of(), "en")


@pytest.mark.parametrize(
    ("question", "language", "left"),
    [
        ("What does Wu Ting think of Hebei?", "en", "What does think of Hebei?"),
        ("Was hält der Autor von Hebei?", "de", "Was hält von Hebei?"),
        ("作者怎么看河北？", "zh", "怎么看河北？"),
        ("Which city leads?", "en", "Which city leads?"),
    ],
)
def test_the_author_is_left_out_of_what_is_looked_up(shipped_index, question, language, left):
    assert without_author(question, shipped_index, language) == left


def test_the_article_answers_and_the_audit_has_its_word(lights_index):
    source = quote_of("It reaches 38 kilometres.", 6.0)
    claim = quote_of(
        "It shines 40 kilometres far.",
        5.0,
        document_id="article",
        paragraph="lamp",
        sources=("survey",),
        role="article",
    )
    findings = findings_of("What does the author say?", source, claim, index=lights_index)

    assert quoted(statements(findings)) == [claim.text, "The survey says 38 kilometres."]


def test_a_sentence_that_judges_tells_more_of_what_the_author_thinks():
    reports = quote_of("Norden has 3 lamps.", 6.0, role="article")
    judges = quote_of("Norden is without question a strong harbour.", 5.5, role="article")
    findings = findings_of("What does the author think of Norden?", reports, judges)

    assert quoted(statements(findings)) == [judges.text]


def test_why_the_author_thinks_so_is_told_by_a_sentence_with_a_reason():
    judges = quote_of("Norden is happy to spend on lamps.", 6.0, role="article")
    explains = quote_of("Norden spends so as to be first in lamps.", 5.5, role="article")
    question = "Why does the author think Norden spends on lamps?"

    assert quoted(statements(findings_of(question, judges, explains))) == [explains.text]


@pytest.mark.parametrize(
    ("probability", "text", "found"),
    [
        (0.6, "The lamps of Norden are red.", True),
        (0.4, "The lamps of Norden are red.", False),
        (0.4, "The lamps of Norden are impressive.", True),
        (0.1, "The lamps of Norden are impressive.", False),
    ],
)
def test_where_little_speaks_for_an_answer_the_reader_has_its_word(probability, text, found):
    own = quote_of(text, role="article", probability=probability)
    findings = findings_of("Does the author like the lanterns of Norden?", own)

    assert bool(statements(replace(findings, is_answerable=False))) is found


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Is Wu Ting impressed by Hebei?", "en"),
        ("In the author's eyes, who wins?", "en"),
        ("Was lobt die Autorin an Hebei?", "de"),
        ("Findet der Artikel Hebei gut?", "de"),
        ("作者欣赏河北哪一点？", "zh"),
        ("在吴婷看来，谁会赢？", "zh"),
    ],
)
def test_liking_praising_and_doubting_are_opinions(shipped_index, question, language):
    assert asked_of_author(question, shipped_index, language)


@pytest.mark.parametrize(("between", "found"), [(15, True), (16, False)])
def test_only_what_was_found_near_the_top_is_the_author_s_word(between, found):
    others = [quote_of("The weather was fine.")] * between
    own = quote_of("Norden is beautiful.", role="article")

    assert bool(statements(findings_of("?", *others, own))) is found
