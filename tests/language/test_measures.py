"""What is to be measured, and the units that measure it."""

from __future__ import annotations

import pytest

from citechat.language.measures import asks_for_a_measure, gives_the_measure


@pytest.mark.parametrize(
    ("question", "silent", "giving"),
    [
        ("How heavy is the lamp?", "The lamp is 172 cm tall.", "The lamp weighs 4 kg."),
        ("How fast can the ferry go?", "The ferry has 40 seats.", "The ferry makes 20 knots."),
        ("How cold is it in Norden?", "Norden has 40 ships.", "Norden has 7 degrees."),
        ("Wie laut ist die Glocke?", "Die Glocke ist alt.", "Die Glocke hat 90 Dezibel."),
        ("Wie schwer ist die Lampe?", "Die Lampe ist 2 m hoch.", "Die Lampe wiegt 4 Kilogramm."),
        ("Wie schnell fährt die Fähre?", "Die Fähre hat 40 Plätze.", "Sie fährt 30 km/h."),
        ("How much water does it use?", "It uses a third less.", "It uses 40 litres."),
        ("How long did it take to build the lamp?", "It cost 40 marks.", "It took 7 months."),
        ("How many weeks did they need?", "They built 40 ships.", "They were done in 3 weeks."),
        ("Wie lange dauert die Überfahrt?", "Sie kostet 4 Mark.", "Sie dauert 40 Minuten."),
        ("造灯塔花了多久？", "灯塔高40米。", "前后花了7个月。"),
        ("造灯塔花了多长时间", "灯塔建于1892年。", "造了3年。"),
        ("灯有多重？", "灯高172厘米。", "灯重4公斤。"),
        ("船最高时速多少？", "船有40个座位。", "船每小时行30公里。"),
        ("How tall is the robot?", "The robot weighs 76 kg.", "It is 172 cm tall."),
        ("那个机器人有多高？", "机器人重76公斤。", "它身高172厘米。"),
        ("How long was it trained there?", "It was trained in Norden.", "It took 2 months."),
        ("它在诺登干了多久", "它在诺登的工厂。", "它干了2个月。"),
        ("How many loaves does it sell a day?", "It sold 4,000 in 1892.", "It sells 40 daily."),
        ("Wie viele Schiffe kommen im Monat?", "1892 kamen 400.", "Monatlich kommen 40."),
        ("诺登一个月来多少条船？", "1892年7月来了40条船。", "每月来40条船。"),
        ("诺登每天卖多少个面包", "诺登一共卖了40个面包。", "日均卖40个。"),
        ("诺登一年用多少电", "诺登有40条船。", "诺登一年用3亿千瓦时。"),
    ],
)
def test_a_sentence_gives_a_measure_in_a_unit_of_it(question: str, silent: str, giving: str):
    assert asks_for_a_measure(question)
    assert not gives_the_measure(question, silent)
    assert gives_the_measure(question, giving)


@pytest.mark.parametrize(
    "question",
    [
        "How fast did the trade of Norden grow?",
        "What are the weights of the model?",
        "How large is the fleet?",
        "Wie groß ist die Flotte laut Caixin?",
        "Wie schnell wächst die Flotte?",
        "How long has the lamp been lit?",
        "How many hours a day is the lamp lit?",
        "Wie lange gibt es die Fähre schon?",
        "How much is the rent a month?",
        "Wie viele Stunden am Tag leuchtet die Lampe?",
        "诺登的比重是多少？",
        "成本有多高？",
    ],
)
def test_other_questions_want_no_unit(question: str):
    assert not asks_for_a_measure(question)
    assert gives_the_measure(question, "Norden has ships.")
