"""Sentences end where a reader says they end, in English, German and Chinese."""

from __future__ import annotations

import pytest

from citechat_ingest import sentence_spans
from growth import LINEAR, growth


def _sentences(text: str, language: str = "") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, language)]


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["The lamp shines.", "It turns."], id="full stop"),
        pytest.param(["Why Hebei?", "Look!", "It leads."], id="question and exclamation"),
        pytest.param(["Really?!", "Yes."], id="two marks at once"),
        pytest.param(["Wait...", "It turns."], id="three dots"),
        pytest.param(["Dr. Li met Mr. Wu.", "They spoke."], id="titles"),
        pytest.param(["J. Smith and A. B. Holm came.", "They left."], id="initials"),
        pytest.param(
            ["U.S. firms grew, e.g. Nvidia.", "Others fell."], id="abbreviations with inner stops"
        ),
        pytest.param(
            ["Vendors (Huawei etc.) follow.", "They sell."], id="abbreviation before a bracket"
        ),
        pytest.param(["It grew by 1.5 per cent.", "Then 2.5."], id="decimals"),
        pytest.param(["The plan began in 2017.", "It ends in 2030."], id="year before a full stop"),
        pytest.param(["GPT-4.5 and Node.js are out.", "Others wait."], id="stops within names"),
        pytest.param(["One firm approx. doubled.", "Another fell."], id="small letter follows"),
        pytest.param(
            ['He said "Stop." and went.', "She stayed."], id="stop within quotes, sentence goes on"
        ),
        pytest.param(['He said "Stop."', "Then he went."], id="quote closes the sentence"),
        pytest.param(["He said “Stop.”", "Then he went."], id="curly quote closes the sentence"),
        pytest.param(["(See the chart.)", "It rose."], id="bracket closes the sentence"),
        pytest.param(["No mark at the end"], id="no mark"),
        pytest.param(["He said ‚Stop.‘", "Then he went."], id="low single quotes"),
        pytest.param(["It scored 94.", "The article says 123."], id="short number before The"),
        pytest.param(["She was 39.", "It was late."], id="short number before It"),
        pytest.param(
            ["Six firms left 20.", "A few fell.", "They had 5.", "In May they left."],
            id="short numbers before others",
        ),
        pytest.param(["1. The lamp shines.", "It turns."], id="number of a list entry"),
        pytest.param(
            ["See No. 5, Fig. 3 and Art. 7.", "They agree."], id="abbreviations before a number"
        ),
        pytest.param(
            ["He said no.", "Then he left.", "It is art.", "She saw a fig."],
            id="ordinary words: no, art, fig",
        ),
        pytest.param(
            ["Keep it in mind.", "It sleeps.", "We met Max.", "He met Ed."],
            id="ordinary words: mind, max, ed",
        ),
        pytest.param(
            ["It took one min.", "Then she said “no.”", "Nothing moved."],
            id="ordinary words: min, no in quotes",
        ),
    ],
)
def test_english_sentences(sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["Der Turm leuchtet.", "Er dreht sich."], id="full stop"),
        pytest.param(
            ["Städte, z. B. Peking, wachsen.", "Andere nicht."],
            id="spaced abbreviation before a name",
        ),
        pytest.param(
            ["Städte, z.B. Peking, wachsen.", "Andere nicht."],
            id="close abbreviation before a name",
        ),
        pytest.param(["Das kostet ca. 3 Mio. Euro bzw. Yuan.", "Viel."], id="amounts"),
        pytest.param(["Dr. Holm und Prof. Sand kamen.", "Sie gingen."], id="titles"),
        pytest.param(["Am 3. März kam er.", "Er ging am 20. Juli."], id="dates"),
        pytest.param(["Im 19. Jahrhundert stand er.", "Heute nicht."], id="century"),
        pytest.param(["Es sind 20.", "Der Rest fehlt."], id="number closes, an article opens"),
        pytest.param(["Er wuchs um 1,5 bzw. 2.5 Prozent.", "Gut."], id="decimals"),
        pytest.param(["Das war 2017.", "Peking wuchs."], id="year is no ordinal"),
        pytest.param(["Er sagte: „Halt.“", "Dann ging er."], id="German quotes"),
        pytest.param(["Über 5 %.", "Österreich wuchs."], id="umlaut opens"),
        pytest.param(["»Halt.«", "Dann ging er."], id="pointed quotes"),
        pytest.param(["Er sagte: ›Halt.‹", "Dann ging er."], id="single pointed quotes"),
        pytest.param(["Er sagte: ‚Halt.‘", "Dann ging er."], id="single low quotes"),
        pytest.param(
            ["»Halt.« rief er.", "Dann ging er."], id="sentence goes on after pointed quotes"
        ),
        pytest.param(
            ["Siehe Abs. 2, Art. 3 und Nr. 4.", "Sie gelten."], id="abbreviations before a number"
        ),
        pytest.param(["Es waren max. 3 und mind. 2 Boote.", "Gut."], id="bounds before a number"),
        pytest.param(
            ["Die Zahl stieg max. auf drei.", "Dann kam Max.", "Er ging."],
            id="bound before a small letter",
        ),
        pytest.param(["In der 2. A-Klasse lernte er.", "Gut."], id="ordinal before a compound"),
        pytest.param(["1. Der Turm leuchtet.", "Gut."], id="number of a list entry"),
    ],
)
def test_german_sentences(sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["灯塔发光。", "它转动。"], id="full stop without a space"),
        pytest.param(["真的吗？", "是！", "好。"], id="question and exclamation"),
        pytest.param(["真的吗?", "是!", "好。"], id="narrow marks after Chinese"),
        pytest.param(["他说：“好。”", "然后走了。"], id="quote closes the sentence"),
        pytest.param(["他说：「好。」", "然后走了。"], id="corner quote closes the sentence"),
        pytest.param(["（见图。）", "增长了。"], id="bracket closes the sentence"),
        pytest.param(["增长3.5%，达到1.2万亿。", "下降了。"], id="decimals"),
        pytest.param(["DeepSeek-R1和GPT-4.5发布了。", "Nvidia下跌。"], id="Latin names"),
        pytest.param(["北京、上海，以及深圳；都领先。"], id="commas and semicolons do not end"),
    ],
)
def test_chinese_sentences(sentences: list[str]) -> None:
    assert _sentences("".join(sentences)) == sentences


def test_a_narrow_question_mark_between_latin_letters_does_not_end_a_sentence() -> None:
    assert _sentences("见 x.example/a?b=1 的说明。") == ["见 x.example/a?b=1 的说明。"]


def test_a_line_break_alone_does_not_end_a_sentence() -> None:
    assert _sentences("The lamp\nshines far. It\nturns.") == ["The lamp\nshines far.", "It\nturns."]


def test_the_number_of_a_list_entry_stays_with_its_sentence() -> None:
    assert _sentences("1. The lamp.\n2. The tower.") == ["1. The lamp.", "2. The tower."]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t\u3000"], ids=["empty", "space", "all kinds of space"]
)
def test_a_text_without_letters_has_no_sentences(text: str) -> None:
    assert sentence_spans(text) == ()


def test_spans_are_shifted_by_the_offset() -> None:
    assert sentence_spans("One. Two.", offset=100) == ((100, 104), (105, 109))


@pytest.mark.parametrize(
    "text",
    [
        "  Am 3. März kam Dr. Li, z. B. nach Peking.  Er blieb! \n",
        "他说：“好。”然后走了……真的吗？！GPT-4.5 came. 是。\u3000",
        "... !? . 。。 a. B. 1. x",
        "🚢 sails. 🚢🚢 Sinks?\n\nNo…  “Yes.” ok",
    ],
    ids=["German", "Chinese with English", "marks", "emoji"],
)
def test_sentences_are_in_order_apart_and_hold_all_that_is_not_space(text: str) -> None:
    spans = sentence_spans(text)
    bounds = [offset for span in spans for offset in span]

    assert bounds == sorted(bounds)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert "".join("".join(_sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["It opened in 1962.[1]", "It was closed.[2][3]", "It reopened."], id="[1]"),
        pytest.param(["It opened.[^1]", "It closed.[^note]", "It reopened."], id="[^1]"),
        pytest.param(["It opened.¹", "It closed.²³", "It reopened.*", "Gone."], id="raised"),
        pytest.param(["He said “Stop.”[4]", "Then he went."], id="behind a quote"),
    ],
)
def test_the_mark_of_a_footnote_belongs_to_the_sentence_before_it(sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. med. Weber und Dipl.-Ing. Krause kamen.",
        "Dr.-Ing. Holm, Hr. Sand und Fr. Vogel kamen.",
        "Die Fa. Holm zahlt Gem. § 5 und Ziff. 3 sowie Rn. 12.",
        "Capt. Holm, Sgt. Sand and Lt. Col. Brand came.",
        "From Ft. Knox to Mt. Everest, cf. Holm and Sec. 5.",
        "König Ludwig II. Wittelsbach baute es.",
    ],
)
@pytest.mark.parametrize("language", ["en", "de", ""])
def test_titles_and_abbreviations_of_the_law_do_not_end_a_sentence(
    sentence: str, language: str
) -> None:
    assert _sentences(sentence, language) == [sentence]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The limit is 50.", "Members pay less."],
        ["It stands at number 12.", "Mary lives there."],
        ["The code is 7.", "Press it twice."],
    ],
)
def test_a_short_number_ends_an_english_sentence(sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences), "en") == sentences


def test_a_short_number_is_an_ordinal_in_german() -> None:
    assert _sentences("Am 20. Juli kam er.", "de") == ["Am 20. Juli kam er."]


@pytest.mark.parametrize(
    "sentences",
    [
        ["It was made by Acme Inc.", "The firm is old."],
        ["It opens at 9 a.m.", "It closes at noon."],
        ["Lampen, Boote usw.", "Die Boote sind alt."],
        ["Das war Ludwig II.", "Er baute viel."],
    ],
)
def test_an_abbreviation_may_end_a_sentence_before_a_word_that_opens_one(
    sentences: list[str],
) -> None:
    assert _sentences(" ".join(sentences)) == sentences


def test_the_entries_of_a_list_are_sentences_of_their_own() -> None:
    assert _sentences("Prices:\n- lamp 3 euros\n* boat 2 euros\n• net 1 euro - or more") == [
        "Prices:",
        "- lamp 3 euros",
        "* boat 2 euros",
        "• net 1 euro - or more",
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("The lighthouse keeper was paid 12 marks a month in 1892. ", id="sentences"),
        pytest.param("1. ", id="numbers of a list"),
        pytest.param(".", id="stops alone"),
        pytest.param("。", id="Chinese stops alone"),
        pytest.param("a.\n", id="initials"),
        pytest.param("word ", id="no stop"),
        pytest.param('.)]"', id="closers"),
        pytest.param(". " + " " * 60, id="mostly space"),
    ],
)
def test_twice_the_text_takes_twice_the_time(unit: str) -> None:
    assert growth(sentence_spans, unit, 100_000 // len(unit)) < LINEAR
