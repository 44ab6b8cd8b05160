"""The page without a browser: what it shows, what it may not do before it is up, words in three languages."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from citechat import Answer, Citation, CiteChat
from citechat.page import html as page_html
from citechat.page.chat.answer_html import answer_text, with_marks
from citechat.page.chat.conversation import Exchange
from citechat.page.chat.conversation_html import conversation
from citechat.page.labels import LABELS, VERDICT_MEANINGS, VERDICTS, browser_language
from citechat.testing import LetterCountEmbedder
from citechat.values import AnswerSentence, FigureRow, Mark, join_sentences
from citechat_ingest import VERDICTS as VERDICT_ORDER


def marks_in(text: str) -> tuple[Mark, ...]:
    """The marks of a text whose brackets are all marks."""
    return tuple(Mark(int(m[1]), *m.span()) for m in re.finditer(r"\[(\d+)\]", text))


def reply(quote: str = "A < B.", **changes: Any) -> Answer:
    text = f"{quote} [1]"
    citation = Citation(1, "a", "en", 'The "A"', "", "", "", quote, 0, len(quote))
    return Answer(
        **{
            "text": text,
            "marks": marks_in(changes.get("text", text)),
            "answered": True,
            "language": "en",
            "citations": (citation,),
            **changes,
        }
    )


def shown(answer: Answer, **what: Any) -> str:
    return conversation([Exchange("Why?", "answered", answer=answer)], "en", **what)


def test_a_mark_is_a_button_with_its_number_address_title_and_quote():
    html = with_marks(reply(), "en")

    assert 'data-citation="1"' in html
    assert 'data-address="?doc=a&amp;lang=en&amp;at=0-6"' in html
    assert 'data-title="The &quot;A&quot;" data-quote="A &lt; B."' in html


def test_a_mark_names_the_page_of_its_quote():
    answer = reply()
    paged = replace(answer, citations=(replace(answer.citations[0], page=12),))

    assert 'data-title="The &quot;A&quot;, p. 12"' in with_marks(paged, "en")


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


INSTALL = "```sh\npip install pool[1]  # [2] extras\n```\n\nThe tool [of 2024] opens the pool.\n"


def test_a_number_in_brackets_within_a_quote_is_a_word_and_no_mark(settings, folder):
    """Documents may hold anything: the number of a footnote, an extra of a package, an index."""
    (folder / "install.md").write_text(f"# How to install the tool\n\n{INSTALL}", encoding="utf-8")
    chat = CiteChat(settings, embedder=LetterCountEmbedder())
    pieces = list(chat.stream("How to install the pool tool with extras?"))
    answer = pieces[-1]
    assert isinstance(answer, Answer)

    html = with_marks(answer, "en")

    assert "pip install pool[1] # [2] extras [1]" in answer.text
    assert html.startswith("pip install pool[1] # [2] extras<button")
    assert html.count("<button") == len(answer.citations)
    assert pieces[0] == "pip install pool[1] # [2] extras [1]"
    assert [answer.text[m.start : m.end] for m in answer.marks] == [
        f"[{c.number}]" for c in answer.citations
    ]


def test_a_huge_number_in_brackets_is_shown_as_it_stands():
    code = f"The mark [{'9' * 5_000}] stands here."
    waiting = conversation([Exchange("Why?", "writing", f"{code} [1]")], "en")

    assert f"[{'9' * 5_000}]" in with_marks(Answer(code, True, "en"), "en")
    assert f"[{'9' * 5_000}]" in waiting
    assert '<span class="mark">1</span>' in waiting


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
    assert "Chinese city" in page_html.welcome({}, "en", shipped=True)
    assert "Ask your documents." in page_html.welcome({}, "en", shipped=False)


def test_examples_are_in_the_readers_language_first_and_one_in_each_other():
    known = {code: tuple(f"{code}{n}" for n in range(8)) for code in ("en", "de", "zh")}

    assert page_html.examples(known, "de") == ["de0", "de1", "de2", "de3", "en4", "zh5"]


def test_every_word_of_the_page_exists_in_the_three_languages():
    assert LABELS["en"].keys() == LABELS["de"].keys() == LABELS["zh"].keys()
    for names in (*VERDICTS.values(), *VERDICT_MEANINGS.values()):
        assert tuple(names) == VERDICT_ORDER


def test_a_label_has_the_same_blanks_in_the_three_languages():
    for key, english in LABELS["en"].items():
        blanks = sorted(re.findall(r"{\w+}", english))
        for language in ("de", "zh"):
            assert sorted(re.findall(r"{\w+}", LABELS[language][key])) == blanks, (language, key)


@pytest.mark.parametrize(
    ("header", "language"),
    [("de-AT,de;q=0.9", "de"), ("zh-CN", "zh"), ("fr,en;q=0.5", "en"), ("", "en")],
)
def test_the_interface_follows_the_browser(header, language):
    assert browser_language(header) == language


@pytest.mark.slow
def test_the_page_is_built_before_any_model_or_database_is_imported():
    code = (
        "import sys; from citechat import CiteChat, Settings; from citechat.page import Startup\n"
        "from citechat.page.app import build_page; from citechat.page.chat import conversation\n"
        "from citechat.index.contents import read_contents\n"
        "chat = CiteChat(Settings()); contents = read_contents(chat.settings)\n"
        "build_page(chat, Startup(), contents, conversation.backends(chat))\n"
        "heavy = ('torch', 'transformers', 'chromadb')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert printed == "[]\n"


# citechat's own words


CLAIMED = AnswerSentence("It has 2,800.", (1,), lead="The article says:")
COUNTED = AnswerSentence("It has 2,500.", (2,), lead="The survey <2025> says:")


def with_leads(*sentences: AnswerSentence, **changes: Any) -> Answer:
    second = replace(reply().citations[0], number=2, document_id="b")
    text, marks = join_sentences(sentences)
    citations = (reply().citations[0], second)
    return reply(text=text, sentences=sentences, citations=citations, marks=marks, **changes)


def test_own_words_are_set_apart_from_the_quotes_and_each_side_has_a_paragraph():
    html = answer_text(with_leads(CLAIMED, COUNTED), "en")

    first, second = re.findall(r'<p class="said">(.*?)</p>', html)
    assert first.startswith('<em class="lead">The article says:</em> It has 2,800.<button')
    assert second.startswith('<em class="lead">The survey &lt;2025&gt; says:</em> It has 2,500.')
    assert 'data-citation="2"' in second


def test_a_sentence_that_is_all_citechats_own_stands_in_the_text_once_and_without_a_mark():
    own = AnswerSentence("", lead="Counted differently, so they cannot be compared.")
    html = answer_text(with_leads(CLAIMED, own), "en")

    assert html.endswith(
        '<p class="said"><em class="lead">Counted differently, so they cannot be compared.</em></p>'
    )
    assert html.count("Counted differently") == 1


def test_chinese_needs_no_space_behind_a_full_width_colon():
    claimed = replace(CLAIMED, text="有2800家。", lead="文章称：")

    assert "</em>有2800家。" in answer_text(with_leads(claimed, language="zh"), "zh")


def test_a_badge_keeps_its_place_beside_own_words():
    wrong = replace(COUNTED, verdict="number_mismatch", problems=("2,500",))
    html = answer_text(with_leads(CLAIMED, wrong, AnswerSentence("It glows.")), "en")

    assert html.index('data-citation="2"') < html.index("Not in the quote: 2,500")
    assert html.index("Not in the quote: 2,500") < html.index("It glows.")


def test_a_quote_with_a_blank_line_does_not_break_the_mark_that_carries_it():
    (paragraph,) = re.findall(r'<p class="said">.*?</p>', answer_text(reply("A\n\nB"), "en"), re.S)[
        1:
    ]

    assert 'data-quote="A\n\nB"' in paragraph


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_line_below_an_answer_says_whose_words_they_are(language):
    def line(answer: Answer) -> str:
        html = conversation([Exchange("Why?", "answered", answer=answer)], language)
        return re.findall(r'<p class="backend">(.*?)</p>', html)[0]

    own = AnswerSentence("", lead="Good day.")
    assert line(reply()) == LABELS[language]["quotes_only"]
    assert line(with_leads(CLAIMED)) == LABELS[language]["quotes_and_own_words"]
    assert (
        line(reply(text="Good day.", sentences=(own,), citations=()))
        == (LABELS[language]["own_words_only"])
    )


# Figures that an answer compares

NORDEN = FigureRow("Norden", "1,500", "<Survey>", "2024", 1, 1500.0, "count", "Ships")
SUEDEN = replace(NORDEN, label="Süden", value="300", citation=0, amount=300.0)
OSTEN = replace(SUEDEN, label="Osten", value="0", amount=0.0)


def table_of(*rows: FigureRow) -> str:
    return re.findall(r"<table class=\"compared.*?</table>", shown(reply(figures=rows)), re.S)[0]


def test_two_figures_are_a_table_with_marks_and_no_bars():
    html = table_of(NORDEN, SUEDEN)

    assert "<caption>Ships</caption>" in html
    assert '<th scope="row">Norden</th><td class="value">1,500</td>' in html
    assert '<td class="sayer">&lt;Survey&gt;, 2024<button type="button" class="mark"' in html
    assert 'class="track"' not in html


def test_three_figures_of_one_unit_have_bars_as_long_as_their_numbers():
    html = table_of(NORDEN, SUEDEN, OSTEN)

    assert re.findall(r"width:([\d.]+)%", html) == ["100.00", "20.00", "0.00"]


def test_a_bar_opens_the_sentence_of_its_figure_and_says_so_to_screen_readers():
    html = table_of(NORDEN, SUEDEN, OSTEN)

    (bar,) = re.findall(r'<button type="button" class="track".*?>', html)
    assert 'data-address="?doc=a&amp;lang=en&amp;at=0-6"' in bar
    assert 'aria-label="Norden, 1,500: opens The &quot;A&quot;"' in bar
    assert html.count('<span class="track" aria-hidden="true">') == 2


def test_only_figures_of_one_unit_share_a_scale():
    share = replace(SUEDEN, value="80%", amount=80.0, unit="percent")

    assert 'class="track"' not in table_of(NORDEN, SUEDEN, share)
    assert table_of(NORDEN, SUEDEN, OSTEN, share).count('class="track"') == 3


def test_figures_of_several_metrics_name_them_in_their_rows():
    html = table_of(NORDEN, replace(SUEDEN, metric="Lamps"))

    assert "<caption>Figures compared</caption>" in html
    assert '<th scope="row">Süden · Lamps</th>' in html


def test_an_answer_without_figures_has_no_table():
    assert "<table" not in shown(reply())


def test_an_answer_that_cannot_be_shown_says_so_and_the_others_are_shown(caplog):
    # A mark beyond the text: no page wrote this.
    broken = replace(reply(), text="", marks=(Mark(1, 90, 93),))
    exchanges = [
        Exchange("One?", "answered", answer=broken),
        Exchange("Two?", "answered", answer=reply()),
    ]
    html = conversation(exchanges, "de", last=True)

    assert LABELS["de"]["failed_unforeseen"] in html
    assert 'data-again="One?"' in html
    assert 'data-citation="1"' in html
    assert "could not be shown" in caplog.text
