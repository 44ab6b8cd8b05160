"""Reading sets and SQuAD files: pages become a corpus, and their questions are asked of it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from citechat import CiteChat, CorpusError, Settings
from citechat.evaluation import (
    Outcome,
    PageResult,
    examine_pages,
    examine_squad,
    page_figures,
    read_reading_set,
    read_squad,
    run,
)
from citechat.evaluation.reading_sets import PageQuestion
from citechat.testing import LetterCountEmbedder
from citechat.values import Answer, Citation

LAMP = ["The lamp of Norden shines 40 kilometres.", "It is white."]
BAKERY = ["The bakery sells bread.", "The baker is Ada."]
HARBOUR = ["The harbour has 25 berths.", "The master of the harbour is Grete."]
FAR = "How far does the lamp of Norden shine?"
BAKER = "Who is the baker of the bakery?"
ROWS = [
    (FAR, LAMP, [0], ["40 kilometres"]),
    ("Which volcano erupted in Peru?", LAMP, [], []),
    (BAKER, BAKERY, [1], []),
    ("How many berths has the harbour?", HARBOUR, [0], []),
]


def write(path, rows=ROWS):
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for number, (question, sentences, answers, texts) in enumerate(rows):
            row = {"id": f"q{number}", "language": "en", "title": "", "question": question}
            row |= {"sentences": sentences, "answers": answers, "texts": texts}
            file.write(json.dumps(row) + "\n")
    return path


def write_squad(path):
    rows = [(LAMP, FAR, "40 kilometres"), (BAKERY, BAKER, "Ada")]
    paragraphs = [
        {
            "context": " ".join(sentences),
            "qas": [{"question": question, "answers": [{"text": text}]}],
        }
        for sentences, question, text in rows
    ]
    path.write_text(json.dumps({"data": [{"paragraphs": paragraphs}]}), encoding="utf-8")
    return path


@pytest.fixture
def settings(tmp_path):
    return Settings(index_dir=tmp_path / "unused")


# Reading


def test_questions_on_the_same_sentences_share_a_page(tmp_path):
    reading_set = read_reading_set(write(tmp_path / "lights.en.test.jsonl.gz"))

    assert reading_set.name == "lights.en.test"
    assert reading_set.pages == (" ".join(LAMP), " ".join(BAKERY), " ".join(HARBOUR))
    assert [question.page for question in reading_set.questions] == [0, 0, 1, 2]
    assert reading_set.questions[2].sentences == ("The baker is Ada.",)
    assert not reading_set.questions[1].answerable


@pytest.mark.parametrize("line", ["{", '{"id": "a"}', "[]"])
def test_a_bad_row_is_named_with_its_number(tmp_path, line):
    path = tmp_path / "bad.jsonl.gz"
    path.write_bytes(gzip.compress(line.encode()))

    with pytest.raises(CorpusError, match=r"bad\.jsonl\.gz:1: is not a question"):
        read_reading_set(path)


def test_a_file_that_is_not_compressed_is_named(tmp_path):
    (tmp_path / "plain.jsonl.gz").write_text("{}", encoding="utf-8")

    with pytest.raises(CorpusError, match=r"plain\.jsonl\.gz: cannot be read"):
        read_reading_set(tmp_path / "plain.jsonl.gz")


def test_a_file_that_is_no_squad_file_is_named(tmp_path):
    (tmp_path / "squad.json").write_text("[]", encoding="utf-8")

    with pytest.raises(CorpusError, match=r"squad\.json: is not a SQuAD file"):
        read_squad(tmp_path / "squad.json")


# Asking


def test_the_pages_become_a_corpus_of_their_own(tmp_path, settings):
    reading_set = read_reading_set(write(tmp_path / "lights.jsonl.gz"))

    results = examine_pages(reading_set, settings, LetterCountEmbedder())

    figures = page_figures(results)
    assert figures["questions"] == 4
    assert figures["right_first"] == figures["gold_in_quotes"] == 1
    assert figures["wrongly_abstains"] == 0
    assert figures["left_out_refused"] is None
    assert figures["p50_ms"] > 0
    assert not (tmp_path / "unused").exists()


def test_what_the_page_does_not_answer_ought_to_be_refused(tmp_path, settings):
    reading_set = read_reading_set(write(tmp_path / "lights.jsonl.gz"))

    results = examine_pages(reading_set, settings, LetterCountEmbedder())

    refused = results[1].outcome is Outcome.HONEST
    assert results[1].outcome in (Outcome.HONEST, Outcome.ANSWERED)
    assert page_figures(results)["unanswerable_refused"] == float(refused)


def test_every_second_page_can_be_left_out(tmp_path, settings):
    reading_set = read_reading_set(write(tmp_path / "lights.jsonl.gz"))

    results = examine_pages(reading_set, settings, LetterCountEmbedder(), leave_out=True)

    assert [result.left_out for result in results] == [False, False, True, False]
    assert not {"p0001"} & {name for result in results for name in result.documents}
    left_out = results[2]
    assert page_figures(results)["left_out_refused"] == float(not left_out.answer.answered)


def test_the_index_of_the_pages_can_be_kept(tmp_path, settings):
    reading_set = read_reading_set(write(tmp_path / "lights.jsonl.gz"))
    first, second = LetterCountEmbedder(), LetterCountEmbedder()

    examine_pages(reading_set, settings, first, keep_index=True)
    results = examine_pages(reading_set, settings, second, keep_index=True)

    assert len(results) == 4
    assert LAMP[0] in " ".join(first.encoded)
    assert LAMP[0] not in " ".join(second.encoded)


def test_a_question_that_a_page_left_in_answers_is_not_asked(tmp_path, settings):
    rows = [ROWS[0], (BAKER, BAKERY, [1], []), ("?", ["It is Sunday.", *BAKERY], [0], [])]
    reading_set = read_reading_set(write(tmp_path / "lights.jsonl.gz", rows))

    results = examine_pages(reading_set, settings, LetterCountEmbedder(), leave_out=True)

    assert [result.question.question_id for result in results] == ["q0", "q2"]


def test_a_squad_file_is_asked_in_the_same_way(tmp_path, settings):
    path = write_squad(tmp_path / "squad.json")

    figures = examine_squad(path, settings, LetterCountEmbedder())

    assert figures["questions"] == 2
    assert figures["right_first"] == figures["gold_in_quotes"] == 1
    assert not (tmp_path / "unused").exists()


@pytest.mark.parametrize("write_file", [write, write_squad])
def test_a_file_is_told_by_its_name(tmp_path, settings, write_file):
    name = "lights.jsonl.gz" if write_file is write else "lights.json"
    path = write_file(tmp_path / name)

    results, figures = run(path, CiteChat(settings, embedder=LetterCountEmbedder()))

    assert list(figures) == ["lights"]
    assert figures["lights"]["questions"] == len(results)


def test_an_exam_has_no_pages_to_leave_out(tmp_path, small_chat):
    with pytest.raises(CorpusError, match="no pages that could be left out"):
        run(tmp_path / "exam.jsonl", small_chat, leave_out=True)


# Judging


def quoted(*quotes, sentences=(), texts=(), answered=True, left_out=False):
    citations = [
        Citation(number, "p0000", "en", "", "", "", "", quote, 0, len(quote))
        for number, quote in enumerate(quotes, 1)
    ]
    question = PageQuestion("q", "en", "?", 0, sentences, texts)
    answer = Answer(" ".join(quotes), answered, "en", tuple(citations))
    return PageResult(question, answer, ("p0000",), left_out, 0.1)


@pytest.mark.parametrize(
    "quote",
    [
        "The lamp of Norden shines 40 kilometres.",
        "The lamp of Norden\nshines 40 kilometres. It is white.",
        "shines 40 kilometres.",
        "lamp of Norden shines 40 kilometres, as all know.",
    ],
)
def test_a_quote_holds_a_sentence_whole_in_part_or_nearly(quote):
    result = quoted(quote, sentences=(LAMP[0],))

    assert result.outcome is Outcome.CLEAN
    assert result.missed == ("p0000 answers: The lamp of Norden shines 40 kilometres.",)


def test_a_quote_of_another_sentence_does_not_hold_it():
    assert quoted("The lamp of Norden is white.", sentences=(LAMP[0],)).outcome is Outcome.WRONG


def test_where_the_set_marks_the_answers_words_they_are_looked_for():
    sentence = ("The lamp of Norden shines 40 kilometres and is white.",)

    part = quoted("The lamp of Norden shines", sentences=sentence, texts=("40 kilometres",))

    assert not part.holds_answer()
    assert part.holds_answer_sentence()


def test_a_later_quote_is_part_of_an_answer():
    result = quoted("It is white.", LAMP[0], sentences=(LAMP[0],))

    assert result.outcome is Outcome.PARTIAL
    assert not result.holds_answer(1)
    assert result.holds_answer(2)


def test_what_is_left_out_or_not_said_ought_to_be_refused():
    assert quoted(LAMP[0]).outcome is Outcome.ANSWERED
    assert quoted(LAMP[0], sentences=(LAMP[0],), left_out=True).outcome is Outcome.ANSWERED
    assert quoted(answered=False).outcome is Outcome.HONEST
    assert quoted(sentences=(LAMP[0],), answered=False).outcome is Outcome.REFUSED


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_exam_of_everyday_pages_asks_much_that_they_do_not_say(language):
    exam = Path(__file__).parents[1] / "exams" / "pages" / f"pages.{language}.test.jsonl.gz"

    pages = read_reading_set(exam)

    unanswered = sum(not question.answerable for question in pages.questions)
    assert len(pages.pages) >= 30
    assert len(pages.questions) >= 600
    assert 0.2 < unanswered / len(pages.questions) < 0.35
