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
