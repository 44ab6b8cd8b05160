"""Which sentences of an article are claims that can be checked, and what they state."""

from __future__ import annotations

import pytest

from citechat.auditing.claims import Claim, claims_of
from citechat_ingest import Document, Glossary, Paragraph


def claims(text: str, language: str = "en") -> list[Claim]:
    article = Document("a", language, "A", text, (Paragraph(0, len(text)),))
    return list(claims_of(article, Glossary(), lambda term, language, kind: 1.0))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Is it the year 2020?", "en"),
        ("All was well and quiet.", "en"),
        ("The mill would then grind 40 tonnes.", "en"),
        ("Perhaps the mill grinds 40 tonnes.", "en"),
        ("Vielleicht mahlt die Mühle 40 Tonnen.", "de"),
        ("磨坊也许每天磨40吨面粉。", "zh"),
    ],
)
def test_what_cannot_be_checked_is_no_claim(text, language):
    assert claims(text, language) == []


def test_numbers_dates_and_names_of_a_claim_are_told_apart():
    (claim,) = claims("In 2020 the mill of Orne ground 40 tonnes.")

    assert [fact.surface for fact in claim.names] == ["Orne"]
    assert [fact.surface for fact in claim.dates] == ["2020"]
    assert [fact.surface for fact in claim.figures] == ["40 tonnes"]
    assert "mill" in claim.words
    assert not {"orn", "2020", "40"} & claim.words.keys()


@pytest.mark.parametrize(
    ("text", "language", "ranks"),
    [
        ("The mill is third in the world.", "en", ["third"]),
        ("The mill has the third largest wheel.", "en", ["third"]),
        ("The first line has 19 stops.", "en", ["19"]),
        ("Die Mühle steht auf dem dritten Platz.", "de", ["dritten"]),
        ("Die dritte der Mühlen ist alt.", "de", ["dritte"]),
        ("磨坊排名全国第三。", "zh", ["第三"]),
    ],
)
def test_an_ordinal_is_a_figure_where_it_is_a_rank(text, language, ranks):
    (claim,) = claims(text + " Or 1.", language)[:1]

    assert [fact.surface for fact in claim.figures] == ranks


def test_a_claim_that_points_back_is_read_with_the_sentence_before():
    claim = claims("The mill of Orne is old. It grinds 40 tonnes.")[-1]

    assert claim.before == "The mill of Orne is old."


def test_a_step_in_turn_is_no_rank():
    (claim,) = claims("第三步是建磨坊，磨坊排名第三。", "zh")
    in_turn, in_order = claim.figures

    assert (claim.is_rank(in_turn), claim.is_rank(in_order)) == (False, True)
