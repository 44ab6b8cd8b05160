"""Questions that ask several things one after another, and those that only seem to."""

import pytest

from citechat.question.parts import parts_of
from citechat_ingest import Glossary
from histories import NAMES, name

GLOSSARY = Glossary((*NAMES, name("concept", "boat voucher", "Bootsgutschein", "船券")))


@pytest.mark.parametrize(
    ("question", "language", "parts"),
    [
        ("Who founded Acme and when?", "en", ["Who founded Acme", "when?"]),
        ("Wer hat Acme gegründet und wann?", "de", ["Wer hat Acme gegründet", "wann?"]),
        ("顶点公司是谁创办的，什么时候？", "zh", ["顶点公司由谁创办的", "顶点公司什么时候创办的"]),
        ("顶点公司哪年由谁创办？", "zh", ["顶点公司由谁创办的", "顶点公司哪年创办的"]),
        ("顶点公司是谁在哪年创办的？", "zh", ["顶点公司由谁创办的", "顶点公司哪年创办的"]),
        ("北城要造多少船 船券要发多少", "zh", ["北城要造多少船", "船券要发多少"]),
        ("北城 船券 多少", "zh", ["北城 船券 多少"]),
        (
            "How many boats and how many lamps does Norden have?",
            "en",
            ["How many boats Norden", "how many lamps does Norden have?"],
        ),
        ("船券是什么？北城有多少？", "zh", ["船券是什么？", "北城有多少？"]),
        ("Was kostet Acme One und seit wann?", "de", ["Was kostet Acme One", "seit wann?"]),
        (
            "What is a boat voucher and how many has Norden?",
            "en",
            ["What is a boat voucher", "how many has Norden?"],
        ),
        ("顶点公司何时成立、何时上市？", "zh", ["顶点公司何时成立", "何时上市？"]),
    ],
)
def test_each_part_is_found(question, language, parts):
    assert parts_of(question, GLOSSARY, language) == parts


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What does Ann say, why is Norden first?", "en"),
        ("Was sagt Ann, warum Norden vorne liegt?", "de"),
        ("How many boats have Norden and Osten, and which has more?", "en"),
        ("北城和东城各有多少船，哪个多？", "zh"),
        ("How many boats has Norden, and who says so?", "en"),
        ("Which boat is the oldest, and what are the others?", "en"),
        ("Welches Boot ist das älteste, und welche sind die anderen?", "de"),
        ("哪条船最老，其他的是什么？", "zh"),
        ("北城怎么突然涨那么猛，什么原因", "zh"),
    ],
)
def test_a_clause_that_asks_nothing_of_its_own_is_no_part(question, language):
    assert parts_of(question, GLOSSARY, language) == [question]


@pytest.mark.parametrize(
    ("question", "language", "parts"),
    [
        (
            "What are the strengths and weaknesses of Norden?",
            "en",
            ["What are the strengths of Norden?", "What are the weaknesses of Norden?"],
        ),
        (
            "Stärken und Schwächen von Norden?",
            "de",
            ["Stärken von Norden?", "Schwächen von Norden?"],
        ),
        ("北城的优缺点", "zh", ["北城的优势", "北城的缺点"]),
        ("北城的船目标和灯目标各是多少", "zh", ["北城的船目标是多少", "北城的灯目标是多少"]),
    ],
)
def test_two_things_asked_in_one_breath_are_two_parts(question, language, parts):
    assert parts_of(question, GLOSSARY, language) == parts


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("How do Norden and Osten differ?", "en", "What are Norden's strengths in AI?"),
        (
            "Worin unterscheiden sich Norden und Osten?",
            "de",
            "Welche Stärken hat Norden in der KI?",
        ),
        ("北城和东城有什么不同？", "zh", "北城发展人工智能有哪些优势？"),
    ],
)
def test_how_two_places_differ_is_asked_of_each(question, language, first):
    assert parts_of(question, GLOSSARY, language)[0] == first


def test_what_two_places_differ_by_is_left_to_the_comparison():
    question = "How do Norden and Osten differ in boats?"

    assert parts_of(question, GLOSSARY, "en") == [question]
