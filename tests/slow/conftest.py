"""What the tests in a real browser share: the browser, and readers who may meet no fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from machine import CHROMIUM, CHROMIUM_FLAGS

ALLOWED = re.compile(r"^(http://127\.0\.0\.1:|data:|blob:)")
LEFT = re.compile(r"AbortError|Connection errored out")
# Milliseconds that anything on the page may take where a test does not measure it: other tests run
# beside it, and a browser on a busy machine is slow.
PATIENCE = 60_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


class Readers:
    """Opens the page for readers; none may meet a console error or a request to another host."""

    def __init__(self, browser: Any, address: str) -> None:
        self.browser, self.address = browser, address
        self.problems: list[str] = []
        self.contexts: list[Any] = []

    def open(self, place: str = "/", width: int = 1280, height: int = 800, **context: Any) -> Any:
        size = {"width": width, "height": height}
        settings = {"locale": "en-US", **context}
        self.contexts.append(self.browser.new_context(viewport=size, **settings))
        page = self.contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", self._on_request)
        page.goto(self.address + place)
        page.wait_for_selector("#masthead .masthead")
        return page

    def _on_console(self, message: Any) -> None:
        if message.type == "error":
            self.problems.append(message.text)

    def _on_request(self, request: Any) -> None:
        if not ALLOWED.match(request.url):
            self.problems.append(request.url)

    def reload(self, page: Any) -> None:
        """What gradio itself logs when a page is left while a request is on its way is no reader's
        problem."""
        before = len(self.problems)
        page.reload()
        since = self.problems[before:]
        self.problems[before:] = [problem for problem in since if not LEFT.search(problem)]


@pytest.fixture
def readers(browser: Any, address: str) -> Iterator[Readers]:
    """Readers of the page at ``address``, which the test's own file serves."""
    readers = Readers(browser, address)
    yield readers
    problems = list(readers.problems)
    for context in readers.contexts:
        context.close()
    assert problems == []
