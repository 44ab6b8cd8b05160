"""Take the pictures of the page, from the real page over the shipped corpus: ``make screenshots``.

Each picture in tests/screenshots is one view of the page as a reader meets it, at the width and in the theme that its
line of ``PICTURES`` gives.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from citechat import CiteChat
from citechat.page import launch
from machine import CHROMIUM, CHROMIUM_FLAGS, free_port

FOLDER = Path(__file__).parent / "screenshots"
QUESTION = "why is Hebei first in compute"


def main() -> int:
    if not CHROMIUM:
        print("no Chromium on this machine: install one to take the pictures", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    chat = CiteChat()
    port = free_port()
    page = launch(chat, port=port, block=False)
    chat.warm_up()
    try:
        take_pictures(f"http://127.0.0.1:{port}")
    finally:
        page.close(verbose=False)
    return 0


def take_pictures(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        for name, (width, scheme, show) in PICTURES.items():
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=scheme, locale="en-US"
            )
            page = context.new_page()
            page.goto(address)
            page.locator("#masthead .masthead").wait_for()
            show(page)
            page.mouse.move(0, 0)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
            context.close()
        browser.close()


def ask_and_open(page: Any) -> None:
    page.fill("#question textarea", QUESTION)
    page.press("#question textarea", "Enter")
    page.locator(".answer [data-citation='1']").click()
    page.locator("#source mark").wait_for()


def view(name: str) -> Callable[[Any], None]:
    def show(page: Any) -> None:
        page.click(f".masthead [data-view='{name}']")
        page.locator(f"#view-{name} {MAIN_PART[name]}").first.wait_for()

    return show


MAIN_PART = {"article": ".reading", "audit": ".audit", "figures": ".figures"}
PICTURES: dict[str, tuple[int, Any, Callable[[Any], None]]] = {
    "chat": (1280, "light", ask_and_open),
    "dark": (1280, "dark", ask_and_open),
    "narrow": (360, "light", ask_and_open),
    "article": (1280, "light", view("article")),
    "audit": (1280, "light", view("audit")),
    "figures": (1280, "light", view("figures")),
}

if __name__ == "__main__":
    sys.exit(main())
