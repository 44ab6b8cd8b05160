"""Whether what was found is enough to answer with."""

from __future__ import annotations

from citechat.plans import Statement
from citechat.plans.enough import given
from citechat_ingest import Name
from quoting import HOLM, findings_of, index_of, quote_of

ANKER = Name("company", dict.fromkeys(("en", "de", "zh"), "Anker"))
INDEX = index_of((ANKER, HOLM))


def test_an_answer_gives_it_where_one_of_its_sentences_does() -> None:
    idle = Statement(quote_of("Anker signed 16 papers."))
    own = Statement(quote_of("Ada Holm signed for Anker."))
    silent = Statement(lead="Nobody knows.")
    findings = findings_of("Who signed for Anker?", idle.quote, index=INDEX)

    assert given([idle], findings) == ()
    assert given([idle, own], findings) == [idle, own]
    assert given([silent], findings) == [silent]


def test_the_best_sentence_takes_the_place_of_an_answer_that_does_not_give_it() -> None:
    idle = Statement(quote_of("Anker signed 16 papers."))
    own = quote_of("Ada Holm signed for Anker.")
    findings = findings_of("Who signed for Anker?", own, index=INDEX)

    assert given([idle], findings) == [Statement(own)]
