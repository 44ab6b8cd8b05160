"""What is said, and offered, when the documents do not say it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from citechat.index.figure_table import FigureTable
from citechat.plans.refusal import suggestions, what_is_missing
from citechat_ingest import Figure
from quoting import index_of, scored_of

EXAMPLES = (
    "How old is the lighthouse?",
    "Who bakes the bread?",
    "Which ships anchor in Norden?",
    "When is the bakery closed?",
)
INDEX = index_of(questions={"en": EXAMPLES})
SHIPS = scored_of(
    "Norden counted 1,500 ships.", expected=(("ships norden", "How many ships has Norden?"),)
)
CRANES = scored_of("Southam has cranes.", expected=(("Which cranes has Southam?",),))


# What is missing


@pytest.mark.parametrize(
    ("question", "language", "says"),
    [
        ("How old is Norden?", "en", "The documents do mention Norden, but they do not say this."),
        (
            "Wie alt ist Norden?",
            "de",
            "Die Dokumente sprechen zwar von Norden, aber dazu sagen sie nichts.",
        ),
        ("诺登有多老？", "zh", "资料里提到了诺登，但没有说到这一点。"),
    ],
)
def test_a_name_that_the_documents_know_is_named(question, language, says):
    passages = [scored_of("Norden counted 1,500 ships.", language="en")]

    assert what_is_missing(question, language, passages, INDEX) == says


@pytest.mark.parametrize(
    ("question", "language", "names"),
    [
        ("How old are Norden and Southam?", "en", "Norden and Southam"),
        ("Wie alt sind Norden, Südheim und Ada Holm?", "de", "Norden, Südheim und Ada Holm"),
        ("诺登和南城有多老？", "zh", "诺登、南城"),
    ],
)
def test_several_names_are_joined_as_the_language_does(question, language, names):
    passages = [SHIPS, CRANES, scored_of("The keeper was Ada Holm.")]

    assert names in what_is_missing(question, language, passages, INDEX)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How old is Southam?", id="a name that was not found"),
        pytest.param("How old is a lamp?", id="a concept"),
        pytest.param("How old is the sea?", id="no name"),
    ],
)
def test_otherwise_nothing_is_said_to_be_known(question):
    assert what_is_missing(question, "en", [SHIPS], INDEX) == "The documents do not say."


def test_a_heading_knows_a_name():
    found = scored_of("The harbour is old.", section="Norden")

    assert "Norden" in what_is_missing("Who owns Norden?", "en", [found], INDEX)


def test_what_is_counted_of_the_name_is_told_the_commonest_first():
    counted = ["ships", "cranes", "cranes", "lamps", "docks"]
    figures = FigureTable(
        tuple(
            Figure("Norden", metric, Decimal(1), "count", "2024", "Survey", "sources/survey")
            for metric in counted
        )
    )
    index = index_of(figures=figures)

    said = what_is_missing("How old is Norden?", "en", [SHIPS], index)

    assert said.endswith("What they do tell of Norden: cranes; ships; lamps.")


def test_the_titles_of_sources_that_speak_of_the_name_are_told_those_that_name_it_first():
    passages = [
        scored_of("Norden has ships.", title="The coast"),
        scored_of("Norden has cranes.", title="Work in Norden"),
        scored_of("Southam has ships.", title="The south"),
    ]

    said = what_is_missing("How old is Norden?", "en", passages, INDEX)

    assert said.endswith("What they do tell of Norden: “Work in Norden”; “The coast”.")


# What is offered


def test_questions_about_the_names_asked_come_first_then_those_most_alike():
    offered = suggestions("Who bakes in Norden?", "en", [CRANES, SHIPS], INDEX)

    assert offered == [
        "How many ships has Norden?",
        "Which ships anchor in Norden?",
        "Who bakes the bread?",
    ]


def test_a_question_is_offered_once_and_never_the_one_that_was_asked():
    again = replace(SHIPS, passage=replace(SHIPS.passage, document_id="sources/census"))

    offered = suggestions(EXAMPLES[2], "en", [SHIPS, again], INDEX)

    assert len(offered) == len(set(offered)) == 3
    assert EXAMPLES[2] not in offered


def test_a_sentence_on_another_name_offers_nothing():
    assert "Which cranes has Southam?" not in suggestions("Who owns Norden?", "en", [CRANES], INDEX)


def test_a_passage_of_another_language_offers_nothing():
    german = scored_of("Norden hat Schiffe.", language="de", expected=(("Was hat Norden?",),))

    assert "Was hat Norden?" not in suggestions("Who owns Norden?", "en", [german], INDEX)


def test_one_question_a_sentence_and_only_whole_ones():
    two = scored_of(
        "Norden has ships.",
        "Norden has cranes.",
        expected=(("norden ships", "Which ships?", "What ships?"), ("norden cranes",)),
    )

    offered = suggestions("Who owns Norden?", "en", [two], index_of())

    assert offered == ["Which ships?"]


def test_no_claim_is_offered_that_the_audit_judges(lights_index):
    claim = scored_of(
        "It shines 40 kilometres far from Norden.",
        expected=(("How far does Norden shine?",),),
        paragraph="lamp",
        sources=("survey",),
    )
    note = scored_of(
        "Norden shines 38 kilometres.", expected=(("How far, really?",),), role="audit"
    )
    index = replace(lights_index, questions={"en": EXAMPLES})
    borne_out = replace(index, audited_claims=())

    offered = suggestions("Who owns Norden?", "en", [claim, note], index)

    assert "How far does Norden shine?" not in offered
    assert "How far, really?" not in offered
    assert "How far does Norden shine?" in suggestions(
        "Who owns Norden?", "en", [claim, note], borne_out
    )


@pytest.mark.parametrize(
    ("language", "offered"),
    [
        (
            "en",
            [
                "What do the documents say about “Harbour”?",
                "What do the documents say about “Bread”?",
            ],
        ),
        (
            "de",
            ["Was sagen die Dokumente über „Harbour“?", "Was sagen die Dokumente über „Bread“?"],
        ),
        ("zh", ["资料里关于“Harbour”说了什么？", "资料里关于“Bread”说了什么？"]),
    ],
)
def test_without_known_questions_the_headings_found_are_offered(language, offered):
    found = [
        scored_of("It has ships.", section="Harbour", title="Norden"),
        scored_of("It has cranes.", section="Harbour", title="Southam"),
        scored_of("It is baked.", title="Bread"),
        scored_of("It is nameless."),
    ]

    assert suggestions("Who?", language, found, index_of()) == offered


@pytest.mark.parametrize("language", ["en", "de", "zh"])
@pytest.mark.parametrize("heading", ["Is there parking?", "Gibt es Parkplätze?", "有停车场吗？"])
def test_a_heading_that_is_a_question_is_offered_as_it_is(language, heading):
    found = [scored_of("There are 45 spaces.", section=heading)]

    assert suggestions("Who?", language, found, index_of()) == [heading]


def test_where_nothing_was_found_and_nothing_is_known_nothing_is_offered():
    assert suggestions("Who?", "en", [], index_of()) == []


# The shipped corpus


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_shipped_corpus_offers_three_questions(shipped_index, language):
    offered = suggestions("?", language, [], shipped_index)

    assert len(set(offered)) == 3
    assert set(offered) <= set(shipped_index.questions[language])
