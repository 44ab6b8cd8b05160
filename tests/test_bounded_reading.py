"""What reads documents and questions takes a time that grows with their length alone, whatever they
hold."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from citechat.language import answer_types, terms
from citechat.markdown_text import inert, literal
from citechat.question.decomposition import decompose_question
from citechat.question.follow_ups import contextualize_question
from citechat.question.tidying import tidy
from citechat.question.wishes import language_wish
from citechat_ingest import Glossary, Name, detect_language, sentence_spans
from citechat_ingest.formats.csv_file import read_csv
from citechat_ingest.formats.html_page import read_html
from citechat_ingest.formats.json_lines import read_json_lines
from citechat_ingest.formats.plain_text import read_plain_text
from citechat_ingest.front_matter import split_front_matter
from citechat_ingest.html_blocks import html_blocks
from citechat_ingest.markdown import read_markdown
from growth import LINEAR, growth

# Each reads what is long, and longer.
pytestmark = pytest.mark.slow

BEIJING = Name("place", {"en": "Beijing", "de": "Peking", "zh": "北京"})
EVERY_TYPE = frozenset(("reason", "number", "time", "list", "truth", "person"))


def _sentences(text: str) -> None:
    for language in ("en", "de", "zh"):
        sentence_spans(text, 0, language)


def _terms(text: str) -> None:
    for language in ("en", "de", "zh"):
        terms.words(text, language)
        terms.grams(text, language)


def _types(text: str) -> None:
    answer_types.asked_types(text)
    answer_types.holds(text, EVERY_TYPE)


def _glossary() -> Glossary:
    """A new one each time: it remembers what it has read, and to read that again would take no time."""
    return Glossary((BEIJING,))


def _decomposed(text: str) -> None:
    for language in ("en", "de", "zh"):
        decompose_question(f"{text}?", _glossary(), language)


def _followed(text: str) -> None:
    turns = [{"role": "user", "content": text}, {"role": "assistant", "content": text}]
    for question in ("And it?", "why?", text):
        contextualize_question(question, turns, _glossary(), "en")


# What is read, in how many characters: those that libraries read take longer.
READERS: dict[str, tuple[Callable[[str], object], int]] = {
    "Markdown": (read_markdown, 800),
    "HTML in Markdown": (html_blocks, 4_000),
    "a page of HTML": (lambda text: read_html(text.encode()), 4_000),
    "text": (read_plain_text, 20_000),
    "a table": (lambda text: read_csv(f"a,b\n{text}".encode()), 8_000),
    "a record": (lambda text: read_json_lines(json.dumps({"a": text}).encode()), 8_000),
    # Deeper than PyYAML goes, which looks at every open bracket for each one that it meets: it gives
    # up after a tenth of a second.
    "front matter": (lambda text: split_front_matter(f"---\ntitle: a\n{text}\n---\n"), 4_000),
    "sentences": (_sentences, 8_000),
    "the language": (detect_language, 8_000),
    "a question at the door": (tidy, 20_000),
    "a wish for a language": (language_wish, 4_000),
    "the terms": (_terms, 3_000),
    "the types": (_types, 800),
    "the parts of a question": (_decomposed, 2_000),
    "a follow-up": (_followed, 1_500),
    "what is copied": (lambda text: (inert(text), literal(text)), 8_000),
}
UNITS = [
    *(
        "a",
        "a ",
        "a b. ",
        "z. B. ",
        "1. ",
        " ",
        "\n",
        " \n",
        ",",
        "、",
        "，",
        "。",
        "? ",
        "...",
        "7",
    ),
    *("[", "]", "[1]", "(", '"', "*", "_", "`", "# ", "- ", "> ", "|", "\\", "![", "[a](", "---\n"),
    *(
        "<",
        "<a ",
        "</",
        "<!",
        "<!--",
        "<?",
        "<![",
        "<title>",
        "<td>",
        "&",
        "&#1;",
        "a: b\n",
        "a,b\n",
    ),
    *("and ", "und ", "和", "which a ", "who, ", "zähl ", "wer ", "Beijing and ", "北京", "为什么"),
    *("\u00ad", "\u200b", "e\u0301", "\U0001f600", "\u2028", "\x00", "7年", "A-1-", "'s "),
]


@pytest.mark.parametrize("name", READERS)
def test_twice_the_text_is_read_in_twice_the_time(name: str) -> None:
    read, characters = READERS[name]
    read("a ")  # what is loaded on first use

    slow = {}
    for unit in UNITS:
        ratio = growth(read, unit, characters // len(unit))
        if ratio >= LINEAR:
            slow[unit] = round(ratio, 2)

    assert slow == {}
