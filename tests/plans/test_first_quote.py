"""Which sentence opens: by the signs of what is asked for, unless the reader holds far less of it."""

from __future__ import annotations

import pytest

from citechat.plans.first_quote import what_is_asked_first
from quoting import NORDEN, index_of, query_of, quote_of


@pytest.mark.parametrize(
    ("is_plain", "sure", "opens"),
    [(True, 0.3, "the best"), (True, 0.8, "the number"), (False, 0.3, "the number")],
)
def test_in_a_folder_of_ones_own_the_reader_outweighs_the_signs(
    is_plain: bool, sure: float, opens: str
) -> None:
    index = index_of(() if is_plain else (NORDEN,))
    best = quote_of("The whole village comes.", 1.0, probability=0.9)
    number = quote_of("About 80 people come by boat.", 0.9, probability=sure)
    query = query_of("How many people come?", "en", index)

    first = what_is_asked_first([best, number], query, index)[0]

    assert first == {"the best": best, "the number": number}[opens]


def test_the_cheapest_is_told_by_a_superlative_of_whatever_word():
    index = index_of()
    plain = quote_of("Norden showed 21 good-value lamps.", 5.0, probability=0.5)
    cheapest = quote_of("The least expensive lamp of Norden was the Gull.", 4.5, probability=0.5)
    query = query_of("What is the cheapest lamp of Norden?", "en", index)

    assert what_is_asked_first([plain, cheapest], query, index)[0] is cheapest
