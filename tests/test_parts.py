"""Questions that ask for several things, taken apart."""

import pytest

from citechat.parts import parts
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
            ["Compare Beijing and by financing", "Compare and Shenzhen by financing"],
        ),
        ("Peking oder Shenzhen: mehr Firmen?", "de", ["Peking oder : mehr Firmen?", "oder Shenzhen: mehr Firmen?"]),
        ("北京和深圳哪个多", "zh", ["北京和 哪个多", "和深圳哪个多"]),
    ],
)
def test_a_comparison_is_asked_once_for_each_name(question, language, expected):
    assert parts(question, GLOSSARY, language) == expected


def test_each_clause_names_what_it_is_about():
    question = "When was MetaX founded, and what is its best chip?"

    assert parts(question, GLOSSARY, "en") == ["When was MetaX founded", "MetaX what is its best chip?"]


@pytest.mark.parametrize("question", ["How many companies does Beijing have?", "Who sells bread and rolls?", ""])
def test_a_simple_question_comes_back_alone(question):
    assert parts(question, GLOSSARY, "en") == [question]
