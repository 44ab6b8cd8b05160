"""A question that presumes something of a name: corrected where the documents say it of another."""

from __future__ import annotations

import pytest

from citechat.index.figure_table import FigureTable
from citechat.messages import say
from citechat.plans.claims.presumed_of_another import correct, is_in_doubt
from citechat.plans.claims.presumption import doubtful_names, presumed_title
from citechat_ingest import Name
from quoting import NAMES, findings_of, index_of, leads, query_of, quote_of, quoted

ROBOT = Name("product", {"en": "Walker", "de": "Walker", "zh": "行者"})
INDEX = index_of((*NAMES, ROBOT))
WHY = "Why is Southam the harbour of old ships?"
UNNAMED = "Why is the harbour of old ships?"
SAID_OF_ANOTHER = quote_of("Norden is the harbour of old ships.")


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        (WHY, "en", "Southam"),
        ("Warum ist Südheim der Hafen der Schiffe?", "de", "Südheim"),
        ("南城为什么是港口？", "zh", "南城"),
        ("Why did Ada Holm leave?", "en", "Ada Holm"),
        ("When did Ada Holm present the Walker?", "en", "Ada Holm"),
    ],
)
def test_a_question_why_or_when_presumes_something_of_its_name(question, language, name):
    [doubted] = doubtful_names(query_of(question, language, INDEX), INDEX)

    assert doubted.name.names[language] == name


@pytest.mark.parametrize(
    "question",
    ["Why is Ada Holm based in Southam?", "How did Ada Holm reach Southam?"],
)
def test_of_several_names_the_place_is_doubted_first(question):
    doubted = doubtful_names(query_of(question, "en", INDEX), INDEX)

    assert [name.name.names["en"] for name in doubted] == ["Southam", "Ada Holm"]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many ships has Southam?", id="presumes nothing"),
        pytest.param("When was Southam founded?", id="presumes no more than the name"),
        pytest.param("Why is Southam larger than Norden?", id="two names"),
        pytest.param("Why do ships sink?", id="no name"),
        pytest.param("Why does a lamp shine?", id="a concept"),
        pytest.param("Why does the Walker fall?", id="a product"),
    ],
)
def test_other_questions_presume_nothing_of_one_name(question):
    assert not doubtful_names(query_of(question, "en", INDEX), INDEX)


def in_doubt(question, *quotes):
    findings = findings_of(question, *quotes)
    [name] = doubtful_names(findings.query, findings.index)
    return is_in_doubt(name, findings)


def test_what_the_best_sentence_does_not_name_is_in_doubt():
    named = quote_of("Southam is the harbour of old ships.")

    assert in_doubt(WHY, SAID_OF_ANOTHER)
    assert not in_doubt(WHY, named, SAID_OF_ANOTHER)


def test_what_a_further_sentence_says_of_the_name_is_not_in_doubt():
    further = quote_of("Southam is the harbour of old ships.")
    comment = quote_of("The article calls Southam the harbour of old ships.")

    assert not in_doubt(WHY, SAID_OF_ANOTHER, further)
    assert in_doubt(WHY, SAID_OF_ANOTHER, comment)


@pytest.mark.parametrize(
    ("question", "second", "first", "language"),
    [
        ("Why is Southam first in ships?", "has 40 ships", "is first in ships", "en"),
        (
            "Warum ist Südheim bei Schiffen auf Platz eins?",
            "hat 40 Schiffe",
            "steht bei Schiffen auf dem ersten Platz",
            "de",
        ),
        ("南城为什么轮船第一？", "有四十艘轮船", "的轮船居全国第一", "zh"),
    ],
)
def test_a_first_place_that_no_sentence_tells_is_in_doubt(question, second, first, language):
    town = {"en": "Southam", "de": "Südheim", "zh": "南城"}[language]
    gap = "" if language == "zh" else " "
    small, leading = (
        quote_of(f"{town}{gap}{said}.", language=language) for said in (second, first)
    )

    def doubted(*quotes):
        findings = findings_of(question, *quotes, language=language)
        [name] = doubtful_names(findings.query, findings.index)
        return is_in_doubt(name, findings)

    assert doubted(small)
    assert not doubted(leading)
    assert not doubted(small, leading)


def test_of_two_of_a_kind_the_one_who_does_it_is_doubted():
    [doubted] = doubtful_names(query_of("Why did Norden sell ships to Southam?"), INDEX)

    assert doubted.name.names["en"] == "Norden"


def test_what_is_denied_of_another_corrects_nothing():
    assert not corrected(quote_of("Norden is not the harbour of old ships."))


def test_another_spelling_of_the_name_leaves_no_doubt():
    assert not in_doubt(WHY, quote_of("Südheim is the harbour of old ships."))


def test_a_number_that_the_best_sentence_lacks_is_in_doubt_but_no_year_is():
    said = quote_of("Southam has 40 ships.")

    assert in_doubt("Why has Southam 1,200 ships?", said)
    assert not in_doubt("Why has Southam 40 ships?", said)
    assert not in_doubt("Why had Southam ships in 1999?", said)


def test_a_sentence_of_other_years_leaves_the_name_in_doubt():
    question = "Why was Southam the harbour of old ships in 1999?"

    assert in_doubt(question, quote_of("Southam was the harbour of old ships in 1985."))
    assert not in_doubt(question, quote_of("Southam was the harbour of old ships in 1999."))


def test_the_country_around_is_not_doubted():
    country = index_of(figures=FigureTable(kinds={"Norden": "country"}))

    [name] = doubtful_names(query_of("Why is Southam the harbour of Norden?"), country)

    assert name.name.names["en"] == "Southam"


@pytest.mark.parametrize(
    ("question", "language", "title"),
    [
        ("Why is Southam the capital of ships?", "en", "capital of ships"),
        ("Warum ist Südheim die Hauptstadt der Schiffe?", "de", "Hauptstadt der Schiffe"),
        ("南城为什么是造船之都？", "zh", "造船之都"),
        ("Why is Southam rich?", "en", ""),
    ],
)
def test_a_title_is_presumed_in_every_language(question, language, title):
    assert presumed_title(query_of(question, language, INDEX), INDEX) == title


def corrected(*quotes, asked=UNNAMED, language="en", name=WHY):
    """The correction of what ``name`` asks, from the findings for the question without the name."""
    [doubted] = doubtful_names(query_of(name, language), INDEX)
    return correct(doubted, findings_of(asked, *quotes, language=language))


@pytest.mark.parametrize(
    ("question", "unnamed", "sentence", "language", "lead"),
    [
        (WHY, UNNAMED, SAID_OF_ANOTHER.text, "en", "Not Southam:"),
        (
            "Warum ist Südheim der Hafen der Schiffe?",
            "Warum ist der Hafen der Schiffe?",
            "Norden ist der Hafen der Schiffe.",
            "de",
            "Nicht Südheim:",
        ),
        ("南城为什么是港口？", "为什么是港口？", "诺登是港口。", "zh", "不是南城："),
    ],
)
def test_the_sentence_on_another_corrects_the_premise(question, unnamed, sentence, language, lead):
    quote = quote_of(sentence, language=language)

    found = corrected(quote, asked=unnamed, language=language, name=question)

    assert quoted(found) == [sentence]
    assert leads(found) == [lead]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Southam, not Norden, is the harbour of old ships.", id="names it, too"),
        pytest.param("The harbour of old ships is small.", id="names nobody"),
        pytest.param("Ada Holm saw the harbour of old ships.", id="another kind of name"),
        pytest.param("Norden is old.", id="another thing"),
    ],
)
def test_no_other_sentence_corrects(text):
    assert corrected(quote_of(text)) == ()


def test_three_quarters_of_what_is_asked_must_be_said_of_the_other():
    asked = "Why harbour, ships, cranes, ropes?"

    assert corrected(quote_of("Norden: harbour, ships, cranes."), asked=asked)
    assert not corrected(quote_of("Norden: harbour, ships."), asked=asked)


def test_with_a_number_that_is_said_half_of_the_words_will_do():
    asked = "Why 40 harbour, ships, cranes, ropes?"

    assert corrected(quote_of("Norden: harbour, ships, 40."), asked=asked)
    assert not corrected(quote_of("Norden: harbour, ships, 41."), asked=asked)


@pytest.mark.parametrize(("level", "is_corrected"), [("city", True), ("province", False)])
def test_only_a_place_of_the_same_level_corrects(level, is_corrected):
    figures = FigureTable(kinds={"Southam": "city", "Norden": level})
    [name] = doubtful_names(query_of(WHY), INDEX)
    findings = findings_of(UNNAMED, SAID_OF_ANOTHER, index=index_of(figures=figures))

    assert bool(correct(name, findings)) is is_corrected


def test_the_heading_says_it_along():
    assert corrected(quote_of("Norden has old ships.", section="The harbour"))
    assert not corrected(quote_of("Norden has old ships."))


@pytest.mark.parametrize(("between", "found"), [(5, True), (6, False)])
def test_only_what_was_found_near_the_top_corrects(between, found):
    others = [quote_of("The weather was fine.")] * between

    assert bool(corrected(*others, SAID_OF_ANOTHER)) is found


def test_a_question_of_nothing_else_is_not_corrected():
    assert corrected(SAID_OF_ANOTHER, asked="Why?") == ()


def test_the_lead_is_the_chat_s_own_word():
    assert leads(corrected(SAID_OF_ANOTHER)) == [say("lead_not", "en", name="Southam")]


def test_a_title_that_another_has_word_by_word_is_corrected():
    asked = "南城是造船之都，对吧？"
    query = query_of(asked, "zh", INDEX)
    unnamed = findings_of(
        "是造船之都，对吧？", quote_of("诺登是造船之都。", language="zh"), language="zh"
    )

    [name] = doubtful_names(query, INDEX)
    assert presumed_title(query, INDEX) == "造船之都"
    said = correct(name, unnamed, presumed_title(query, INDEX))
    assert leads(said) == [say("lead_not", "zh", name="南城")]
    assert not correct(name, unnamed, "捕鱼之都")


@pytest.mark.parametrize(
    ("question", "said", "language"),
    [
        ("Why is Southam the brain of trade?", 'With Norden as the "brain" of trade, Southam is small.', "en"),
        ("Warum ist Südheim das Gehirn des Handels?", "Neben Norden als „Gehirn“ des Handels ist Südheim klein.", "de"),
        ("南城为什么是商业大脑？", "如果诺登是商业“大脑”，南城就是手。", "zh"),
    ],
)  # fmt: skip
def test_a_title_is_borne_by_the_name_before_it(question, said, language):
    quote = quote_of(said, language=language)
    findings = findings_of(question, quote, language=language)
    [name] = doubtful_names(findings.query, findings.index)
    title = presumed_title(findings.query, findings.index)

    assert is_in_doubt(name, findings)
    assert quoted(correct(name, findings, title)) == [said]


def test_of_the_first_place_the_one_named_before_the_other_has_it():
    question = "Why is Southam first in ships?"
    ahead = quote_of("Norden is first in ships, ahead of Southam.")
    findings = findings_of(question, ahead)
    [name] = doubtful_names(findings.query, findings.index)

    assert is_in_doubt(name, findings)
    assert quoted(correct(name, findings_of("Why is first in ships?", ahead))) == [ahead.text]
