"""What others say of an answer: the audit, another number, or nobody anything else."""

from __future__ import annotations

import pytest

from citechat.plans.statements import Statement
from citechat.talk.agreement import AGREED, OBJECTED
from citechat.talk.others import what_others_say
from lights import CLAIM, NOTE
from quoting import findings_of, leads, quote_of, quoted

ALONE = {
    "en": "No other document that I found gives another figure or contradicts it.",
    "de": "Ich habe kein anderes Dokument gefunden, das dem widerspricht.",
    "zh": "我没有找到与此相矛盾的其他资料。",
}


def claim_of(language="en", **told):
    told = {"paragraph": "lamp", "sources": ("survey",), "role": "article"} | told
    return quote_of(CLAIM[language], document_id="article", language=language, **told)


NOT_QUITE = {"en": "Not quite:", "de": "Nicht ganz:", "zh": "不完全是："}
NO = {"en": "No:", "de": "Nein:", "zh": "不是："}
ASKED = {
    "en": "How many kilometres far does it shine?",
    "de": "Wie viele Kilometer weit leuchtet sie?",
    "zh": "灯光可达多少公里？",
}


def told(kind, language, first, *others, index=None):
    """What others say of an answer of one sentence."""
    with_index = {} if index is None else {"index": index}
    findings = findings_of(ASKED[language], first, *others, language=language, **with_index)
    return what_others_say(kind, [Statement(first)], findings)


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_audit_tells_what_others_make_of_it(lights_index, language):
    statements = told(AGREED, language, claim_of(language), index=lights_index)

    assert leads(statements) == [NOT_QUITE[language]]
    assert quoted(statements) == [NOTE[language]]


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_another_document_counts_otherwise(language):
    other = quote_of(CLAIM[language].replace("40", "37"), language=language)

    statements = told(AGREED, language, claim_of(language), other)

    assert leads(statements) == [NO[language]]
    assert quoted(statements) == [other.text]
    assert leads(told(OBJECTED, language, claim_of(language), other)) == [""]


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_where_nobody_says_otherwise_the_chat_says_so_itself(language):
    assert leads(told(AGREED, language, claim_of(language))) == [ALONE[language]]
