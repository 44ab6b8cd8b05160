"""Sentences that rank, and sentences that give both sides, where no table knows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from citechat import CiteChat, Settings
from citechat.index.opening import Index
from citechat.plans import Findings
from citechat.plans.figures import ranking
from citechat.retrieval.query import make_query
from citechat.retrieval.selection import Quote
from citechat.testing import LetterCountEmbedder
from citechat_ingest import Name
from quoting import NAMES, findings_of, index_of, quote_of, quoted
from towns import told

GLOSSARY = "\n".join(
    f'[[name]]\nkind = "company"\nen = "{name}"\nde = "{name}"\nzh = "{name}"'
    for name in ("Anker", "Brise")
)
TEXT = (
    "Boats were built in the first half of 2020. Anker is the largest yard of the coast. "
    "Of 90 boats, Anker built 30 and Brise 45 boats. Anker built 7 boats of oak."
)


@pytest.fixture(scope="module")
def yards(tmp_path_factory: pytest.TempPathFactory) -> Index:
    root: Path = tmp_path_factory.mktemp("yards")
    (root / "corpus").mkdir()
    (root / "corpus" / "yards.txt").write_text(TEXT + "\n", encoding="utf-8")
    (root / "corpus" / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    settings = Settings(corpus=root / "corpus", index_dir=root / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder()).index


def found(question: str, index: Index, step: float = 1.0) -> Findings:
    """The sentences in their order, each ``step`` worse than the one before."""
    (passage,) = index.store.all_passages("en")
    quotes = [Quote(passage, n, -step * n, n, 1.0) for n in range(len(passage.sentences))]
    query = make_query(question, "en", np.zeros(26, dtype=np.float32), index)
    return Findings(query, tuple(quotes), index)


def test_the_sentence_that_ranks_is_told(yards: Index) -> None:
    answer = ranking.statements(found("Which yard is the largest?", yards))

    assert told(answer) == ["Anker is the largest yard of the coast."]


def test_a_sentence_far_below_the_best_is_not(yards: Index) -> None:
    assert ranking.statements(found("Which yard is the largest?", yards, step=9.0)) == ()


def test_of_a_sentence_with_both_sides_the_larger_is_named_first(yards: Index) -> None:
    answer = ranking.statements(found("Who built more boats, Anker or Brise?", yards))

    assert told(answer) == ["Brise: Of 90 boats, Anker built 30 and Brise 45 boats."]


@pytest.mark.parametrize("question", ["When were boats built?", "Why is Anker the largest yard?"])
def test_other_questions_are_left_alone(yards: Index, question: str) -> None:
    assert ranking.statements(found(question, yards)) == ()


ROWS = (
    "Norden, Southam and Westen led the index of 2022 in this order.",
    "Southam, Norden and Westen lead the index of 2024 in this order.",
)


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        ("Who comes after Norden in the index?", f"Westen: {ROWS[1]}"),
        ("Who comes after Norden in the index of 2022?", f"Southam: {ROWS[0]}"),
        ("Which towns are ahead of Westen in the index?", f"Southam, Norden: {ROWS[1]}"),
    ],
)
def test_the_latest_row_in_its_order_tells_who_comes_beside_a_name(question, opens) -> None:
    westen = Name("place", {"en": "Westen", "de": "Westen", "zh": "西镇"})
    index = index_of((*NAMES, westen))
    found = findings_of(question, *map(quote_of, ROWS), index=index)

    assert told(ranking.statements(found)) == [opens]


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        ("Who comes after Norden in the index?", "Southam:"),
        ("Which cities come after Norden in the index?", "Southam, Osten:"),
    ],
)
def test_all_who_come_after_are_named_and_not_whose_they_are(question, opens) -> None:
    others = [Name("place", {"en": town, "de": town, "zh": town}) for town in ("Westen", "Osten")]
    row = "Norden leads the index of Westen's towns in this order: Norden, Southam and Osten."
    found = findings_of(question, quote_of(row), index=index_of((*NAMES, *others)))

    assert told(ranking.statements(found)) == [f"{opens} {row}"]


def test_percentages_give_way_where_no_share_is_asked_for() -> None:
    percent = quote_of("Norden has 60 percent of the lamps, Southam 40 percent.", 5.0)
    count = quote_of("Norden has 20 lamps, Southam 30.", 4.0)
    question = "Who has more lamps, Norden or Southam?"

    answer = ranking.statements(findings_of(question, percent, count))
    of_shares = ranking.statements(findings_of(f"By share: {question}", percent))

    assert quoted(answer) == [count.text]
    assert quoted(of_shares) == [percent.text]


def test_a_rank_is_no_count_and_an_earlier_year_another_matter() -> None:
    rank = quote_of("Norden is in the second place, Southam in the third.", 5.0)
    before = quote_of("In 2022 Norden had 20 lamps, Southam 30.", 4.5)
    count = quote_of("Norden has 40 lamps, Southam 30.", 4.0)
    question = "Who had more lamps in 2023, Norden or Southam?"

    answer = ranking.statements(findings_of(question, rank, before, count))

    assert quoted(answer) == [count.text]


def test_both_sides_answer_where_every_word_is_held() -> None:
    count = quote_of("Norden has 20 lamps, Southam 30.", 4.0)

    held = ranking.set_side_by_side(findings_of("More lamps: Norden or Southam?", count))
    not_held = ranking.set_side_by_side(findings_of("More boats: Norden or Southam?", count))

    assert quoted(held) == [count.text]
    assert not not_held


SECOND = quote_of("Brise took second place in 2024.", 2.0)


@pytest.mark.parametrize(
    ("question", "quotes", "first"),
    [
        (
            "Who was second in 2024?",
            [quote_of("Anker led in 2024.", 3.0), SECOND],
            SECOND.text,
        ),
        (
            "Who was third in 2024?",
            [
                quote_of("Anker leads.", 3.0),
                quote_of("Anker, Brise and Rahe led in this order.", 2.0),
            ],
            "Anker, Brise and Rahe led in this order.",
        ),
        (
            "Who was second by boats in 2024?",
            [quote_of("By money Anker was first and Brise second in 2024.", 3.0), SECOND],
            SECOND.text,
        ),
        (
            "Who led in 2024?",
            [quote_of("Brise led in 2023.", 3.0), quote_of("Anker led in 2024.", 2.0)],
            "Anker led in 2024.",
        ),
    ],
)
def test_the_place_and_year_that_are_asked_for_are_told(
    question: str, quotes: list[Quote], first: str
) -> None:
    assert quoted(ranking.statements(findings_of(question, *quotes))) == [first]


def test_a_sentence_that_names_the_place_comes_before_one_in_order() -> None:
    row = quote_of("Norden is first and Westen fourth, followed by Süden and Osten.", 5.0)
    rank = quote_of("Norden is on the first place, Southam on the third place.", 4.0)

    answer = ranking.statements(findings_of("Which town is third?", row, rank))

    assert quoted(answer) == [rank.text]


def test_the_place_of_somebody_is_not_that_of_the_largest_thing_they_own() -> None:
    question = "Where is Ada Holm's largest lamp?"
    best = quote_of("Ada Holm keeps a lamp in Norden.", 5.0)
    ranks = quote_of("Ada Holm is first on the list of Southam.", 4.0)

    assert not ranking.statements(findings_of(question, best, ranks))

    of_the_lamp = quote_of("The largest lamp of Ada Holm stands in Southam.", 4.0)
    assert quoted(ranking.statements(findings_of(question, best, of_the_lamp)))


@pytest.mark.parametrize(
    ("question", "later", "first", "language"),
    [
        (
            "Which town does best in the count?",
            "Norden takes third place in the count, ahead of Southam.",
            "In the count Southam came first.",
            "en",
        ),
        (
            "Welche Stadt führt die Zählung an?",
            "Norden liegt in der Zählung auf Platz drei und damit vor Südheim.",
            "In der Zählung führt Südheim.",
            "de",
        ),
        ("统计中哪座城市领先？", "统计中诺登列第三名，高于南城。", "统计中南城居首。", "zh"),
    ],
)
def test_who_is_third_is_not_who_is_first(question, later, first, language):
    quotes = (quote_of(text, language=language) for text in (later, first))
    answer = ranking.statements(findings_of(question, *quotes, language=language))

    assert quoted(answer) == [first]
