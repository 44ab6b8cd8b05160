"""Figures, tables, and answers to read aloud."""

from __future__ import annotations

import pytest

from citechat.evaluation import (
    SHOWN,
    Outcome,
    Question,
    as_table,
    describe,
    examine,
    share,
    summary,
)
from citechat.evaluation.report import percentiles
from citechat.testing import ScriptedChatModel, passages_in

KEEPER = "Who was the keeper of the lighthouse?"
BUILT = Question(
    "q1",
    "en",
    "fact",
    "When was the lighthouse of Norden built?",
    patterns=("1892",),
    first=("1892",),
    most=4,
    documents=("lighthouse",),
)
WRONG = Question("q2", "en", "fact", KEEPER, patterns=("Grete",), documents=("lighthouse",))
NOWHERE = Question(
    "q3", "en", "unanswerable", "Which volcano erupted in Peru?", offers=("volcanoes of Peru",)
)


@pytest.fixture
def english(folder, small_chat):
    (folder / "hafen.txt").unlink()
    return small_chat


def test_answers_are_summed_up_by_language_and_kind(english):
    figures = summary(examine(english, [BUILT, WRONG, NOWHERE]))

    assert list(figures) == ["all", "en", "en/fact", "en/unanswerable"]
    assert figures["en"]["right"] == figures["en"]["wrong"] == 0.5
    assert figures["en"]["clean"] == 1
    assert figures["en"]["wrongly_refused"] == figures["en"]["partial"] == 0
    assert figures["en/unanswerable"]["unanswerable_refused"] == 1
    assert figures["en/unanswerable"]["wrongly_answered"] == 0
    assert figures["en/unanswerable"]["offers_named"] == 0
    assert figures["all"]["abstention_f1"] == 1
    assert figures["all"]["quotes_exact"] == figures["all"]["right_language"] == 1
    assert figures["all"]["p50_ms"] > 0


def test_a_quote_that_the_file_does_not_hold_is_not_exact(english, folder):
    english.warm_up()
    lighthouse = folder / "lighthouse.md"
    text = lighthouse.read_text(encoding="utf-8")
    lighthouse.write_text(text.replace("1892", "1893"), encoding="utf-8")

    assert summary(examine(english, [BUILT]))["all"]["quotes_exact"] == 0


def test_an_exam_without_first_and_most_has_no_clean_answers(english):
    figures = summary(examine(english, [WRONG]))["all"]

    assert figures["clean"] is None
    assert figures["padded"] is None


def test_the_summary_is_a_table_with_a_row_a_group(english):
    table = as_table(summary(examine(english, [BUILT])))

    names = [line.split("|")[1].strip() for line in table.splitlines()]
    assert names == ["", "---", "all", "en", "en/fact"]


def test_a_column_without_a_value_is_left_out_and_a_gap_is_a_dash():
    table = as_table({"a": {"x": 0.5, "y": None, "z": None}, "b": {"x": 3, "y": 1.25, "z": None}})

    assert table.splitlines() == [
        "|  | x | y |",
        "| --- | --- | --- |",
        "| a | 0.500 | – |",
        "| b | 3 | 1.25 |",
    ]


def test_an_answer_is_shown_with_what_it_lacks(english):
    results = examine(english, [BUILT, WRONG, NOWHERE])

    shown = describe(results, SHOWN["wrong"])

    assert shown.startswith(f"q2  {KEEPER}  (wrong)\n  ")
    assert "Ada Holm" in shown
    assert shown.endswith("\n  – does not say Grete")
    assert "q1" not in shown
    assert describe(results, [Outcome.PARTIAL]) == ""


def test_every_name_for_answers_means_outcomes():
    assert list(SHOWN) == ["clean", "padded", "partial", "wrong", "refused"]
    assert SHOWN["wrong"] == (Outcome.WRONG, Outcome.ANSWERED)


def test_of_nothing_there_is_no_share():
    assert share([]) is None
    assert share([True, False]) == 0.5


def test_a_single_time_is_its_own_median():
    assert percentiles([]) == {"p50_ms": None, "p95_ms": None}
    assert percentiles([0.25]) == {"p50_ms": 250, "p95_ms": 250}


# A language model


def twice_cited(prompt):
    name = next(iter(passages_in(prompt)))
    return f"It was built in 1892 [{name}]. It was built in 1893 [{name}, 9]."


def test_a_models_sentences_marks_and_numbers_are_counted(english):
    model = ScriptedChatModel(script=[twice_cited])

    figures = summary(examine(english.with_llm(model), [BUILT]))["en"]

    assert (figures["supported_sentences"], figures["wrong_numbers"]) == (0.5, 0.5)
    assert (figures["invented_marks"], figures["quotes_instead"]) == (1, 0)
    assert figures["citation_precision"] == 0.5
    assert figures["citation_recall"] == 1


def test_quotes_that_stand_in_for_a_model_are_counted(english):
    failing = english.with_llm(ScriptedChatModel(script=[RuntimeError("no")]))

    figures = summary(examine(failing, [BUILT]))["en"]

    assert figures["quotes_instead"] == 1
    assert figures["supported_sentences"] is None


def test_without_a_model_its_columns_are_left_out(english):
    figures = summary(examine(english, [BUILT]))["en"]

    assert not {"supported_sentences", "citation_precision"} & set(figures)
