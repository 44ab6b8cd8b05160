"""The proof gate: single rules on a small text, and the planted exam on the shipped corpus."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from citechat.verification.verifier import Verified, verify
from citechat_ingest import LANGUAGES, Document, Glossary, Name, Paragraph, Passage, split_passages
from planted import flagged, make_exam, marks

CASES_A_KIND = 40
GLOSSARY = Glossary(
    (
        Name("place", {"en": "Norden", "de": "Norden", "zh": "诺登"}),
        Name("place", {"en": "Suhl", "de": "Suhl", "zh": "苏尔"}),
        Name("company", {"en": "Lamp Works", "de": "Lampenwerk", "zh": "灯厂"}),
        Name("concept", {"en": "lighthouse", "de": "Leuchtturm", "zh": "灯塔"}),
    )
)
TEXTS = {
    "en": "Norden has 1,500 lamps. The Lamp Works paid 2 billion yuan for the lighthouse in March "
    "2019, about 30 percent less than planned. It is not open on Sundays. "
    "Suhl bought 300 lamps from the same makers.",
    "de": "In Norden gibt es 1.500 Lampen. Das Lampenwerk zahlte im März 2019 für den Leuchtturm "
    "2 Milliarden Yuan.",
    "zh": "诺登有1500盏灯。灯厂2019年3月为灯塔付了20亿元。",
}


def passage(language: str, text: str = "", document_id: str = "harbour") -> Passage:
    text = text or TEXTS[language]
    document = Document(document_id, language, "Harbour", text, (Paragraph(0, len(text), "Light"),))
    (only,) = split_passages(document)
    return only


def check(sentence: str, language: str = "en", *passages: Passage) -> Verified:
    return verify(sentence, language, passages or (passage(language),), GLOSSARY)


# Supported


@pytest.mark.parametrize(
    ("sentence", "language", "cited"),
    [
        ("Norden has 1500 lamps.", "en", "en"),
        ("The Lamp Works spent 2,000 million yuan on the lighthouse in 2019.", "en", "en"),
        ("For the lighthouse the Lamp Works paid RMB 2bn.", "en", "en"),
        ("Im März 2019 zahlte das Lampenwerk 2.000 Millionen Yuan für den Leuchtturm.", "de", "de"),
        ("灯厂为灯塔付了20亿元人民币", "zh", "zh"),
        ("In 2019.", "en", "en"),
        ("灯厂2019年3月为灯塔付了20亿元。", "zh", "en"),
        ("The Lamp Works paid 2 billion yuan for the lighthouse in March 2019.", "en", "zh"),
        ("Das Lampenwerk zahlte im März 2019 für den Leuchtturm 2 Milliarden Yuan.", "de", "en"),
    ],
)
def test_the_same_said_otherwise_is_supported(sentence: str, language: str, cited: str) -> None:
    assert check(sentence, language, passage(cited)).verdict == "supported"


def test_the_span_is_the_sentence_that_bears_it_out_in_offsets_of_the_document() -> None:
    cited = passage("en")

    (span,) = check("The Lamp Works paid 2 billion yuan.", "en", cited).spans

    assert span.text.startswith("The Lamp Works paid")
    assert span.text.endswith("than planned.")
    assert TEXTS["en"][span.start : span.end] == span.text
    assert (span.start, span.end) in cited.sentences


def test_two_sentences_are_quoted_where_one_is_not_enough() -> None:
    (span,) = check(
        "Norden has 1,500 lamps, and the Lamp Works paid 2 billion yuan for the lighthouse."
    ).spans

    assert span.text.startswith("Norden has")
    assert span.text.endswith("than planned.")


def test_each_of_two_passages_gives_its_span_the_better_one_first() -> None:
    other = passage("en", "The keeper of the tower is Ada Holm. She came in 1998.", "keeper")

    verified = check(
        "The Lamp Works paid 2 billion yuan for the lighthouse, and its keeper is Ada Holm.",
        "en",
        other,
        passage("en"),
    )

    assert verified.verdict == "supported"
    assert [span.passage.document_id for span in verified.spans] == ["harbour", "keeper"]


def test_a_passage_that_says_nothing_of_it_gives_no_span() -> None:
    other = passage("en", "Bread is baked in the morning. The oven is cleaned.", "bakery")

    assert [
        s.passage.document_id
        for s in check("Norden has 1,500 lamps.", "en", other, passage("en")).spans
    ] == ["harbour"]


# Not supported


@pytest.mark.parametrize(
    ("sentence", "language", "problem"),
    [
        ("Norden has 1,600 lamps.", "en", "1,600"),
        ("Norden has 1.500 lamps.", "en", "1.500"),
        ("The Lamp Works paid 2 million yuan for the lighthouse.", "en", "2 million yuan"),
        ("The Lamp Works paid 2 billion dollars for the lighthouse.", "en", "2 billion dollars"),
        (
            "The Lamp Works paid 2 billion yuan for the lighthouse in March 2018.",
            "en",
            "March 2018",
        ),
        (
            "The Lamp Works paid 2 billion yuan for the lighthouse on 5 March 2019.",
            "en",
            "5 March 2019",
        ),
        (
            "The Lamp Works paid for the lighthouse about 30 billion yuan less than planned.",
            "en",
            "30 billion yuan",
        ),
        (
            "The Lamp Works of Norbert Gruber paid 2 billion yuan for the lighthouse.",
            "en",
            "Norbert",
        ),
        ("In Norden gibt es 1,500 Lampen.", "de", "1,500"),
        ("Das Lampenwerk zahlte für den Leuchtturm 2 Billionen Yuan.", "de", "2 Billionen Yuan"),
        ("灯厂2019年3月为灯塔付了2亿元。", "zh", "2亿元"),
    ],
)
def test_what_no_span_holds_is_named(sentence: str, language: str, problem: str) -> None:
    verified = check(sentence, language)

    assert verified.verdict == "number_mismatch"
    assert problem in verified.problems


@pytest.mark.parametrize("sentence", ["Norden has 300 lamps.", "Suhl has 1,500 lamps."])
def test_a_number_or_name_of_another_sentence_is_no_proof(sentence: str) -> None:
    assert check(sentence).verdict == "number_mismatch"


def test_what_the_passage_denies_is_unsupported() -> None:
    verified = check("It is open on Sundays.")

    assert (verified.verdict, verified.problems) == ("unsupported", ("not",))


def test_a_sentence_without_passages_is_unsupported() -> None:
    assert verify("Norden has 1,500 lamps.", "en", (), GLOSSARY) == Verified(
        "unsupported", (), ("Norden", "1,500")
    )


@pytest.mark.parametrize(
    ("sentence", "language"),
    [("Bread is baked early.", "en"), ("In 2031.", "en"), ("今天天气很好", "zh"), ("", "en")],
)
def test_a_sentence_about_something_else_is_unsupported(sentence: str, language: str) -> None:
    assert check(sentence, language).verdict == "unsupported"


@pytest.mark.parametrize(
    ("sentence", "cosine", "verdict"),
    [
        ("Visitors find its doors shut at weekends.", 0.9, "supported"),
        ("Visitors find its doors shut at weekends.", 0.76, "supported"),
        ("Visitors find its doors shut at weekends.", 0.74, "unsupported"),
        ("Visitors find its doors shut until 2031.", 0.9, "number_mismatch"),
    ],
)
def test_words_of_its_own_pass_where_the_embedder_finds_them_alike_but_no_fact_does(
    sentence, cosine, verdict
) -> None:
    def similarity(text: str, others: Sequence[str]) -> list[float]:
        return [cosine if "Sundays" in other else 0.1 for other in others]

    verified = verify(sentence, "en", [passage("en")], GLOSSARY, similarity)

    assert verified.verdict == verdict
    assert verdict == "unsupported" or verified.spans[0].text == "It is not open on Sundays."


# How much is enough

TEN = "copper violin meadow basket pepper island garlic window rabbit candle".split()


@pytest.mark.parametrize(("shared", "verdict"), [(4, "supported"), (3, "unsupported")])
@pytest.mark.parametrize("language", ["en", "de"])
def test_four_of_ten_words_are_enough_within_a_language_of_spaces(
    language: str, shared: int, verdict: str
) -> None:
    cited = passage(language, f"{' '.join(TEN[:shared])}.", "words")

    assert check(" ".join(TEN), language, cited).verdict == verdict


@pytest.mark.parametrize(("characters", "verdict"), [(4, "supported"), (3, "unsupported")])
def test_three_of_ten_pairs_of_characters_are_enough_in_chinese(
    characters: int, verdict: str
) -> None:
    claim = "铜琴草篮椒岛蒜窗兔烛桥"  # eleven characters are ten pairs

    cited = passage("zh", f"{claim[:characters]}。", "words")

    assert check(claim, "zh", cited).verdict == verdict


@pytest.mark.parametrize(("shared", "verdict"), [(2, "number_mismatch"), (1, "unsupported")])
def test_two_of_five_facts_are_enough_between_languages(shared: int, verdict: str) -> None:
    """Enough to be about the same thing; the others are still missing."""
    numbers = [1811, 1822, 1833, 1844, 1855]
    claim = f"It was seen in {', '.join(map(str, numbers))}."
    cited = passage("zh", f"{'，'.join(f'{number}年' for number in numbers[:shared])}。", "years")

    assert check(claim, "en", cited).verdict == verdict


@pytest.mark.parametrize(("words", "sentences"), [(8, 2), (11, 1)])
def test_a_second_sentence_is_quoted_for_a_tenth_of_the_words(words: int, sentences: int) -> None:
    """It has one word of the claim that the first has not: an eighth of them, or an eleventh."""
    claim = [*TEN, "anchor"][:words]
    first, second = f"{' '.join(claim[:-1])}.", f"Chimneys need one {claim[-1]} or two."

    (span,) = check(" ".join(claim), "en", passage("en", f"{first} {second}", "words")).spans

    assert span.text == " ".join([first, second][:sentences])


def test_one_more_fact_may_stand_in_a_second_sentence_by_chance() -> None:
    (span,) = check("Norden has 300 lamps.").spans

    assert span.text == "Norden has 1,500 lamps."


@pytest.mark.parametrize(
    "claim",
    [
        "The lighthouse cost 30 percent more than planned.",
        "Norden bought 300 lamps and Suhl has 1,500.",
    ],
)
def test_the_opposite_of_the_source_is_not_supported(claim: str) -> None:
    assert check(claim).verdict != "supported"


def test_a_number_above_what_the_source_puts_below_is_a_mismatch() -> None:
    cited = passage("en", "Norden has more than 1,500 lamps.")

    verified = check("Norden has fewer than 1,500 lamps.", "en", cited)

    assert verified.verdict != "supported"
    assert "1,500" in verified.problems


# The planted exam


@cache
def given(language: str):
    exam = make_exam(language, CASES_A_KIND)
    return marks(
        {kind: cases for kind, cases in exam.items() if not kind.startswith(("hard", "meaning"))}
    )


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_planted_errors_are_flagged(language: str) -> None:
    flags, total = flagged(given(language), "planted")

    assert total >= 300
    assert flags / total >= 0.98


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_of_meaning_are_flagged(language: str) -> None:
    """Opposites, comparators, a "not" more or less; two names that have changed places."""
    exam = make_exam(language, CASES_A_KIND)
    kinds = [kind for kind in exam if kind.startswith("meaning") or kind == "hard: names swapped"]
    of_kinds = marks({kind: exam[kind] for kind in kinds})

    missed = sum(count["supported"] for count in of_kinds.values())
    total = sum(count.total() for count in of_kinds.values())
    assert total >= 150
    assert missed / total <= 0.03


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_true_sentences_raise_no_alarm(language: str) -> None:
    flags, total = flagged(given(language), "true")

    assert total >= 300
    assert flags / total <= 0.02


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_unrelated_sentences_are_flagged(language: str) -> None:
    flags, total = flagged(given(language), "unrelated")

    assert flags / total >= 0.95


@pytest.mark.parametrize(
    ("language", "source", "claim", "verdict"),
    [
        (
            "en",
            "The swimming pool opens at seven.",
            "The swimming pool does not open at seven.",
            False,
        ),
        ("en", "The hall is heated by gas.", "The hall was never heated by gas.", False),
        ("en", "The librarian is Mr Brand.", "Nobody called Brand is the librarian.", False),
        ("en", "Nobody called Brand is the librarian.", "Nobody called Brand is there.", True),
        ("en", "Suhl has the most lamps.", "Nobody has more lamps than Suhl.", True),
        ("de", "Das Bad öffnet um sieben.", "Das Bad öffnet nicht um sieben.", False),
        ("de", "Der Saal wird mit Gas geheizt.", "Der Saal wurde nie mit Gas geheizt.", False),
        ("de", "Der Bibliothekar heißt Brand.", "Niemand namens Brand ist Bibliothekar.", False),
        ("zh", "游泳池七点开门。", "游泳池七点不开门。", False),
        ("zh", "图书管理员是布兰德先生。", "没有叫布兰德的人是图书管理员。", False),
    ],
)
def test_what_a_claim_denies_and_its_source_says_is_never_supported(
    language: str, source: str, claim: str, verdict: bool
) -> None:
    assert (check(claim, language, passage(language, source)).verdict == "supported") is verdict
