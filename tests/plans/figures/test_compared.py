"""Most, least, comparisons and numbers, told from the table of figures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from citechat.index.opening import Index
from citechat.plans.figures import compared, side_by_side
from citechat.plans.figures.asked_figure import read_asked_figure
from citechat.plans.figures.figure_sentences import ranks
from citechat.plans.figures.figure_sides import by_subject
from citechat_ingest import detect_language
from quoting import quote_of
from towns import findings, told, towns_index


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("towns")
    return towns_index(folder)


MOST = {
    "en": "Which city has the most mills?",
    "de": "Welche Stadt hat die meisten Mühlen?",
    "zh": "哪个城市的磨坊最多？",
}
FIRST = {
    "en": "In 2024 Norden had 40 mills, by the count of the survey.",
    "de": "Norden hatte 2024 nach der Zählung des Amts 40 Mühlen.",
    "zh": "诺登2024年有40座磨坊，据测量局统计。",
}
RIVAL = {
    "en": "By another count: The chronicle gives Süden 60 mills for 2024.",
    "de": "Nach anderer Zählung: Die Chronik gibt für 2024 in Süden 60 Mühlen an.",
    "zh": "另一种统计： 编年史称苏登2024年有60座磨坊。",
}


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_first_by_the_count_of_most_places_is_told_then_the_count_that_disagrees(
    towns: Index, language: str
) -> None:
    answer = compared.statements(findings(MOST[language], language, towns))

    assert told(answer) == [FIRST[language], RIVAL[language]]


def test_the_table_holds_the_whole_count_and_cites_what_a_quote_states(towns: Index) -> None:
    answer = compared.statements(findings(MOST["en"], "en", towns))

    shown = [(figure.subject, int(figure.value)) for s in answer for figure in s.figures]
    assert shown == [("Norden", 40), ("Süden", 60), ("Süden", 25), ("Westen", 9)]
    assert [(s.quote is None, len(s.figures)) for s in answer] == [
        (False, 1),
        (False, 1),
        (True, 2),
    ]


def test_the_fewest_are_told_in_the_same_way(towns: Index) -> None:
    answer = compared.statements(findings("Which city has the fewest mills?", "en", towns))

    assert told(answer)[0] == "Westen had 9 mills in 2024."


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        # a place of the row, by the counter of all
        ("Which city has the second most mills?", "en", ["Süden had 25 mills in 2024."]),
        ("Who is runner-up in mills?", "en", ["Süden had 25 mills in 2024."]),
        ("Welche Stadt liegt bei Mühlen auf Platz drei?", "de", ["Westen hatte 2024 nur 9 Mühlen."]),
        ("Wer ist Schlusslicht bei den Mühlen?", "de", ["Westen hatte 2024 nur 9 Mühlen."]),
        ("磨坊数量排第二的是哪座城市？", "zh", ["苏登2024年有25座磨坊。"]),
        ("磨坊垫底的是哪座城市？", "zh", ["韦斯滕2024年有9座磨坊。"]),
        ("Which city has the fifth most mills?", "en", []),
        # who comes before or after one
        ("Which city comes after Norden by mills?", "en", ["Süden had 25 mills in 2024."]),
        ("Welche Stadt liegt bei den Mühlen hinter Süden?", "de", ["Westen hatte 2024 nur 9 Mühlen."]),
        ("磨坊数量排在诺登后面的是哪座城市？", "zh", ["苏登2024年有25座磨坊。"]),
        ("Which city is ahead of Süden in mills?", "en", [FIRST["en"]]),
        ("Which city comes after Westen by mills?", "en", []),
        # a name and what is counted
        ("Westen mills", "en", ["Westen had 9 mills in 2024."]),
        ("mills Westen 2024", "en", ["Westen had 9 mills in 2024."]),
        # of two sides the larger first, by one counter; where each is asked for, nobody is named first
        ("mills in Süden or Norden?", "en", [FIRST["en"], "Süden had 25 mills in 2024."]),
        ("Who has more mills, Süden or Norden?", "en", [FIRST["en"], "Süden had 25 mills in 2024."]),
        ("How many mills do Norden and Süden have?", "en", [FIRST["en"], "Süden had 25 mills in 2024."]),
    ],
)  # fmt: skip
def test_the_places_and_sides_of_a_row_are_told_by_the_counter_of_all(
    towns: Index, question: str, language: str, expected: list[str]
) -> None:
    assert told(compared.statements(findings(question, language, towns))) == expected


@pytest.mark.parametrize(
    ("question", "language", "silent"),
    [
        ("Who has more trade, Westen or Norden?", "en", "For Westen, the documents give no such"),
        ("Hat Norden oder Westen mehr Handel?", "de", "Für Westen nennen die Dokumente keine"),
        ("诺登和韦斯滕哪个贸易额高？", "zh", "资料没有给出韦斯滕的这项数字。"),
    ],
)
def test_a_side_without_a_number_is_said_to_have_none(
    towns: Index, question: str, language: str, silent: str
) -> None:
    first, second = told(compared.statements(findings(question, language, towns)))

    assert "3" in first
    assert second.startswith(silent)


def test_two_questions_are_no_comparison(towns: Index) -> None:
    found = findings("How tall is Westen, and how large is the trade of Norden?", "en", towns)

    assert "Westen" not in " ".join(told(compared.statements(found)))


def test_nothing_is_said_of_sides_that_all_lack_a_number(towns: Index) -> None:
    found = findings("Who has more trade, Westen or Süden?", "en", towns)

    assert not compared.statements(found)
    assert compared.is_lacking(found)


def test_sides_that_different_counters_count_say_so(towns: Index) -> None:
    question = "Who has more mills, Westen or Süden by the chronicle?"
    asked = read_asked_figure("Who has more mills, Westen or Süden?", "en", towns)
    assert asked is not None
    pool = [f for f in towns.figures.figures if f.value in (9, 60)]

    answer = side_by_side.told_side_by_side(
        asked, by_subject, pool, findings(question, "en", towns)
    )

    assert told(answer) == [
        "The chronicle gives Süden 60 mills for 2024.",
        "By another count: Westen had 9 mills in 2024.",
    ]


def test_a_number_is_told_with_the_one_that_disputes_it(towns: Index) -> None:
    found = findings("How many mills does Süden have?", "en", towns, best="Süden had 25")

    assert told(compared.statements(found)) == ["Süden had 25 mills in 2024.", RIVAL["en"]]


def test_what_readers_call_a_metric_stands_for_it(towns: Index) -> None:
    found = findings("Welche Stadt hat die meisten Mahlwerke?", "de", towns)

    assert told(compared.statements(found))[0] == FIRST["de"]


@pytest.mark.parametrize(
    "question",
    [
        "Which city has the most haunted mills?",  # asks for more than the figures say
        "Why does Norden have the most mills?",
        "Is it true that Norden has the most mills?",
        "Which company has the most mills?",
        "How many mills are there in Osten?",
        "Which city has the most bridges?",
    ],
)
def test_what_figures_do_not_answer_is_left_to_other_plans(towns: Index, question: str) -> None:
    assert compared.statements(findings(question, "en", towns)) in ([], ())


def test_a_whole_row_is_told_in_its_order(towns: Index) -> None:
    answer = compared.statements(findings("Rank the cities by mills", "en", towns))

    assert told(answer)[:2] == [FIRST["en"], "Süden had 25 mills in 2024."]


def test_a_sum_is_the_chats_own_word_before_the_sides(towns: Index) -> None:
    for words in ("together", "in total"):
        question = f"How many mills do Norden and Süden have {words}?"

        answer = compared.statements(findings(question, "en", towns))

        assert told(answer)[0] == f"Together: 65 (Norden 40, Süden 25). {FIRST['en']}"


def test_no_sum_is_told_where_one_has_no_number(towns: Index) -> None:
    question = "How large is the trade of Norden and Süden together?"

    _, silent = told(compared.statements(findings(question, "en", towns)))

    assert silent == "For Süden, the documents give no such number."


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Top two cities by mills?", "en", [FIRST["en"], "Süden had 25 mills in 2024."]),
        ("Die ersten zwei Städte nach Mühlen?", "de", [FIRST["de"], "Süden hatte 2024 genau 25 Mühlen."]),
        ("磨坊最多的前两个城市？", "zh", [FIRST["zh"], "苏登2024年有25座磨坊。"]),
        ("Top five cities by mills?", "en", []),
    ],
)  # fmt: skip
def test_so_many_of_a_row_are_told_from_its_first_on(
    towns: Index, question: str, language: str, expected: list[str]
) -> None:
    answer = told(compared.statements(findings(question, language, towns)))

    assert answer[:2] == expected or not expected


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("How large is the trade of Süden?", True),
        ("How large is the trade of Norden?", False),
        ("How large is the fish trade of Süden?", False),
        ("Why is the trade of Süden so large?", False),
    ],
)
def test_a_number_that_the_table_has_only_of_others_is_lacking(
    towns: Index, question: str, lacking: bool
) -> None:
    assert compared.is_lacking(findings(question, "en", towns)) == lacking


def test_a_number_that_a_sentence_surely_tells_is_not_lacking(towns: Index) -> None:
    found = findings("How large is the trade of Süden?", "en", towns)
    sure = quote_of("The trade of Süden is 40 ships large.", probability=0.9)
    doubted = replace(sure, probability=0.1)

    assert not compared.is_lacking(replace(found, quotes=(sure,)))
    assert compared.is_lacking(replace(found, quotes=(doubted,)))


# The shipped corpus


WORKED_OUT = {
    "How many more mills does Norden have than Süden?": "Difference: 15 (Norden 40, Süden 25).",
    "Um wie viel liegt Norden bei den Mühlen vor Süden?": "Unterschied: 15 (Norden 40, Süden 25).",
    "诺登比苏登多多少座磨坊？": "相差15（诺登40，苏登25）。",
    "How many times as many mills does Norden have as Süden?": "Factor: 1.6 (Norden 40, Süden 25).",
    "Hat Norden doppelt so viele Mühlen wie Süden?": "Faktor: 1,6 (Norden 40, Süden 25).",
    "诺登的磨坊数量是苏登的几倍？": "1.6倍（诺登40，苏登25）。",
    "How many mills does a city have on average?": (
        "On average: about 24.7 (Norden 40, Süden 25, Westen 9)."
    ),
}


@pytest.mark.parametrize("question", WORKED_OUT)
def test_what_is_to_be_worked_out_of_the_figures_is_told_first(towns: Index, question: str) -> None:
    language = detect_language(question)

    first, *_ = told(compared.statements(findings(question, language, towns), number_asked=True))

    assert first.startswith(WORKED_OUT[question])


@pytest.mark.parametrize(
    ("question", "language", "lead"),
    [
        ("Which cities have more than 20 mills?", "en", "Norden, Süden (of 3 with a number):"),
        ("Welche Städte haben weniger als 20 Mühlen?", "de", "Westen (von 3 mit einer Zahl):"),
        ("哪些城市的磨坊超过20座？", "zh", "诺登、苏登（有数字的共3个）："),
        (
            "Which cities have more than 99 mills?",
            "en",
            "None of the 3 with a number; nearest comes Norden:",
        ),
    ],
)
def test_those_beyond_a_bound_are_all_told(
    towns: Index, question: str, language: str, lead: str
) -> None:
    first, *_ = told(compared.statements(findings(question, language, towns)))

    assert first.startswith(lead)


@pytest.mark.parametrize(
    ("question", "language", "says"),
    [
        ("How many data centres did Zhangjiakou gain between 2023 and 2025?", "en", "Up by 21, or about 77.8%"),
        ("Um wie viel stieg der Umsatz von Unitree von 2022 bis 2025?", "de", "Plus 1,585 Milliarden Yuan"),
        ("2024年融资总额比2017年少多少？", "zh", "减少1052.49亿元，降幅约50%"),
        ("How much did China's computing power grow from mid-2023 to mid-2024?", "en", "Up by 49 EFLOPS, or"),
        ("How many more registered models did Beijing have at the end of 2025 than in March 2025?", "en", "Up by 78"),
        ("Um wie viel fiel der Durchschnittspreis der Roboterhunde von Unitree?", "de", "Minus 11.400 Yuan"),
    ],
)  # fmt: skip
def test_growth_between_two_years_is_told_with_its_percentage(
    shipped_index: Index, question: str, language: str, says: str
) -> None:
    asked = read_asked_figure(question, language, shipped_index)
    assert asked is not None
    assert asked.working

    first, *_ = told(compared.statements(findings(question, language, shipped_index)))

    assert first.startswith(says)


@pytest.mark.parametrize(
    ("question", "language"),
    [("Who leads in compute?", "en"), ("Wer führt bei der Rechenleistung?", "de"), ("算力谁第一？", "zh")],
)  # fmt: skip
def test_where_nobody_counted_all_the_article_s_claim_is_told_with_the_audit_s_word(
    shipped_index: Index, question: str, language: str
) -> None:
    claim, verdict = told(compared.statements(findings(question, language, shipped_index)))

    name = {"en": "Hebei", "de": "Hebei", "zh": "河北"}[language]
    assert name in claim
    assert name in verdict


@pytest.mark.parametrize(
    ("question", "language", "says"),
    [
        ("How many AI researchers live outside of Beijing?", "en", "That leaves 34,000 (China 49,000,"),
        ("Wie viele KI-Forscher leben außerhalb von Peking?", "de", "Bleiben 34.000 (China 49.000,"),
        ("深圳三种券预算加起来多少？", "zh", "合计6.5亿元（"),
        ("What percentage of the AI researchers in Beijing live in Haidian?", "en", "Share: 82% (Haidian 12,300,"),
    ],
)  # fmt: skip
def test_what_is_left_of_a_whole_what_all_sum_up_to_and_what_part_one_is(
    shipped_index: Index, question: str, language: str, says: str
) -> None:
    answer = compared.statements(findings(question, language, shipped_index), number_asked=True)

    assert told(answer)[0].startswith(says)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("List all figures on Beijing's registered models with their dates.", "en"),
        ("Nenne alle Angaben zu Pekings registrierten Modellen mit Datum.", "de"),
        ("北京备案大模型的所有数据", "zh"),
    ],
)
def test_all_numbers_of_one_over_the_years_are_told_in_their_order(
    shipped_index: Index, question: str, language: str
) -> None:
    answer = compared.statements(findings(question, language, shipped_index))

    values = [int(figure.value) for statement in answer for figure in statement.figures]
    assert {94, 105, 132, 141, 183} <= set(values)


def test_sides_that_are_counted_differently_are_not_subtracted(shipped_index: Index) -> None:
    question = "What is the difference between Shanghai's and Beijing's AI industry?"

    first, *_ = told(compared.statements(findings(question, "en", shipped_index)))

    assert first.startswith("The documents count the two differently")


def test_the_share_of_deals_is_worked_out_of_deals(shipped_index: Index) -> None:
    question = "What percentage of China's financing deals in 2024 happened in Beijing?"

    first, *_ = told(compared.statements(findings(question, "en", shipped_index)))

    assert first.startswith("Share: about 30.6% (Beijing 213, China 696).")


def test_a_sentence_tells_a_number_of_another_year_only_with_that_year(
    shipped_index: Index,
) -> None:
    question = "国务院规划2030年核心产业目标是2020年的几倍？"

    answer = compared.worked_out_of(findings(question, "zh", shipped_index))

    quoted = " ".join(statement.quote.text for statement in answer if statement.quote)
    assert told(answer)[0].startswith("约6.7倍（")
    assert "2030" in quoted


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("which city had the most financing deals", "213"),
        ("Welche Stadt hatte die meisten Finanzierungen?", "213"),
        ("哪个城市融资事件最多？", "213"),
    ],
)
def test_who_has_most_is_told_by_the_sentence_that_has_the_number(chat, question, others):
    reply = chat.answer(question)

    assert "439" in reply.sentences[0].text
    assert others in reply.sentences[1].text
    assert [row.value for row in reply.figures[:1]] == ["439"]
    assert len(reply.figures) >= 4


@pytest.mark.parametrize(
    "question",
    [
        "Does Shanghai have more computing power than Hebei?",
        "Hat Shanghai mehr Rechenleistung als Hebei?",
        "上海的算力比河北多吗？",
    ],
)
def test_what_sets_two_beside_each_other_is_told_where_no_table_counts_them(chat, question):
    reply = chat.answer(question)

    assert "255" in reply.text or "25.5" in reply.text


@pytest.mark.parametrize(
    ("sentence", "is_rank"),
    [
        ("Norden came first.", True),
        ("Norden is among the first four.", False),
        ("Norden was counted in the first quarter.", False),
        ("Norden führte die Zählung an.", True),
        ("Norden lag auf den ersten drei Plätzen.", False),
        ("Norden wurde im ersten Quartal gezählt.", False),
    ],
)
def test_only_who_is_first_of_all_is_ranked(sentence, is_rank):
    assert ranks(quote_of(sentence, 1.0)) is is_rank
