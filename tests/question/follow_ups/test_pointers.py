"""A word that points gives way to what it points to."""

import pytest

from citechat.question.follow_ups import readings
from histories import GLOSSARY, WHO, turns


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("When was he born?", "en", "When was Ann Lee born?"),
        ("and where is her office", "en", "where is Ann Lee's office"),
        ("how many people does it employ?", "en", "how many people does Acme employ?"),
        ("When did the company go public?", "en", "When did Acme go public?"),
        ("Wann ist sie geboren?", "de", "Wann ist Ann Lee geboren?"),
        ("Und wann ging die Firma an die Börse?", "de", "wann ging Acme an die Börse?"),
        ("她哪年出生的？", "zh", "李安哪年出生的？"),
        ("那家公司有多少员工？", "zh", "顶点公司有多少员工？"),
        ("毕业于哪所大学？", "zh", "李安毕业于哪所大学？"),
    ],
)
def test_a_word_that_points_gives_way_to_what_it_points_to(question, language, first):
    assert readings(question, WHO[language], GLOSSARY, language)[0] == first


def test_a_place_is_pointed_to_by_words_of_its_own():
    history = turns("How many boats does Acme have in Norden?", "Acme has 9 boats there. [1]")

    assert readings("Who works there?", history, GLOSSARY, "en")[0] == "Who works in Norden?"
    assert readings("那里有谁？", history, GLOSSARY, "zh")[0] == "北城有谁？"
    assert readings("Wer arbeitet dort?", history, GLOSSARY, "de")[0] == "Wer arbeitet in Norden?"


def test_a_chain_is_followed_to_what_was_asked_last():
    history = [*WHO["en"], *turns("When was she born?", "Ann Lee was born in 1970. [1]")]

    assert readings("Where did she study?", history, GLOSSARY, "en")[0] == (
        "Where did Ann Lee study?"
    )


def test_after_a_refusal_what_was_asked_about_is_still_meant():
    history = turns("How old is Norden?", "The documents do not say.")

    assert readings("ok, how many boats does it have?", history, GLOSSARY, "en")[0] == (
        "how many boats does Norden have?"
    )


def test_what_a_noun_points_to_may_have_been_spoken_of_a_turn_earlier():
    history = [*WHO["zh"], *turns("她在哪上的大学？", "李安在北城上大学。[1]")]

    assert readings("公司有多少员工？", history, GLOSSARY, "zh")[0] == "顶点公司有多少员工？"


VOUCHER = {
    "en": "How high is the boat voucher in Norden?",
    "de": "Wie hoch ist der Bootsgutschein in Norden?",
    "zh": "北城的船券最高多少？",
}


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("Since when does it exist?", "en", "Since when does boat voucher in Norden exist?"),
        ("Seit wann gibt es ihn?", "de", "Seit wann gibt es Bootsgutschein in Norden?"),
        ("Wie viel gibt's da?", "de", "Wie viel gibt's beim Bootsgutschein in Norden?"),
        ("从哪一年开始发？", "zh", "北城的船券从哪一年开始发？"),
    ],
)
def test_of_a_term_that_was_asked_about_in_a_place_it_is_asked_further(question, language, first):
    history = turns(VOUCHER[language], "9 yuan. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        (
            "What is a boat voucher?",
            "how much does a firm get there?",
            "en",
            "how much does a firm get with boat voucher?",
        ),
        (
            "Was ist ein Bootsgutschein?",
            "Wie viel kriegt eine Firma da höchstens?",
            "de",
            "Wie viel kriegt eine Firma beim Bootsgutschein höchstens?",
        ),
        ("什么是船券？", "一家最多能拿多少？", "zh", "船券一家最多能拿多少？"),
    ],
)
def test_where_no_place_was_spoken_of_it_is_asked_of_the_term(before, question, language, first):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_there_where_people_work_is_the_firm_that_was_asked_about():
    history = {
        "en": turns("Who runs Acme?", "Ann Lee in Norden runs Acme. [1]"),
        "de": turns("Wer leitet Acme?", "Ann Lee in Norden leitet Acme. [1]"),
        "zh": turns("顶点公司的负责人是谁？", "顶点公司的负责人是北城的李安。[1]"),
    }

    def first(question: str, language: str) -> str:
        return readings(question, history[language], GLOSSARY, language)[0]

    assert first("how many people work there?", "en") == "how many people work at Acme?"
    assert first("wie viele Leute arbeiten dort?", "de") == "wie viele Leute arbeiten bei Acme?"
    assert first("那里有多少员工？", "zh") == "顶点公司有多少员工？"


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        ("What does the Q7 of Acme cost?", "when was it built?", "en", "when was Q7 built?"),
        ("Was kostet der Q7 von Acme?", "seit wann gibt es den?", "de", "seit wann gibt es Q7?"),
        ("顶点公司的Q7卖多少钱？", "它什么时候推出的？", "zh", "Q7什么时候推出的？"),
    ],
)
def test_a_model_by_its_number_is_meant_though_no_glossary_knows_it(
    asked, question, language, first
):
    history = turns(asked, "Nine. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_who_is_behind_a_product_is_asked_with_its_name():
    history = turns("Wie viele Nutzer hat Acme One?", "Acme One hat 9 Nutzer. [1]")

    assert readings("wer steckt dahinter?", history, GLOSSARY, "de")[0] == (
        "wer steckt hinter Acme One?"
    )
