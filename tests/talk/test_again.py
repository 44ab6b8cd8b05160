"""The last answer again, in another language or shorter, on the shipped corpus without a model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.messages import say
from citechat.plans.names.profile import profile_quotes
from citechat.plans.statements import Statement
from citechat.talk.again import in_language, once_more
from quoting import leads, quoted


@pytest.fixture(scope="module")
def said(shipped_index):
    quotes = profile_quotes("profiles/shenzhen", "en", shipped_index)[:3]
    return [Statement(quotes[0], lead=say("lead_but", "en")), *map(Statement, quotes[1:])]


@pytest.mark.parametrize("language", ["de", "zh"])
def test_each_sentence_has_its_counterpart_at_the_same_place(shipped_index, said, language):
    translated = in_language(said, language, shipped_index)

    expected = profile_quotes("profiles/shenzhen", language, shipped_index)[:3]
    assert quoted(translated) == [quote.text for quote in expected]
    assert leads(translated)[0] == say("lead_but", language)


def test_a_name_before_a_quote_is_the_one_of_the_other_language(shipped_index, said):
    named = replace(said[0], lead="Beijing:")

    assert leads(in_language([named], "zh", shipped_index)) == ["北京："]


def test_what_no_document_has_in_that_language_is_not_half_said(shipped_index, said):
    passage = replace(said[0].quote.passage, document_id="profiles/nowhere")
    strange = Statement(replace(said[0].quote, passage=passage))

    assert in_language([strange, said[1]], "de", shipped_index) == []


def test_shorter_is_the_first_quote_and_simpler_says_that_the_chat_only_quotes(said):
    [short] = once_more("shorter", said, "en")
    [simple] = once_more("simpler", said, "en")

    assert short.quote == simple.quote == said[0].quote
    assert simple.lead == say("simpler", "en")
    assert once_more("repeat", said, "en") == said


@pytest.mark.parametrize(
    ("language", "lead"),
    [("en", "That stands in “"), ("de", "Das steht in „"), ("zh", "出自《")],
)
def test_whence_names_the_document_of_the_first_quote(shipped_index, said, language, lead):
    [told] = once_more("whence", in_language(said, language, shipped_index), language)

    assert told.lead.startswith(lead)
    assert told.quote.passage.title in told.lead
