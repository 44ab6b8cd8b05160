"""Expected questions: what a sentence is found by besides its own words."""

import json
from pathlib import Path

import pytest

from citechat import CiteChat, CorpusError, Settings
from citechat.evaluation import read_exam
from citechat.language import terms
from citechat_ingest import (
    attach_expected_questions,
    read_corpus,
    read_expected,
    shipped_corpus,
    split_passages,
)

LAMP = "The lamp shines 40 kilometres far."
LINE = {
    "document": "lighthouse",
    "sentence": LAMP,
    "questions": ["How well can mariners make out the shore?"],
}


def write(corpus, *lines, language="en"):
    (corpus / "expected").mkdir(exist_ok=True)
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    (corpus / "expected" / f"{language}.jsonl").write_text(text, encoding="utf-8")


def passages(corpus):
    return [p for document in read_corpus([corpus]) for p in split_passages(document)]


def test_a_corpus_without_the_file_expects_nothing(folder):
    assert read_expected([folder]) == ()
    assert attach_expected_questions(passages(folder), ()) == passages(folder)


def test_questions_come_to_their_sentence_and_to_no_other(folder):
    write(folder, LINE)

    found = attach_expected_questions(passages(folder), read_expected([folder]))

    asked = {p.sentence(n): p.expected_questions(n) for p in found for n in range(len(p.sentences))}
    assert {sentence: questions for sentence, questions in asked.items() if questions} == {
        LAMP: tuple(LINE["questions"])
    }


def test_a_sentence_is_searched_with_its_questions(folder):
    write(folder, LINE)
    [lamp] = [
        p
        for p in attach_expected_questions(passages(folder), read_expected([folder]))
        if LAMP in p.text
    ]

    assert lamp.search_text(0) == f"{LAMP} {LINE['questions'][0]}"
    assert lamp.search_text(1) == lamp.sentence(1)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param(
            {**LINE, "sentence": "The lamp is off."},
            "no sentence of document 'lighthouse' reads",
            id="sentence",
        ),
        pytest.param(
            {**LINE, "document": "tower"}, "no sentence of document 'tower' reads", id="document"
        ),
    ],
)
def test_a_sentence_that_stands_nowhere_is_refused_with_its_line(folder, line, says):
    write(folder, LINE, line)

    with pytest.raises(CorpusError, match=says) as refused:
        attach_expected_questions(passages(folder), read_expected([folder]))
    assert refused.value.path.endswith("en.jsonl:2")


@pytest.mark.parametrize(
    "line",
    ["{", '{"document": "lighthouse"}', "[]", '{"document": "a", "sentence": "b", "questions": 3}'],
)
def test_a_line_of_another_shape_is_refused(folder, line):
    write(folder, line)

    with pytest.raises(CorpusError, match="is not a list of expected questions"):
        read_expected([folder])


def test_a_question_in_expected_words_finds_its_sentence_and_the_index_keeps_it(
    folder, tmp_path, chat
):
    # The reader would find the sentence without: it knows that a shining lamp is seen.
    settings = Settings(corpus=folder, index_dir=tmp_path / "index", reader="none")
    question = "how well can mariners make out the shore"
    before = CiteChat(settings, embedder=chat.embedder).answer(question)
    write(folder, LINE)

    for _ in ("built", "opened again"):
        reply = CiteChat(settings, embedder=chat.embedder).answer(question)
        assert reply.citations[0].quote == LAMP
        assert LINE["questions"][0] not in reply.text
    assert before.citations == () or before.citations[0].quote != LAMP


def test_the_shipped_questions_are_asked_of_the_same_sentences_in_each_language():
    entries = read_expected([shipped_corpus()])
    asked = {
        language: [e.document_id for e in entries if e.language == language]
        for language in ("en", "de", "zh")
    }

    assert attach_expected_questions(passages(shipped_corpus()), entries)
    assert asked["en"] == asked["de"] == asked["zh"] != []


def test_no_question_of_an_exam_is_among_the_shipped_ones():
    """They would be found by their own words, and the exam would measure nothing."""
    exam = [
        question
        for folder in ("practice", "gold", "readers", "work", "opened", "held")
        for question in read_exam(Path(__file__).parents[1] / "exams" / folder)
    ]
    asked = {
        terms.fold(q).strip(" ?？.。!")
        for e in read_expected([shipped_corpus()])
        for q in e.questions
    }

    assert [q.question_id for q in exam if terms.fold(q.question).strip(" ?？.。!") in asked] == []


def test_marks_that_other_programs_take_for_line_ends_and_blank_lines_do_no_harm(tmp_path):
    (tmp_path / "expected").mkdir()
    line = '{"document": "a", "sentence": "One\u2028two\x85three.", "questions": ["Four?"]}'
    (tmp_path / "expected" / "en.jsonl").write_text(f"{line}\n\n{line}\n", encoding="utf-8")

    first, second = read_expected([tmp_path])

    assert first.sentence == second.sentence == "One\u2028two\x85three."
    assert second.place.endswith("en.jsonl:3")
