"""Answers as values: printed, compared, sent as JSON and pasted as Markdown."""

import json
import re
from dataclasses import FrozenInstanceError, replace

import pytest
from markdown_it import MarkdownIt

from citechat.values import Answer, AnswerSentence, Citation, FigureRow

CITATION = Citation(
    number=1,
    document_id="sources/lighthouse",
    language="en",
    title="The lighthouse",
    section="Light",
    url="https://example.org/lighthouse",
    published="2024-05-01",
    quote="It turns once every 12 seconds.",
    start=40,
    end=71,
)
ANSWER = Answer(
    text="It turns once every 12 seconds. [1]",
    answered=True,
    language="en",
    citations=(CITATION,),
    question="How often does it turn?",
    sentences=(AnswerSentence("It turns once every 12 seconds.", (1,)),),
)


def test_an_answer_prints_as_its_text():
    assert f"{ANSWER}" == "It turns once every 12 seconds. [1]"


def test_a_notice_is_printed_below_the_text_and_stands_above_the_sources():
    noted = replace(ANSWER, reason="model_timeout", notice="Quotes only.")

    assert f"{noted}" == "It turns once every 12 seconds. [1]\n\nQuotes only."
    assert noted.to_markdown().startswith(
        "It turns once every 12 seconds. [1]\n\nQuotes only.\n\n[1] "
    )


def test_answers_are_compared_by_value():
    assert replace(ANSWER) == ANSWER
    assert replace(ANSWER, answered=False) != ANSWER


@pytest.mark.parametrize(
    "value", [CITATION, ANSWER, ANSWER.sentences[0]], ids=["citation", "answer", "sentence"]
)
def test_values_cannot_be_changed(value):
    with pytest.raises(FrozenInstanceError):
        value.text = "changed"


@pytest.mark.parametrize(("language", "page"), [("en", "p. 12"), ("de", "S. 12"), ("zh", "第12页")])
def test_a_page_is_cited_in_the_language_of_the_answer(language, page):
    paged = replace(ANSWER, language=language, citations=(replace(CITATION, page=12),))

    assert f"The lighthouse](https://example.org/lighthouse), {page}, Light" in paged.to_markdown()
    assert paged.to_dict()["citations"][0]["page"] == 12
    assert page not in replace(paged, citations=(CITATION,)).to_markdown()


def test_the_address_of_a_citation_names_document_language_and_offsets():
    assert CITATION.address == "?doc=sources/lighthouse&lang=en&at=40-71"


def test_a_sentence_is_supported_unless_said_otherwise():
    assert AnswerSentence("Words.", (1,)).verdict == "supported"


def test_a_dict_of_an_answer_survives_json_with_all_its_fields():
    plain = json.loads(json.dumps(ANSWER.to_dict()))

    assert plain["text"] == ANSWER.text
    assert plain["answered"] is True
    assert plain["question"] == "How often does it turn?"
    assert plain["citations"] == [
        {name: getattr(CITATION, name) for name in Citation.__dataclass_fields__}
    ]
    assert plain["sentences"] == [
        {
            "text": "It turns once every 12 seconds.",
            "citations": [1],
            "verdict": "supported",
            "problems": [],
            "lead": "",
        }
    ]
    assert plain["checks"] == {
        "supported": 0,
        "number_mismatch": 0,
        "unsupported": 0,
        "invented_marks": 0,
    }
    assert set(plain) == set(Answer.__dataclass_fields__)


def test_a_dict_of_a_refusal_has_lists_where_nothing_is():
    plain = Answer("The corpus does not say.", False, "en", reason="no_evidence").to_dict()

    assert (plain["citations"], plain["suggestions"], plain["sentences"]) == ([], [], [])
    assert plain["reason"] == "no_evidence"


def test_markdown_holds_the_answer_and_its_sources_with_link_section_date_and_quote():
    assert ANSWER.to_markdown() == (
        "It turns once every 12 seconds. [1]\n\n"
        "[1] [The lighthouse](https://example.org/lighthouse), Light, 2024-05-01: “It turns once every 12 seconds.”\n"
    )


def test_markdown_leaves_out_what_a_source_does_not_have():
    bare = replace(CITATION, url="", section="", published="")

    assert replace(ANSWER, citations=(bare,)).to_markdown().splitlines()[-1] == (
        "[1] The lighthouse: “It turns once every 12 seconds.”"
    )


def test_markdown_says_no_heading_twice():
    headed = replace(CITATION, url="", section=CITATION.title, published="")

    assert replace(ANSWER, citations=(headed,)).to_markdown().splitlines()[-1] == (
        "[1] The lighthouse: “It turns once every 12 seconds.”"
    )


@pytest.mark.parametrize(("language", "marks"), [("en", "“”"), ("de", "„“"), ("zh", "“”")])
def test_a_quote_stands_within_the_marks_of_its_language(language, marks):
    cited = replace(ANSWER, citations=(replace(CITATION, language=language),))

    assert f": {marks[0]}{CITATION.quote}{marks[1]}\n" in cited.to_markdown()


def test_markdown_lists_the_sources_in_the_order_of_their_numbers():
    second = replace(CITATION, number=2, title="The harbour")

    lines = replace(ANSWER, citations=(CITATION, second)).to_markdown().splitlines()

    assert [line[:3] for line in lines if line.startswith("[")] == ["[1]", "[2]"]


def test_markdown_of_a_refusal_is_its_text_alone():
    assert (
        Answer("The corpus does not say.", False, "en").to_markdown()
        == "The corpus does not say.\n"
    )


def test_the_figures_of_an_answer_travel_as_json_and_stand_as_a_table_in_markdown():
    row = FigureRow(
        "Norden", "1,500", "Ada | Holm", "2024", citation=1, amount=1500.0, unit="count"
    )
    compared = replace(ANSWER, figures=(row, replace(row, label="Süden", citation=0)))

    assert json.loads(json.dumps(compared.to_dict()))["figures"][0]["amount"] == 1500.0
    assert (
        "| | | | |\n|---|---|---|---|\n"
        "| Norden | 1,500 | 2024 | Ada \\| Holm [1] |\n"
        "| Süden | 1,500 | 2024 | Ada \\| Holm |\n\n[1] "
    ) in compared.to_markdown()


HOSTILE = {
    "a link": "[click](javascript:alert(1))",
    "an escaped link": "\\\\[click](javascript:alert(1))",
    "an escaped bracket": "\\[click](javascript:alert(1))",
    "a picture": "![x](data:image/svg+xml,<svg>)",
    "HTML": "<script>alert(1)</script>",
    "HTML by a sign": "<svg/onload=alert(1)>",
    "an address in brackets": "<javascript:alert(1)>",
    "a link by number": "[1](javascript:alert(1))",
    "the end of a link": "a](javascript:alert(1)) [b",
    "a definition": "x\n\n[1]: javascript:alert(1)\n\n[1]",
    "code that is not closed": "`[a](javascript:alert(1))",
}


@pytest.mark.parametrize("field", ["title", "section", "published", "quote", "url"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_that_a_document_says_comes_alive_in_markdown(text, field):
    citation = replace(CITATION, **{field: text})
    answer = replace(ANSWER, text=f"{text} [1]", citations=(citation,))

    html = MarkdownIt("commonmark").enable("table").render(answer.to_markdown())

    links = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert all(link.startswith("https://example.org/") for link in links)
    assert not re.search(r"<(?!/?(?:p|a|code|pre|em|strong|br|ol|ul|li|blockquote|h\d|hr)\b)", html)


def test_a_figure_cannot_bring_markdown_either():
    row = FigureRow("[a](javascript:x)", "<b>1</b>", said_by="![x](data:y)|z")

    html = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(replace(ANSWER, figures=(row,)).to_markdown())
    )

    assert "<b>" not in html
    assert 'javascript:x"' not in html
    assert "<img" not in html
