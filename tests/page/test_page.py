"""The page without a browser: what it shows, what it may not do before it is up, words in three languages."""

from __future__ import annotations

import subprocess
import sys

import pytest

from citechat import Answer, Citation
from citechat.page import render
from citechat.page.chat.conversation import Exchange
from citechat.page.chat.conversation_html import conversation, with_marks
from citechat.page.words import WORDS, browser_language
from citechat.values import AnswerSentence


def reply(quote: str = "A < B.", **changes: object) -> Answer:
    citation = Citation(1, "a", "en", 'The "A"', "", "", "", quote, 0, len(quote))
    return Answer(
        **{
            "text": f"{quote} [1]",
            "answered": True,
            "language": "en",
            "citations": (citation,),
            **changes,
        }
    )


def shown(answer: Answer, **what: object) -> str:
    return conversation([Exchange("Why?", "answered", answer=answer)], "en", **what)


def test_a_mark_is_a_button_with_its_number_address_title_and_quote():
    html = with_marks(reply(), "en")

    assert 'data-citation="1"' in html
    assert 'data-address="?doc=a&amp;lang=en&amp;at=0-6"' in html
    assert 'data-title="The &quot;A&quot;" data-quote="A &lt; B."' in html


def test_texts_of_documents_and_readers_are_escaped():
    html = conversation(
        [Exchange("<script>", "answered", answer=reply("<b>bold</b>"), next=("<i>?",))],
        "en",
        last=True,
    )

    assert "<script>" not in html
    assert "<b>" not in html
    assert "<i>" not in html
    assert "&lt;b&gt;bold&lt;/b&gt;" in html


def test_a_number_in_brackets_without_a_citation_is_not_a_mark():
    assert "data-citation" not in with_marks(Answer("Row [7].", True, "en"), "en")


def test_a_badge_stands_behind_the_marks_of_the_sentence_that_is_not_borne_out():
    sentences = (
        AnswerSentence("It has 1,500.", (1,), "number_mismatch", ("1,500",)),
        AnswerSentence("It\nis far.", (1,)),
        AnswerSentence("It glows.", (), "unsupported"),
    )
    html = with_marks(
        reply(text="It has 1,500. [1] It is far. [1] It glows.", sentences=sentences), "en"
    )

    mismatch, unsupported = (
        html.index("Not in the quote: 1,500"),
        html.index("No quote bears this out"),
    )
    first_mark, second_mark = html.index("data-citation"), html.rindex("data-citation")
    assert (
        first_mark
        < mismatch
        < html.index("It is far")
        < second_mark
        < html.index("It glows.")
        < unsupported
    )


def test_the_page_says_plainly_who_writes():
    assert "Quotes only: no language model" in shown(reply())
    assert "Written by openai:gpt-x" in shown(reply(backend="openai:gpt-x"))
    assert "It timed out." in shown(reply(notice="It timed out."))


def test_an_abstention_shows_its_suggestions_as_buttons_and_not_twice():
    answer = Answer(
        "No. It does answer: Why is A?",
        False,
        "en",
        reason="no_evidence",
        suggestions=("Why is A?",),
    )
    html = conversation(
        [Exchange("?", "answered", answer=answer, near=(("<A>", "?doc=a&lang=en&at=0-1"),))], "en"
    )

    assert '<p class="said">No.</p>' in html
    assert 'data-question="Why is A?">Why is A?</button>' in html
    assert 'data-address="?doc=a&amp;lang=en&amp;at=0-1">&lt;A&gt;</button>' in html


def test_an_answer_is_copied_as_markdown_with_its_sources():
    assert 'data-copy="## Why?\n\nA &lt; B. [1]\n\n[1] The &quot;A&quot;: “A &lt; B.”' in shown(
        reply()
    )


def test_thumbs_are_there_only_where_feedback_is_kept():
    assert "data-thumb" not in shown(reply())
    assert "data-thumb" in shown(reply(), feedback=True)


def test_only_the_last_exchange_can_be_asked_again():
    assert "data-again" not in shown(reply())
    assert "data-again" in shown(reply(), last=True)


def test_while_a_text_grows_its_marks_are_seen_and_not_clicked():
    html = conversation([Exchange("Why?", "writing", "Because. [1] And")], "en")

    assert 'aria-busy="true"' in html
    assert '<span class="mark">1</span>' in html
    assert "<button" not in html


def test_a_corpus_of_ones_own_has_its_own_welcome():
    assert "Chinese city" in render.welcome({}, "en", shipped=True)
    assert "Ask your documents." in render.welcome({}, "en", shipped=False)


def test_examples_are_in_the_readers_language_first_and_one_in_each_other():
    known = {code: tuple(f"{code}{n}" for n in range(8)) for code in ("en", "de", "zh")}

    assert render.examples(known, "de") == ["de0", "de1", "de2", "de3", "en4", "zh5"]


def test_every_word_of_the_page_exists_in_the_three_languages():
    assert WORDS["en"].keys() == WORDS["de"].keys() == WORDS["zh"].keys()


@pytest.mark.parametrize(
    ("header", "language"),
    [("de-AT,de;q=0.9", "de"), ("zh-CN", "zh"), ("fr,en;q=0.5", "en"), ("", "en")],
)
def test_the_interface_follows_the_browser(header, language):
    assert browser_language(header) == language


def test_the_page_is_built_before_any_model_or_database_is_imported():
    code = (
        "import sys; from citechat import CiteChat, Settings; from citechat.page import Warming\n"
        "from citechat.page.startup import quick_import; from citechat.page.chat import conversation\n"
        "with quick_import.quick_gradio_import():\n"
        "    from citechat.page.app import build_page\n"
        "chat = CiteChat(Settings()); build_page(chat, Warming(), conversation.backends(chat))\n"
        "import gradio.component_meta as meta\n"
        "heavy = ('torch', 'transformers', 'chromadb')\n"
        "print([name for name in heavy if name in sys.modules], meta.create_or_modify_pyi.__name__)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert printed == "[] <lambda>\n"
