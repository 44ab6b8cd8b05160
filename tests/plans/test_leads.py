"""The article's claim and the audit's word on it, each after the chat's own few words."""

from __future__ import annotations

from citechat.plans import Statement
from citechat.plans.leads import with_leads
from quoting import quote_of

CLAIM = Statement(quote_of("It shines 40 kilometres far.", role="article"))
VERDICT = Statement(quote_of("The survey says 38 kilometres.", role="audit"))
SOURCE = Statement(quote_of("The survey counted lamps."))


def leads(statements: list[Statement], language: str = "en") -> list[str]:
    return [statement.lead for statement in with_leads(statements, language)]


def test_a_claim_and_its_verdict_say_whose_they_are() -> None:
    assert leads([CLAIM, VERDICT]) == ["The article says:", "But:"]
    assert leads([CLAIM, VERDICT], "de") == ["Der Artikel sagt:", "Aber:"]
    assert leads([CLAIM, VERDICT], "zh") == ["文章说：", "不过："]


def test_a_sentence_between_them_keeps_its_own_words() -> None:
    assert leads([CLAIM, SOURCE, VERDICT]) == ["The article says:", "", "But:"]


def test_a_lead_that_is_there_stays() -> None:
    named = Statement(CLAIM.quote, "Norden:")

    assert leads([named, VERDICT]) == ["Norden:", "But:"]


def test_where_no_claim_is_judged_nothing_is_added() -> None:
    assert leads([CLAIM, SOURCE]) == ["", ""]
    assert leads([SOURCE, VERDICT]) == ["", ""]
    assert leads([]) == []
