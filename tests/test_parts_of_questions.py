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
    ("沐曦何时成立、何时上市、2024年营收多少？", r"2020年.*2025年12月.*7.4亿元", 3),
    ("海淀有多少大模型，多少AI学者？", r"76.*89.*1.23万", 2),
    ("张江有多少芯片企业，占全市几成？", r"500家.*60%", 2),
    ("六小虎是哪几家，哪些在北京？", r"阶跃星辰.*4家在北京", 2),
]


@pytest.mark.parametrize(("question", "told", "most"), QUESTIONS, ids=[q for q, *_ in QUESTIONS])
def test_every_part_is_told_once(chat: CiteChat, question, told, most):
    answer = chat.answer(question)

    assert re.search(told, answer.text), answer.text
    assert len(answer.citations) <= most


# (question, what the answer says, how many sentences it quotes at most)
SIDES = [
    ("How do Beijing and Shanghai differ in AI?", r"universities.*chip companies", 4),
    (
        "What exactly did Hangzhou's government do to support AI?",
        r"1 billion yuan over 4 years.*50 EFLOPS",
        3,
    ),
    (
        "Describe the three steps of the national plan with their amounts.",
        r"150 billion.*400 billion.*1 trillion",
        1,
    ),
    (
        "What are the drawbacks of the data centre boom for Zhangjiakou?",
        r"debt and little tax.*lowest",
        3,
    ),
    (
        "Stärken und Schwächen von Shanghai als KI-Stadt?",
        r"Chipherstellern und Rechenleistung.*hinter Peking",
        4,
    ),
    ("Was hat Hangzhou für die KI getan?", r"Rechengutscheine", 3),
    ("Welche Folgen hatte DeepSeek-R1 für Nvidia?", r"589 Milliarden", 2),
    (
        "Wofür stehen Guangzhou, Suzhou, Hefei und Xi'an jeweils?",
        r"Fahren, Fertigung, Sprachtechnik",
        1,
    ),
    ("北京和杭州的AI有什么不同？", r"顶尖高校.*杭州是DeepSeek", 4),
    ("为什么北京的人工智能这么强？", r"顶尖高校.*中关村", 1),
    ("算力券和语料券有什么区别？", r"租用算力.*语料", 2),
    ("深圳市政府为AI做了哪些事？", r"政策.*券.*100亿元", 3),
    ("国务院规划2020年、2025年、2030年的目标分别是什么？", r"1500亿元.*4000亿元.*1万亿元", 1),
]


@pytest.mark.parametrize(("question", "told", "most"), SIDES, ids=[q for q, *_ in SIDES])
def test_an_answer_of_many_sides_tells_them(chat: CiteChat, question, told, most):
    answer = chat.answer(question)

    assert re.search(told, answer.text), answer.text
    assert len(answer.citations) <= most
