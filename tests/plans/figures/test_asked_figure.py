"""Which figures a question asks for: the metric, whose, of when, by whom, and what is to be worked out of them."""

from __future__ import annotations

from typing import Any

import pytest

from citechat.index.opening import Index
from citechat.plans.figures.asked_figure import read_asked_figure

ASKED: list[tuple[str, str, dict[str, Any]]] = [
    # the metric, and whose
    ("Which city has the most AI firms?", "en", {"metric": "ai_companies", "subjects": ()}),
    ("Pekings Anteil an den KI-Firmen", "de", {"metric": "ai_companies_share", "subjects": ("Beijing",)}),
    ("Vergleich Peking und Shanghai bei registrierten Modellen", "de",
        {"metric": "registered_models", "subjects": ("Beijing", "Shanghai")}),
    ("北京和上海谁的备案大模型多？", "zh", {"metric": "registered_models", "subjects": ("Beijing", "Shanghai")}),
    ("How many AI deals did the Shenzhen AI industry association count in Beijing?", "en",
        {"metric": "financing_deals", "subjects": ("Beijing",)}),
    ("Wie viele 人工智能企业 hat Shenzhen?", "de", {"metric": "ai_companies", "subjects": ("Shenzhen",)}),
    ("中国人工智能核心产业规模", "zh", {"metric": "core_ai_industry", "subjects": ("China",)}),
    ("Amazon vs Alibaba cloud market share", "en", {"metric": "cloud_world_share", "subjects": ("Amazon", "Alibaba")}),
    ("What share of AI companies are in Beijing?", "en", {"metric": "ai_companies_share", "subjects": ("Beijing",)}),
    ("R1 oder o1: wer ist in MMLU besser?", "de", {"metric": "mmlu_score", "subjects": ("DeepSeek-R1", "OpenAI o1")}),
    ("最贵的芯片公司是哪家，市值多少？", "zh", {"metric": "company_value", "subjects": ()}),
    ("Which of the AI apps has the fewest monthly users?", "en", {"metric": "app_monthly_users", "subjects": ()}),
    ("How many companies signed with Huawei's centre in Shenzhen?", "en", {"metric": "huawei_centre_partners", "subjects": ("Shenzhen",)}),
    # a metric that is itself called the most
    ("What is the most valuable AI company?", "en", {"metric": "company_value", "aim": "most"}),
    ("Wer ist die wertvollste KI-Firma?", "de", {"metric": "company_value", "aim": "most"}),
    ("最值钱的AI企业是哪家", "zh", {"metric": "company_value", "aim": "most"}),
    ("Which app has the most users?", "en", {"metric": "app_monthly_users", "aim": "most"}),
    ("Welche App hat die meisten Nutzer?", "de", {"metric": "app_monthly_users", "aim": "most"}),
    ("哪个应用的用户最多？", "zh", {"metric": "app_monthly_users", "aim": "most"}),
    # a state is a region of its country
    ("Which US state came second in AI 2000?", "en", {"places": frozenset({"region"}), "place": 2}),
    ("Welcher US-Bundesstaat liegt bei AI 2000 an zweiter Stelle?", "de", {"places": frozenset({"region"}), "place": 2}),
    ("AI 2000里美国哪个州排第二", "zh", {"places": frozenset({"region"}), "place": 2}),
    # words that compare, count and date ask for nothing else
    ("How does Shanghai stack up against Beijing in AI companies?", "en", {"rest": ()}),
    ("Wie schneidet Shanghai gegen Peking bei KI-Firmen ab?", "de", {"rest": ()}),
    ("深圳三种券哪种预算最少", "zh", {"rest": ()}),
    ("which app had the most users in February 2025", "en", {"rest": ()}),
    ("Ordne Doubao und DeepSeek nach Nutzern im Februar 2025", "de", {"rest": ()}),
    ("把豆包、DeepSeek按2025年2月用户数排个序", "zh", {"rest": ()}),
    ("信通院和CNNIC对2024年AI产业规模的说法有何不同", "zh", {"rest": ()}),
    # a bound is no word of a metric, and a year after "than" no bound
    ("Which cities have more than 2,000 AI companies?", "en", {"metric": "ai_companies"}),
    ("Wie viele Deals gab es 2024 weniger als 2021?", "de", {"bound": None}),
    # a list with numbers is a whole row
    ("List the three Shenzhen vouchers with their budgets", "en", {"metric": "voucher_budget", "all_sides": True}),
    ("Nenne die Werte der Firmen auf der Hurun-Liste.", "de", {"metric": "company_value", "all_sides": True}),
    ("列出各家芯片企业的估值", "zh", {"metric": "company_value", "all_sides": True}),
    # what is to be worked out
    ("How many of the 696 deals of 2024 were not in Beijing?", "en", {"working": "rest", "over_time": False}),
    ("Wie viele der 696 Finanzierungen von 2024 entfielen nicht auf Peking?", "de", {"working": "rest", "over_time": False}),
    ("2024年有多少笔融资不在北京？", "zh", {"working": "rest", "over_time": False}),
    ("Which deals were not in Beijing?", "en", {"working": "", "over_time": False}),
    ("What do the three voucher budgets add up to a year?", "en", {"working": "sum", "over_time": False}),
    ("Wie viel Geld sind die drei Gutscheine zusammen pro Jahr?", "de", {"working": "sum", "over_time": False}),
    ("三种券的预算每年一共多少？", "zh", {"working": "sum", "over_time": False}),
    # what changed since a date
    ("By how much has China's number of AI 2000 entries grown since 2020?", "en", {"working": "growth", "since": "2020", "dates": ()}),
    ("Um wie viel ist Chinas Zahl der AI-2000-Einträge seit 2020 gestiegen?", "de", {"working": "growth", "since": "2020", "dates": ()}),
    ("中国AI 2000入选人次比2020年增加了多少？", "zh", {"working": "growth", "since": "2020", "dates": ()}),
    # by the numbers of the article is by those of its author
    ("Haidian's share of Beijing's registered models by the article's numbers", "en", {"sayers": ("Wu Ting",), "rest": ()}),
    ("Haidians Anteil an Pekings registrierten Modellen nach den Artikelzahlen", "de", {"sayers": ("Wu Ting",), "rest": ()}),
    ("按文章的数字，海淀占北京登记大模型的百分之几？", "zh", {"sayers": ("Wu Ting",), "rest": ()}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "language", "expected"), ASKED)
def test_a_question_is_read(
    shipped_index: Index, question: str, language: str, expected: dict[str, Any]
) -> None:
    asked = read_asked_figure(question, language, shipped_index)

    read = {name: getattr(asked, name) for name in expected}
    assert read == expected


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_every_metric_of_the_shipped_corpus_is_found_by_its_own_name(
    shipped_index: Index, language: str
) -> None:
    table = shipped_index.figures
    asked = {
        m: read_asked_figure(table.name("metric", m, language), language, shipped_index)
        for m in table.by_metric
    }

    lost = [metric for metric, found in asked.items() if found is None]
    assert not lost
