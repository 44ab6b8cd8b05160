"""A folder of small everyday documents: whole lists, the right row, the answer below a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat import CiteChat, Settings

DOCUMENTS = Path(__file__).parent / "exams" / "everyday" / "documents"


@pytest.fixture(scope="module")
def everyday(embedder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("everyday")
    return CiteChat(Settings(corpus=DOCUMENTS, index_dir=folder), embedder=embedder)


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("How do I descale the Brewster 300?", "1. Mix one sachet", "clear water through. [1]"),
        ("Wie reinige ich das Flusensieb?", "1. Die Maschine ausschalten", "fest zudrehen. [1]"),
        ("做红烧茄子需要哪些食材？", "长茄子两根", "淀粉半勺 [1]"),
        ("How much is a perm for long hair?", "Service: Perm | Short hair: 60", "140 [1]"),
        ("空气净化器黄灯表示什么？", "黄灯：空气一般", "空气一般 [1]"),
        pytest.param(
            "Can I bring a friend to the gym?",
            "Yes, each member",
            "8 pounds a visit. [1]",
            marks=pytest.mark.xfail(reason="its list lies at .47, the threshold is .5"),
        ),
    ],
)
def test_everyday_questions_are_answered_whole(everyday, question, start, end):
    reply = everyday.answer(question)

    assert reply.text.startswith(start)
    assert reply.text.endswith(end)


@pytest.mark.parametrize(
    "question", ["How many horses live at the shelter?", "海棠苑小区有多少棵树？"]
)
def test_what_no_document_knows_of_is_refused(everyday, question):
    assert not everyday.answer(question).answered


OWN = {
    "prices.csv": "Item,Category,Price EUR,Unit\n"
    "Day ticket,Entry,14.50,per day\nMonthly pass,Membership,59.00,per month\n"
    "Annual pass,Membership,540.00,per year\nHelmet,Rental,4.00,per day\nRope,Rental,3.50,per day\n",
    "faq.md": "# Questions about the Elmdorf mill\n\n## What are the opening hours?\n\n"
    "The mill is open from Monday to Friday between 10:00 and 23:00, and on weekends between 9:00 and "
    "21:00. On public holidays it closes at 18:00.\n\n## Is there parking?\n\n"
    "There are 45 parking spaces behind the mill. Parking is free for the first three hours.\n",
    "courses.md": "# Courses\n\nThe rope course is taught by Ravi Lindqvist. It takes three evenings.\n",
    "regeln.md": "# Regeln der Mühle\n\nHunde sind in der Mühle nicht erlaubt. Rauchen ist verboten.\n",
}


@pytest.fixture(scope="module")
def own(embedder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    for name, text in OWN.items():
        (folder / name).write_text(text, encoding="utf-8")
    index = tmp_path_factory.mktemp("index-of-own")
    return CiteChat(Settings(corpus=folder, index_dir=index), embedder=embedder)


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        (
            "What is the cheapest membership?",
            "The lowest “Price EUR” of 2 rows (Monthly pass, Annual pass): Item: Monthly pass",
            "Unit: per month [1]",
        ),
        ("Which rental items cost less than 4 euros?", "Of 2 rows, 1 have", "Unit: per day [1]"),
        ("Was ist die teuerste Mitgliedschaft?", "Das höchste „Price EUR“", "Unit: per year [1]"),
        ("What are the opening hours on Sunday?", "The mill is open from", "and 21:00. [1]"),
        ("Is parking free?", "Parking is free", "three hours. [1]"),
        ("Are dogs allowed in the mill?", "Hunde sind", "nicht erlaubt. [1]"),
    ],
)
def test_a_folder_of_ones_own_answers_with_the_one_sentence_or_row(own, question, start, end):
    reply = own.answer(question)

    assert reply.text.startswith(start)
    assert reply.text.endswith(end)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the mayor of Elmdorf?",
        "Who designed the mill?",
        "What is the cheapest horse?",
        "Is there a restaurant?",
        "Wer ist der Bürgermeister von Elmdorf?",
        "磨坊的电话是多少？",
    ],
)
def test_what_a_folder_of_ones_own_does_not_say_is_refused(own, question):
    reply = own.answer(question)

    assert not reply.answered
    assert "That is not for me" not in reply.text
