"""Reading a model's marks while it streams: the same result however the text is cut into pieces."""

from __future__ import annotations

import pytest

from citechat.generation.citation_mark_parser import CitationMarkParser
from citechat.generation.mark_numbering import number_marks, spell_numbers
from citechat.generation.sentence_cutter import MarkedSentence, SentenceCutter
from citechat_ingest import Passage


def passage(name: str) -> Passage:
    return Passage(name, "en", "Title", "", 0, 5, "Text.")


# Two ids for one passage: b2.
IDS = {"k7f2": passage("a"), "m3d4": passage("b"), "q5w6": passage("c"), "z9z9": passage("b")}


def read(text: str, length: int = 1, whole: bool = False) -> tuple[str, list[tuple[str, str]], int]:
    """What is shown, the sentences with the passages they cite, and the number of invented ids."""
    reader = CitationMarkParser(IDS)
    cutter = SentenceCutter(reader.marks, whole)
    events = [
        e
        for i in range(0, len(text), length)
        for e in cutter.feed(reader.feed(text[i : i + length]))
    ]
    events += [*cutter.feed(reader.finish()), *cutter.finish()]
    order: dict[str, int] = {}

    def numbers(passages: tuple[Passage, ...]) -> tuple[int, ...]:
        return tuple(order.setdefault(p.document_id, len(order) + 1) for p in passages)

    shown = "".join(
        e if isinstance(e, str) else spell_numbers(number_marks(e.shown, reader.marks, numbers))[0]
        for e in events
    )
    cited = [
        (e.text, "".join(p.document_id for p in e.passages))
        for e in events
        if isinstance(e, MarkedSentence)
    ]
    return shown, cited, reader.invented


CASES = {
    "one mark": ("Ann is so [k7f2].", "Ann is so [1].", [("Ann is so.", "a")], 0),
    "after the full stop": (
        "Ann is so. [k7f2] Bob too. [m3d4]",
        "Ann is so. [1] Bob too. [2]",
        [("Ann is so.", "a"), ("Bob too.", "b")],
        0,
    ),
    "two in one": ("Ann [k7f2, m3d4].", "Ann [1][2].", [("Ann.", "ab")], 0),
    "two in one, other separators": (
        "Ann [k7f2; m3d4、q5w6].",
        "Ann [1][2][3].",
        [("Ann.", "abc")],
        0,
    ),
    "two side by side": ("Ann [k7f2][m3d4].", "Ann [1][2].", [("Ann.", "ab")], 0),
    "two with a comma between": ("Ann [k7f2], [m3d4].", "Ann [1][2].", [("Ann.", "ab")], 0),
    "lenticular": ("Ann 【k7f2】.", "Ann [1].", [("Ann.", "a")], 0),
    "full width": ("Ann ［k7f2］.", "Ann [1].", [("Ann.", "a")], 0),
    "full-width letters": ("Ann [ｋ７ｆ２].", "Ann [1].", [("Ann.", "a")], 0),
    "tortoise shell": ("Ann 〔k7f2〕.", "Ann [1].", [("Ann.", "a")], 0),
    "doubled": ("Ann [[k7f2]].", "Ann [1].", [("Ann.", "a")], 0),
    "escaped": (r"Ann \[k7f2\].", "Ann [1].", [("Ann.", "a")], 0),
    "in parentheses": ("Ann (k7f2, m3d4).", "Ann [1][2].", [("Ann.", "ab")], 0),
    "bare": (
        "According to k7f2, Ann is so.",
        "According to [1], Ann is so.",
        [("According to, Ann is so.", "a")],
        0,
    ),
    "capital letters": ("Ann [K7F2].", "Ann [1].", [("Ann.", "a")], 0),
    "with a word": ("Ann [source k7f2].", "Ann [1].", [("Ann.", "a")], 0),
    "numbered in the order of use": (
        "Ann [q5w6]. Bob [k7f2]. Cat [q5w6].",
        "Ann [1]. Bob [2]. Cat [1].",
        [("Ann.", "c"), ("Bob.", "a"), ("Cat.", "c")],
        0,
    ),
    "one passage under two ids": (
        "Ann [m3d4][z9z9]. Bob [z9z9].",
        "Ann [1]. Bob [1].",
        [("Ann.", "b"), ("Bob.", "b")],
        0,
    ),
    "invented number": ("Ann [7]. Bob.", "Ann. Bob.", [("Ann.", ""), ("Bob.", "")], 1),
    "invented numbers": ("Ann [1, 2]. Bob.", "Ann. Bob.", [("Ann.", ""), ("Bob.", "")], 2),
    "invented id": ("Ann [x9y8].", "Ann.", [("Ann.", "")], 1),
    "invented letters": (
        "Ann [abcd]. Bob [abcd, efgh].",
        "Ann. Bob.",
        [("Ann.", ""), ("Bob.", "")],
        3,
    ),
    "invented source": (
        "Ann [Source 3]. Bob [来源1].",
        "Ann. Bob.",
        [("Ann.", ""), ("Bob.", "")],
        2,
    ),
    "invented, a word with its number": (
        "Ann [Source3, p12].",
        "Ann.",
        [("Ann.", "")],
        2,
    ),
    "a word of references alone": ("Ann [Quelle].", "Ann.", [("Ann.", "")], 1),
    "invented beside a true one": ("Ann [k7f2, 9].", "Ann [1].", [("Ann.", "a")], 1),
    "footnote": ("Ann [^1].", "Ann.", [("Ann.", "")], 1),
    "another maker's mark": ("Ann【4:0†source】.", "Ann.", [("Ann.", "")], 2),
    "invented in front of a word": ("Ann [7]Bob.", "Ann Bob.", [("Ann Bob.", "")], 1),
    "a year stays": ("In [2024] Ann.", "In [2024] Ann.", [("In [2024] Ann.", "")], 0),
    "an addition stays": (
        "It [the company] is.",
        "It [the company] is.",
        [("It [the company] is.", "")],
        0,
    ),
    "sic stays": ("Ann [sic] Bob […].", "Ann [sic] Bob […].", [("Ann [sic] Bob […].", "")], 0),
    "inline code": ("Ann `x[k7f2]` is.", "Ann `x[k7f2]` is.", [("Ann `x[k7f2]` is.", "")], 0),
    "double inline code": (
        "Ann ``x`[k7f2]`` is.",
        "Ann ``x`[k7f2]`` is.",
        [("Ann ``x`[k7f2]`` is.", "")],
        0,
    ),
    "code block": (
        "```\nx[k7f2] = 1\n```\nAnn [k7f2].",
        "```\nx[k7f2] = 1\n```\nAnn [1].",
        [("x[k7f2] = 1", ""), ("Ann.", "a")],
        0,
    ),
    "code that is not closed": (
        "Ann `b [k7f2].\nCat.",
        "Ann `b [1].\nCat.",
        [("Ann `b.", "a"), ("Cat.", "")],
        0,
    ),
    "double code that is not closed": (
        "Ann ``b [k7f2].\nCat.",
        "Ann ``b [1].\nCat.",
        [("Ann ``b.", "a"), ("Cat.", "")],
        0,
    ),
    "bracket that is not closed": ("Ann is [k7f", "Ann is [k7f", [("Ann is [k7f", "")], 0),
    "empty bracket": ("Ann [] Bob [ ].", "Ann [] Bob [ ].", [("Ann [] Bob [ ].", "")], 0),
    "link": ("See [it](http://x.example/a).", "See it.", [("See it.", "")], 0),
    "picture": ("Ann ![p](http://x.example/?q=1) Bob.", "Ann p Bob.", [("Ann p Bob.", "")], 0),
    "mark as a link": ("Ann [k7f2](#a).", "Ann [1].", [("Ann.", "a")], 0),
    "mark first": (
        "[k7f2] Ann is so. [m3d4] Bob is so.",
        "[1] Ann is so. [2] Bob is so.",
        [("Ann is so.", "a"), ("Bob is so.", "b")],
        0,
    ),
    "list": (
        "- Ann [k7f2]\n- [m3d4] Bob\n1. Cat [q5w6]",
        "- Ann [1]\n- [2] Bob\n1. Cat [3]",
        [("Ann", "a"), ("Bob", "b"), ("Cat", "c")],
        0,
    ),
    "Chinese": (
        "北京有2400家企业【k7f2】。深圳有1600家。[m3d4]上海也是。",
        "北京有2400家企业[1]。深圳有1600家。[2]上海也是。",
        [("北京有2400家企业。", "a"), ("深圳有1600家。", "b"), ("上海也是。", "")],
        0,
    ),
    "German date": (
        "Am 20. Juli war Ann [k7f2]. Die Bob.",
        "Am 20. Juli war Ann [1]. Die Bob.",
        [("Am 20. Juli war Ann.", "a"), ("Die Bob.", "")],
        0,
    ),
    "paragraphs": (
        "Ann [k7f2].\n\nBob [m3d4].",
        "Ann [1].\n\nBob [2].",
        [("Ann.", "a"), ("Bob.", "b")],
        0,
    ),
    "part of a word": (
        "Model xk7f2 and k7f2x.",
        "Model xk7f2 and k7f2x.",
        [("Model xk7f2 and k7f2x.", "")],
        0,
    ),
    "nothing": ("", "", [], 0),
}


@pytest.mark.parametrize("length", [1, 2, 3, 5, 1000])
@pytest.mark.parametrize("case", CASES)
def test_marks_are_read_however_the_text_is_cut(case, length):
    text, shown, sentences, invented = CASES[case]

    assert read(text, length) == (shown, sentences, invented)


@pytest.mark.parametrize("case", CASES)
def test_holding_back_whole_sentences_changes_nothing_of_what_is_shown(case):
    text, shown, sentences, invented = CASES[case]

    assert read(text, 3, whole=True) == (shown, sentences, invented)


def test_text_is_passed_on_as_it_comes_until_a_mark_may_begin():
    reader = CitationMarkParser(IDS)

    assert [reader.feed(piece) for piece in ("Beij", "ing has ", "[k7", "f2", "].")] == [
        "Beij",
        "ing has ",
        "",
        "",
        "\U000f0000.",
    ]


def test_a_sentence_is_held_back_from_its_first_mark_until_it_is_complete():
    reader = CitationMarkParser(IDS)
    cutter = SentenceCutter(reader.marks)
    passed = [
        list(cutter.feed(reader.feed(piece))) for piece in ("A is", " so [k7f2]", ". Th", "e B")
    ]

    assert passed[:3] == [["A is"], [" so"], []]
    assert isinstance(passed[3][0], MarkedSentence)
    assert passed[3][1] == " The B"


def test_private_characters_of_a_model_cannot_pass_for_marks():
    assert read("A \U000f0000 is [k7f2].")[0] == "A  is [1]."


def test_ten_thousand_backticks_do_not_hang():
    assert read("`" * 5000 + "a" + "`" * 4999 + " [k7f2]", 1000)[2] == 0


@pytest.mark.parametrize("length", [1, 7, 5000])
@pytest.mark.parametrize(("words", "is_code"), [(98, True), (99, False)])
def test_inline_code_is_no_longer_than_five_hundred_characters(words, is_code, length):
    code = f"`{'lamp ' * words}[k7f2]`"

    shown, _, _ = read(f"Ann {code} is.", length)

    assert (shown == f"Ann {code} is.") is is_code


@pytest.mark.parametrize("length", [1, 7, 5000])
def test_a_text_without_an_end_is_cut_between_words_after_a_thousand_characters(length):
    shown, sentences, _ = read(f"{'lamp ' * 250}end [k7f2].", length)

    assert shown == f"{'lamp ' * 250}end [1]."
    assert [(len(text), cited) for text, cited in sentences] == [(999, ""), (254, "a")]


def test_code_in_a_fence_is_passed_on_as_it_comes():
    reader = CitationMarkParser(IDS)

    pieces = [reader.feed(piece) for piece in ("```\nx", "[k7f2]", " = 1\n``", "`\n[k7f2]", ".")]

    assert pieces == ["```\nx", "[k7f2]", " = 1\n", "```\n", "\U000f0000."]


def test_a_run_of_more_than_twenty_backticks_is_read_as_several():
    assert read(f"{'`' * 40} Ann [k7f2].")[0] == f"{'`' * 40} Ann [1]."
    assert read(f"{'`' * 20} Ann [k7f2].")[0] == f"{'`' * 20} Ann [k7f2]."
