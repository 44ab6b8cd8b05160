"""The names, dates and weighty words of a claim: which of them do sentences state together?"""

from __future__ import annotations

import pytest

from audit_sentences import KNOWN, judged


@pytest.mark.parametrize(
    ("claim", "source", "language", "outcome"),
    [
        # Of two who take part none may be missing, of a longer list one may, and so may an occasion.
        ("Orne and Kell built a mill.", "Orne built a mill.", "en", "not_found"),
        ("Orne und Kell bauten eine Mühle.", "Orne baute eine Mühle.", "de", "not_found"),
        ("Orne和Kell建了磨坊。", "Orne建了磨坊。", "zh", "not_found"),
        ("Orne, Kell and Thorn built mills.", "Orne and Kell built mills.", "en", "in_part"),
        ("After Kell closed, Orne built a mill.", "Orne built a mill.", "en", "in_part"),
        # "All" after the names of all and "largest" after a rank say nothing more.
        ("Orne、Kell、Thorn都是磨坊。", "磨坊有Orne、Kell和Thorn。", "zh", "borne_out"),
        ("Orne is the third largest mill.", "Orne is third among the mills.", "en", "borne_out"),
        ("Orne ist die drittgrößte Mühle.", "Orne ist die dritte der Mühlen.", "de", "borne_out"),
        # A lead of another year is none in the claim's.
        ("In 2020 Orne had the top mill.", "In 2020 Orne had a mill, but led in 2025.", "en", "in_part"),
        # "Is not first" is no rank that a source must state.
        ("Orne is not first, since it is old.", "Orne is old.", "en", "borne_out"),
    ],
)  # fmt: skip
def test_what_is_missing(claim, source, language, outcome):
    assert judged(claim, source, language=language, names=KNOWN).outcome == outcome


def test_several_sentences_together_name_all_and_give_all_years():
    claim = "So the plan of Orne for mills has steps to 2020, 2025 and 2030."

    judgement = judged(
        claim,
        "By 2020 the plan wants mills in Orne.",
        "By 2020 the plan wants more mills in Orne.",
        "By 2025 the plan wants mills in Orne.",
        "By 2030 the plan wants mills in Orne.",
        names=KNOWN,
    )

    assert judgement.outcome == "borne_out"
    assert len(judgement.bearing) == 3


def test_a_date_is_that_of_whom_the_sentence_names():
    judgement = judged(
        "In 2020 Orne had the largest mill.",
        "Orne has the largest mill, a report of May 2024 says.",
        "Kell had a mill in 2020.",
        names=KNOWN,
    )

    assert "2020" in judgement.unstated


@pytest.mark.parametrize(
    ("claim", "source", "language"),
    [
        ("Orne made a major find in 2020.", "Orne made a find in 2020.", "en"),
        ("Orne machte 2020 einen bedeutenden Fund.", "Orne machte 2020 einen Fund.", "de"),
        ("Orne在2020年取得重大发现。", "Orne在2020年取得发现。", "zh"),
    ],
)
def test_a_word_that_makes_much_of_it_must_be_said(claim, source, language):
    judgement = judged(claim, source, language=language, names=KNOWN)

    assert judgement.outcome == "in_part"
    assert len(judgement.unstated) == 1
    assert judged(claim, claim, language=language, names=KNOWN).outcome == "borne_out"


def test_who_is_put_first_in_other_words_is_put_first():
    judgement = judged(
        "Orne is the foremost town of mills.", "Orne leads the towns of mills.", names=KNOWN
    )

    assert judgement.outcome == "borne_out"
    assert not judgement.unstated


def test_with_all_names_and_dates_in_one_sentence_fewer_words_will_do():
    claim = "Since 2018 Orne has been host to Kell."

    assert (
        judged(claim, "The first fair of Kell took place in Orne in 2018.", names=KNOWN).outcome
        == "borne_out"
    )
    assert (
        judged(claim, "The first fair of Kell took place in Orne.", names=KNOWN).outcome
        != "borne_out"
    )
