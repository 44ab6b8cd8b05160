"""What is said of another is no answer."""

from __future__ import annotations

import pytest

from citechat.plans.names.asked_name import of_the_asked_name_first, speaks_of_another
from citechat_ingest import Name
from quoting import NAMES, index_of, query_of, quote_of

INDEX = index_of()
ASKED = query_of("How bright is the lamp of Norden?")
OTHER = quote_of("The lamp of Southam is bright.", 5.0, names=0.0)
OWN = quote_of("The lamp of Norden is dim.", 4.0)


def test_a_sentence_of_another_place_makes_room_for_one_of_the_place_asked():
    assert speaks_of_another(OTHER, ASKED, INDEX)
    assert of_the_asked_name_first([OTHER, OWN], ASKED, INDEX) == (OWN, OTHER)


def test_a_sentence_far_below_the_best_stays_where_it_is():
    far = quote_of(OWN.text, 1.9)

    assert of_the_asked_name_first([OTHER, far], ASKED, INDEX) == (OTHER, far)
    assert of_the_asked_name_first([], ASKED, INDEX) == ()


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        pytest.param(ASKED.text, "The lamp of Southam is bright.", 1.0, id="its heading names it"),
        pytest.param(ASKED.text, "The lamp is bright.", 0.0, id="no other place is named"),
        pytest.param("How bright is the lamp?", "Southam has one.", 0.0, id="no place is asked"),
        pytest.param("Whom did Ada Holm meet?", "Southam has one.", 0.0, id="a person is asked"),
        pytest.param("List the lamps near Norden.", "Southam, Westen and Osten.", 0.0, id="a list"),
    ],
)
def test_other_sentences_are_left_alone(question, text, names):
    assert not speaks_of_another(quote_of(text, names=names), query_of(question), INDEX)


def test_a_place_within_the_name_of_a_region_is_not_spoken_of():
    region = Name("place", {"en": "Norden-Southam", "de": "Norden-Südheim", "zh": "诺登南城"})
    index = index_of((*NAMES, region))
    query = query_of("How many ships has Norden?", "en", index)

    assert speaks_of_another(quote_of("Norden-Southam has 40 ships."), query, index)
    assert not speaks_of_another(quote_of("Norden has 40 ships."), query, index)


@pytest.mark.parametrize(
    ("question", "text", "is_of_another"),
    [
        ("How many ships has Anker?", "In 2024 Segel had 40 ships.", True),
        ("How many ships has Anker?", "Anker has more ships than Segel.", False),
        ("How many ships has Anker?", "It has 40 ships.", False),
        ("What is Anker?", "Segel is a shipyard.", False),
    ],
)
def test_a_number_of_another_company_is_none_of_the_one_in_the_heading(
    question, text, is_of_another
):
    named = dict.fromkeys(("en", "de", "zh"), "Anker")
    other = dict.fromkeys(("en", "de", "zh"), "Segel")
    index = index_of((Name("company", named), Name("company", other)))

    assert (
        speaks_of_another(quote_of(text), query_of(question, "en", index), index) is is_of_another
    )


@pytest.mark.parametrize(
    ("question", "text", "is_of_another"),
    [
        pytest.param(
            "What rank has Anker in the Harbour Table?",
            "Segel leads the Harbour Table.",
            True,
            id="the list without the one asked about",
        ),
        pytest.param(
            "What rank has Anker in the Harbour Table?",
            "Anker leads the Pier Table.",
            True,
            id="the one asked about in another list",
        ),
        pytest.param(
            "What rank has Anker in the Harbour Table?",
            "Anker is third in the Harbour Table, behind Segel.",
            False,
            id="both",
        ),
        pytest.param(
            "What rank has Anker in the Harbour Table?",
            "It is third there.",
            False,
            id="nobody else",
        ),
        pytest.param(
            "Does Anker lead the Harbour Table?",
            "Segel leads the Harbour Table.",
            False,
            id="who else it is tells that it is not so",
        ),
    ],
)
def test_one_in_a_list_is_told_neither_by_another_nor_by_another_list(
    question, text, is_of_another
):
    firms = [
        Name("company", dict.fromkeys(("en", "de", "zh"), firm)) for firm in ("Anker", "Segel")
    ]
    lists = [
        Name("index", dict.fromkeys(("en", "de", "zh"), n)) for n in ("Harbour Table", "Pier Table")
    ]
    index = index_of((*firms, *lists))
    query = query_of(question, "en", index)

    assert speaks_of_another(quote_of(text, names=0.5), query, index) is is_of_another
