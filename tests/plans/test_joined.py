"""The parts of a question, joined: nothing twice, nothing left out, and what is lacking said last."""

from __future__ import annotations

import pytest

from citechat.plans import Statement
from citechat.plans.joined import Evidence, Part, join, lacking
from quoting import index_of, leads, query_of, quote_of, quoted

INDEX = index_of()
FOUNDED = quote_of("Norden was founded by Ada Holm in 1920.", 5.0)
LAMPS = quote_of("Norden has 40 lamps.", 5.0, document_id="sources/lamps")
BOATS = quote_of("Norden has 12 boats.", 5.0, document_id="sources/boats")


def part(asked: str, *quotes, typed: str = "", language: str = "en") -> Part:
    statements = tuple(map(Statement, quotes))
    return Part(typed or asked, query_of(asked, language, INDEX), statements)


def evidence(sure=(), language: str = "en", most: int = 4) -> Evidence:
    """A reader that is sure of some pairs of a question and a sentence only."""

    def probability(query, quote):
        return 0.9 if (query.text, quote.text) in sure else 0.0

    return Evidence(probability, INDEX, most, language)


def test_each_part_is_told_in_its_order():
    parts = [part("How many lamps has Norden?", LAMPS), part("How many boats has Norden?", BOATS)]

    assert quoted(join(parts, evidence())) == [LAMPS.text, BOATS.text]


def test_one_sentence_that_answers_both_is_told_once():
    again = quote_of("The harbour opened in 1920.", 4.0, document_id="sources/harbour")
    parts = [part("Who founded Norden?", FOUNDED), part("When was Norden founded?", again)]
    sure = {("When was Norden founded?", FOUNDED.text)}

    assert quoted(join(parts, evidence(sure))) == [FOUNDED.text]
    assert quoted(join(parts, evidence())) == [FOUNDED.text, again.text]


def test_the_same_sentence_for_both_is_told_once():
    parts = [part("Who founded Norden?", FOUNDED), part("When was Norden founded?", FOUNDED)]

    assert quoted(join(parts, evidence())) == [FOUNDED.text]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "On “and when” the documents say nothing."),
        ("de", "Zu „and when“ sagen die Dokumente nichts."),
        ("zh", "至于“and when”，资料里没有提到。"),
    ],
)
def test_what_is_lacking_is_said_last_in_the_words_that_were_typed(language, said):
    parts = [part("When was Norden founded?", typed="and when?"), part("How many?", LAMPS)]

    joined = join(parts, evidence(language=language))

    assert quoted(joined) == [LAMPS.text]
    assert leads(joined)[-1] == said


def test_nothing_is_lacking_where_a_sentence_of_another_part_tells_it():
    parts = [part("Who founded Norden?", FOUNDED), part("When was Norden founded?")]
    sure = {("When was Norden founded?", FOUNDED.text)}

    assert not lacking(parts, evidence(sure))
    assert quoted(join(parts, evidence(sure))) == [FOUNDED.text]


def test_where_no_part_is_answered_nothing_is_said():
    assert join([part("Who founded Norden?"), part("When?")], evidence()) == []


def test_a_list_is_not_told_by_a_sentence_that_enumerates_nothing():
    ships = quote_of("Its ships are the Adler, the Berta and the Carl.", 5.0, document_id="s")
    parts = [part("Which ships are there?", ships), part("How many lamps has Norden?", LAMPS)]
    sure = {("Which ships are there?", LAMPS.text)}

    assert quoted(join(parts, evidence(sure))) == [ships.text, LAMPS.text]


def test_the_parts_share_the_room():
    ships = [
        quote_of(f"{name} sails.", 5.0, document_id=name) for name in ("Adler", "Berta", "Carl")
    ]
    parts = [part("Name ships", *ships), part("How many lamps has Norden?", LAMPS)]

    assert quoted(join(parts, evidence())) == [ships[0].text, ships[1].text, LAMPS.text]


def test_of_a_list_that_was_not_found_a_sentence_tells_that_names_some_of_it():
    defined = quote_of("A lamp is a light.", 5.0, document_id="sources/lamp")
    named = quote_of("Ada Holm had a lamp.", 4.0, document_id="sources/south")
    parts = [part("What is a lamp?", defined, named), part("Which founders have a lamp?")]

    assert not lacking(parts, evidence())
    assert lacking([part("What is a lamp?", defined), parts[1]], evidence()) == [parts[1]]
