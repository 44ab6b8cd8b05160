"""The exam: read, judged, summed up; and the lines that the shipped corpus must not slip below."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citechat import CorpusError, Settings
from citechat.evaluation import Question, as_table, examine, examine_squad, read_exam, summary
from citechat.testing import LetterCountEmbedder, ScriptedChatModel, passages_in

GOLD = Path(__file__).parent / "exams" / "gold"
BUILT = Question(
    "q1",
    "en",
    "fact",
    "When was the lighthouse of Norden built?",
    patterns=("1892",),
    documents=("lighthouse",),
)
WRONG = Question(
    "q2",
    "en",
    "fact",
    "Who was the keeper of the lighthouse?",
    patterns=("Grete",),
    documents=("lighthouse",),
)
NOWHERE = Question("q3", "en", "unanswerable", "Which volcano erupted in Peru?")


def test_answers_are_judged_and_summed_up(small_chat, folder):
    (folder / "hafen.txt").unlink()

    figures = summary(examine(small_chat, [BUILT, WRONG, NOWHERE]))

    assert figures["en"]["correct"] == 0.5
    assert figures["en/unanswerable"]["abstention_recall"] == 1
    assert (
        figures["all"]["quotes_exact"]
        == figures["all"]["right_language"]
        == figures["all"]["citation_recall"]
        == 1
    )
    assert figures["all"]["p50_ms"] > 0


def test_the_summary_is_a_table_with_a_row_a_group(small_chat):
    table = as_table(summary(examine(small_chat, [BUILT])))

    assert [line.split("|")[1].strip() for line in table.splitlines()] == [
        "",
        "---",
        "all",
        "en",
        "en/fact",
    ]


def test_a_models_sentences_marks_and_numbers_are_counted(small_chat):
    model = ScriptedChatModel(
        script=[
            lambda p: (
                f"It was built in 1892 [{next(iter(passages_in(p)))}]. It was built in 1893 [{next(iter(passages_in(p)))}, 9]."
            )
        ]
    )

    figures = summary(examine(small_chat.with_llm(model), [BUILT]))["en"]

    assert (figures["supported_sentences"], figures["wrong_numbers"]) == (0.5, 0.5)
    assert (figures["invented_marks"], figures["quotes_instead"]) == (1, 0)
    assert figures["citation_precision"] == 0.5


def test_quotes_that_stand_in_for_a_model_are_counted(small_chat):
    figures = summary(
        examine(small_chat.with_llm(ScriptedChatModel(script=[RuntimeError("no")])), [BUILT])
    )["en"]

    assert figures["quotes_instead"] == 1
    assert figures["supported_sentences"] is None


def test_without_a_model_its_columns_are_left_out(small_chat):
    assert "supported_sentences" not in summary(examine(small_chat, [BUILT]))["en"]


@pytest.mark.parametrize(
    ("line", "says"), [("{", "is not a question"), ('{"id": "x"}', "'language'")]
)
def test_a_bad_line_is_named_with_its_number(tmp_path, line, says):
    (tmp_path / "exam.jsonl").write_text(line, encoding="utf-8")

    with pytest.raises(CorpusError, match=rf"exam\.jsonl:1: .*{says}"):
        read_exam(tmp_path / "exam.jsonl")


def test_a_squad_file_becomes_a_corpus_of_its_own(tmp_path):
    paragraphs = [
        (
            "The lamp of Norden shines 40 kilometres. It is white.",
            "How far does the lamp of Norden shine?",
            "40 kilometres",
        ),
        ("The bakery sells bread. The baker is Ada.", "Who is the baker of the bakery?", "Ada"),
    ]
    data = [
        {
            "paragraphs": [
                {"context": c, "qas": [{"question": q, "answers": [{"text": a}]}]}
                for c, q, a in paragraphs
            ]
        },
    ]
    (tmp_path / "squad.json").write_text(json.dumps({"data": data}), encoding="utf-8")

    figures = examine_squad(
        tmp_path / "squad.json", Settings(index_dir=tmp_path / "unused"), LetterCountEmbedder()
    )

    assert figures["questions"] == 2
    assert figures["right_first"] == figures["gold_in_quotes"] == 1
    assert not (tmp_path / "unused").exists()


def test_a_file_that_is_no_squad_file_is_named(tmp_path):
    (tmp_path / "squad.json").write_text("[]", encoding="utf-8")

    with pytest.raises(CorpusError, match=r"squad\.json: is not a SQuAD file"):
        examine_squad(tmp_path / "squad.json", Settings(), LetterCountEmbedder())


def test_the_exam_asks_enough_of_every_kind():
    questions = read_exam(GOLD)

    assert len(questions) >= 180
    assert all(
        sum(q.language == language for q in questions) >= 60 for language in ("en", "de", "zh")
    )
    assert sum(q.kind == "unanswerable" for q in questions) >= 50
    assert len({q.question_id for q in questions}) == len(questions)


@pytest.fixture(scope="module")
def figures(chat):
    return summary(examine(chat, read_exam(GOLD)))


def test_every_quote_is_exact_and_every_sentence_cited(figures):
    assert (
        figures["all"]["quotes_exact"]
        == figures["all"]["citation_precision"]
        == figures["all"]["citation_recall"]
        == 1
    )


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_exam_does_not_slip_below_its_lines(figures, language):
    assert figures[language]["correct"] >= 0.92
    assert figures[language]["abstention_f1"] >= 0.90
    assert figures[language]["right_language"] == 1


# A little below what was measured; no weight is fitted on these questions.
@pytest.mark.parametrize(
    ("language", "correct", "refused"), [("en", 0.90, 0.72), ("de", 0.83, 0.82), ("zh", 0.86, 0.84)]
)
def test_the_plain_questions_of_readers_are_answered_no_worse_than_before(
    chat, language, correct, refused
):
    found = summary(examine(chat, read_exam(GOLD.parent / "readers" / f"{language}.jsonl")))[
        language
    ]

    assert found["correct"] >= correct
    assert found["abstention_f1"] >= refused
    assert found["quotes_exact"] == found["right_language"] == 1
