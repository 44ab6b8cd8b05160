"""Questions that ask for several things, taken apart."""

import pytest

from citechat.question.decomposition import decompose_question
from citechat_ingest import Glossary, Name

GLOSSARY = Glossary(
    (
        Name("place", {"en": "Beijing", "de": "Peking", "zh": "北京"}),
        Name("place", {"en": "Shenzhen", "de": "Shenzhen", "zh": "深圳"}),
        Name("company", {"en": "MetaX", "de": "MetaX", "zh": "沐曦"}),
    )
)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        (
            "Compare Beijing and Shenzhen by financing",
            "en",
            ["Beijing and by financing", "and Shenzhen by financing"],
        ),
        (
            "Worin unterscheiden sich Peking und Shenzhen?",
            "de",
            ["Worin sich Peking und ?", "Worin sich und Shenzhen?"],
        ),
        ("北京与深圳的融资对比", "zh", ["北京与 的融资", "与深圳的融资"]),
        (
            "Peking oder Shenzhen: mehr Firmen?",
            "de",
            ["Peking oder : mehr Firmen?", "oder Shenzhen: mehr Firmen?"],
        ),
        ("北京和深圳哪个多", "zh", ["北京和 哪个多", "和深圳哪个多"]),
    ],
)
def test_a_comparison_is_asked_once_for_each_name(question, language, expected):
    assert decompose_question(question, GLOSSARY, language) == expected


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which cities besides Beijing and Shenzhen have firms?", "en"),
        ("Welche Städte außer Peking und Shenzhen haben Firmen?", "de"),
        ("除了北京和深圳还有哪些城市", "zh"),
    ],
)
def test_names_that_are_left_out_are_no_sides(question, language):
    assert decompose_question(question, GLOSSARY, language) == [question]


def test_each_clause_names_what_it_is_about():
    question = "When was MetaX founded, and what is its best chip?"

    assert decompose_question(question, GLOSSARY, "en") == [
        "When was MetaX founded",
        "MetaX what is its best chip?",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "After the storm, what did the keeper do?",
        "When the lamp is out, what do ships do?",
        "Which sailor wrote the letter, which nobody read?",
        "In welchem Hafen, der im Norden liegt, wohnt sie?",
        "在什么样的天气里，灯塔会关闭",
        "在北方的港口，谁守着灯塔",
    ],
)
def test_what_only_prepares_a_question_or_follows_it_is_no_question_of_its_own(question):
    assert decompose_question(question, GLOSSARY, "zh") == [question]


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        (
            "Wie viele Boote und wie viele Lampen gibt es?",
            "de",
            ["Wie viele Boote", "wie viele Lampen gibt es?"],
        ),
        ("灯塔是哪年建的，谁守着它？", "zh", ["灯塔是哪年建的", "谁守着它？"]),
        ("On what day did it open and who spoke?", "en", ["On what day did it open", "who spoke?"]),
    ],
)
def test_every_clause_that_asks_is_asked(question, language, expected):
    assert decompose_question(question, GLOSSARY, language) == expected


@pytest.mark.parametrize(
    "question", ["How many companies does Beijing have?", "Who sells bread and rolls?", ""]
)
def test_a_simple_question_comes_back_alone(question):
    assert decompose_question(question, GLOSSARY, "en") == [question]


def test_in_chinese_a_name_that_the_other_is_part_of_is_no_side():
    assert decompose_question("沐曦占北京几成", GLOSSARY, "zh") == ["沐曦占北京几成"]
    assert decompose_question("北京占深圳几成", GLOSSARY, "zh") == ["北京占深圳几成"]
