"""A sentence gives what a question asks for, and not something else about the same thing."""

from __future__ import annotations

import pytest

from citechat.index.figure_table import FigureTable
from citechat.retrieval.asked.slot import (
    gives_the_slot,
    may_give_the_slot,
    of_the_asked_slot_first,
)
from citechat_ingest import Name
from quoting import NAMES, index_of, query_of, quote_of

ANKER = Name("company", {"en": "Anker", "de": "Anker", "zh": "安克"})
SEGEL = Name("company", {"en": "Segel", "de": "Segel", "zh": "赛格"})
CHINA = Name("place", {"en": "China", "de": "China", "zh": "中国"})
MODEL = Name(
    "concept", {"en": "model voucher", "de": "Modellgutschein", "zh": "模型券"}, ("model vouchers",)
)
COMPUTE = Name(
    "concept",
    {"en": "compute voucher", "de": "Rechengutschein", "zh": "算力券"},
    ("compute vouchers",),
)
COUNTRIES = FigureTable(kinds={"China": "country"})
INDEX = index_of((*NAMES, ANKER, SEGEL, CHINA, MODEL, COMPUTE), figures=COUNTRIES)


def _query(question: str, language: str = "en"):
    return query_of(question, language, INDEX)


@pytest.mark.parametrize(
    ("language", "question", "sentence", "gives"),
    [
        # a name of the kind that is asked for, and another than the question's
        ("en", "Which company got the first lamp?", "Norden gave its first lamp.", False),
        ("en", "Which company got the first lamp?", "Anker got the first lamp.", True),
        ("en", "Which city follows Norden?", "Norden leads in China with 38 mills.", False),
        ("en", "Which company is older, Anker or Segel?", "Anker is older than Segel.", True),
        ("en", "What kind of companies does Norden leave out?", "Norden leaves out mills.", True),
        ("de", "Welche Firma liefert an Norden?", "Norden bekommt 3 Lampen.", False),
        ("de", "Welche Firma liefert an Norden?", "Segel liefert an Norden.", True),
        ("zh", "哪家公司给诺登供货？", "诺登有三盏灯。", False),
        ("zh", "哪家公司给诺登供货？", "赛格给诺登供货。", True),
        # no name of the kind is asked for
        ("en", "What do companies run in Norden?", "They run mills in Norden.", True),
        ("en", "Which city official spoke in Norden?", "Ada Holm spoke in Norden.", True),
        ("en", "What is a model?", "It is a thing that is trained.", True),
        ("en", "Which of the firms came to Norden?", "Norden has 3 mills.", False),
        # one of what no kind of name is called
        ("en", "Which hall did Ada Holm use?", "Ada Holm used it in May.", False),
        ("en", "Which hall did Ada Holm use?", "Ada Holm used the hall of Norden.", True),
        ("en", "Which workshop did Ada Holm use?", "Ada Holm was at Anker.", True),
        ("de", "Welchen Saal nahm Ada Holm?", "Ada Holm kam im Mai.", False),
        ("de", "Welchen Saal nahm Ada Holm?", "Ada Holm nahm den Saal von Norden.", True),
        ("en", "Which place has Anker on the list?", "Anker is third on the list.", True),
        ("de", "Welchen Anteil hat Norden?", "Norden hat 12 Prozent.", True),
        ("de", "Auf welche Höhe stieg die Lampe von Norden?", "Die Lampe stieg auf 3 Meter.", True),
        ("zh", "霍尔姆用了哪座礼堂？", "霍尔姆来了。", False),
        ("zh", "霍尔姆用了哪座礼堂？", "霍尔姆用了诺登的礼堂。", True),
        # a person, where persons do it
        ("en", "Who leads Anker?", "Anker is the oldest of all.", False),
        ("en", "Who leads the list?", "Anker is the oldest of all.", True),
        ("en", "Who signed for Anker?", "Anker signed 16 papers in Norden.", False),
        ("en", "Who signed for Anker?", "Ada Holm signed for Anker.", True),
        ("en", "Who founded Anker?", "Anker was founded by graduates of Norden.", True),
        # whom no glossary knows
        ("en", "Who founded Anker?", "Anker was founded by Greta Falk.", True),
        ("en", "Who founded Anker?", "Anker was founded in Kelby.", False),
        ("de", "Wer hat Anker gegründet?", "Anker wurde von Greta Falk gegründet.", True),
        ("de", "Wer hat Anker gegründet?", "Anker wurde im Hafen gegründet.", False),
        ("zh", "谁创办了安克？", "安克由格蕾塔·法尔克创办。", True),
        ("de", "Wer leitet Anker?", "Anker baut Lampen in Norden.", False),
        ("de", "Wer leitet Anker?", "Ada Holm leitet Anker.", True),
        ("zh", "安克是谁创办的", "安克位于诺登。", False),
        ("en", "What is the founder of Anker called?", "Anker is the oldest of all.", False),
        ("en", "What is the name of the founder of Anker?", "Ada Holm founded it.", True),
        ("de", "Wie heißt der Gründer von Anker?", "Anker ist am ältesten.", False),
        ("de", "Wie heißt der Gründer von Anker?", "Ada Holm hat es gegründet.", True),
        ("zh", "安克创始人叫什么", "这一叫法出自网友。", False),
        ("zh", "安克是谁创办的", "霍尔姆创办了安克。", True),
        # the founding of just that firm
        (
            "en",
            "When was Segel founded?",
            "Segel and Anker differ: only Anker was founded in 1920.",
            False,
        ),
        ("en", "When was Segel founded?", "Founded in 1920, Segel builds lamps for Anker.", True),
        ("en", "When was Segel founded?", "Segel was founded in 1920 by people from Anker.", True),
        (
            "de",
            "Wann wurde Segel gegründet?",
            "Anders als Segel: Anker wurde 1920 gegründet.",
            False,
        ),
        ("de", "Wann wurde Segel gegründet?", "Segel wurde 1920 gegründet.", True),
        ("en", "When was Segel founded?", "Anker was founded in 1920 and supplies Segel.", False),
        ("en", "When was Segel founded?", "In 1920 Anker founded Segel.", True),
        (
            "de",
            "Wann wurde Segel gegründet?",
            "Anker wurde 1920 gegründet und beliefert Segel.",
            False,
        ),
        ("zh", "赛格是哪年成立的？", "安克成立于1920年，背后有赛格支持。", False),
        ("zh", "赛格是哪年成立的？", "安克1920年创办了赛格。", True),
        # a work, and not who made it
        ("en", "What game is Anker famous for?", "Anker stands beside Segel in Norden.", False),
        ("de", "Welches Spiel machte Anker bekannt?", "Anker steht neben Segel.", False),
        ("zh", "安克最有名的是哪款游戏？", "安克与赛格同列。", False),
        ("en", "Which car makers does Anker serve?", "Anker serves Norden.", True),
        ("de", "Welche Beispiele gibt es für Anker?", "Segel ist ein Beispiel für Anker.", True),
        # who is more than another
        ("en", "Who was worth more than Anker?", "Anker was worth 12 marks.", False),
        ("en", "Who was worth more than Anker?", "Anker is third behind Segel.", True),
        ("de", "Wer war mehr wert als Anker?", "Anker war 12 Mark wert.", False),
        ("de", "Wer war mehr wert als Anker?", "Anker liegt hinter Segel.", True),
        ("zh", "谁比安克更值钱？", "安克值12元。", False),
        ("zh", "谁比安克更值钱？", "安克排在赛格之后。", True),
        # how many of a thing one has
        ("zh", "安克是多少参数的模型？", "安克得96.2分。", False),
        ("zh", "安克是多少参数的模型？", "安克有70亿参数。", True),
        ("zh", "诺登有多少家医院用赛格？", "诺登有12家用赛格的企业。", False),
        ("zh", "诺登有多少家医院用赛格？", "诺登有12家医院用赛格。", True),
        ("zh", "赛格是哪年成立的？", "赛格与安克不同：只有安克成立于1920年。", False),
        ("zh", "赛格是哪年成立的？", "赛格成立于1920年。", True),
        # the place of a row
        ("en", "Who is fourth on the list?", "Anker is third and Segel fifth on the list.", False),
        ("en", "Who is seventh on the list?", "Anker is sixth on the list.", False),
        ("en", "Who is second on the list?", "Anker and Segel lead the list.", True),
        ("en", "Who is third on the list?", "Anker is second, followed by Segel.", True),
        ("en", "Who is ninth on the list?", "Anker is second, followed by Segel.", False),
        ("en", "Was Anker second on the list?", "Anker leads the list.", True),
        ("en", "What was the second stage?", "The plan has stages.", True),
        ("de", "Wer liegt auf Platz vier der Liste?", "Anker führt die Liste an.", False),
        ("de", "Wer liegt auf Platz vier der Liste?", "Anker liegt auf dem vierten Platz.", True),
        ("zh", "名单上第四名是谁", "安克位居名单第一。", False),
        ("zh", "名单上第四名是谁", "安克位居名单第四。", True),
        # a number of just that thing, of just that year
        ("en", "How many lamps burned in Norden?", "Norden burned on 2 May 2024.", False),
        ("en", "How many lamps burned in Norden?", "In Norden 12 lamps burned.", True),
        ("en", "How many lamps burned in Norden?", "In Norden 12 mills burned.", False),
        ("en", "How many billions did Norden spend?", "Norden spent 2 billion yuan.", True),
        ("en", "How many lamps had Norden in 2023?", "Norden had 12 lamps in 2025.", False),
        ("en", "What was the cost of Anker's lamps?", "Anker's share is 12 percent.", False),
        # counted by another word, or before a verb
        ("en", "How many businesses has Norden?", "Norden has 12 firms.", True),
        ("de", "Wie viele Betriebe hat Norden?", "Norden hat 12 Firmen.", True),
        ("en", "How many mills stand in Norden?", "Norden has 12 mills.", True),
        ("en", "How much does Norden get?", "Norden gets millions of yuan.", True),
        ("de", "Wie viel bekommt Norden?", "Norden bekommt Millionen.", True),
        # what is no amount
        ("en", "Is Norden more popular than Southam?", "Norden is liked better.", True),
        ("en", "What's Norden's ferry called?", "The ferry of Norden is Lumo.", True),
        ("en", "What was the purpose of Norden's mill?", "The mill of Norden grinds corn.", True),
        ("en", "Is it more or less than a fifth of Norden?", "It is 17.7 percent of it.", True),
        ("de", "Für welchen Zeitraum gilt das in Norden?", "In Norden gilt es bis Mai.", True),
        ("en", "For which period does it hold in Norden?", "It holds in Norden till May.", True),
        ("de", "Wie viele Lampen hat Norden?", "Norden hat 12 Mühlen.", False),
        ("de", "Wie viele Lampen hat Norden?", "Norden hat 12 Lampen.", True),
        ("zh", "诺登的市值是多少", "诺登有12盏灯。", False),
        ("zh", "诺登的市值是多少", "诺登的市值为12亿元。", True),
        # the one of a sort that is asked about
        (
            "en",
            "How much does Norden pay in model vouchers?",
            "It pays 3 yuan in compute vouchers.",
            False,
        ),
        (
            "en",
            "How much does Norden pay in model vouchers?",
            "It pays 3 yuan in model vouchers.",
            True,
        ),
        # two things that have to do with each other, and what somebody says
        ("en", "Does Anker use lamps of Segel?", "Anker is a shipyard.", False),
        ("en", "Does Anker use lamps of Segel?", "Anker uses lamps of Segel.", True),
        ("en", "Is Anker based in Southam?", "Anker is based in Norden.", True),
        ("de", "Gehört Anker zu Segel?", "Anker ist eine Werft.", False),
        ("zh", "安克用赛格的灯吗？", "安克是一家企业。", False),
        ("en", "What did Ada Holm say in Norden?", "Ada Holm was in Norden.", False),
        ("en", "What did Ada Holm say of Norden?", "Ada Holm calls Norden bright.", True),
        # what is asked otherwise
        ("en", "Why did Ada Holm found Anker?", "Anker burns 12 lamps.", True),
        ("en", "Is it true that Anker is in Norden?", "Segel is in Norden.", True),
    ],
)
def test_a_sentence_gives_what_is_asked_for(
    language: str, question: str, sentence: str, gives: bool
) -> None:
    query = _query(question, language)
    held = query.names_held(sentence)
    quote = quote_of(sentence, language=language, names=held)

    assert gives_the_slot(quote, query, INDEX) is gives


def test_of_what_the_reader_is_sure_the_words_may_be_others() -> None:
    query = _query("How many lamps burned in Norden?")
    sure = quote_of("In Norden 12 lights shone.", probability=0.9)
    of_another = quote_of("Elsewhere 12 lights shone.", probability=0.9, names=0.0)

    assert may_give_the_slot(sure, query, INDEX)
    assert not may_give_the_slot(of_another, query, INDEX)
    assert not gives_the_slot(sure, query, INDEX)


def test_questions_expected_of_a_sentence_have_the_word_for_what_it_counts() -> None:
    query = _query("How many mills has Anker?")
    silent = quote_of("Anker runs 12 of them.")
    told = quote_of("Anker runs 12 of them.", expected=(("How many mills does Anker run?",),))

    assert not gives_the_slot(silent, query, INDEX)
    assert gives_the_slot(told, query, INDEX)


def test_the_first_near_the_best_that_gives_it_opens() -> None:
    query = _query("Who signed for Anker?")
    idle = quote_of("Anker signed 16 papers.", 5.0)
    own = quote_of("Ada Holm signed for Anker.", 4.0)
    far = quote_of(own.text, 1.0)

    assert of_the_asked_slot_first([idle, own], query, INDEX) == (own, idle)
    assert of_the_asked_slot_first([idle, far], query, INDEX) == (idle, far)
    assert of_the_asked_slot_first([own, idle], query, INDEX) == (own, idle)
    assert of_the_asked_slot_first([], query, INDEX) == ()


def test_of_a_sentence_that_the_question_quotes_all_may_be_asked() -> None:
    query = query_of("Who says this: “Anker signed 16 papers.”?", "en", INDEX)

    assert gives_the_slot(quote_of("Anker signed 16 papers."), query, INDEX)
    assert not gives_the_slot(quote_of("Anker signed 17 papers."), query, INDEX)


def test_a_corpus_without_names_is_left_alone() -> None:
    bare = index_of(())
    query = query_of("Who signed for Anker?", "en", bare)

    assert gives_the_slot(quote_of("Anker signed 16 papers."), query, bare)


FOUR = Name("concept", {"en": "four little ships", "de": "vier kleine Schiffe", "zh": "四小船"})
SHIPS = tuple(
    Name("company", {"en": name, "de": name, "zh": chinese})
    for name, chinese in (("Bolt", "博特"), ("Kiel", "基尔"), ("Mast", "马斯"), ("Tau", "陶尔"))
)


@pytest.mark.parametrize(
    ("language", "question", "few", "all_of_them"),
    [
        (
            "en",
            "What are the four little ships?",
            "The four little ships are led by Bolt and Kiel.",
            "The four little ships are Bolt, Kiel, Mast and Tau.",
        ),
        (
            "de",
            "Was sind die vier kleine Schiffe?",
            "Für vier kleine Schiffe stehen Bolt und Kiel.",
            "Vier kleine Schiffe sind Bolt, Kiel, Mast und Tau.",
        ),
        ("zh", "四小船是什么？", "四小船以博特和基尔为代表。", "四小船是博特、基尔、马斯和陶尔。"),
    ],
)
def test_what_a_group_is_is_told_by_all_of_it(
    language: str, question: str, few: str, all_of_them: str
) -> None:
    index = index_of((FOUR, *SHIPS))
    some, whole = (quote_of(text, language=language) for text in (few, all_of_them))
    query = query_of(question, language, index)

    assert of_the_asked_slot_first([some, whole], query, index) == (whole, some)
    # Where no sentence names all, the best still answers.
    assert gives_the_slot(some, query, index)
