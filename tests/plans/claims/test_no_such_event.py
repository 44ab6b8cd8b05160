"""A question why or when something happened of which the documents tell nothing."""

from __future__ import annotations

import pytest

from citechat.plans.claims.no_such_event import is_asked, statements
from citechat_ingest import Name
from quoting import NAMES, findings_of, index_of, leads, quote_of, quoted

MILL = Name("company", {"en": "Millworks", "de": "Mühlwerk", "zh": "磨坊社"})
YARD = Name("company", {"en": "Shipyard", "de": "Werftbau", "zh": "船厂社"})
INDEX = index_of((*NAMES, MILL, YARD))


def is_untold(question: str, *texts: str, language: str = "en") -> bool:
    quotes = [quote_of(text, language=language) for text in texts]
    return is_asked(findings_of(question, *quotes, language=language, index=INDEX))


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        ("Why did Millworks buy Shipyard?", "Millworks grinds for Shipyard.", "en"),
        ("Warum hat Mühlwerk Werftbau übernommen?", "Mühlwerk mahlt für Werftbau.", "de"),
        ("磨坊社为什么收购船厂社？", "磨坊社给船厂社供货。", "zh"),
        ("When did Millworks leave Norden?", "Millworks is a firm in Norden.", "en"),
        ("Wann verlor Norden den ersten Platz?", "Norden steht auf dem ersten Platz.", "de"),
        ("诺登为什么关闭港口？", "诺登有一个港口。", "zh"),
        ("Why did Millworks sell the mill to Shipyard?", "Millworks has a mill by Shipyard.", "en"),
        (
            "Warum verkaufte Mühlwerk die Mühle an Werftbau?",
            "Mühlwerk und Werftbau haben eine Mühle.",
            "de",
        ),
        ("磨坊社为什么把磨坊卖给船厂社？", "磨坊社和船厂社有一座磨坊。", "zh"),
        ("Why did Millworks become a state company?", "Millworks is a firm with a mill.", "en"),
        ("Wieso wurde Mühlwerk zum Staatsbetrieb?", "Mühlwerk ist eine Firma.", "de"),
        ("磨坊社为什么变成了国企？", "磨坊社是一家企业。", "zh"),
        ("Warum zog Mühlwerk nach Norden?", "Mühlwerk hat in Norden eine Mühle.", "de"),
    ],
)
def test_an_event_that_no_sentence_tells(question, text, language):
    quote = quote_of(text, language=language)
    findings = findings_of(question, quote, language=language, index=INDEX)

    assert is_asked(findings)
    [found] = statements(findings)
    assert found.is_refusal
    assert quoted([found]) == [text]
    assert leads([found])[0].endswith((":", "："))


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        ("Why did Millworks buy Shipyard?", "In 1900 Millworks acquired Shipyard.", "en"),
        ("Warum hat Mühlwerk Werftbau gekauft?", "Mühlwerk übernahm 1900 Werftbau.", "de"),
        ("磨坊社为什么收购船厂社？", "1900年磨坊社并购了船厂社。", "zh"),
        ("Why was Millworks sanctioned?", "Millworks has known the blockade since 1900.", "en"),
        ("磨坊社被制裁的原因是什么？", "磨坊社1900年曾遭遇封锁。", "zh"),
        ("Why did Norden close its harbour?", "Norden shut the harbour in 1900.", "en"),
        (
            "Why did Millworks sell the mill to Shipyard?",
            "Shipyard bought the mill of Millworks.",
            "en",
        ),
        ("Wieso wurde Mühlwerk zum Staatsbetrieb?", "Mühlwerk gehört seit 1900 dem Staat.", "de"),
        ("When did Millworks start to sell lamps?", "Millworks has had lamps since 1900.", "en"),
        ("Why has Millworks moved to Norden?", "Millworks put its mill in Norden.", "en"),
        ("Warum zog Mühlwerk nach Norden?", "Mühlwerk ist in Norden angesiedelt.", "de"),
        ("磨坊社为什么搬到诺登？", "磨坊社把磨坊放在诺登。", "zh"),
        ("Warum verlor Norden so viel?", "Norden hatte 1900 einen großen Verlust.", "de"),
    ],
)
def test_an_event_that_is_told_in_other_words(question, text, language):
    assert not is_untold(question, text, language=language)


def test_who_did_it_to_whom_must_be_told_the_same_way_round():
    asked = "Why did Millworks buy Shipyard?"

    assert is_untold(asked, "Shipyard bought Millworks.")
    assert not is_untold(asked, "Shipyard was bought by Millworks.")
    assert not is_untold("船厂社为什么被磨坊社收购？", "磨坊社收购了船厂社。", language="zh")


def test_of_one_who_is_not_named_it_is_not_told():
    assert is_untold("When did Norden close its harbour?", "Southam closed its harbour in 1900.")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Is it true that Millworks bought Shipyard?", id="presumes nothing"),
        pytest.param("Why might Millworks buy Shipyard?", id="may yet happen"),
        pytest.param("Why did Millworks not buy Shipyard?", id="did not happen"),
        pytest.param("Why is Millworks so large?", id="no event"),
        pytest.param("Why did they close the harbour?", id="no name"),
    ],
)
def test_other_questions_presume_no_event(question):
    assert not is_untold(question, "Millworks grinds for Shipyard.")


def test_where_nothing_is_told_of_the_names_together_nothing_is_quoted():
    findings = findings_of(
        "Why did Millworks buy Shipyard?", quote_of("Millworks grinds."), index=INDEX
    )

    assert is_asked(findings)
    assert not statements(findings)
