"""Follow-ups that change one part of the question before: its source, its year, what is asked of its thing."""

import pytest

from citechat.question.follow_up import readings
from citechat_ingest import Glossary
from histories import NAMES, name, turns

GLOSSARY = Glossary(
    (
        *NAMES,
        name("institution", "Harbour Board", "Hafenamt", "港务局"),
        name("concept", "boat", "Boot", "船", "boats", "Boote"),
    )
)


def first_reading(question, language, *said):
    return readings(question, turns(*said), GLOSSARY, language)[0]


BOATS = {
    "en": ("How many boats does Norden have?", "Norden has 30 boats. [1]"),
    "de": ("Wie viele Boote hat Norden?", "Norden hat 30 Boote. [1]"),
    "zh": ("北城有多少艘船？", "北城有30艘船。[1]"),
}


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        (
            "and according to the Harbour Board?",
            "en",
            "How many boats does Norden have according to the Harbour Board?",
        ),
        (
            "what does the Harbour Board say?",
            "en",
            "How many boats does Norden have according to the Harbour Board?",
        ),
        ("und laut dem Verband?", "de", "Wie viele Boote hat Norden laut dem Verband?"),
        ("was sagt das Hafenamt dazu?", "de", "Wie viele Boote hat Norden laut dem Hafenamt?"),
        ("那按港务局的统计呢？", "zh", "按港务局的说法，北城有多少艘船？"),
        ("港务局怎么说？", "zh", "按港务局的说法，北城有多少艘船？"),
    ],
)
def test_another_source_is_asked_the_question_before(question, language, first):
    assert first_reading(question, language, *BOATS[language]) == first


def test_one_source_takes_the_place_of_another():
    asked = ("How many boats, according to Acme?", "Nine. [1]")

    assert first_reading("and according to Brio?", "en", *asked) == (
        "How many boats according to Brio?"
    )


@pytest.mark.parametrize(("question", "language"), [("and by money?", "en"), ("按金额呢？", "zh")])
def test_a_measure_is_no_source(question, language):
    read = readings(question, turns(*BOATS[language]), GLOSSARY, language)

    assert read == [f"{BOATS[language][0]} {question}"]


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("is that more than Osten?", "en", "How many boats does Norden and Osten have?"),
        ("more than in Osten?", "en", "How many boats does Norden and Osten have?"),
        ("ist das mehr als in Osten?", "de", "Wie viele Boote hat Norden und Osten?"),
        ("比东城多吗？", "zh", "北城和东城有多少艘船？"),
    ],
)
def test_what_is_set_beside_the_answer_is_asked_of_both(question, language, first):
    assert first_reading(question, language, *BOATS[language]) == first


def test_a_year_is_set_beside_the_year_that_was_asked_about():
    asked = ("How many boats did Norden build in 2024?", "Nine. [1]")

    assert first_reading("was that more than in 2022?", "en", *asked) == (
        "How many boats did Norden build in 2022 and 2024?"
    )


def test_a_comparison_with_a_subject_of_its_own_is_a_fresh_question():
    question = "Does Osten have more boats than houses?"

    assert readings(question, turns(*BOATS["en"]), GLOSSARY, "en") == [question]


@pytest.mark.parametrize(
    ("question", "language", "asked", "first"),
    [
        (
            "and the profit?",
            "en",
            "What was Acme's revenue in 2022?",
            "What is Acme's profit in 2022?",
        ),
        (
            "und der Gewinn?",
            "de",
            "Wie hoch war der Umsatz von Acme 2022?",
            "Wie hoch war Gewinn von Acme 2022?",
        ),
        ("利润呢？", "zh", "顶点公司2022年营收多少？", "顶点公司2022年利润是多少？"),
    ],
)
def test_another_attribute_is_asked_of_the_same_thing(question, language, asked, first):
    assert first_reading(question, language, asked, "So. [1]") == first


@pytest.mark.parametrize(
    ("question", "language", "asked", "said", "first"),
    [
        (
            "and before that?",
            "en",
            "Who led the race?",
            "Norden has led since 2024. [1]",
            "Who led the race in 2023?",
        ),
        ("und davor?", "de", "Wer führte 2024?", "Norden. [1]", "Wer führte 2023?"),
        ("那之后呢？", "zh", "2024年谁领先？", "北城。[1]", "2025年谁领先？"),
    ],
)
def test_before_that_is_the_year_before_the_one_spoken_of(question, language, asked, said, first):
    assert first_reading(question, language, asked, said) == first


def test_before_that_without_a_year_is_read_along():
    asked = ("Who led the race?", "Norden led it. [1]")

    assert first_reading("and before that?", "en", *asked) == "Who led the race? and before that?"


@pytest.mark.parametrize(
    ("question", "language", "asked", "said", "first"),
    [
        (
            "and the other one?",
            "en",
            "When did Acme open?",
            "Acme and Brio open. [1]",
            "When did Brio open?",
        ),
        ("und die andere?", "de", "Wann öffnete Acme?", "Acme und Brio. [1]", "Wann öffnete Brio?"),
        ("另一家呢？", "zh", "顶点公司何时开业？", "顶点公司和布里奥。[1]", "布里奥何时开业？"),
    ],
)
def test_the_other_one_is_the_other_of_two_that_were_named(question, language, asked, said, first):
    assert first_reading(question, language, asked, said) == first


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("how many of them are located in Osten?", "en", "How many boats does Osten have?"),
        ("and Osten's?", "en", "How many boats does Osten have?"),
        ("and Osten's share?", "en", "How many boats does Osten have? share?"),
        ("wie viele davon liegen in Osten?", "de", "Wie viele Boote hat Osten?"),
        ("und Ostens?", "de", "Wie viele Boote hat Osten?"),
        ("其中东城有多少？", "zh", "东城有多少艘船？"),
        ("东城占多少？", "zh", "东城有多少艘船？ 占多少？"),
        ("东城的呢？", "zh", "东城有多少艘船？"),
    ],
)
def test_a_name_with_nothing_but_how_many_is_asked_the_question_before(question, language, first):
    assert first_reading(question, language, *BOATS[language]) == first


def test_a_product_takes_the_place_of_a_company_where_no_product_was_named():
    asked = ("How many users does Acme have?", "Nine. [1]")

    assert first_reading("and Acme One?", "en", *asked) == "How many users does Acme One have?"


@pytest.mark.parametrize(
    ("before", "language", "first"),
    [
        ("How many boats in September 2025?", "en", "How many boats in 2022?"),
        ("Wie viele Boote Ende 2025?", "de", "Wie viele Boote 2022?"),
        ("2025年9月有多少艘船？", "zh", "2022年有多少艘船？"),
    ],
)
def test_another_year_is_meant_as_a_whole(before, language, first):
    question = {"en": "and in 2022?", "de": "und 2022?", "zh": "2022年呢？"}[language]

    assert first_reading(question, language, before, "Nine. [1]") == first


def test_what_asks_of_the_answer_is_no_topic_of_its_own():
    asked = (*BOATS["en"], "what share is that?", "A third. [1]")

    assert first_reading("and Osten?", "en", *asked) == "How many boats does Osten have?"


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            ("How many boats does Norden have?", "and Osten?", "and Landia?"),
            "which of the three has most?",
            "en",
            "How many boats does Norden, Osten and Landia have?",
        ),
        (
            ("北城有多少艘船？", "东城呢？", "陆国呢？"),
            "三个里哪个最多？",
            "zh",
            "北城、东城和陆国有多少艘船？",
        ),
    ],
)
def test_what_was_asked_of_three_in_turn_is_asked_of_all(asked, question, language, first):
    said = [text for its in asked for text in (its, "Nine. [1]")]

    assert first_reading(question, language, *said) == first


@pytest.mark.parametrize(
    ("asked", "said", "question", "language", "first"),
    [
        (
            "Which company has the most boats?",
            "Acme leads. [1]",
            "how many?",
            "en",
            "Acme has how many boats?",
        ),
        ("哪家公司船最多？", "顶点公司最多。[1]", "多少艘？", "zh", "顶点公司船多少艘？"),
    ],
)
def test_how_many_is_asked_of_the_one_that_has_most(asked, said, question, language, first):
    assert first_reading(question, language, asked, said) == first


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            "How many boats does Norden have?",
            "did it overtake Osten?",
            "en",
            "did Norden overtake Osten?",
        ),
        (
            "Wie viele Boote hat Norden?",
            "hat es Osten überholt?",
            "de",
            "hat Norden Osten überholt?",
        ),
        ("北城有多少艘船？", "超过东城了吗？", "zh", "北城超过东城了吗？"),
    ],
)
def test_what_points_back_beside_a_name_of_its_own_keeps_the_thread(
    asked, question, language, first
):
    assert first_reading(question, language, asked, "So. [1]") == first


@pytest.mark.parametrize(
    ("asked", "question", "language"),
    [
        ("Why do boats lie idle?", "why there and not in Osten?", "en"),
        ("Warum liegen Boote still?", "warum gerade dort und nicht in Osten?", "de"),
        ("为什么船停着？", "为什么在那里而不是东城？", "zh"),
    ],
)
def test_what_points_to_a_place_that_nobody_named_is_read_along(asked, question, language):
    assert first_reading(question, language, asked, "So. [1]") == f"{asked} {question}"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("and who is first?", "en"),
        ("und wer liegt auf Platz eins?", "de"),
        ("那第一是谁？", "zh"),
    ],
)
def test_who_leads_is_not_asked_of_the_one_that_was_asked_about(question, language):
    assert readings(question, turns(*BOATS[language]), GLOSSARY, language) == [
        f"{BOATS[language][0]} {question}"
    ]


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            ("How old is Acme?", "and Brio?"),
            "are they both in Norden?",
            "en",
            "are Acme and Brio in Norden?",
        ),
        (
            ("Wie alt ist Acme?", "und Brio?"),
            "sitzen beide in Norden?",
            "de",
            "sitzen Acme und Brio in Norden?",
        ),
        (
            ("顶点公司多大？", "布里奥呢？"),
            "两家都在北城吗？",
            "zh",
            "顶点公司和布里奥都在北城吗？",
        ),
    ],
)
def test_both_are_the_two_that_were_asked_about_in_turn(asked, question, language, first):
    said = [text for its in asked for text in (its, "So. [1]")]

    assert first_reading(question, language, *said) == first


def test_a_chinese_name_gives_way_beside_a_latin_word():
    asked = ("北城AI有多少人？", "9人。[1]")

    assert first_reading("东城呢？", "zh", *asked) == "东城AI有多少人？"


@pytest.mark.parametrize(
    ("asked", "question", "language"),
    [
        ("Which cities build boats?", "why not Norden?", "en"),
        ("Welche Städte bauen Boote?", "warum nicht Norden?", "de"),
        ("哪些城市造船？", "为什么没有北城？", "zh"),
    ],
)
def test_why_not_another_is_asked_of_what_was_asked(asked, question, language):
    assert f"{asked} {question}" in readings(
        question, turns(asked, "Osten. [1]"), GLOSSARY, language
    )


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        (
            "How many boats by March 2025?",
            "what about the end of 2024?",
            "en",
            "How many boats by the end of 2024?",
        ),
        (
            "Wie viele Boote bis März 2025?",
            "und Ende 2024?",
            "de",
            "Wie viele Boote bis Ende 2024?",
        ),
        ("2025年3月有多少艘船？", "2024年底呢？", "zh", "2024年底有多少艘船？"),
    ],
)
def test_a_month_or_the_end_of_a_year_takes_the_place_of_another(before, question, language, first):
    assert first_reading(question, language, before, "Nine. [1]") == first


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("and houses?", "en", "How many houses does Norden have?"),
        ("und die Häuser?", "de", "Wie viele Häuser hat Norden?"),
    ],
)
def test_something_else_is_counted_of_the_same_thing(question, language, first):
    assert first_reading(question, language, *BOATS[language]) == first


def test_the_second_is_asked_the_question_before():
    asked = ("How old is Acme?", "Brio and Acme are old, and so is Norden. [1]")
    history = ("Who builds boats?", "Acme and Brio build boats. [1]", *asked)

    assert first_reading("and the second?", "en", *history) == "How old is Brio?"
