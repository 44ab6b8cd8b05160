"""What says again what is said before it is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.plans import Statement
from citechat.plans.repeats import distinct, without_repeats
from quoting import index_of, quote_of


def test_a_sentence_that_repeats_another_with_its_numbers_is_left_out():
    berths = quote_of("The harbour has 40 berths.")
    repeated = quote_of("The harbour of Norden has 40 berths.")
    other_number = quote_of("The harbour of Norden has 25 berths.")
    other_matter = quote_of("Bread is baked on 40 Sundays.")

    kept = distinct([berths, repeated, other_number, other_matter])

    assert kept == [berths, other_number, other_matter]


@pytest.mark.parametrize(
    ("first", "again", "language"),
    [
        (
            "Norden's lamp was built in 1920 by Ada Holm and is white.",
            "According to the Gazette, the lamp of Norden was built in 1920.",
            "en",
        ),
        (
            "Die Lampe von Norden wurde 1920 von Ada Holm gebaut und ist weiß.",
            "Laut der Zeitung wurde die Lampe von Norden 1920 gebaut.",
            "de",
        ),
        ("诺登的灯塔由霍尔姆1920年建造，是白色的。", "据报纸报道，诺登的灯塔1920年建造。", "zh"),
    ],
)
def test_what_was_said_is_not_said_again(first: str, again: str, language: str) -> None:
    one, other = (Statement(quote_of(text, language=language)) for text in (first, again))

    assert without_repeats([one, other], index_of().glossary) == [one]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("The lamp of Norden was rebuilt in 1950.", id="another number"),
        pytest.param("Southam's lamp was built in 1920, too.", id="another name"),
        pytest.param("The lamp of Norden is white.", id="no number"),
        pytest.param("Norden had bread in 1920.", id="another matter"),
    ],
)
def test_what_adds_something_is_kept(second: str) -> None:
    one = Statement(quote_of("The lamp of Norden was built in 1920 by Ada Holm."))
    other = Statement(quote_of(second))

    assert without_repeats([one, other], index_of().glossary) == [one, other]


def test_what_bears_a_word_of_its_own_is_kept() -> None:
    one = Statement(quote_of("The lamp of Norden was built in 1920."))
    led = replace(one, lead="By another count:")

    assert without_repeats([one, led], index_of().glossary) == [one, led]
