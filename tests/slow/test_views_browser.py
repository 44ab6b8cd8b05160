"""The article, the audit and the figures in a real browser."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from machine import CHROMIUM, free_port

pytestmark = pytest.mark.slow

if not CHROMIUM:
    pytest.skip("no Chromium on this machine", allow_module_level=True)


@pytest.fixture(scope="module")
def address(chat) -> Iterator[str]:
    from citechat.page import launch

    port = free_port()
    chat.warm_up()  # whichever test comes first builds the index
    page = launch(chat, port=port, block=False)
    yield f"http://127.0.0.1:{port}"
    page.close()


@pytest.fixture
def page(readers) -> Any:
    """A fresh reader's page with the three views filled."""
    opened = readers.open()
    for root in (".reading", ".audit", ".figures"):
        opened.wait_for_selector(root, state="attached")
    return opened


def show(page: Any, view: str) -> None:
    page.locator(f".masthead [data-view={view}]").click()


def wait_for_mark(page: Any, text: str) -> None:
    page.wait_for_function(
        "text => document.querySelector('#source mark')?.textContent.includes(text)", arg=text
    )
    assert page.locator("#source mark").first.is_visible()


# Article


def test_a_mark_at_a_claim_opens_what_the_audit_says_and_its_sources(page):
    show(page, "article")
    page.locator(".claim.contradicted").first.click()

    card = page.locator(".claim-card:popover-open")
    assert card.get_by_text("The sources say", exact=True).is_visible()
    source = card.locator(".credit .opens").first
    title = source.get_attribute("title")
    source.click()

    page.locator("#source h2", has_text=title).wait_for()
    assert card.count() == 0


def test_a_mark_is_opened_and_closed_by_the_keyboard(page):
    show(page, "article")
    page.locator(".claim").first.focus()
    page.keyboard.press("Enter")

    page.locator(".claim-card:popover-open").wait_for()
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('.claim-card:popover-open')")
    assert page.evaluate("document.activeElement.matches('.claim')")


def test_the_sources_of_a_paragraph_open(page):
    show(page, "article")
    source = page.locator(".reading > .credit .opens").first
    source.click()

    page.locator("#source h2", has_text=source.get_attribute("title")).wait_for()


def test_a_clicked_sentence_can_be_asked_about(page):
    show(page, "article")
    sentence = page.locator(".sentence", has_text="more than 2,400 AI companies").first
    sentence.click()
    page.locator(".ask-floating").click()

    answer = page.locator(".turn .answer").first
    answer.locator("[data-citation='1']").wait_for()
    assert sentence.evaluate("s => s.textContent") in page.locator(".asked").inner_text()
    assert "2,400" in answer.inner_text()


def test_selected_words_can_be_asked_about_without_the_marks_between_them(page):
    show(page, "article")
    page.evaluate(
        """() => {
            const [first, second] = document.querySelectorAll(".sentence");
            getSelection().setBaseAndExtent(first.firstChild, 0, second.firstChild, 9);
        }"""
    )

    asker = page.locator(".ask-floating")
    asker.wait_for()
    first, second = (
        page.locator(".sentence").nth(n).evaluate("s => s.textContent") for n in (0, 1)
    )
    assert f"“{first} {second[:9]}”" in asker.get_attribute("data-question")


def test_the_article_can_be_read_in_another_language_than_the_page(page):
    show(page, "article")
    page.locator("[data-reading=zh]").click()

    page.wait_for_selector(".reading[lang=zh]")
    assert page.locator(".masthead [data-view=article]").inner_text() == "Article"
    assert page.locator("[data-reading=zh]").get_attribute("aria-pressed") == "true"


def test_the_contents_lead_to_their_section(page):
    show(page, "article")
    entry = page.locator(".contents button").nth(4)
    entry.click()

    page.wait_for_function(
        "title => document.activeElement.textContent === title", arg=entry.inner_text()
    )


# Audit


def test_the_audit_is_narrowed_down_by_verdict_and_place(page):
    show(page, "audit")
    rows = page.locator(".audit tbody tr:visible")
    everything = rows.count()
    page.locator("[data-verdict-filter=contradicted]").click()
    contradicted = rows.count()
    page.select_option("[data-place-filter]", "Hangzhou")

    assert everything > contradicted > rows.count() > 0
    assert set(rows.evaluate_all("rows => rows.map((row) => row.dataset.verdict)")) == {
        "contradicted"
    }
    assert page.locator(".shown").inner_text() == f"{rows.count()} of {everything} claims"


def test_filters_that_nothing_matches_say_so(page):
    show(page, "audit")
    page.locator("[data-verdict-filter=contradicted]").click()
    page.select_option("[data-place-filter]", "Langfang")

    assert page.locator(".audit .nothing").is_visible()


def test_a_claim_is_one_click_from_the_article_and_from_the_audit(page):
    show(page, "audit")
    row = page.locator(".audit tbody tr", has_text="Beijing has more than 2,400 AI companies.")
    row.get_by_role("button", name="In the article").click()
    wait_for_mark(page, "Beijing has more than 2,400 AI companies, about 40 percent")

    row.get_by_role("button", name="In the audit").click()
    note = row.locator("td").nth(2).locator("p").inner_text()
    wait_for_mark(page, note)


# Figures


def pick(page: Any, metric: str) -> None:
    page.select_option("#metric-choice", metric)
    page.wait_for_selector(f".figures[data-metric={metric}]")


def test_a_bar_opens_the_sentence_that_gives_its_figure(page):
    show(page, "figures")
    pick(page, "ai_companies")
    page.locator(".bar", has_text="more than 2,800").click()

    wait_for_mark(page, "2,800")


def test_a_bar_is_opened_by_the_keyboard(page):
    show(page, "figures")
    pick(page, "unicorns")
    page.locator(".bar", has_text="36").first.focus()
    page.keyboard.press("Enter")

    wait_for_mark(page, "36")


def test_competing_counts_stand_under_their_place_or_their_year(page):
    show(page, "figures")
    pick(page, "financing_deals")
    places = page.locator(".figures h4").all_inner_texts()
    page.locator("[data-group=year]").click()
    page.wait_for_function("document.querySelector('.figures h4').textContent === '2021'")

    assert places[:2] == ["China", "Beijing"]
    assert page.locator(".figures h4").all_inner_texts() == ["2021", "2024"]


def test_the_figures_can_be_taken_away(page, tmp_path):
    show(page, "figures")
    pick(page, "registered_models")
    taken: dict[str, Path] = {}
    for kind in ("csv", "png"):
        with page.expect_download() as download:
            page.locator(f"[data-save={kind}]").click()
        taken[kind] = tmp_path / download.value.suggested_filename
        download.value.save_as(taken[kind])

    assert {path.name for path in taken.values()} == {
        "citechat-registered_models.csv",
        "citechat-registered_models.png",
    }
    with taken["csv"].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == page.locator(".bar").count()
    assert {row["metric"] for row in rows} == {"registered_models"}
    picture = taken["png"].read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == 2000


def test_the_numbers_follow_the_language_of_the_page(page):
    show(page, "figures")
    page.locator("[data-language-choice=de]").click()
    page.wait_for_selector(".figures[lang=de]")
    pick(page, "core_ai_industry")

    assert "knapp 600 Milliarden Yuan" in page.locator(".figures").inner_text()
    assert "Peking" in page.locator(".figures h4").all_inner_texts()


# All three


@pytest.mark.parametrize("width", [360, 768, 1920])
def test_the_views_fit_the_screen(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    for view in ("article", "audit", "figures"):
        show(page, view)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view
