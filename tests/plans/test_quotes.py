"""What a quote lacks of the question, and what follows it."""

from __future__ import annotations

import pytest

from citechat.plans.quotes import first_sentence, following, missing_terms
from quoting import passage_of, query_of, quote_of


@pytest.mark.parametrize(
    ("question", "language", "told", "missing"),
    [
        ("How many berths and cranes?", "en", "It has 25 berths.", {"crane"}),
        ("How many berths and cranes?", "en", "25 berths, 3 cranes.", set()),
        ("Wie viele Kräne hat der Hafen?", "de", "Der Hafen hat Platz.", {"kran"}),
        ("港口有多少起重机？", "zh", "港口有泊位。", {"起", "重", "机", "起重", "重机"}),
        ("How many berts?", "en", "It has 25 berths.", set()),
    ],
    ids=["one", "none", "German", "Chinese", "a typo is held in part"],
)
def test_missing_is_what_no_quote_holds(question, language, told, missing):
    assert (
        missing_terms(query_of(question, language), [quote_of(told, language=language)]) == missing
    )


def test_several_quotes_and_their_headings_hold_together():
    query = query_of("berths cranes harbour")
    quotes = [quote_of("It has 25 berths.", section="Harbour"), quote_of("Two cranes.")]

    assert missing_terms(query, quotes[:1]) == {"crane"}
    assert missing_terms(query, quotes) == set()


def test_a_name_in_another_language_is_not_missing():
    assert (
        missing_terms(
            query_of("Wie groß ist Southam?", "de"), [quote_of("Südheim ist groß.", language="de")]
        )
        == set()
    )


def test_what_follows_stays_within_reach_and_passage():
    passage = passage_of("One.", "Two.", "Three.", "Four.")

    assert [q.text for q in following(first_sentence(passage, 0), 2)] == ["Two.", "Three."]
    assert [q.text for q in following(first_sentence(passage, 2), 2)] == ["Four."]
    assert list(following(first_sentence(passage, 3), 2)) == []
