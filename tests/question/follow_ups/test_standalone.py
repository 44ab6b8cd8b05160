"""Follow-up questions become questions that stand alone."""

import pytest

from citechat.question.follow_ups import contextualize_question, read_along
from citechat_ingest import Glossary, Name

GLOSSARY = Glossary(
    (
        Name("place", {"en": "Beijing", "de": "Peking", "zh": "北京"}, ("Peking city",)),
        Name("place", {"en": "Hebei", "de": "Hebei", "zh": "河北"}, ("Hebei Province", "河北省")),
        Name("place", {"en": "Shenzhen", "de": "Shenzhen", "zh": "深圳"}),
        Name("company", {"en": "Acme", "de": "Acme", "zh": "顶点"}),
        Name("concept", {"en": "AI company", "de": "KI-Firma", "zh": "人工智能公司"}),
        Name("concept", {"en": "funding", "de": "Finanzierung", "zh": "融资"}),
    )
)
BEFORE = {
    "en": "How many AI companies does Beijing have?",
    "de": "Wie viele KI-Firmen hat Peking?",
    "zh": "北京有多少家人工智能公司？",
}


def asked(*questions):
    """A history in which each question got an answer."""
    return [
        turn
        for q in questions
        for turn in ({"role": "user", "content": q}, {"role": "assistant", "content": "So. [1]"})
    ]


@pytest.mark.parametrize(
    ("follow_up", "language", "question"),
    [
        ("And Shenzhen?", "en", "How many AI companies does Shenzhen have?"),
        ("What about Shenzhen?", "en", "How many AI companies does Shenzhen have?"),
        ("shenzhen", "en", "How many AI companies does Shenzhen have?"),
        ("And Hebei Province?", "en", "How many AI companies does Hebei have?"),
        ("Und Shenzhen?", "de", "Wie viele KI-Firmen hat Shenzhen?"),
        ("Und in Shenzhen?", "de", "Wie viele KI-Firmen hat Shenzhen?"),
        ("那深圳呢？", "zh", "深圳有多少家人工智能公司？"),
        ("深圳呢", "zh", "深圳有多少家人工智能公司？"),
        ("河北省呢？", "zh", "河北有多少家人工智能公司？"),
    ],
)
def test_a_name_takes_the_place_of_the_name_of_its_kind(follow_up, language, question):
    assert (
        contextualize_question(follow_up, asked(BEFORE[language]), GLOSSARY, language) == question
    )


def test_the_name_is_written_as_the_language_of_the_question_has_it():
    before = "Wie viele KI-Firmen hat Hebei?"

    assert (
        contextualize_question("Und Beijing?", asked(before), GLOSSARY, "de")
        == "Wie viele KI-Firmen hat Peking?"
    )


def test_the_longest_spelling_in_the_question_before_is_replaced_whole():
    before = "How many AI companies does Hebei Province have?"

    assert (
        contextualize_question("And Shenzhen?", asked(before), GLOSSARY, "en")
        == "How many AI companies does Shenzhen have?"
    )


def test_a_name_is_replaced_whatever_its_case():
    assert (
        contextualize_question("And Shenzhen?", asked("how big is BEIJING?"), GLOSSARY, "en")
        == "how big is Shenzhen?"
    )


@pytest.mark.parametrize(
    ("before", "follow_up", "language"),
    [
        pytest.param(BEFORE["en"], "And Acme?", "en", id="a name of another kind"),
        pytest.param(
            "Is Beijing larger than Hebei?", "And Shenzhen?", "en", id="two names it could replace"
        ),
        pytest.param(BEFORE["en"], "And Hebei or Shenzhen?", "en", id="two names to put in place"),
        pytest.param(
            BEFORE["en"],
            "And how many engineers are in Hebei?",
            "en",
            id="a name and something new",
        ),
        pytest.param(BEFORE["en"], "And Beijing?", "en", id="the same name again"),
        pytest.param("What is a data centre?", "And Shenzhen?", "en", id="no name before"),
        pytest.param(
            "What does Acme build?", "Does it employ many engineers abroad?", "en", id="a pronoun"
        ),
        pytest.param(
            BEFORE["de"], "Und wie viele davon sind an der Börse?", "de", id="German opening"
        ),
        pytest.param(
            "Was baut Acme?",
            "Beschäftigt es dort viele Ingenieure im Ausland?",
            "de",
            id="German pronoun",
        ),
        pytest.param(BEFORE["zh"], "那顶点呢？", "zh", id="Chinese name of another kind"),
        pytest.param(
            BEFORE["zh"], "那融资呢？", "zh", id="Chinese concept, whose measure word would not fit"
        ),
        pytest.param(
            "顶点制造什么产品？", "它的海外工程师团队规模有多大？", "zh", id="Chinese pronoun"
        ),
        pytest.param(BEFORE["zh"], "算力？", "zh", id="a single Chinese word"),
    ],
)
def test_where_nothing_can_be_put_in_place_the_question_before_is_read_along(
    before, follow_up, language
):
    assert (
        contextualize_question(follow_up, asked(before), GLOSSARY, language)
        == f"{before} {follow_up}"
    )


@pytest.mark.parametrize(
    ("fresh", "language"),
    [
        ("How many engineers does Shenzhen train every year?", "en"),
        ("Which chips train large language models?", "en"),
        ("Does Shenzhen regulate its chip makers strictly?", "en"),
        ("Wie viele Ingenieure bildet Shenzhen jährlich aus?", "de"),
        ("Welche Chips trainieren große Sprachmodelle?", "de"),
        ("深圳每年培养多少名工程师？", "zh"),
        ("训练大型语言模型需要哪些芯片？", "zh"),
    ],
)
def test_a_question_that_stands_alone_comes_back_unchanged(fresh, language):
    assert contextualize_question(fresh, asked(BEFORE[language]), GLOSSARY, language) == fresh


@pytest.mark.parametrize(
    "history",
    [
        pytest.param([], id="nothing"),
        pytest.param([{"role": "assistant", "content": "Hello, Beijing!"}], id="only an answer"),
        pytest.param([{"role": "user", "content": ""}], id="an empty question"),
        pytest.param([{"role": "user", "content": "  \n"}], id="a blank question"),
    ],
)
def test_without_a_question_before_a_follow_up_comes_back_unchanged(history):
    assert contextualize_question("And Shenzhen?", history, GLOSSARY, "en") == "And Shenzhen?"


def test_only_the_last_question_is_read_along():
    history = asked("What does Acme build?", "How big is Beijing?")

    assert (
        contextualize_question("And Shenzhen?", history, GLOSSARY, "en") == "How big is Shenzhen?"
    )


def test_the_answers_in_between_are_not_read():
    history = [
        {"role": "user", "content": BEFORE["en"]},
        {"role": "assistant", "content": "Hebei and Shenzhen. [1]"},
    ]

    assert (
        contextualize_question("And Hebei?", history, GLOSSARY, "en")
        == "How many AI companies does Hebei have?"
    )


def test_without_a_glossary_the_question_before_is_read_along():
    assert (
        contextualize_question("And Shenzhen?", asked(BEFORE["en"]), Glossary(), "en")
        == f"{BEFORE['en']} And Shenzhen?"
    )


# "Why?" asks for the reason of what was said last

SAID = {
    "en": "Beijing has most. [1] Hebei has few. [2]",
    "de": "Peking hat die meisten. [1] Hebei hat wenige. [2]",
    "zh": "北京最多。[1] 河北很少。[2]",
}


def told(language, *answers):
    """A history in which the first question got these answers, one after another."""
    question = {"role": "user", "content": BEFORE[language]}
    return [question, *({"role": "assistant", "content": answer} for answer in answers)]


@pytest.mark.parametrize(
    ("why", "language", "question"),
    [
        ("Why?", "en", "Why: Beijing has most."),
        ("why", "en", "why: Beijing has most."),
        ("And why is that?", "en", "And why is that: Beijing has most."),
        ("How come?", "en", "How come: Beijing has most."),
        ("But why not?!", "en", "But why not: Beijing has most."),
        ("Warum?", "de", "Warum: Peking hat die meisten."),
        ("Und warum ist das so?", "de", "Und warum ist das so: Peking hat die meisten."),
        ("wieso denn", "de", "wieso denn: Peking hat die meisten."),
        ("Wie kommt das?", "de", "Wie kommt das: Peking hat die meisten."),
        ("为什么？", "zh", "为什么: 北京最多。"),
        ("那为什么呢？", "zh", "那为什么呢: 北京最多。"),
        ("为什么会这样", "zh", "为什么会这样: 北京最多。"),
        ("什么原因？", "zh", "什么原因: 北京最多。"),
    ],
)
def test_a_bare_why_asks_of_the_first_sentence_of_the_last_answer(why, language, question):
    assert (
        contextualize_question(why, told(language, SAID[language]), GLOSSARY, language) == question
    )


def test_a_bare_why_asks_of_the_last_answer_of_several():
    history = told("en", SAID["en"], "Acme is old. [1]")

    assert contextualize_question("Why?", history, GLOSSARY, "en") == "Why: Acme is old."


def test_a_why_that_asks_more_is_a_question_like_others():
    history = told("en", SAID["en"])

    assert contextualize_question("Why does Hebei train engineers?", history, GLOSSARY, "en") == (
        "Why does Hebei train engineers?"
    )
    assert contextualize_question("And why Shenzhen?", history, GLOSSARY, "en") == (
        "How many AI companies does Shenzhen have?"
    )


def test_a_bare_why_after_no_answer_leans_on_the_question_before():
    history = [{"role": "user", "content": BEFORE["en"]}, {"role": "assistant", "content": ""}]

    assert contextualize_question("Why?", history, GLOSSARY, "en") == f"{BEFORE['en']} Why?"


def test_a_bare_why_before_anything_was_said_comes_back_unchanged():
    assert contextualize_question("Why?", [], GLOSSARY, "en") == "Why?"


@pytest.mark.parametrize(
    ("before", "language", "asked"),
    [
        ("Which city had the most deals?", "en", "Shenzhen had deals?"),
        ("Welche Stadt hat die meisten Firmen?", "de", "Shenzhen hat Firmen?"),
        ("哪个城市的融资最多？", "zh", "深圳 的融资 ？"),
    ],
)
def test_a_bare_name_takes_the_place_of_which_city(before, language, asked):
    history = [{"role": "user", "content": before}, {"role": "assistant", "content": "…"}]
    bare = {"en": "and Shenzhen?", "de": "und Shenzhen?", "zh": "那深圳呢？"}[language]

    assert contextualize_question(bare, history, GLOSSARY, language) == asked


def test_a_short_question_that_names_nothing_can_be_read_along_with_the_one_before():
    history = asked("北京有多少家人工智能公司？")
    along = read_along("一年发多少钱？", history, GLOSSARY, "zh")
    assert along == "北京有多少家人工智能公司？ 一年发多少钱？"


@pytest.mark.parametrize(
    "fresh", ["深圳呢一年发多少钱？", "那么多年来一直没有变过的到底是哪一个排位？"]
)
def test_a_question_that_names_something_or_is_long_is_not_read_along(fresh):
    assert read_along(fresh, asked("北京有多少家人工智能公司？"), GLOSSARY, "zh") == ""


def test_a_first_question_has_nothing_to_be_read_along_with():
    assert read_along("一年发多少钱？", [], GLOSSARY, "zh") == ""


@pytest.mark.parametrize(
    ("before", "follow_up", "language", "question"),
    [
        ("How many firms in 2024?", "And in 2025?", "en", "How many firms in 2025?"),
        ("How many firms are there?", "and in 2025", "en", "How many firms are there in 2025?"),
        ("How many firms in 2020?", "and three years later?", "en", "How many firms in 2023?"),
        ("Wie viele Firmen 2020?", "und zwei Jahre früher?", "de", "Wie viele Firmen 2018?"),
        ("2020年有多少公司？", "那三年后呢？", "zh", "2023年有多少公司？"),
    ],
)
def test_a_year_takes_the_place_of_the_year_of_the_question_before(
    before, follow_up, language, question
):
    assert contextualize_question(follow_up, asked(before), GLOSSARY, language) == question
