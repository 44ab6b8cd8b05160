"""The page in a real browser: ask, read, prove, keep, with a mouse, a keyboard, a small screen and in the dark."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from citechat import Answer, CiteChat
from citechat.page import app
from citechat.page.chat import kept_in_browser
from citechat.values import AnswerSentence, Mark
from comparing import LEADS, Comparing
from machine import CHROMIUM, free_port

pytestmark = pytest.mark.slow

if not CHROMIUM:
    pytest.skip("no Chromium on this machine", allow_module_level=True)
WRITER, COMPARING = "test:writer", "test:comparing"
VIEWS = ("chat", "article", "audit", "figures")
HEBEI = "Why is Hebei first in compute?"
LONG = "Which vouchers does Shenzhen hand out?"


class Writer(CiteChat):
    """Stands for a language model: writes slowly, and not everything that it writes is borne out."""

    def stream(
        self, question: str, history: Any = (), *, within: Any = None
    ) -> Iterator[str | Answer]:
        *_, answer = super().stream(question, history)
        assert isinstance(answer, Answer)
        first, *_rest = answer.sentences
        invented = AnswerSentence("It has 9,999 lamps.", (1,), "number_mismatch", ("9,999",))
        yield first.text
        for _ in range(100 if question == LONG else 4):
            sleep(0.1)
            yield " …"
        text = f"{first.text} [1] {invented.text} [1]"
        yield replace(
            answer,
            text=text,
            marks=tuple(Mark(1, m.start(), m.end()) for m in re.finditer(r"\[1\]", text)),
            citations=answer.citations[:1],
            sentences=(first, invented),
            backend=WRITER,
        )


@pytest.fixture(scope="module")
def said(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("said")


@pytest.fixture(scope="module")
def address(chat, said) -> Iterator[str]:
    """The page over the shipped corpus, with a choice of who writes and a folder for feedback."""
    import citechat.page

    settings = chat.settings.with_changes(feedback_dir=said)
    own = CiteChat(settings, embedder=chat.embedder)
    choices = {
        "extractive": own,
        WRITER: Writer(settings, embedder=chat.embedder),
        COMPARING: Comparing(settings, embedder=chat.embedder),
    }
    patch = pytest.MonkeyPatch()
    patch.setattr(citechat.page, "backends", lambda _: choices)
    port = free_port()
    page = citechat.page.launch(own, port=port, block=False)
    own.warm_up()
    yield f"http://127.0.0.1:{port}"
    page.close(verbose=False)
    patch.undo()


@pytest.fixture
def page(readers) -> Any:
    return readers.open()


def ask(page: Any, question: str) -> Any:
    turns = page.locator(".turn").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    return answer(page, turns)


def answer(page: Any, number: int) -> Any:
    shown = page.locator(".turn").nth(number).locator(".answer")
    shown.wait_for()
    return shown


def marked(page: Any, quote: str) -> None:
    """Wait until the source pane marks ``quote``, within sight."""
    page.wait_for_function(
        "quote => document.querySelector('#source mark')?.textContent === quote", arg=quote
    )
    assert page.locator("#source mark").is_visible()
    inside = "m => { const a = m.getBoundingClientRect(), b = m.closest('.text').getBoundingClientRect(); "
    assert page.locator("#source mark").evaluate(
        inside + "return a.top >= b.top && a.top < b.bottom }"
    )


def stop(page: Any) -> None:
    """Stop the answer, and wait until the server has heard of it: nobody is quick enough to ask before."""
    with page.expect_response("**/reset"):
        page.click("#stop")
    page.locator(".stopped").wait_for()


# Asking and proving


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("why is Hebei first in compute", "Langfang"),
        ("Welche Schecks verteilt Shenzhen?", "Korpusgutschein"),
        ("DeepSeek-R1 让英伟达市值损失多少？", "6000亿美元"),
    ],
)
def test_an_answer_opens_every_citation_on_its_marked_quote(page, question, fact):
    shown = ask(page, question)

    assert fact in shown.inner_text()
    marks = shown.locator("[data-citation]")
    assert marks.count() >= 1
    for number in range(marks.count()):
        assert marks.nth(number).get_attribute("data-citation") == str(number + 1)
        marks.nth(number).click()
        marked(page, marks.nth(number).get_attribute("data-quote"))


def test_an_answer_is_there_at_once(page):
    ask(page, HEBEI)
    seconds = []
    for city in ("Beijing", "Shenzhen", "Hangzhou"):
        started = monotonic()
        ask(page, f"How many AI companies does {city} have?")
        seconds.append(monotonic() - started)

    # A second, and as much again for a browser on a machine that runs other tests.
    assert min(seconds) < 2


def test_a_follow_up_is_understood(page):
    ask(page, "How many AI companies does Beijing have?")

    assert "Shenzhen" in ask(page, "And Shenzhen?").inner_text()


def test_an_abstention_offers_questions_and_documents_to_open(page):
    shown = ask(page, "Who won the World Cup in 2022?")
    assert "The documents do not say." in shown.inner_text()

    shown.locator(".near [data-address]").first.click()
    page.locator("#source mark").wait_for()
    shown.locator(".ask").first.click()

    answer(page, 1).locator("[data-citation='1']").wait_for()


def test_an_example_and_what_to_ask_next_are_asked_by_a_click(page):
    page.locator(".welcome .ask").first.click()
    answer(page, 0).locator(".ask").first.click()

    answer(page, 1).locator("[data-citation='1']").wait_for()


def test_the_same_paragraph_is_one_click_away_in_the_other_languages(page):
    ask(page, HEBEI).locator("[data-citation='1']").click()
    page.locator(".switch[lang='zh']").click()

    page.wait_for_function("document.querySelector('#source mark')?.textContent.includes('廊坊')")
    assert page.locator("#source .text").get_attribute("lang") == "zh"


def test_beside_the_quote_stand_the_audit_and_the_sources(page):
    ask(page, HEBEI).locator("[data-citation='1']").click()
    claim = page.locator("#source .notes details").first
    claim.locator("summary").click()
    claim.locator("[data-address]").last.click()

    page.wait_for_function("document.querySelector('#source [data-place*=sources]')")


def test_a_mark_shows_title_and_quote_before_it_is_clicked(page):
    mark = ask(page, HEBEI).locator("[data-citation='1']")
    mark.hover()

    assert page.locator("#quote-card q").inner_text() == mark.get_attribute("data-quote")


def test_what_a_reader_types_is_shown_and_never_run(page):
    ask(page, "<img src=x onerror=console.error('run')> Beijing AI companies?")

    assert "<img" in page.locator(".asked").inner_text()


def test_nothing_moves_when_a_source_opens(page):
    shown = ask(page, HEBEI)
    before = shown.bounding_box()
    shown.locator("[data-citation='1']").click()
    page.locator("#source mark").wait_for()

    assert shown.bounding_box() == before


# A model that writes


def choose_writer(page: Any, name: str = WRITER) -> None:
    page.click("#backend input")
    page.get_by_role("option", name=name).click()


def test_a_written_answer_names_its_writer_and_what_is_not_borne_out(page):
    choose_writer(page)
    shown = ask(page, HEBEI)

    assert f"Written by {WRITER}" in shown.inner_text()
    assert shown.locator(".badge").inner_text() == "Not in the quote: 9,999"


def test_an_answer_can_be_stopped_and_asked_again(page):
    choose_writer(page)
    page.fill("#question textarea", LONG)
    page.press("#question textarea", "Enter")
    page.locator(".writing").wait_for()
    stop(page)

    assert page.locator("#send").is_visible()
    page.click("[data-again]")
    page.locator(".writing").wait_for()
    stop(page)
    assert page.locator(".turn").count() == 1


def test_a_question_that_is_sent_before_the_last_answer_is_kept_is_not_lost(page, monkeypatch):
    seal = kept_in_browser.sealed

    def slowly(*given: Any) -> Any:
        sleep(1)
        return seal(*given)

    monkeypatch.setattr(app, "sealed", slowly)
    ask(page, HEBEI)
    ask(page, "How many AI companies does Beijing have?")

    assert page.locator(".turn").count() == 2
    assert answer(page, 0).locator("[data-citation='1']").count() == 1


# Own words and figures


def compare(page: Any, question: str = "How many AI companies do the cities have?") -> Any:
    choose_writer(page, COMPARING)
    return ask(page, question)


def test_own_words_look_other_than_the_quotes_between_them(page):
    shown = compare(page)

    assert shown.locator(".lead").all_inner_texts() == list(LEADS["en"])
    style = "lead => [getComputedStyle(lead).fontStyle, getComputedStyle(lead).color]"
    font, colour = shown.locator(".lead").first.evaluate(style)
    assert font == "italic"
    assert colour != shown.locator(".said").first.evaluate("p => getComputedStyle(p).color")


def test_a_bar_beneath_an_answer_opens_the_sentence_of_its_figure(page):
    shown = compare(page)
    bars = shown.locator(".compared button.track")
    quotes = shown.locator(".compared .mark").evaluate_all("m => m.map((x) => x.dataset.quote)")
    assert bars.count() == len(quotes) == 4

    bars.nth(2).click()
    marked(page, quotes[2])
    bars.nth(3).focus()
    page.keyboard.press("Enter")
    marked(page, quotes[3])


def test_figures_are_kept_with_the_conversation(readers, page):
    compare(page)
    readers.reload(page)

    assert answer(page, 0).locator(".compared .track").count() == 4


@pytest.mark.parametrize("width", [360, 768])
def test_figures_fit_a_narrow_screen(readers, width):
    page = readers.open(width=width, height=800)
    shown = compare(page, "Wie viele KI-Unternehmen haben die Städte?")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert shown.locator(".compared").bounding_box()["width"] <= width


# Keeping, copying, saying


def test_a_reload_keeps_the_conversation_and_its_citations(readers, page):
    ask(page, HEBEI)
    ask(page, "Who won the World Cup in 2022?")
    readers.reload(page)

    mark = answer(page, 0).locator("[data-citation='1']")
    mark.click()
    marked(page, mark.get_attribute("data-quote"))
    page.click("#clear")
    page.locator(".welcome").wait_for()
    readers.reload(page)
    page.locator(".welcome").wait_for()


def test_two_readers_do_not_see_each_other(readers):
    one, other = readers.open(), readers.open(locale="de-DE")
    ask(one, HEBEI)
    german = ask(other, "Welche Schecks verteilt Shenzhen?")

    assert "Korpusgutschein" in german.inner_text()
    assert one.locator(".turn").count() == other.locator(".turn").count() == 1
    assert other.locator(".asked").inner_text().endswith("Welche Schecks verteilt Shenzhen?")


def test_an_answer_is_copied_and_the_conversation_saved_with_its_sources(readers):
    page = readers.open(permissions=["clipboard-read", "clipboard-write"])
    quote = ask(page, HEBEI).locator("[data-citation='1']").get_attribute("data-quote")
    page.click("[data-copy]")
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as download:
        page.click("#download")

    assert copied.startswith(f"## {HEBEI}")
    assert f"“{quote}”" in copied
    assert copied.strip() == Path(download.value.path()).read_text(encoding="utf-8").strip()


def test_a_thumb_and_a_comment_are_kept(page, said):
    ask(page, HEBEI)
    page.get_by_label("Not helpful").click()
    page.keyboard.type("Too long.")
    page.click(".opinion button")
    page.get_by_text("Thank you").wait_for()

    last = json.loads((said / "feedback.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (last["thumb"], last["comment"], last["question"]) == ("down", "Too long.", HEBEI)


# Addresses, languages, screens, keys


def test_a_copied_link_opens_the_passage(readers):
    page = readers.open(permissions=["clipboard-read", "clipboard-write"])
    mark = ask(page, HEBEI).locator("[data-citation='1']")
    mark.click()
    quote = mark.get_attribute("data-quote")
    marked(page, quote)
    page.click("[data-copy-link]")
    page.get_by_text("Copied").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")

    assert link == page.url
    marked(readers.open(link.removeprefix(readers.address)), quote)


def test_each_view_has_an_address(readers):
    page = readers.open("/#audit")
    page.locator("#view-audit .audit").wait_for()
    page.click(".masthead [data-view='article']")
    page.locator("#view-article .reading").wait_for()

    assert page.url.endswith("#article")
    assert not page.locator("#view-audit").is_visible()
    page.go_back()
    assert page.locator("#view-audit").is_visible()


def test_the_interface_follows_the_browser_and_remembers_the_switch(readers):
    page = readers.open(locale="de-DE")
    page.locator("#question textarea[placeholder*='Frage']").wait_for()
    page.click("[data-language-choice='zh']")
    page.locator("#question textarea[placeholder*='请输入']").wait_for()
    page.locator("#view-figures .figures[lang='zh']").wait_for(state="attached")
    readers.reload(page)

    page.locator("#question textarea[placeholder*='请输入']").wait_for()
    assert page.evaluate("document.documentElement.lang") == "zh"


def test_every_view_fits_every_screen(page):
    ask(page, HEBEI)
    for width in (360, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        for view in VIEWS:
            page.click(f".masthead [data-view='{view}']")
            page.locator(f"#view-{view}").wait_for()

            assert page.evaluate("document.documentElement.scrollWidth") <= width, (view, width)


def test_on_a_narrow_screen_the_source_is_a_sheet_to_be_closed(readers):
    page = readers.open(width=360, height=740)
    mark = ask(page, HEBEI).locator("[data-citation='1']")
    mark.click()
    marked(page, mark.get_attribute("data-quote"))
    page.get_by_label("Close the source").click()

    page.locator("#source").wait_for(state="hidden")
    assert mark.evaluate("mark => mark === document.activeElement")


def test_everything_can_be_done_with_the_keyboard(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.type(HEBEI)
    page.keyboard.press("Enter")
    mark = answer(page, 0).locator("[data-citation='1']")
    while not mark.evaluate("mark => mark === document.activeElement"):
        page.keyboard.press("Shift+Tab")
    assert page.locator("#quote-card").is_visible()
    page.keyboard.press("Enter")

    marked(page, mark.get_attribute("data-quote"))


@pytest.mark.parametrize("how", [{"color_scheme": "dark"}, {"place": "/?__theme=dark"}])
def test_the_page_has_a_dark_side(readers, how):
    page = readers.open(**how)

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"


@pytest.mark.parametrize(
    ("scheme", "rules"), [("light", {}), ("dark", {"runOnly": ["color-contrast"]})]
)
def test_axe_finds_nothing_serious(readers, scheme, rules):
    from axe_playwright_python.sync_playwright import Axe

    page = readers.open(color_scheme=scheme)
    ask(page, "Who won the World Cup in 2022?")
    compare(page)
    choose_writer(page, "Quotes only")
    ask(page, HEBEI).locator("[data-citation='1']").click()
    page.locator("#source mark").wait_for()
    found = []
    for view in VIEWS:
        page.click(f".masthead [data-view='{view}']")
        violations = (
            Axe().run(page, options={"resultTypes": ["violations"], **rules}).response["violations"]
        )
        found += [
            (view, v["id"], v["nodes"][0]["html"][:160])
            for v in violations
            if v["impact"] in ("serious", "critical")
        ]

    assert found == []
