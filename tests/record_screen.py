"""Record how a question is asked, as an animated picture for each README: ``make recording``.

A question is typed into the real page over the shipped corpus, its answer comes, and a click on a
mark opens the cited paragraph. Each language has a picture of its own in tests/screenshots.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import ViewportSize, sync_playwright

from citechat import CiteChat
from citechat.page import launch
from machine import CHROMIUM, CHROMIUM_FLAGS, free_port

FOLDER = Path(__file__).parent / "screenshots"
WIDTH, HEIGHT = 1100, 720
TYPED = 70  # milliseconds that a piece of the question is seen
PIECES = 14
QUESTIONS = {
    "en": ("en-US", "why is Hebei first in compute"),
    "de": ("de-DE", "Wie viel Börsenwert hat Nvidia durch DeepSeek-R1 verloren?"),
    "zh": ("zh-CN", "英伟达因DeepSeek-R1损失了多少市值？"),
}


@dataclass
class Film:
    """Pictures of a page, each with the milliseconds that it is seen."""

    page: Any
    frames: list[Image.Image] = field(default_factory=list)
    times: list[int] = field(default_factory=list)

    def shoot(self, milliseconds: int) -> None:
        picture = self.page.screenshot(animations="disabled", caret="hide")
        self.frames.append(Image.open(BytesIO(picture)).convert("RGB"))
        self.times.append(milliseconds)

    def save(self, path: Path) -> None:
        first, *others = self.frames
        first.save(
            path,
            save_all=True,
            append_images=others,
            duration=self.times,
            loop=0,
            quality=70,
            method=6,
        )


def play(page: Any, question: str) -> Film:
    """The scene: the welcome, a question typed, its answer, the paragraph behind its first mark."""
    film = Film(page)
    page.locator(".welcome").wait_for()
    film.shoot(1200)
    for end in _ends(question):
        page.fill("#question textarea", question[:end])
        film.shoot(TYPED)
    film.shoot(600)
    page.press("#question textarea", "Enter")
    page.locator(".answer").wait_for()
    film.shoot(2600)
    page.locator(".answer [data-citation='1']").click()
    page.locator("#source mark").wait_for()
    page.mouse.move(0, 0)
    page.wait_for_timeout(400)  # the pane slides in
    film.shoot(4500)
    return film


def _ends(question: str) -> Sequence[int]:
    """Where the question is cut while it is typed, in at most ``PIECES`` steps."""
    step = max(1, len(question) // PIECES)
    return [*range(step, len(question), step), len(question)]


def main(languages: Sequence[str]) -> int:
    if not CHROMIUM:
        print("no Chromium on this machine: install one to record the page", file=sys.stderr)
        return 1
    chat = CiteChat()
    port = free_port()
    served = launch(chat, port=port, block=False)
    chat.warm_up()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        for language in languages or list(QUESTIONS):
            locale, question = QUESTIONS[language]
            viewport = ViewportSize(width=WIDTH, height=HEIGHT)
            context = browser.new_context(viewport=viewport, locale=locale)
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{port}")
            page.locator("#masthead .masthead").wait_for()
            film = play(page, question)
            film.save(FOLDER / f"asking.{language}.webp")
            context.close()
        browser.close()
    served.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
