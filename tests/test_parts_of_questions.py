"""Questions of several parts to the shipped corpus: every part is told, no sentence twice, and what the documents do
not say is said so."""

from __future__ import annotations

import re

import pytest

from citechat import CiteChat

# (question, what the answer says, how many sentences it quotes at most)
QUESTIONS = [
    ("Who founded Moonshot AI and where is it based?", r"Beijing.*Yang Zhilin", 1),
    ("Who founded Moonshot AI, and how much is the company worth?", r"Yang Zhilin.*20 billion", 2),
    ("Who is Liang Wenfeng and where did he study?", r"DeepSeek.*Zhejiang University", 2),
    (
        "What is a compute voucher and how much can one company get from it?",
        r"subsidy.*10 million",
        2,
    ),
    (
        "When was the first World AI Conference held and who spoke there?",
        r"September 2018.*Liu He",
        2,
    ),
    (
        "Wer hat Unitree gegründet und wann?",
        r"Wang Xingxing.*Zu „wann“ sagen die Dokumente nichts",
        1,
    ),
    (
        "Wie viel Umsatz machte Unitree 2025 und wie viel Gewinn?",
        r"1,708 Milliarden.*600 Millionen",
        2,
    ),
    ("Was ist der Modellgutschein und wie hoch ist sein Budget?", r"Zuschuss.*100 Millionen", 2),
    ("Wo sitzt WeRide und was macht die Firma?", r"autonomes Fahren in Guangzhou", 1),
    ("智谱AI是谁创立的？总部在哪里？", r"北京.*唐杰", 1),
    ("语料券是什么？预算多少？", r"补贴.*5000万元", 2),
    ("张江有多少芯片企业，占全市几成？", r"500家.*70%", 2),
    ("六小虎是哪几家，哪些在北京？", r"阶跃星辰.*4家在北京", 2),
]


@pytest.mark.parametrize(("question", "told", "most"), QUESTIONS, ids=[q for q, *_ in QUESTIONS])
def test_every_part_is_told_once(chat: CiteChat, question, told, most):
    answer = chat.answer(question)

    assert re.search(told, answer.text), answer.text
    assert len(answer.citations) <= most
