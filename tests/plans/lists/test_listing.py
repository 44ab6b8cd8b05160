"""A question for a list: the sentence that enumerates, and those after it that go on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.index.figure_table import FigureTable
from citechat.plans.lists.listing import counted, statements
from citechat_ingest import Name
from quoting import NORDEN, SOUTHAM, findings_of, index_of, passage_of, quote_of, quoted

BOATS = "Boats are Anna, Berta and Clara."
OTHERS = "Others are Dora, Emma and Frida."
LAST = "The last are Gisa, Hanne and Ida."
SAND = "The beach is sandy."
WHICH = "Name all the boats."


def in_passage(number, *sentences, score=5.0):
    """The sentence ``number`` of a passage of these sentences."""
    quote = quote_of(sentences[0], score)
    return replace(quote, passage=passage_of(*sentences), number=number, opens=number)


def answer(question, *quotes, **told):
    return quoted(statements(findings_of(question, *quotes, **told)))


def test_the_enumerating_sentence_and_its_continuation_answer():
    assert answer(WHICH, in_passage(0, BOATS, OTHERS, SAND)) == [BOATS, OTHERS]


def test_what_does_not_enumerate_is_no_continuation():
    assert answer(WHICH, in_passage(0, BOATS, SAND)) == [BOATS]


def test_a_list_does_not_go_on_after_more_than_two_sentences():
    assert answer(WHICH, in_passage(0, BOATS, SAND, OTHERS)) == [BOATS, OTHERS]
    assert answer(WHICH, in_passage(0, BOATS, SAND, SAND, OTHERS)) == [BOATS]


@pytest.mark.parametrize(("score", "opens"), [(3.5, True), (3.49, False)])
def test_a_sentence_near_the_best_opens_because_it_enumerates(score, opens):
    best, boats = quote_of("The boats are many.", 5.0), quote_of(BOATS, score)

    assert answer(WHICH, best, boats) == ([BOATS] if opens else [])


@pytest.mark.parametrize(("before", "opens"), [(5, True), (6, False)])
def test_only_the_first_six_may_open(before, opens):
    others = [quote_of("The boats are many.", 5.0)] * before

    assert answer(WHICH, *others, quote_of(BOATS, 5.0)) == ([BOATS] if opens else [])


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        pytest.param("How fast are the boats?", (), id="no list is asked for"),
        pytest.param(WHICH, ((quote_of(BOATS),), (quote_of(SAND),)), id="several things are asked"),
    ],
)
def test_other_questions_are_left_to_other_plans(question, parts):
    assert answer(question, in_passage(0, BOATS, OTHERS), parts=parts) == []


def test_a_list_is_cut_at_the_most_sentences():
    quote = in_passage(0, BOATS, OTHERS, LAST)

    assert answer(WHICH, quote) == [BOATS, OTHERS, LAST]
    assert answer(WHICH, quote, max_sentences=2) == [BOATS, OTHERS]


def test_what_enumerates_nothing_does_not_go_before_a_second_half():
    second = "Dora, Emma and Frida completed the boats."

    assert answer(WHICH, in_passage(1, SAND, second)) == [second]


def test_the_first_half_of_a_list_goes_before_the_second():
    second = "Dora, Emma and Frida completed the boats."

    assert answer(WHICH, in_passage(1, BOATS, second)) == [BOATS, second]


@pytest.mark.parametrize(
    ("language", "question", "before", "row"),
    [
        ("en", "Which places are lit?", "Norden is lit.", "Southam, Anna and Berta are lit as well."),
        ("de", "Welche Orte sind beleuchtet?", "Norden ist beleuchtet.", "Südheim, Anna und Berta sind es ebenfalls."),
        ("zh", "哪些地方亮了灯？", "诺登亮了灯。", "南城、安娜和贝塔也亮了灯。"),
    ],
)  # fmt: skip
def test_a_row_that_adds_is_told_after_what_it_adds_to(language, question, before, row):
    west = Name("place", {"en": "Anna", "de": "Anna", "zh": "安娜"})
    east = Name("place", {"en": "Berta", "de": "Berta", "zh": "贝塔"})
    index = index_of((NORDEN, SOUTHAM, west, east))
    quote = replace(
        quote_of(row), passage=passage_of(before, row, language=language), number=1, opens=1
    )

    found = findings_of(question, quote, language=language, index=index)
    assert quoted(statements(found)) == [before, row]


def test_a_row_says_itself_how_many_there_are():
    first = "Anna, Berta and Clara are among the six boats."
    second = "Dora, Emma and Frida completed the boats."
    others = "The boats Gisa, Hanne and Ida lay there as well."

    assert answer("Which boats sailed?", in_passage(0, first, second, others)) == [first, second]


def test_the_verdict_on_a_list_follows_it(lights_index):
    claim = "It shines 40 kilometres far over Anna, Berta and Clara."
    article = quote_of(
        claim, document_id="article", paragraph="lamp", sources=("survey",), role="article"
    )

    assert answer(WHICH, article, index=lights_index) == [claim, "The survey says 38 kilometres."]


@pytest.mark.parametrize(
    ("question", "listed", "language"),
    [
        ("Nenne alle Boote.", "Boote sind Anna, Berta und Clara.", "de"),
        ("有哪些船？", "船有安娜、贝塔和克拉拉。", "zh"),
    ],
)
def test_lists_are_known_in_every_language(question, listed, language):
    assert answer(question, quote_of(listed, language=language), language=language) == [listed]


def test_the_longest_row_near_the_best_opens():
    two = quote_of("The boats belong to Anna, or Berta and her sisters.", 5.0)
    five = quote_of("The boats: Anna, Berta, Clara, Dora, Emma and Frida.", 4.0)

    assert answer(WHICH, two, five) == [five.text]


def test_the_audit_gives_way_to_a_row_as_long():
    audit = quote_of(BOATS, 5.0, role="audit")
    own = quote_of("These are the boats: Anna, Berta and Clara.", 4.0)

    assert answer(WHICH, audit, own) == [own.text]


def test_where_the_items_are_known_only_new_ones_go_on():
    towns = "The lamps of the coast stand in Norden, Westen and Southam."
    again = "From Southam, Westen and Norden the lamps are seen."

    assert answer("Name all the lamps of the coast.", in_passage(0, towns, again)) == [towns]


# How many are asked for

SIX = "The six boats are Anna, Berta, Clara, Dora, Emma and Frida."


def test_a_list_stops_where_as_many_are_told_as_were_asked_for():
    assert answer("Name three boats.", in_passage(0, BOATS, OTHERS)) == [BOATS]
    assert answer("Name the six boats.", in_passage(0, BOATS, OTHERS, LAST)) == [BOATS, OTHERS]


@pytest.mark.parametrize(
    ("counting", "goes_on"),
    [("Three boats sailed.", False), ("Four boats sailed.", True), ("Boats sailed.", True)],
)
def test_a_list_stops_where_another_sentence_counts_as_many(counting, goes_on):
    told = answer("Which boats sailed?", in_passage(0, BOATS, OTHERS), quote_of(counting, 4.0))

    assert told == ([BOATS, OTHERS] if goes_on else [BOATS])


KEEPERS = tuple(
    Name("person", dict.fromkeys(("en", "de", "zh"), name)) for name in "Ada Bo Cy".split()
)


@pytest.mark.parametrize(
    ("counting", "opens"),
    [("Three spoke in 2025.", "whole"), ("Four spoke in 2025.", "part")],
)
def test_a_row_of_all_that_were_counted_opens_without_their_year(counting, opens):
    rows = {"part": "In 2025 Ada and Bo were speakers.", "whole": "Speakers were Ada, Bo and Cy."}
    found = [quote_of(text, 5.0) for text in (rows["part"], counting, rows["whole"])]

    told = answer("Which speakers spoke in 2025?", *found, index=index_of(names=KEEPERS))

    assert told[0] == rows[opens]


def test_a_row_of_as_many_as_are_asked_for_opens():
    assert answer("Name three boats.", quote_of(SIX, 5.0), quote_of(BOATS, 4.5)) == [BOATS]
    assert answer("Name six boats.", quote_of(BOATS, 5.0), quote_of(SIX, 4.5)) == [SIX]


def test_the_second_half_of_a_list_does_not_open():
    rest = "Dora, Emma and Frida completed the boats."

    assert answer("Name three boats.", quote_of(rest, 5.0), quote_of(BOATS, 4.5)) == [BOATS]


def test_a_row_of_the_year_that_is_asked_about_opens():
    earlier = "In 2022 the boats were Anna, Berta and Clara."
    later = "The boats of 2025 are Dora, Emma and Frida."
    quotes = quote_of(earlier, 5.0), quote_of(later, 4.5)

    assert answer("Name three boats of 2025.", *quotes) == [later]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which three have a lamp in 2025?", True),
        ("Which three have a lamp in 2022?", False),
        ("Which five have a lamp in 2025?", False),
        ("Which three of Southam have a lamp?", False),
        ("Which have a lamp in 2025?", False),
    ],
)
def test_so_many_of_just_what_is_asked_are_an_answer_by_themselves(question, found):
    boats = quote_of("The boats with a lamp in 2025 are Anna, Berta and Clara.")

    assert bool(counted(findings_of(question, boats))) is found


def cities(**told):
    """An index that knows Norden and Southam as cities, and lamps."""
    figures = FigureTable(kinds={"Norden": "city", "Southam": "city"})
    return index_of(figures=figures, **told)


@pytest.mark.parametrize(
    ("question", "language", "first", "second"),
    [
        (
            "Which cities offer a lamp?",
            "en",
            "Norden sells each lamp, boat, net and oar.",
            "The lamps of Southam are for sale.",
        ),
        (
            "Welche Städte bieten eine Lampe?",
            "de",
            "Norden verkauft Netze, Boote und eine Lampe.",
            "Südheims Lampe ist teuer.",
        ),
        # What is done with the thing is said in other words, or not at all.
        (
            "Which cities sell a lamp?",
            "en",
            "Norden sells each lamp, boat, net and oar.",
            "The lamp of Southam is dear.",
        ),
        ("哪些城市卖灯？", "zh", "诺登卖灯、船和网。", "南城卖灯。"),
    ],
)
def test_where_cities_are_asked_for_each_is_told_by_a_sentence(question, language, first, second):
    quotes = [quote_of(first, 5.0, language=language), quote_of(second, 2.0, language=language)]
    again = quote_of(first.replace("Norden", "Norden again"), 1.0, language=language)

    said = answer(question, *quotes, again, language=language, index=cities())

    assert said == [first, second]


def test_cities_that_are_more_or_that_lack_what_is_asked_are_not_added():
    first = quote_of("Norden sells each lamp, boat, net and oar.", 5.0)
    silent = quote_of("Southam sells boats.", 4.0)
    more = quote_of("The lamps of Southam are for sale.", 4.0)

    assert len(answer("Which cities offer a lamp?", first, silent, index=cities())) == 1
    assert len(answer("Which cities offer more than a lamp?", first, more, index=cities())) == 1


def test_a_row_of_those_asked_for_goes_before_one_that_leaves_them_out():
    left = quote_of("Without Norden and Southam, the lamp towns left are Aa, Bee and Cee.", 5.0)
    told = quote_of("Norden and Southam have lamps.", 4.5)

    assert answer("Which towns have lamps?", left, told)[:1] == [told.text]


@pytest.mark.parametrize(
    ("language", "question", "before", "row"),
    [
        (
            "en",
            "Which of the boats are in Southam?",
            "Four of the boats are in Norden.",
            "Zeeb, Yard and Whim belong to Southam.",
        ),
        (
            "de",
            "Welche der Boote liegen in Südheim?",
            "Vier der Boote liegen in Norden.",
            "Zeeb, Yard und Whim gehören zu Südheim.",
        ),
        ("zh", "船中哪几艘在南城？", "船中有四艘在诺登。", "泽布、雅德和维姆属于南城。"),
    ],
)
def test_a_row_of_the_place_does_not_open_with_another_place(language, question, before, row):
    quote = replace(
        quote_of(row, 5.0), passage=passage_of(before, row, language=language), number=1, opens=0
    )

    assert answer(question, quote, language=language) == [row]


@pytest.mark.parametrize(
    ("language", "question", "row", "further"),
    [
        (
            "en",
            "Which city of those on the list has the best boats?",
            "Zeeb, Yard and Whim lead in boats.",
            "Ostend, Westing and Midway follow in boats.",
        ),
        (
            "de",
            "Welche Stadt der Liste hat die besten Boote?",
            "Zeeb, Yard und Whim führen bei Booten.",
            "Ostend, Westing und Midway folgen bei Booten.",
        ),
        (
            "zh",
            "名单上哪个城市的船最好？",
            "船由泽布、雅德和维姆领先。",
            "船其后是东港、西港和中港。",
        ),
    ],
)
def test_a_list_does_not_go_on_where_one_is_asked_for(language, question, row, further):
    passage = passage_of(row, further, language=language)
    quote = replace(quote_of(row, 5.0), passage=passage, number=0, opens=0)

    assert answer(question, quote, language=language) == [row]
