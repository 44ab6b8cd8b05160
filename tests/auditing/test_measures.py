"""What a number measures: a change or a share, a round sum or an exact count."""

from __future__ import annotations

import pytest

from audit_sentences import KNOWN, figures_beside, judged
from citechat.auditing.measures import is_change
from citechat.verification.facts import read_facts
from citechat_ingest import Glossary


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Sales grew by about 30 percent.", "en", True),
        ("Sales came to 4 million, up 30 percent.", "en", True),
        ("The growth of the mill was 30 percent.", "en", True),
        ("The mill pays up to 30 percent.", "en", False),
        ("The mills made up 30 percent.", "en", False),
        ("The share rose to 30 percent.", "en", False),
        ("Der Absatz wuchs um rund 30 Prozent.", "de", True),
        ("Der Absatz lag bei 4 Tonnen, ein Plus von 30 Prozent.", "de", True),
        ("Der Anteil stieg auf 30 Prozent.", "de", False),
        ("销量增长约30%。", "zh", True),
        ("占比提高到30%。", "zh", False),
        ("占全国的30%。", "zh", False),
        ("The letter was signed by 30 firms.", "en", False),
    ],
)
def test_a_change_is_told_from_a_share(text, language, expected):
    figure = next(f for f in read_facts(text, language, Glossary()) if "30" in f.surface)

    assert is_change(text, figure, language) == expected


@pytest.mark.parametrize(
    ("claim", "source", "language", "outcome"),
    [
        ("Sales of Orne grew by 30 percent.", "Orne has 30 percent of all sales.", "en", "not_found"),
        ("Sales of Orne grew by 30 percent.", "Sales of Orne rose by 44 percent.", "en", "contradicted"),
        ("Sales of Orne grew by 30 percent.", "The debt of Orne rose by 44 percent.", "en", "not_found"),
        ("Ornes Absatz wuchs um 30 Prozent.", "Orne hat 30 Prozent des Absatzes.", "de", "not_found"),
        ("Orne的销量增长30%。", "Orne占销量的30%。", "zh", "not_found"),
        # A round number is all but another one.
        ("The town of Orne lost 600 million euros.", "Orne lost 589 million euros.", "en", "in_part"),
        ("Orne损失了6亿欧元。", "Orne损失了5.89亿欧元。", "zh", "in_part"),
        # A round number may be of anything, and one that nobody states is not found beside a month.
        ("By 2024 fewer than 300 mills stood in Orne.", "Orne had 300 schools, wells and inns.", "en", "not_found"),
        ("In May 2024 Orne sold 265 mills.", "In May 2024 Orne sold bread.", "en", "not_found"),
        # What lasted so many years is no count.
        ("For the past 10 years Orne was ahead of Kell and Thorn.", "Orne was ahead of Kell and Thorn.", "en", "borne_out"),
    ],
)  # fmt: skip
def test_numbers_are_compared_with_those_of_their_kind(claim, source, language, outcome):
    assert judged(claim, source, language=language, names=KNOWN).outcome == outcome


def test_a_list_names_whose_number_it_is_before_or_behind_it():
    claim = "So Kell had 30 percent of the market in mills."

    for source in (
        "Of the market in mills Orne had 33 percent, Kell 18 percent and Thorn 10 percent.",
        "The mills had shares of 33 percent for Orne, 18 percent for Kell and 10 percent for Thorn.",
    ):
        (figure,) = figures_beside(claim, source, names=KNOWN)
        assert figure.against


@pytest.mark.parametrize(
    ("claim", "source", "language", "outcome"),
    [
        ("榜单上Orne有280名学者。", "榜单上Orne有280人次学者入选。", "zh", "in_part"),
        ("榜单上Orne有280名学者。", "榜单上Orne有280名学者入选。", "zh", "borne_out"),
        ("In May Orne had 280 visitors.", "In May Orne had 280 visits.", "en", "in_part"),
        ("Im Mai zählte Orne 280 Menschen.", "Im Mai zählte Orne 280 Besuche.", "de", "in_part"),
    ],
)
def test_so_many_occasions_are_not_so_many_persons(claim, source, language, outcome):
    assert judged(claim, source, language=language, names=KNOWN).outcome == outcome


@pytest.mark.parametrize(
    ("claim", "source", "language"),
    [
        (
            "So Orne delivered to the mills 200.",
            "Orne delivered to the mills 500, then rested.",
            "en",
        ),
        ("Orne去年交付机器200台。", "Orne去年交付500台机器。", "zh"),
    ],
)
def test_what_a_number_counts_may_stand_before_it(claim, source, language):
    assert judged(claim, source, language=language, names=KNOWN).outcome == "contradicted"
