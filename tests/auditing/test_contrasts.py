"""What a sentence says otherwise than a claim in a word: a state, a lead, a name, a date."""

from __future__ import annotations

import pytest

from audit_sentences import KNOWN, judged


@pytest.mark.parametrize(
    ("claim", "source", "language", "word"),
    [
        ("Orne has made a profit since 2020.", "Orne had a loss in 2022.", "en", "profit"),
        ("Die Firma Orne macht seit 2020 Gewinn.", "Orne hatte 2022 Verluste.", "de", "Gewinn"),
        ("Orne自2020年起盈利。", "Orne在2022年亏损。", "zh", "盈利"),
        ("The mill of Orne is private.", "Orne belongs to a state-owned bank.", "en", "private"),
        ("Die Mühle Orne ist privat.", "Orne gehört einem Staatskonzern.", "de", "privat"),
        ("Orne是民营企业。", "Orne由国有集团控股。", "zh", "民营"),
        ("Orne has the highest hills.", "Orne has the lowest hills.", "en", "highest"),
    ],
)
def test_a_state_that_excludes_the_claims(claim, source, language, word):
    judgement = judged(claim, source, language=language, names=KNOWN)

    assert judgement.outcome == "contradicted"
    assert judgement.unstated == (word,)


@pytest.mark.parametrize(
    "source",
    [
        "Orne had a loss in 2019.",
        "Kell had a loss in 2022.",
        "Orne had no loss in 2022.",
        "Orne had a loss in 2022, then a profit.",
    ],
)
def test_another_time_another_name_or_both_states_exclude_nothing(source):
    assert (
        judged("Orne has made a profit since 2020.", source, names=KNOWN).outcome != "contradicted"
    )


@pytest.mark.parametrize(
    ("claim", "source", "language", "outcome"),
    [
        ("So Kell leads the list.", "The list puts Orne first, Kell second.", "en", "contradicted"),
        ("So Orne leads the list.", "The list puts Orne first, Kell second.", "en", "borne_out"),
        (
            "Kell führt die Liste an.",
            "Orne steht auf dem ersten, Kell auf dem zweiten Platz der Liste.",
            "de",
            "contradicted",
        ),
        ("在榜单上，Kell居首。", "榜单上Orne第一、Kell第二。", "zh", "contradicted"),
    ],
)
def test_who_leads_is_first(claim, source, language, outcome):
    assert judged(claim, source, language=language, names=KNOWN).outcome == outcome


@pytest.mark.parametrize(
    ("claim", "source", "language", "word"),
    [
        (
            "Orne opened a shop in 2016.",
            "Orne was founded in 2016, and opened a shop in 2020.",
            "en",
            "2016",
        ),
        (
            "Orne eröffnete 2016 einen Laden.",
            "Orne entstand 2016 und eröffnete 2020 einen Laden.",
            "de",
            "2016",
        ),
        ("Orne于2016年开设商店。", "Orne于2016年成立，2020年开设商店。", "zh", "2016年"),
        (
            "So Orne was founded in Kell by brothers.",
            "So Orne was founded in Thorn by brothers.",
            "en",
            "Kell",
        ),
    ],
)
def test_another_name_or_date_in_the_place_of_the_claims(claim, source, language, word):
    judgement = judged(claim, source, language=language, names=KNOWN)

    assert judgement.outcome == "contradicted"
    assert word in judgement.unstated
