"""What is asked of a thing must be what the sentence gives."""

from __future__ import annotations

import pytest

from citechat.retrieval.asked.attribute import (
    gives_the_asked_attribute,
    is_left_open,
    of_the_asked_attribute_first,
)
from citechat_ingest import Name
from quoting import NAMES, index_of, query_of, quote_of

COMPANY = Name(
    "concept",
    {"en": "AI company", "de": "KI-Unternehmen", "zh": "人工智能企业"},
    ("AI companies", "AI firm", "AI firms"),
)
INDEX = index_of((*NAMES, COMPANY))


@pytest.mark.parametrize(
    ("question", "sentence", "gives"),
    [
        ("When was Norden founded?", "Norden was listed on 17 October 2023.", False),
        ("When was Norden founded?", "Norden has stood since 1920.", True),
        ("When was Norden founded?", "Norden's founder Ada Holm studied in 1909.", False),
        ("When was Norden founded?", "Norden has made a profit since 1920.", False),
        ("Who founded Norden?", "Ada Holm started Norden.", True),
        ("What does Norden cost?", "Norden has 1,000 users.", False),
        ("What does Norden cost?", "Norden costs 5 yuan.", True),
        ("How many employees has Norden?", "Norden has 190 million users.", False),
        ("How many employees has Norden?", "At Norden 300 people are at work.", True),
        ("How old is Ada Holm?", "Ada Holm spoke on 17 February 2025.", False),
        ("How old is Ada Holm?", "Ada Holm was born in 1990.", True),
        ("How old is Ada Holm?", "Ada Holm founded Norden in 1990.", False),
        ("How tall is Ada Holm?", "Ada Holm was born in 1990.", False),
        ("How tall is Ada Holm?", "Ada Holm is 172 cm tall.", True),
        ("Who is the rector of Norden?", "Norden ranks seventh.", False),
        ("On which street is Norden?", "Norden lies in the hills.", False),
        ("On which street is Norden?", "Norden lies on Mill Road.", True),
        ("How old is Norden?", "Ada Holm founded Norden in 1990.", True),
        ("Who is the mayor of Norden?", "Ada Holm is the vice head of Norden.", False),
        ("Who is the CEO of Norden?", "Ada Holm wrote of Norden.", False),
        ("How many AI companies has Norden?", "Norden ranks seventh.", False),
        ("How many AI companies has Norden?", "Norden has 40 AI firms.", True),
        ("number of AI companies in Norden", "Norden ranks seventh.", False),
        ("number of AI companies in Norden", "Norden has 40 AI firms.", True),
        ("How many AI companies has Norden?", "Norden has 40 larger companies.", True),
        ("How many ships has Norden?", "Norden ranks seventh.", True),
        ("When does the price of Norden rise?", "Norden will rise from 2026.", True),
        ("What did Norden earn?", "The revenue of Norden was 5 million.", True),
        ("What did Norden earn?", "Norden ranks seventh.", False),
        ("What revenue had Norden in 2023?", "Its revenue in 2025 was 5 million yuan.", False),
        ("What revenue had Norden in 2023?", "Its revenue in 2023 was 5 million yuan.", True),
        ("What revenue had Norden in 2023?", "From 2022 to 2024 revenue grew to 5 million.", True),
        ("What revenue had Norden in 2023?", "It reported on 5 May 2024: a revenue of 5.", True),
        ("What revenue had Norden in 2023?", "Its revenue is 5 million yuan.", True),
        ("What profit made Norden in 2023?", "Norden lost 5 million in 2024.", False),
        ("How is Norden made up?", "Norden ranks seventh.", False),
        ("How is Norden made up?", "Norden uses 32 indicators.", True),
        ("By what criteria does Norden pick ships?", "Norden goes by weight.", True),
        ("How is Norden's list made?", "Norden's list has 40 ships.", False),
        ("How is Norden's list made?", "Norden's list goes by weight.", True),
        ("What is Norden's weakness?", "Norden is strong.", False),
        ("What is Norden's weakness?", "Norden lacks ships.", True),
        ("How does Norden grow?", "Norden ranks seventh.", True),
        ("How many people live in Norden?", "Norden has 300,000 people at work.", False),
        ("How many people live in Norden?", "Norden is home to 300,000 people.", True),
        ("How much is Norden worth?", "Norden spent 5 yuan.", False),
        ("How much is Norden worth?", "Norden is valued at 5 yuan.", True),
        ("Wie viel ist Norden wert?", "Norden hat einen Wert von 5 Yuan.", True),
        ("What is Norden's share price?", "Norden is worth 5 yuan.", False),
        ("How many students has Norden?", "Norden has 34 entries.", False),
        ("Where can I buy a lamp in Norden?", "A lamp costs 5 yuan in Norden.", False),
        ("Where can I buy a lamp in Norden?", "Lamps are sold in the shop of Norden.", True),
        ("Who is Ada Holm's husband?", "Ada Holm was born in 1990.", False),
        ("How does the compute of Norden grow?", "Norden ranks seventh.", True),
        ("How did Norden come by its name?", "Norden builds ships.", False),
        ("How did Norden come by its name?", "Norden is called so for its north wind.", True),
        # nothing of the kind is asked, though a word of it stands there
        ("Is Norden a phone maker?", "Norden builds ships.", True),
        ("When did Ada Holm address the people of Norden?", "Ada Holm spoke in Norden.", True),
        ("Which yard came out of Norden?", "The yard is a child of Norden.", True),
        ("By how much is Norden ahead?", "Norden leads by 5 points.", True),
        ("How much is the industry of Norden worth?", "It reached 5 yuan.", True),
        ("Who leads the shipping index of Norden?", "Southam leads it.", True),
        ("Which founders came to Norden?", "Ada Holm came to Norden.", True),
        ("How do Norden's prices compare?", "They cost one fifth as much.", True),
        ("How much did Norden lose on the stock market?", "It lost 5 yuan.", True),
    ],
)
def test_the_kind_of_thing_asked_decides(question: str, sentence: str, gives: bool) -> None:
    assert gives_the_asked_attribute(quote_of(sentence), query_of(question, "en", INDEX)) is gives


@pytest.mark.parametrize(
    ("question", "language", "silent", "giving"),
    [
        ("Wann wurde Norden gegründet?", "de", "Norden ist schön.", "Norden entstand 1920."),
        ("Seit wann gibt es Norden?", "de", "Norden hat 5 Nutzer.", "Norden entstand 1920."),
        ("seit wann gibts norden", "de", "Norden hat 5 Nutzer.", "Norden entstand 1920."),
        ("Wie kam Norden zu seinem Namen?", "de", "Norden baut.", "Norden heißt nach dem Wind."),
        ("诺登这个名字怎么来的？", "zh", "诺登造船。", "诺登因北风得名。"),
        ("Was kostet Norden?", "de", "Norden hat 5 Nutzer.", "Norden kostet 5 Euro."),
        ("Wie setzt sich Norden zusammen?", "de", "Norden ist schön.", "Norden hat 3 Kennzahlen."),
        (
            "Was ist die Schwäche von Norden?",
            "de",
            "Norden ist stark.",
            "In Norden fehlen Schiffe.",
        ),
        ("诺登的短板是什么？", "zh", "诺登很强。", "诺登缺少船。"),
        ("诺登榜单是怎么来的？", "zh", "诺登榜单很长。", "诺登榜单依据重量排名。"),
        (
            "Wie kommt Norden zustande?",
            "de",
            "Norden ist lang.",
            "Maßgeblich für Norden ist Gewicht.",
        ),
        ("诺登是怎么评的？", "zh", "诺登很美。", "诺登设有32项指标。"),
        ("诺登有多少员工？", "zh", "诺登有5万用户。", "诺登有5万从业人员。"),
        ("Wie alt ist Ada Holm?", "de", "Ada Holm gründete Norden.", "Geboren ist Ada Holm 1990."),
        ("霍尔姆多大了？", "zh", "霍尔姆创办了诺登。", "霍尔姆生于1990年。"),
        ("Wie groß ist Ada Holm?", "de", "Ada Holm ist alt.", "Ada Holm misst 172 cm."),
        ("诺登在哪条街？", "zh", "诺登在山里。", "诺登在磨坊路。"),
        ("诺登市长是谁？", "zh", "霍尔姆在诺登。", "诺登市长是霍尔姆。"),
        ("诺登榜单依据什么？", "zh", "诺登榜单很长。", "诺登榜单依据重量排名。"),
    ],
)
def test_the_other_languages_are_judged_alike(
    question: str, language: str, silent: str, giving: str
) -> None:
    query = query_of(question, language, INDEX)

    assert not gives_the_asked_attribute(quote_of(silent, language=language), query)
    assert gives_the_asked_attribute(quote_of(giving, language=language), query)


@pytest.mark.parametrize(
    ("question", "language", "sentence"),
    [
        ("诺登的说法有依据吗？", "zh", "没有来源证实诺登的说法。"),
        ("文章怎么评价诺登？", "zh", "文章称诺登很美。"),
        ("Wie viele Preisträger hat Norden?", "de", "Norden hat 10 Preisträger."),
        ("Wer hat Norden gegründet?", "de", "Ada Holm hat Norden mitgegründet."),
    ],
)
def test_a_word_within_another_asks_for_nothing_else(
    question: str, language: str, sentence: str
) -> None:
    query = query_of(question, language, INDEX)

    assert gives_the_asked_attribute(quote_of(sentence, language=language), query)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Is it true that Norden was founded in 1920?", id="a claim to be judged"),
        pytest.param("When was the harbour founded?", id="no name"),
        pytest.param("What is Norden?", id="nothing of the kind"),
        pytest.param("Why can the revenue of Norden not be told?", id="why, and not how much"),
    ],
)
def test_nothing_is_demanded_of_other_questions(question: str) -> None:
    assert gives_the_asked_attribute(quote_of("It rained."), query_of(question, "en", INDEX))


def test_a_sentence_near_the_top_that_gives_it_comes_first() -> None:
    query = query_of("When was Norden founded?", "en", INDEX)
    silent, giving = quote_of("Norden is old."), quote_of("Norden was founded in 1920.")
    of_another = quote_of("Southam was founded in 1900.", names=0.0)

    assert of_the_asked_attribute_first([silent, of_another, giving], query) == (
        giving,
        silent,
        of_another,
    )
    assert of_the_asked_attribute_first([silent, of_another], query) == (silent, of_another)
    assert of_the_asked_attribute_first([silent], None) == (silent,)


def test_a_sentence_without_the_time_asked_for_does_not_come_first() -> None:
    query = query_of("When was Norden founded?", "en", INDEX)
    silent, timeless = quote_of("Norden is old."), quote_of("Ada Holm founded Norden.")
    giving = quote_of("Norden was founded in 1920.")

    assert of_the_asked_attribute_first([silent, timeless, giving], query)[0] == giving


def test_what_can_be_said_in_many_words_is_told_by_a_question_expected_of_the_sentence() -> None:
    query = query_of("When was Norden released?", "en", INDEX)
    text = "Norden has been open since 2023."
    others = quote_of(text, expected=(("Is Norden open?",),))
    own = quote_of(text, expected=(("When did Norden come out, and is it open?",),))

    assert not gives_the_asked_attribute(others, query)
    assert gives_the_asked_attribute(own, query)


@pytest.mark.parametrize(
    ("question", "language", "idle", "own"),
    [
        (
            "How does Norden's voucher work?",
            "en",
            "Norden has a budget of 5 yuan for its voucher.",
            "The voucher of Norden pays half of the price.",
        ),
        (
            "Wie funktioniert der Gutschein von Norden?",
            "de",
            "Norden hat für den Gutschein 5 Yuan.",
            "Der Gutschein von Norden deckt höchstens die Hälfte.",
        ),
        ("诺登的船券怎么用？", "zh", "诺登船券的预算为5元。", "诺登船券最多补贴一半。"),
        (
            "Why are there so many data centres in Norden?",
            "en",
            "Norden has 5 data centres.",
            "Norden's climate is cool.",
        ),
        (
            "Wieso stellt man Server nach Norden?",
            "de",
            "In Norden stehen 5 Server.",
            "In Norden ist das Klima kühl.",
        ),
        ("为什么把服务器放在诺登？", "zh", "诺登有5台服务器。", "诺登气候凉爽。"),
    ],
)
def test_what_is_wished_is_told_first_and_refused_nobody(
    question: str, language: str, idle: str, own: str
) -> None:
    query = query_of(question, language, INDEX)
    idle_quote, own_quote = (quote_of(text, language=language) for text in (idle, own))

    ordered = of_the_asked_attribute_first([idle_quote, own_quote], query)

    assert ordered == (own_quote, idle_quote)
    assert gives_the_asked_attribute(idle_quote, query)


@pytest.mark.parametrize(
    ("language", "question", "sentence", "gives"),
    [
        ("de", "Wie viel ist Norden wert?", "Norden gab 5 Yuan aus.", False),
        ("de", "Wo kann ich in Norden eine Lampe kaufen?", "Norden baut Lampen.", False),
        ("de", "Wie viele Studierende hat Norden?", "Norden hat 34 Einträge.", False),
        ("de", "Wie heißt die Frau von Ada Holm?", "Ada Holm wurde 1990 geboren.", False),
        ("zh", "诺登估值多少？", "诺登投资5亿元。", False),
        ("zh", "诺登估值多少？", "诺登的价值为5亿元。", True),
        ("zh", "诺登股价多少？", "诺登的价值为5亿元。", False),
        ("zh", "诺登有多少人口？", "诺登有30万人从业。", False),
        ("zh", "诺登的灯在哪里可以买到？", "诺登的灯要5元。", False),
        ("zh", "诺登在校生人数是多少？", "诺登有34人次。", False),
    ],
)
def test_it_does_in_each_language(language: str, question: str, sentence: str, gives: bool) -> None:
    quote, query = quote_of(sentence, language=language), query_of(question, language, INDEX)

    assert gives_the_asked_attribute(quote, query) is gives


def test_of_several_sentences_each_may_give_a_part() -> None:
    query = query_of("How much is Norden worth, and who is the richest founder?", "en", INDEX)
    value, rich, idle = map(
        quote_of, ("It is worth 5 yuan.", "The rich Ada Holm founded it.", "A port.")
    )

    assert not is_left_open([value, rich, idle], query)
    assert is_left_open([value, idle], query)
    assert is_left_open([rich, idle], query)
