"""The rules one by one, on sentences written for them."""

from __future__ import annotations

import pytest

from audit_sentences import figures_beside, judged
from citechat.auditing.evidence import states_something
from citechat_ingest import Glossary, Name


@pytest.mark.parametrize(
    ("claim", "source", "outcome"),
    [
        ("The mill of Orne has 40 wheels.", "The mill of Orne has 40 wheels.", "borne_out"),
        ("The mill of Orne has 40 wheels.", "The mill of Orne has 25 wheels.", "contradicted"),
        ("The mill of Orne has 40 wheels.", "The mill of Orne is by a river.", "not_found"),
        ("The mill of Orne has 40 wheels.", "The mill of Kell has 25 wheels.", "not_found"),
        ("The mill of Orne has 40 wheels.", "The mill of Orne has 25 doors.", "not_found"),
        ("The road to Orne is 14 km long.", "The road to Orne is 14.2 km long.", "borne_out"),
        ("The town of Orne has nearly 600 mills.", "The town of Orne has 578 mills.", "borne_out"),
        (
            "The town of Orne has nearly 600 mills.",
            "The town of Orne has 410 mills.",
            "contradicted",
        ),
        (
            "The mill of Orne is third in size.",
            "The mill of Orne is fourth in size.",
            "contradicted",
        ),
        ("In 2020 Orne had 40 mills.", "In 2021 Orne had 25 mills.", "not_found"),
        ("The town of Orne has the oldest mill.", "The town of Orne has an old mill.", "in_part"),
        ("The mill of Orne opened.", "The mill of Orne did not open.", "contradicted"),
    ],
)
def test_a_claim_and_one_sentence(claim, source, outcome):
    assert judged(claim, source).outcome == outcome


def test_a_sentence_far_away_decides_nothing():
    assert (
        judged("So Orne has 40 mills.", "Orne has 25 mills.", closeness=0.2).outcome == "not_found"
    )


def test_of_two_numbers_the_closer_sentence_decides_and_the_other_is_cited():
    judgement = judged("So Orne has 40 mills.", "Orne has 40 mills.", "Orne has 25 mills.")

    assert judgement.outcome == "borne_out"
    assert [one.span.text for one in judgement.otherwise] == ["Orne has 25 mills."]


def test_the_words_that_no_source_has_are_told():
    judgement = judged("So Orne and Kell have 40 mills.", "Orne has 40 mills.")

    assert judgement.outcome == "in_part"
    assert judgement.unstated == ("Kell",)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The article says that Orne has 40 mills.", "en"),
        ("Neither the survey nor the map gives 40 mills.", "en"),
        ("That would make 40 mills.", "en"),
        ("Der Artikel nennt 40 Mühlen.", "de"),
        ("Keine Quelle nennt 40 Mühlen.", "de"),
        ("By simple arithmetic Orne has 40 mills.", "en"),
        ("Das wären 40 Mühlen.", "de"),
        ("Das ergäbe 40 Mühlen.", "de"),
        ("Rechnerisch sind das 40 Mühlen.", "de"),
        ("文章说有40座磨坊。", "zh"),
        ("没有来源提到40座磨坊。", "zh"),
        ("简单推算，磨坊约有40座。", "zh"),
    ],
)
def test_sentences_that_state_nothing_of_their_own(sentence, language):
    assert not states_something(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("An article of 2020 counted 40 mills.", "en"),
        ("Orne does not grind flour.", "en"),
        ("Die Mühle nennt sich Orne.", "de"),
        ("磨坊不再磨面粉。", "zh"),
    ],
)
def test_sentences_that_do(sentence, language):
    assert states_something(sentence, language)


SHARES = {
    "en": "So in 2020 Orne had 33 percent, Kell 18 percent and Thorn 10 percent.",
    "de": "So hatten 2020 Groß Orne 33 Prozent, Alt Kell 18 Prozent und Neu Thorn 10 Prozent.",
    "zh": "2020年，Orne占33%，Kell占18%，Thorn占10%。",
}


@pytest.mark.parametrize(
    ("claim", "language", "is_told"),
    [
        ("So Orne is first among the mills.", "en", True),
        ("So Kell is second among the mills.", "en", True),
        ("So Kell is first among the mills.", "en", False),
        ("So Thorn is third among the mills.", "en", False),
        ("Unter den Mühlen steht Groß Orne auf dem ersten Platz.", "de", True),
        ("Unter den Mühlen steht Alt Kell auf dem ersten Platz.", "de", False),
        ("在磨坊当中，Orne排名第一。", "zh", True),
        ("在磨坊当中，Kell排名第一。", "zh", False),
    ],
)
def test_a_list_of_shares_gives_the_places_but_the_last(claim, language, is_told):
    figures = figures_beside(claim, SHARES[language], language)

    assert [figure.is_stated for figure in figures] == [is_told]


@pytest.mark.parametrize(
    ("source", "is_told"),
    [
        ("So Orne puts Kell first among the mills.", False),
        ("So Orne is the first among the mills.", True),
        ("So Orne had 33 percent and Kell 18 percent.", False),
        ("So Orne had 33 percent, Kell 18 percent and Thorn 10 wheels.", False),
        ("So Orne had 33 percent, 18 percent of them new, and Thorn 10 percent.", False),
    ],
)
def test_a_place_is_told_of_the_name_that_holds_it(source, is_told):
    (figure,) = figures_beside("So Orne is first among the mills.", source)

    assert figure.is_stated == is_told


@pytest.mark.parametrize(
    ("claim", "source", "language", "unstated"),
    [
        ("The mill has the top wheel.", "The mill has a wheel, the first step.", "en", ("top",)),
        ("The mill has the top wheel.", "The mill has the largest wheel.", "en", ()),
        (
            "Orne has the highest total output.",
            "Orne has the highest output.",
            "en",
            ("highest total",),
        ),
        ("Orne has the highest total output.", "Orne has the best total output.", "en", ()),
        (
            "Orne hat die höchste Gesamtleistung.",
            "Orne hat die höchste Leistung.",
            "de",
            ("höchste Gesamtleistung",),
        ),
        ("Orne的总量最高。", "Orne的产量最高。", "zh", ("总量最",)),
        ("Orne的磨坊顶尖。", "Orne的磨坊很好，这是第一步。", "zh", ("顶尖",)),
    ],
)
def test_a_superlative_is_told_by_another_of_what_it_is_said(claim, source, language, unstated):
    judgement = judged(f"{claim[:-1]} 1.", source + " 1", language=language)

    assert set(unstated) <= set(judgement.unstated)
    assert bool(unstated) == bool(judgement.unstated)


def test_a_sentence_with_all_of_many_names_is_about_the_claim_in_whatever_words():
    claim = "So the firms of Orne, Kell and Thorn are alike."

    told = judged(
        claim, "Only Orne was born of a school, while Kell and Thorn followed it.", closeness=0.7
    )
    few = judged(
        claim.replace(", Kell and Thorn", " and Kell"),
        "Only Orne was born of a school, while Kell followed it.",
        closeness=0.7,
    )

    assert (told.outcome, few.outcome) == ("in_part", "not_found")


def test_the_holder_of_a_rank_is_of_the_kind_of_the_claims():
    known = Glossary((Name("company", {"en": "Acme"}), Name("place", {"en": "Kell"})))
    claim = "So Acme is third among the mills."

    (told,) = figures_beside(claim, "Acme is first in Kell and third in the world.", names=known)
    (other,) = figures_beside(claim, "Acme is older than Kell, third in the world.")

    assert (told.is_stated, other.is_stated) == (True, False)
