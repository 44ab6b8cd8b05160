"""The rules one by one, on sentences written for them."""

from __future__ import annotations

import pytest

from citechat.auditing.claims import claims_of
from citechat.auditing.evidence import Evidence, states_something
from citechat.auditing.judging import judge
from citechat.verification.facts import StatedFacts, read_facts
from citechat_ingest import Document, Glossary, Paragraph, Passage, Span

NAMES = Glossary()


def judged(claim: str, *sources: str, language: str = "en", closeness: float = 0.8):
    article = Document("a", language, "A", claim, (Paragraph(0, len(claim)),))
    (read,) = claims_of(article, NAMES, lambda term, language, kind: 1.0)
    return judge(read, [_evidence(source, language, closeness) for source in sources])


def _evidence(text: str, language: str, closeness: float) -> Evidence:
    place = ((0, len(text)),)
    passage = Passage("s", language, "", "", 0, len(text), text, place)
    stated = StatedFacts(text, read_facts(text, language, NAMES))
    return Evidence(Span(passage, 0, len(text)), closeness, stated, StatedFacts("", ()))


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
        ("Das wären 40 Mühlen.", "de"),
        ("文章说有40座磨坊。", "zh"),
        ("没有来源提到40座磨坊。", "zh"),
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
