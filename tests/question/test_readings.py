"""What a follow-up may mean, after the question before and its answer: the likeliest reading first."""

import pytest

from citechat.question.follow_up import asks_only_why, names_what_is_meant, readings
from citechat_ingest import Glossary, Name
from histories import NAMES, name, turns

GLOSSARY = Glossary(
    (
        *NAMES,
        name("person", "Ann Lee", "Ann Lee", "李安"),
        name("institution", "Norden Tide Index", "Gezeitenindex", "潮汐指数"),
        name("concept", "boat voucher", "Bootsgutschein", "船券"),
        name("concept", "five lamps", "fünf Lampen", "五灯"),
        name("publisher", "Coast Herald", "Küstenbote", "海岸报"),
    )
)


WHO = {
    "en": turns("Who founded Acme?", "Acme was founded by Ann Lee, the Coast Herald wrote. [1]"),
    "de": turns("Wer gründete Acme?", "Acme wurde von Ann Lee gegründet. [1]"),
    "zh": turns("顶点公司是谁创办的？", "顶点公司由李安创办。[1]"),
}


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


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Is it true that Brio lost money?", "en"),
        ("Does Brio publish its figures?", "en"),
        ("Who founded the company Brio?", "en"),
        ("Gibt es in Osten eine Fähre?", "de"),
        ("Was ist ein Bootsgutschein?", "de"),
        ("什么是船券？", "zh"),
        ("哪个城市的船最多？", "zh"),
    ],
)
def test_a_fresh_question_after_another_is_let_be(question, language):
    assert readings(question, WHO[language], GLOSSARY, language) == [question]


def test_a_chain_is_followed_to_what_was_asked_last():
    history = [*WHO["en"], *turns("When was she born?", "Ann Lee was born in 1970. [1]")]

    assert readings("Where did she study?", history, GLOSSARY, "en")[0] == (
        "Where did Ann Lee study?"
    )


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        ("Why does Norden lead?", "Since when?", "en", "Since when does Norden lead?"),
        ("How many boats did Acme lose?", "when was that?", "en", "when boats did Acme lose?"),
        ("Warum führt Norden?", "seit wann denn?", "de", "seit wann führt Norden?"),
        ("北城超过东城了吗？", "差多少？", "zh", "北城超过东城了差多少？"),
        ("北城有多少条船？", "从什么时候开始？", "zh", "北城有条船从什么时候开始？"),
    ],
)
def test_an_interrogative_alone_asks_the_question_before_otherwise(
    before, question, language, first
):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            ("How many boats does Norden have?", "and Osten?"),
            "which of the two has more?",
            "en",
            "How many boats does Norden and Osten have?",
        ),
        (
            ("Wie viele Boote hat Norden?", "und Osten?"),
            "wie viele mehr sind das?",
            "de",
            "Wie viele Boote hat Norden und Osten? wie viele mehr sind das?",
        ),
        (("北城有多少船？", "东城呢？"), "差多少？", "zh", "北城和东城有多少船？ 差多少？"),
        (("北城有多少船？", "东城呢？"), "哪个更多？", "zh", "北城和东城有多少船？"),
    ],
)
def test_what_was_asked_of_one_after_another_is_asked_of_both(asked, question, language, first):
    history = turns(asked[0], "Nine. [1]", asked[1], "Ten. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("What does the second one make?", "en", "What does Brio make?"),
        ("What does the last one make?", "en", "What does Brio make?"),
        ("Was macht die erste Firma?", "de", "Was macht Acme Firma?"),
        ("第二家做什么？", "zh", "布里奥做什么？"),
    ],
)
def test_one_of_several_is_counted_off(question, language, first):
    history = turns("Which firms are in Norden?", "Acme and Brio are in Norden. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        (
            "Who leads the Norden Tide Index?",
            "What does the index measure?",
            "en",
            "What does the Norden Tide Index measure?",
        ),
        (
            "Was ist ein Bootsgutschein?",
            "Gibt es sowas auch in Osten?",
            "de",
            "Gibt es Bootsgutschein auch in Osten?",
        ),
        (
            "Was ist ein Bootsgutschein?",
            "Wie hoch ist der maximal?",
            "de",
            "Wie hoch ist Bootsgutschein maximal?",
        ),
        (
            "What are the five lamps?",
            "Which of them are new?",
            "en",
            "Which of five lamps are new?",
        ),
        ("五灯是哪些？", "其中哪几家是新的？", "zh", "五灯哪几家是新的？"),
    ],
)
def test_a_thing_is_meant_by_its_last_word_or_by_such_a_thing(before, question, language, first):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_the_world_takes_the_place_of_a_country():
    history = turns("What is the share of Acme in Landia?", "A third. [1]")

    assert readings("and worldwide?", history, GLOSSARY, "en") == [
        "What is the share of Acme worldwide?"
    ]


def test_one_year_takes_the_place_of_a_span_of_years():
    history = turns("Who led from 2015 to 2025?", "Acme. [1]")

    assert readings("and for 2024 alone?", history, GLOSSARY, "en") == ["Who led from 2024?"]


def test_a_name_in_the_german_genitive_gives_way():
    history = turns("Wie groß war Acmes Anteil?", "Ein Drittel. [1]")

    assert readings("Und Brio?", history, GLOSSARY, "de") == ["Wie groß war Brio Anteil?"]


def test_a_refusal_is_no_answer_to_ask_the_reason_of():
    history = turns("Why is Norden rich?", "The documents do mention Osten.")

    assert all("Osten" not in read for read in readings("why?", history, GLOSSARY, "en"))


def test_after_a_refusal_what_was_asked_about_is_still_meant():
    history = turns("How old is Norden?", "The documents do not say.")

    assert readings("ok, how many boats does it have?", history, GLOSSARY, "en")[0] == (
        "how many boats does Norden have?"
    )


def test_what_asks_of_a_name_of_its_own_is_first_asked_alone():
    assert readings("und wer leitet Brio?", WHO["de"], GLOSSARY, "de")[0] == "wer leitet Brio?"


def test_readings_are_few_and_bounded():
    history = turns(*["How big is Norden? " * 90, "Big. [1]"] * 6)
    read = readings("and how old is it there, in that city?", history, GLOSSARY, "en")

    assert len(read) <= 4
    assert all(len(text) <= 2_000 for text in read)


def test_the_one_counted_off_may_have_been_listed_a_turn_earlier():
    history = turns(
        "Which firms are in Norden?",
        "Acme and Brio are in Norden. [1]",
        "What does the first one make?",
        "Acme makes the Acme One. [1]",
    )

    assert readings("And the last one?", history, GLOSSARY, "en")[0] == "What does Brio make?"


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        ("How many boat vouchers has Norden?", "what's that?", "en", "What is boat voucher?"),
        (
            "Wie viele Bootsgutscheine hat Norden?",
            "was ist das eigentlich?",
            "de",
            "Was ist Bootsgutschein?",
        ),
        ("北城有多少船券？", "那是什么？", "zh", "船券是什么？"),
    ],
)
def test_what_is_that_asks_for_the_term_that_was_used(before, question, language, first):
    spelled = Name(
        "concept",
        {"en": "boat voucher", "de": "Bootsgutschein", "zh": "船券"},
        ("boat vouchers", "Bootsgutscheine"),
    )
    glossary = Glossary((spelled, *(n for n in GLOSSARY.names if n.names["zh"] != "船券")))

    assert readings(question, turns(before, "Nine. [1]"), glossary, language)[0] == first


def test_what_a_noun_points_to_may_have_been_spoken_of_a_turn_earlier():
    history = [*WHO["zh"], *turns("她在哪上的大学？", "李安在北城上大学。[1]")]

    assert readings("公司有多少员工？", history, GLOSSARY, "zh")[0] == "顶点公司有多少员工？"


@pytest.mark.parametrize(
    ("question", "language"),
    [("are there any exceptions?", "en"), ("gab es Ausnahmen?", "de"), ("有例外吗？", "zh")],
)
def test_whether_there_are_any_is_asked_of_what_was_said(question, language):
    history = turns("Norden?", "So. [1]")

    assert readings(question, history, GLOSSARY, language) == [f"Norden? {question}"]


NAMED = {
    "en": turns("Who builds boats?", "Acme and Brio build boats. [1]"),
    "de": turns("Wer baut Boote?", "Acme und Brio bauen Boote. [1]"),
    "zh": turns("谁造船？", "造船的有顶点公司和布里奥。[1]"),
}


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("which of the two is larger?", "en", "which of Acme and Brio is larger?"),
        ("Which of them sits in Norden?", "en", "Which of Acme and Brio sits in Norden?"),
        ("welche von beiden ist mehr wert?", "de", "welche von Acme und Brio ist mehr wert?"),
        ("Und wer davon sitzt in Norden?", "de", "wer von Acme und Brio sitzt in Norden?"),
        ("这俩哪个更值钱", "zh", "顶点公司和布里奥哪个更值钱"),
        ("其中谁在北城？", "zh", "顶点公司和布里奥谁在北城？"),
    ],
)
def test_of_them_is_of_those_that_the_answer_named(question, language, first):
    assert readings(question, NAMED[language], GLOSSARY, language)[0] == first


def test_who_of_them_is_not_so_is_no_question_of_their_names():
    asked = readings("which of them does not pay?", NAMED["en"], GLOSSARY, "en")

    assert not any("Acme and Brio" in reading for reading in asked)


@pytest.mark.parametrize(
    ("before", "question", "language"),
    [
        ("How many boats does Norden have?", "what share of the total is that?", "en"),
        ("How many boats does Norden have?", "what percentage of Landia's is that", "en"),
        ("Wie viele Boote hat Norden?", "Welcher Anteil von Landia ist das?", "de"),
        ("Wie viele Boote hat Norden?", "ist das viel?", "de"),
        ("北城有多少船？", "占全国多少", "zh"),
    ],
)
def test_what_points_to_the_answer_is_read_along_with_its_question(before, question, language):
    history = turns(before, "Norden 30. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == f"{before} {question}"


def test_how_many_in_total_asks_the_question_before_for_a_number():
    history = turns("Welche Boote hat Norden?", "Norden hat Acme One. [1]")

    assert (
        readings("wie viele insgesamt?", history, GLOSSARY, "de")[0]
        == "wie viele Boote hat Norden?"
    )


def test_what_is_named_beside_the_thing_asked_about_is_none_of_its_own():
    history = turns("Which boats does Acme build?", "Acme, Brio and Norden build boats. [1]")

    asked = readings("which of them is sold out?", history, GLOSSARY, "en")
    assert not any("of Brio" in reading for reading in asked)


def test_places_that_the_answer_names_are_not_beside_the_place_asked_about():
    history = turns("Where did Norden's boats go?", "They went to Osten and Landia. [1]")

    asked = readings("which of the two is larger?", history, GLOSSARY, "en")
    assert asked[0] == "which of Osten and Landia is larger?"


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
        ("从哪一年开始发？", "zh", "北城的船券从哪一年开始发？"),
    ],
)
def test_of_a_term_that_was_asked_about_in_a_place_it_is_asked_further(question, language, first):
    history = turns(VOUCHER[language], "9 yuan. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("And in Osten?", "en", "How many boats had Osten in May 2025?"),
        ("and in June?", "en", "How many boats had Norden and Osten in June 2025?"),
    ],
)
def test_one_name_or_month_takes_the_place_of_those_in_a_row(question, language, first):
    history = turns("How many boats had Norden and Osten in May 2025?", "9 and 7. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_a_thing_of_another_kind_is_asked_about_as_one_of_its_kind_was_a_turn_earlier():
    history = [*WHO["en"], *turns("How old is she?", "Ann Lee was born in 1970. [1]")]

    assert readings("And Brio?", history, GLOSSARY, "en")[0] == "Who founded Brio?"


def test_after_why_the_question_before_it_is_still_talked_of():
    asked = turns("What is Norden strong at?", "Norden builds boats. [1]")
    history = [*asked, *turns("Why?", "It lies at the sea. [1]")]

    assert readings("And Osten?", history, GLOSSARY, "en") == ["What is Osten strong at?"]


def test_a_term_takes_the_place_of_another_where_nothing_is_counted():
    history = turns("北城的船券最高多少？", "9元。[1]")

    assert readings("五灯呢？", history, GLOSSARY, "zh")[0] == "北城的五灯最高多少？"


@pytest.mark.parametrize(
    ("said", "is_named"), [("Ann Lee studied in Osten.", True), ("All founders studied.", False)]
)
def test_an_answer_must_name_what_was_put_in_place(said, is_named):
    likeliest = readings("Where did she study?", WHO["en"], GLOSSARY, "en")[0]

    assert names_what_is_meant(said, "Where did she study?", likeliest, GLOSSARY) is is_named


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            "How many boats does Norden have?",
            "and how many are planned?",
            "en",
            "How many boats are planned Norden?",
        ),
        (
            "Wie viele Boote hat Norden?",
            "wie viele waren geplant?",
            "de",
            "Wie viele Boote waren geplant Norden?",
        ),
        (
            "Wer gründete Acme?",
            "Was hat die vorher gemacht?",
            "de",
            "Was hat Ann Lee vorher gemacht?",
        ),
        ("Who leads Norden in 2025?", "How was it in 2022?", "en", "Who leads Norden in 2022?"),
        ("Wer führt Norden 2025?", "Wie war das 2022?", "de", "Wer führt Norden 2022?"),
        ("Who founded Acme?", "really? and where does it sit?", "en", "where does Acme sit?"),
    ],
)
def test_what_a_follow_up_leaves_unsaid_is_put_in_place(asked, question, language, first):
    history = turns(asked, "So said Ann Lee. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_whether_there_is_one_is_asked_of_what_was_said_and_then_of_the_thing():
    history = turns("How tall is Acme One?", "Acme One is 9 feet tall. [1]")

    assert readings("Is there a successor?", history, GLOSSARY, "en")[:2] == [
        "How tall is Acme One? Is there a successor?",
        "Is there a successor Acme One?",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Why so many?",
        "why there?",
        "Warum so viele?",
        "Wieso gerade dort?",
        "为什么这么多？",
        "为什么在那里？",
    ],
)
def test_why_so_many_and_why_there_ask_only_why(question):
    assert asks_only_why(question)


def test_a_chain_of_questions_is_no_longer_than_two():
    history = turns("What is it?", "So. [1]", "And for men?", "So. [2]")

    assert readings("And for women?", history, Glossary(), "en") == ["What is it? And for women?"]
    assert readings("Is it much?", history, Glossary(), "en")[0] == "And for men? Is it much?"


def test_what_may_be_asked_alone_is_read_along_and_then_alone():
    history = turns("What does the lamp cost?", "So. [1]")

    assert readings("And when is the party?", history, Glossary(), "en") == [
        "What does the lamp cost? And when is the party?",
        "when is the party?",
    ]
    assert readings("And by weight?", history, Glossary(), "en") == [
        "What does the lamp cost? And by weight?"
    ]
