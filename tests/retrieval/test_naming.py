"""A question that names a document is answered from it."""

from __future__ import annotations

import pytest

from citechat.retrieval.naming import of_the_named_document
from quoting import index_of, query_of, scored_of

NOTHING_NAMED = index_of(())
GYM = scored_of("Guests pay 8 pounds.", title="Riverside Gym: questions")
MILL = scored_of("The mill opens at ten.", title="Notes on the mill")
BAD = scored_of("Kinder dürfen allein hinein.", title="Fragen zum Freibad", language="de")
BUS = scored_of("Die Flotte zählt 28 Busse.", title="Stadtbus: Bericht", language="de")


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("What do guests pay at the gym?", [GYM]),
        ("What do guests pay at Riverside Gym?", [GYM]),
        ("What do guests pay at a gym?", [GYM, MILL]),
        ("When does the harbour open?", [GYM, MILL]),
    ],
)
def test_a_word_with_an_article_names_the_one_document_whose_title_has_it(
    question: str, kept: list[object]
) -> None:
    assert of_the_named_document(query_of(question, "en", NOTHING_NAMED), [GYM, MILL]) == kept


def test_a_word_that_other_documents_have_too_names_none() -> None:
    query = query_of("When does the gym open?", "en", NOTHING_NAMED)
    other = scored_of("There is a gym in the mill.", title="Notes on the mill")

    assert of_the_named_document(query, [GYM, other]) == [GYM, other]


def test_german_articles_melt_into_their_prepositions() -> None:
    query = query_of("Was kostet der Eintritt im Freibad?", "de", NOTHING_NAMED)

    assert of_the_named_document(query, [BUS, BAD]) == [BAD]
