"""The page in a real browser: ask, read, open every citation."""

from __future__ import annotations

import re
import shutil
import socket
from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.slow

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if not CHROMIUM:
    pytest.skip("no Chromium on this machine", allow_module_level=True)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
ALLOWED = re.compile(r"^(http://127\.0\.0\.1:|data:|blob:)")


@pytest.fixture(scope="module")
def address(chat) -> Iterator[str]:
    from citechat.page import launch

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page = launch(chat, port=port, block=False)
    yield f"http://127.0.0.1:{port}"
    page.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, address) -> Iterator[Any]:
    """A fresh reader's page; at the end it must have met no console error and asked no other host for anything."""
    context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    problems: list[str] = []
    opened.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("request", lambda request: None if ALLOWED.match(request.url) else problems.append(request.url))
    opened.goto(address)
    opened.wait_for_selector("#question textarea[placeholder*='Ask']")
    yield opened
    context.close()
    assert problems == []


def ask(page: Any, question: str) -> Any:
    turns = page.locator(".turn").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    answer = page.locator(".turn").nth(turns).locator(".answer")
    answer.wait_for(timeout=15_000)
    return answer


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("why is Hebei first in compute", "Langfang"),
        ("Welche Schecks verteilt Shenzhen?", "Korpusscheck"),
        ("DeepSeek-R1 让英伟达市值损失多少？", "6000亿美元"),
    ],
)
def test_an_answer_opens_every_citation_on_its_marked_quote(page, question, fact):
    answer = ask(page, question)

    assert fact in answer.inner_text()
    marks = answer.locator("[data-citation]")
    for number in range(marks.count()):
        mark = marks.nth(number)
        assert mark.get_attribute("data-citation") == str(number + 1)
        quote = mark.get_attribute("title").split(": ", 1)[1]
        mark.click()
        page.wait_for_function("quote => document.querySelector('#source mark')?.textContent === quote", arg=quote)
        assert page.locator("#source mark").is_visible()


def test_the_same_paragraph_is_one_click_away_in_the_other_languages(page):
    ask(page, "why is Hebei first in compute").locator("[data-citation='1']").click()
    page.locator(".switch", has_text="中文").click()

    page.wait_for_function("document.querySelector('#source mark')?.textContent.includes('廊坊')")


def test_an_abstention_offers_questions_that_can_be_clicked(page):
    answer = ask(page, "Who won the World Cup in 2022?")
    assert "The corpus does not say." in answer.inner_text()

    answer.locator(".ask").first.click()

    page.locator(".turn").nth(1).locator("[data-citation='1']").wait_for()


def test_an_example_question_is_asked_by_a_click(page):
    page.locator(".examples .ask").first.click()

    page.locator(".turn [data-citation='1']").wait_for()


def test_the_interface_changes_its_language(page):
    page.get_by_label("Deutsch").check()

    page.wait_for_selector("#question textarea[placeholder*='Frage']")
    assert "KI-Städten" in page.locator(".masthead").inner_text()


def test_what_a_reader_types_is_shown_and_never_run(page):
    ask(page, "<img src=x onerror=console.error('run')> Beijing AI companies?")

    assert "<img" in page.locator(".asked").inner_text()


def test_the_page_fits_a_narrow_screen(page):
    page.set_viewport_size({"width": 360, "height": 740})
    ask(page, "How many AI companies does Beijing have?")

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
