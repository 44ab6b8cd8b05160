"""A place or a date that a sentence gives otherwise, in whatever order of words."""

from __future__ import annotations

import pytest

from audit_sentences import judged
from citechat_ingest import Glossary, Name

NAMES = Glossary(
    (
        *(Name("company", {"en": name}) for name in ("Orne", "Thorn")),
        *(Name("person", {"en": name}) for name in ("Ada Kell", "Bo Lund")),
        *(
            Name("place", {"en": name, "zh": chinese})
            for name, chinese in (("Hull", "赫尔"), ("Bath", "巴斯"))
        ),
    )
)


def outcome_of(claim: str, *sources: str, language: str = "en") -> str:
    return judged(claim, *sources, language=language, names=NAMES).outcome


@pytest.mark.parametrize(
    ("claim", "source", "language"),
    [
        ("Orne is a company from Hull.", "The Bath company Orne makes lamps.", "en"),
        ("Orne wurde in Hull gegründet.", "Gegründet wurde Orne einst in Bath.", "de"),
        ("Orne在赫尔成立。", "Orne成立于巴斯。", "zh"),
    ],
)
def test_somebody_is_from_one_place_alone(claim, source, language):
    assert outcome_of(claim, source, language=language) == "contradicted"


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Orne has mills in Hull.", "In Bath the firm Orne has mills."),
        ("Orne was founded in Hull.", "Orne was founded in Hull, with mills in Bath."),
        (
            "Orne was founded in Hull.",
            "Mills in Bath belong to Thorn, and Orne was founded long ago.",
        ),
    ],
)
def test_what_may_be_in_many_places_or_is_of_another_contradicts_nothing(claim, source):
    assert outcome_of(claim, source) != "contradicted"


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        ("Ada Kell was born in 1990, and Bo Lund was born in 1985.", "contradicted"),
        ("The paper gives 1990 for Ada Kell and 1985 for Bo Lund, born in Bath.", "contradicted"),
        ("Ada Kell was born in 1985, and Bo Lund was born in 1990.", "borne_out"),
    ],
)
def test_a_date_that_is_that_of_another(source, outcome):
    assert outcome_of("So Ada Kell was born in 1985.", source) == outcome


def test_what_another_sentence_says_whole_is_not_contradicted():
    claim = "So Ada Kell of Orne was at the meeting in 2025."
    sources = (
        "So Bo Lund of Orne was at the meeting in 2025.",
        "Also at the meeting in 2025 was Ada Kell of Orne.",
    )

    assert outcome_of(claim, sources[0]) == "contradicted"
    assert outcome_of(claim, *sources) == "borne_out"
