"""Numbers set side by side, as the shipped corpus tells them: the answer opens with what is asked."""

from __future__ import annotations

import pytest

from citechat import CiteChat
from histories import turns


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        pytest.param(
            "Did Shanghai or Shenzhen pull in more AI money in 2024?",
            "Shanghai: Beijing and Shanghai each",
            id="another is named before the larger",
        ),
        pytest.param(
            "24年ai融资笔数深圳和上海谁多", "深圳：按2024年", id="who is ahead of equal numbers"
        ),
        pytest.param(
            "Wer hat mehr KI-Rechenleistung, Shanghai oder Zhangjiakou?",
            "Die Stadt Zhangjiakou in Hebei",
            id="not by what the article claims",
        ),
        pytest.param(
            "Wie viel Geld sind die drei Shenzhener Gutscheine zusammen?",
            "Zusammen: 650 Millionen Yuan",
            id="of the count that the best sentence gives of all",
        ),
        pytest.param(
            "海淀占北京登记大模型的百分之几？",
            "节点财经",
            id="a share that a sentence tells of other counts",
        ),
        pytest.param(
            "How many AI companies do Hangzhou and Shanghai have?",
            "Hangzhou had more than 500 AI companies",
            id="the deals of firms are no firms",
        ),
    ],
)
def test_the_answer_opens_with_what_is_asked(chat: CiteChat, question: str, opens: str) -> None:
    assert chat.answer(question).text.startswith(opens)


@pytest.mark.parametrize(
    ("before", "question", "opens"),
    [
        ("Wie viele registrierte Modelle hat Peking?", "sind das mehr als Shanghai hat?", "Ja: "),
        ("北京有多少备案大模型？", "比上海少吗？", "不是："),
    ],
)
def test_a_follow_up_whether_it_is_more_is_answered_by_yes_or_no(
    chat: CiteChat, before: str, question: str, opens: str
) -> None:
    assert chat.answer(question, turns(before, "105. [1]")).text.startswith(opens)


def test_whether_it_is_more_is_told_and_not_in_which_unit_it_was_wanted(chat: CiteChat) -> None:
    before = turns("Shanghai's 120000 P in EFLOPS?", "They equal 120 EFLOPS. [1]")

    assert chat.answer("is that more than Zhangjiakou has?", before).text.startswith("No: ")
