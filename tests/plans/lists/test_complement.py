"""Who is left of a list: besides those who are named, or without those of whom something is said."""

from __future__ import annotations

import pytest

from citechat.plans.lists.complement import is_open, of_those_offered, statements
from citechat.plans.lists.saying_not import told_not_to_be_first
from citechat_ingest import Name
from quoting import findings_of, index_of, leads, quote_of, quoted


def town(en, de, zh):
    return Name("place", {"en": en, "de": de, "zh": zh})


TOWNS = (
    town("Norden", "Norden", "诺登"),
    town("Southam", "Südheim", "南城"),
    town("Westham", "Westheim", "西城"),
    town("Eastham", "Ostheim", "东城"),
)
BUREAU = Name("institution", {"en": "Survey", "de": "Amt", "zh": "测量局"})
INDEX = index_of((*TOWNS, BUREAU))

HARBOURS = "The four harbours are Norden, Southam, Westham and Eastham."
LIT = "Norden, Southam and Westham have a lighthouse."


def answer(question, *texts, language="en"):
    quotes = [quote_of(text, 9.0 - n, language=language) for n, text in enumerate(texts)]
    return statements(findings_of(question, *quotes, language=language, index=INDEX))


@pytest.mark.parametrize(
    ("question", "language", "lit", "harbours", "lead"),
    [
        (
            "Which of the four harbours does not have a lighthouse?",
            "en",
            LIT,
            HARBOURS,
            "That leaves Eastham:",
        ),
        (
            "Welcher der vier Häfen hat keinen Leuchtturm?",
            "de",
            "Norden, Südheim und Westheim haben einen Leuchtturm.",
            "Die vier Häfen sind Norden, Südheim, Westheim und Ostheim.",
            "Bleibt Ostheim:",
        ),
        (
            "四座港口中哪座没有灯塔？",
            "zh",
            "诺登、南城和西城有灯塔。",
            "四座港口是诺登、南城、西城和东城。",
            "剩下的是东城：",
        ),
    ],
)
def test_who_is_left_is_named_before_what_is_said_and_the_list(
    question, language, lit, harbours, lead
):
    told = answer(question, lit, harbours, language=language)

    assert quoted(told) == [lit, harbours]
    assert leads(told) == [lead, ""]


def test_nobody_is_left_where_it_is_said_of_too_few():
    told = answer(
        "Which of the four harbours does not have a lighthouse?",
        HARBOURS,
        "Norden has a lighthouse.",
    )

    assert told == ()


def test_a_name_in_the_list_says_nothing_of_those_who_bear_it():
    bays = [town(name, name, name) for name in ("Lamp Bay", "Gull Bay", "Seal Bay")]
    quotes = [
        quote_of("Lamp Bay and Gull Bay were settled in 1800.", 9.0),
        quote_of("The three bays are Lamp Bay, Gull Bay and Seal Bay.", 8.0),
    ]

    asked = findings_of("Which of the three bays has no lamp?", *quotes, index=index_of(bays))

    assert statements(asked) == ()


def test_nobody_is_left_of_a_list_of_another_length():
    told = answer("Which of the five harbours does not have a lighthouse?", LIT, HARBOURS)

    assert told == ()


def test_a_list_that_tells_some_leaves_nobody():
    some = "Among the four harbours are Norden, Southam, Westham and Eastham."

    assert answer("Which of the four harbours does not have a lighthouse?", LIT, some) == ()


def test_one_of_those_offered_is_left():
    told = answer("Which town has no lighthouse: Norden, Southam or Eastham?", LIT)

    assert leads(told) == ["That leaves Eastham:"]


def test_one_of_those_offered_of_whom_it_is_denied_answers_itself():
    denied = "Eastham does not have a lighthouse."

    assert quoted(answer("Which town has no lighthouse: Norden or Eastham?", LIT, denied)) == [
        denied
    ]


@pytest.mark.parametrize(
    ("question", "language", "harbours", "lead"),
    [
        (
            "Besides Norden, which harbours are there?",
            "en",
            HARBOURS,
            "Southam, Westham and Eastham:",
        ),
        (
            "Which harbours are there apart from Norden and Southam?",
            "en",
            HARBOURS,
            "Westham and Eastham:",
        ),
        (
            "Welche Häfen gibt es außer Norden noch?",
            "de",
            "Die vier Häfen sind Norden, Südheim, Westheim und Ostheim.",
            "Südheim, Westheim und Ostheim:",
        ),
        (
            "除了诺登，还有哪些港口？",
            "zh",
            "四座港口是诺登、南城、西城和东城。",
            "南城、西城和东城：",
        ),
    ],
)
def test_the_others_are_named_before_the_list(question, language, harbours, lead):
    told = answer(question, harbours, language=language)

    assert (quoted(told), leads(told)) == ([harbours], [lead])


def test_no_others_are_named_by_a_list_that_leaves_one_out_itself():
    told = answer(
        "Besides Norden, which harbours are there?", "Besides Norden there are Southam and Westham."
    )

    assert told == ()


@pytest.mark.parametrize(
    ("question", "plain", "denying", "language"),
    [
        (
            "What does the Survey not count?",
            "The Survey counts ships.",
            "The Survey leaves out boats.",
            "en",
        ),
        ("Was zählt das Amt nicht?", "Das Amt zählt Schiffe.", "Das Amt zählt keine Boote.", "de"),
        ("测量局不统计什么？", "测量局统计大船。", "测量局不统计小艇。", "zh"),
    ],
)
def test_a_sentence_that_says_not_answers_a_question_that_does(question, plain, denying, language):
    assert quoted(answer(question, plain, denying, language=language)) == [denying]


def test_that_no_source_says_it_is_no_answer():
    silent = "No source confirms that the Survey counts boats."

    assert answer("What does the Survey not count?", "The Survey counts ships.", silent) == ()


@pytest.mark.parametrize(
    "question",
    [
        "Which harbours are there?",
        "Why does Eastham not have a lighthouse?",
        "How many harbours are not lit?",
    ],
)
def test_other_questions_are_left_to_other_plans(question):
    assert answer(question, LIT, HARBOURS) == ()


def test_nobody_is_left_of_whom_a_sentence_tells_else_in_passing():
    apart = "Norden, Southam have a lighthouse, and of Westham the old lighthouse is gone."

    assert answer("Which of the four harbours does not have a lighthouse?", apart, HARBOURS) == ()


def test_neither_of_two_things_is_left_to_other_plans():
    assert (
        answer("Which of the four harbours has neither a lighthouse nor a pier?", LIT, HARBOURS)
        == ()
    )


def test_more_than_one_who_are_left_are_joined():
    lit = "Norden and Southam have a lighthouse."
    told = answer("Which of the four harbours does not have a lighthouse?", lit, HARBOURS)

    assert leads(told) == ["That leaves Westham and Eastham:", ""]


def test_the_longest_list_names_the_others():
    two = "Norden and Southam stand for the harbours."

    assert leads(answer("Besides Norden, which harbours are there?", two, HARBOURS)) == [
        "Southam, Westham and Eastham:"
    ]


@pytest.mark.parametrize(
    ("question", "language", "some", "harbours"),
    [
        (
            "Which of the four harbours does not have a lighthouse?",
            "en",
            "Norden and Southam are among the harbours with a lighthouse.",
            HARBOURS,
        ),
        (
            "Welcher der vier Häfen hat keinen Leuchtturm?",
            "de",
            "Norden und Südheim vervollständigen die Häfen mit Leuchtturm.",
            "Die vier Häfen sind Norden, Südheim, Westheim und Ostheim.",
        ),
        ("四座港口中哪座没有灯塔？", "zh", "另外有灯塔的港口是诺登和南城。", "四座港口是诺登、南城、西城和东城。"),
    ],
)  # fmt: skip
def test_who_is_not_among_some_of_them_is_not_left(question, language, some, harbours):
    assert not any(leads(answer(question, some, harbours, language=language)))


@pytest.mark.parametrize(
    ("question", "language", "lit", "further", "harbours"),
    [
        (
            "Which of the four harbours does not have a lighthouse?",
            "en",
            "Norden and Southam have a lighthouse.",
            "Westham has had a lighthouse since 1900.",
            HARBOURS,
        ),
        (
            "Welcher der vier Häfen hat keinen Leuchtturm?",
            "de",
            "Norden und Südheim haben einen Leuchtturm.",
            "Westheim hat seit 1900 einen Leuchtturm.",
            "Die vier Häfen sind Norden, Südheim, Westheim und Ostheim.",
        ),
        (
            "四座港口中哪座没有灯塔？",
            "zh",
            "诺登和南城有灯塔。",
            "西城从1900年起有灯塔。",
            "四座港口是诺登、南城、西城和东城。",
        ),
    ],
)
def test_nobody_is_left_where_a_further_sentence_says_it_of_one_of_them(
    question, language, lit, further, harbours
):
    assert leads(answer(question, lit, harbours, language=language))
    assert answer(question, lit, further, harbours, language=language) == ()


@pytest.mark.parametrize(
    ("question", "language", "also"),
    [
        (
            "Which of them does not have a lighthouse: Norden, Southam or Eastham?",
            "en",
            "Norden and Southam have a lighthouse as well.",
        ),
        (
            "Wer hat keinen Leuchtturm: Norden, Südheim oder Ostheim?",
            "de",
            "Norden und Südheim haben ebenfalls einen Leuchtturm.",
        ),
        ("诺登、南城还是东城，哪座没有灯塔？", "zh", "诺登和南城同样有灯塔。"),
    ],
)
def test_who_also_has_it_leaves_nobody(question, language, also):
    assert not any(leads(answer(question, also, language=language)))


@pytest.mark.parametrize(
    ("question", "language", "lit", "planned"),
    [
        (
            "Which of the harbours does not yet have a lighthouse?",
            "en",
            "Norden has a lighthouse.",
            "Eastham plans a lighthouse.",
        ),
        (
            "Welcher der Häfen hat noch keinen Leuchtturm?",
            "de",
            "Norden hat einen Leuchtturm.",
            "Ostheim plant einen Leuchtturm.",
        ),
        ("哪座港口还没有灯塔？", "zh", "诺登有灯塔。", "东城计划建灯塔。"),
    ],
)
def test_who_has_it_under_way_does_not_yet_have_it(question, language, lit, planned):
    assert quoted(answer(question, lit, planned, language=language)) == [planned]


@pytest.mark.parametrize(
    ("question", "language", "harbours"),
    [
        ("Which of the four harbours does not have a crane?", "en", HARBOURS),
        (
            "Welcher der vier Häfen hat keinen Kran?",
            "de",
            "Die vier Häfen sind Norden, Südheim, Westheim und Ostheim.",
        ),
        ("四座港口中哪座没有吊车？", "zh", "四座港口是诺登、南城、西城和东城。"),
    ],
)
def test_a_list_does_not_tell_who_of_it_is_not_so(question, language, harbours):
    asked = findings_of(
        question, quote_of(harbours, language=language), language=language, index=INDEX
    )

    assert is_open(asked)


def test_a_question_that_is_told_or_asks_of_no_list_is_not_open():
    def open_with(question, *texts):
        return is_open(findings_of(question, *map(quote_of, texts), index=INDEX))

    assert not open_with("Which of the four harbours does not have a lighthouse?", LIT, HARBOURS)
    assert not open_with("Which harbour does not have a crane?", HARBOURS)
    assert not open_with("Which of the four harbours has a crane?", HARBOURS)


OTHERS = {
    "en": "Cities such as Westham and Eastham look for lamps of their own.",
    "de": "Auch Westheim und Ostheim suchen eigene Lampen.",
    "zh": "西城和东城也在寻找自己的灯。",
}
BIG = {
    "en": "Norden and Southam, the two big cities, compete.",
    "de": "Norden und Südheim, die zwei großen Städte, wetteifern.",
    "zh": "诺登和南城这两大城市竞争激烈。",
}


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which cities besides the two big ones are named?", "en"),
        ("Which cities are there apart from Norden and Southam?", "en"),
        ("Welche Städte außer den zwei großen werden noch genannt?", "de"),
        ("Welche Städte neben Norden und Südheim kommen noch vor?", "de"),
        ("除了诺登和南城，还提到哪些城市？", "zh"),
    ],
)
def test_a_sentence_of_others_alone_comes_before_one_of_those_left_out(question, language):
    told = answer(question, BIG[language], OTHERS[language], language=language)

    assert quoted(told) == [OTHERS[language]]


@pytest.mark.parametrize(
    ("question", "first", "not_first", "language"),
    [
        (
            "In what is Norden not number one?",
            "Norden is the first of all harbours.",
            "Norden is not first in lamps.",
            "en",
        ),
        (
            "Worin liegt Norden nicht vorn?",
            "Norden ist der erste aller Häfen.",
            "Norden steht bei den Lampen nicht auf Platz eins.",
            "de",
        ),
        ("诺登在哪方面不是第一？", "诺登是港口第一。", "诺登的灯不是全国第一。", "zh"),
    ],
)
def test_in_what_somebody_is_not_first_is_told_by_a_sentence_that_says_so(
    question, first, not_first, language
):
    quotes = [quote_of(text, 5.0, language=language) for text in (first, not_first)]
    findings = findings_of(question, *quotes, language=language, index=INDEX)

    assert quoted(told_not_to_be_first(findings)) == [not_first]


@pytest.mark.parametrize(
    "question", ["Is Norden not first in lamps?", "Why is Norden not first in lamps?"]
)
def test_whether_and_why_somebody_is_not_first_are_other_questions(question):
    quote = quote_of("Norden is not first in lamps.", 5.0)

    assert not told_not_to_be_first(findings_of(question, quote, index=INDEX))


@pytest.mark.parametrize(
    ("question", "language", "lit", "lead"),
    [
        ("Norden, Southam, Eastham: which has no lighthouse?", "en", LIT, "That leaves Eastham:"),
        (
            "Welcher Ort hat keinen Leuchtturm: Norden, Südheim oder Ostheim?",
            "de",
            "Norden, Südheim und Westheim haben einen Leuchtturm.",
            "Bleibt Ostheim:",
        ),
        (
            "诺登、南城、东城，哪个不算有灯塔的港口？",
            "zh",
            "诺登、南城和西城有灯塔，都是港口。",
            "剩下的是东城：",
        ),
    ],
)
def test_of_those_whom_the_question_offers_one_is_left(question, language, lit, lead):
    quote = quote_of(lit, language=language)
    findings = findings_of(question, quote, language=language, index=INDEX)

    told = of_those_offered(findings)

    assert leads(told) == [lead]
    assert quoted(told) == [lit]


@pytest.mark.parametrize(
    "question",
    [
        "Norden, Southam, Eastham: which has a lighthouse?",
        "Which town has no lighthouse?",
        "Norden, Southam, Eastham: which has no tram?",
    ],
)
def test_nobody_is_left_where_none_are_offered_or_nothing_is_denied(question):
    assert of_those_offered(findings_of(question, quote_of(LIT), index=INDEX)) == ()
