"""Take the pictures of the page, from the real page over the shipped corpus: ``make screenshots``.

Each picture in tests/screenshots is one view of the page as a reader meets it, at the width and in
the theme that its line of ``PICTURES`` gives. Names on the command line take those alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import ViewportSize, sync_playwright

from citechat import CiteChat
from citechat.page import launch
from comparing import Comparing
from machine import CHROMIUM, CHROMIUM_FLAGS, free_port

FOLDER = Path(__file__).parent / "screenshots"
QUESTION = "why is Hebei first in compute"
COMPARISON = {
    "en-US": "How many AI companies do the cities have?",
    "de-DE": "Wie viele KI-Unternehmen haben die Städte?",
    "zh-CN": "各城市有多少家人工智能企业？",
}


def main(names: Sequence[str]) -> int:
    if not CHROMIUM:
        print("no Chromium on this machine: install one to take the pictures", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    chat = CiteChat()
    compares = Comparing(chat.settings, embedder=chat.embedder)
    chat.warm_up()
    wanted = names or list(PICTURES)
    for served in (chat, compares):
        port = free_port()
        page = launch(served, port=port, block=False)
        served.warm_up()
        is_comparing = served is compares
        of_this_page = [name for name in wanted if (PICTURES[name][3] is compare) == is_comparing]
        try:
            take_pictures(f"http://127.0.0.1:{port}", of_this_page)
        finally:
            page.close(verbose=False)
    return 0


def take_pictures(address: str, names: Sequence[str]) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        for name in names:
            width, scheme, locale, show = PICTURES[name]
            viewport = ViewportSize(width=width, height=800)
            context = browser.new_context(viewport=viewport, color_scheme=scheme, locale=locale)
            page = context.new_page()
            page.goto(address)
            page.locator("#masthead .masthead").wait_for()
            show(page, locale)
            page.mouse.move(0, 0)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
            context.close()
        browser.close()


Show = Callable[[Any, str], None]


def welcome(page: Any, locale: str) -> None:
    page.locator(".welcome").wait_for()


def ask(page: Any, *questions: str) -> None:
    """Ask one after another, each when the answer before it stands."""
    for number, question in enumerate(questions):
        page.fill("#question textarea", question)
        page.press("#question textarea", "Enter")
        page.locator(".answer").nth(number).wait_for()


def ask_and_open(page: Any, locale: str) -> None:
    ask(page, QUESTION)
    page.locator(".answer [data-citation='1']").click()
    page.locator("#source mark").wait_for()


def refuse(page: Any, locale: str) -> None:
    ask(page, "Who won the World Cup in 2022?")


def compare(page: Any, locale: str) -> None:
    """What an answer with own words and figures looks like."""
    ask(page, COMPARISON[locale])


def asked(*questions: str) -> Show:
    """What the answers to these questions look like, one conversation."""
    return lambda page, locale: ask(page, *questions)


def view(name: str) -> Show:
    def show(page: Any, locale: str) -> None:
        page.click(f".masthead [data-view='{name}']")
        page.locator(f"#view-{name} {MAIN_PART[name]}").first.wait_for()

    return show


MAIN_PART = {"article": ".reading", "audit": ".audit", "figures": ".figures"}
PICTURES: dict[str, tuple[int, Any, str, Show]] = {
    "welcome": (1280, "light", "en-US", welcome),
    "chat": (1280, "light", "en-US", ask_and_open),
    "dark": (1280, "dark", "en-US", ask_and_open),
    "narrow": (360, "light", "en-US", ask_and_open),
    "refusal": (1280, "light", "en-US", refuse),
    "refusal-narrow": (360, "dark", "en-US", refuse),
    "compared": (1280, "light", "en-US", compare),
    "compared-dark": (1280, "dark", "de-DE", compare),
    "compared-narrow": (360, "light", "de-DE", compare),
    "compared-chinese": (360, "dark", "zh-CN", compare),
    "article": (1280, "light", "en-US", view("article")),
    "article-narrow": (360, "dark", "en-US", view("article")),
    "audit": (1280, "light", "en-US", view("audit")),
    "audit-narrow": (360, "light", "en-US", view("audit")),
    "figures": (1280, "light", "en-US", view("figures")),
    "figures-dark": (1280, "dark", "zh-CN", view("figures")),
    "figures-narrow": (360, "dark", "de-DE", view("figures")),
    # One answer of each kind of question, in all languages, themes and widths between them.
    "kind-fact": (1280, "light", "de-DE", asked("Wer hat Unitree gegründet?")),
    "kind-claim": (360, "dark", "en-US", asked("Is Shanghai ahead of Beijing in AI talent?")),
    "kind-rank": (1280, "dark", "en-US", asked("Which city had the most financing deals?")),
    "kind-total": (360, "light", "zh-CN", asked("北京、上海、深圳2024年融资笔数一共多少？")),
    "kind-share": (1280, "light", "zh-CN", asked("北京的融资额占全国多少？")),
    "kind-definition": (360, "dark", "de-DE", asked("Was ist ein Rechengutschein?")),
    "kind-profile": (1280, "dark", "zh-CN", asked("介绍一下梁文锋")),
    "kind-why": (360, "light", "de-DE", asked("Warum ist Hebei bei der Rechenleistung vorn?")),
    "kind-list": (1280, "light", "en-US", asked("Which companies are the six little tigers?")),
    "kind-negation": (360, "dark", "zh-CN", asked("六小虎中哪家不在北京？")),
    "kind-premise": (1280, "dark", "de-DE", asked("Warum sitzt DeepSeek in Shanghai?")),
    "kind-units": (360, "light", "en-US", asked("How big is Shanghai's AI industry in 亿元?")),
    "kind-opinion": (1280, "light", "en-US", asked("What does Wu Ting think of Shenzhen?")),
    "kind-summary": (1280, "dark", "en-US", asked("Summarise the article.")),
    "kind-parts": (360, "dark", "en-US", asked("Who founded Zhipu AI, and when?")),
    "kind-follow-up": (
        360,
        "light",
        "zh-CN",
        asked("北京有多少家人工智能企业？", "那上海呢？", "哪个更多？"),
    ),
    "kind-clause": (360, "light", "en-US", asked("How much profit did Unitree make in 2025?")),
    "kind-table-row": (1280, "light", "de-DE", asked("Wie hoch ist Unitrees Marktanteil?")),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
