"""Are you sure? The words again, with what contradicts them, or that nothing does."""

from __future__ import annotations

import pytest

from citechat.talk.reassurance import reassure
from lights import CLAIM, NOTE
from quoting import findings_of, leads, quote_of, quoted

OWN = {
    "en": ["The words are the document's own:", "But:", "By contrast:"],
    "de": ["So steht es im Dokument:", "Aber:", "Dagegen:"],
    "zh": ["原文如此：", "不过：", "另一说："],
}
ALONE = {
    "en": "No other document that I found gives another figure or contradicts it.",
    "de": "Ich habe kein anderes Dokument gefunden, das dem widerspricht.",
    "zh": "我没有找到与此相矛盾的其他资料。",
}


def claim_of(language="en", **told):
    told = {"paragraph": "lamp", "sources": ("survey",), "role": "article"} | told
    return quote_of(CLAIM[language], document_id="article", language=language, **told)


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_audit_has_the_second_word(lights_index, language):
    other = quote_of(CLAIM[language].replace("40", "37"), language=language)
    findings = findings_of("?", claim_of(language), other, language=language, index=lights_index)

    statements = reassure(findings)

    assert leads(statements) == OWN[language][:2]
    assert quoted(statements) == [CLAIM[language], NOTE[language]]


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_without_an_audit_another_number_is_told(language):
    other = quote_of(CLAIM[language].replace("40", "37"), language=language)

    statements = reassure(findings_of("?", claim_of(language), other, language=language))

    assert leads(statements) == [OWN[language][0], OWN[language][2]]
    assert quoted(statements) == [CLAIM[language], other.text]


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_where_nothing_contradicts_the_chat_says_so_itself(language):
    statements = reassure(findings_of("?", claim_of(language), language=language))

    assert leads(statements) == [OWN[language][0], ALONE[language]]
    assert quoted(statements) == [CLAIM[language]]


def test_the_audit_s_own_word_stands_alone(lights_index):
    note = claim_of(role="audit")

    assert quoted(reassure(findings_of("?", note, index=lights_index))) == [CLAIM["en"]]
    assert len(reassure(findings_of("?", note, index=lights_index))) == 1


def test_a_sentence_that_tells_both_is_judged_by_the_audit_s_own_word(lights_index):
    both = quote_of("By the article, Norden has 40 lamps; by the survey, it has 38.")
    note = quote_of(NOTE["en"], role="audit", paragraph="lamp")

    assert quoted(reassure(findings_of("?", both, note, index=lights_index))) == [NOTE["en"]]
    assert quoted(reassure(findings_of("?", both, index=lights_index))) == [both.text]
