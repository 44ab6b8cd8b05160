"""An exam: how it is read, and what a right and what a clean answer is."""

from __future__ import annotations

import json

import pytest

from citechat import CorpusError
from citechat.evaluation import Outcome, Question, examine, judge, read_exam
from citechat.evaluation.exam import sentences_of
from citechat.values import Answer, AnswerSentence

LAMP = "The lamp shines 40 kilometres far."
TURNS = "It turns once every 12 seconds."
FAR = Question("q", "en", "fact", "How far?", patterns=("40 ?kilometres",), first=("40",), most=1)
NOWHERE = Question("q", "en", "unanswerable", "How heavy is the lamp?", offers=("lamp",))
HELLO = Question("q", "en", "chat", "hi", patterns=("hello|corpus",), most=2)


def said(*quotes, lead=""):
    sentences = [AnswerSentence(quote, (n,)) for n, quote in enumerate(quotes, 1)]
    if lead:
        sentences[0] = AnswerSentence(quotes[0], (1,), lead=lead)
    text = " ".join(f"{lead} {quote} [{n}]" for n, quote in enumerate(quotes, 1))
    return Answer(text.strip(), True, "en", sentences=tuple(sentences))


def refused(text="The corpus does not say.", suggestions=()):
    return Answer(text, False, "en", reason="no_evidence", suggestions=suggestions)


def write(path, *rows):
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


# Judging


def test_an_answer_that_opens_with_the_fact_and_stops_is_clean():
    assert judge(FAR, said(LAMP)) == (Outcome.CLEAN, ())


def test_a_sentence_too_many_is_padding():
    assert judge(FAR, said(LAMP, TURNS)) == (Outcome.PADDED, ("2 sentences where 1 would do",))


def test_a_quote_of_two_sentences_counts_as_two():
    assert judge(FAR, said(f"{LAMP} {TURNS}"))[0] is Outcome.PADDED


def test_an_answer_that_does_not_open_with_the_fact_is_padded():
    patient = Question("q", "en", "fact", "How far?", patterns=("40",), first=("40",), most=2)

    outcome, missed = judge(patient, said(TURNS, LAMP))

    assert outcome is Outcome.PADDED
    assert missed == ("the first sentence does not say 40",)


def test_the_first_sentence_of_a_long_quote_must_hold_the_fact():
    patient = Question("q", "en", "fact", "How far?", patterns=("40",), first=("40",), most=2)

    assert judge(patient, said(f"{TURNS} {LAMP}"))[0] is Outcome.PADDED


def test_some_of_the_facts_are_a_part_of_the_answer():
    both = Question("q", "en", "facts", "How far, how fast?", patterns=("40", "12 seconds"))

    assert judge(both, said(LAMP)) == (Outcome.PARTIAL, ("does not say 12 seconds",))
    assert judge(both, said("It is white."))[0] is Outcome.WRONG


def test_what_must_not_stand_there_makes_a_right_answer_wrong():
    strict = Question("q", "en", "fact", "How far?", patterns=("40",), never=("12",))

    assert judge(strict, said(LAMP))[0] is Outcome.RIGHT
    assert judge(strict, said(LAMP, TURNS)) == (Outcome.WRONG, ("must not say 12",))


def test_a_mark_is_no_number_of_the_answer():
    keepers = Question("q", "en", "fact", "How many keepers?", patterns=(r"\b1\b",))

    assert judge(keepers, said("There is a keeper."))[0] is Outcome.WRONG


def test_an_exam_that_names_no_length_tells_right_from_wrong_only():
    old = Question("q", "en", "fact", "How far?", patterns=("40",))

    assert judge(old, said(TURNS, LAMP)) == (Outcome.RIGHT, ())


def test_a_refusal_where_the_corpus_says_it_is_wrong():
    assert judge(FAR, refused("The corpus does not say: 40 kilometres"))[0] is Outcome.REFUSED


def test_a_refusal_where_the_corpus_does_not_say_it_is_honest():
    assert judge(NOWHERE, refused(suggestions=("How far does the lamp shine?",))) == (
        Outcome.HONEST,
        (),
    )
    assert judge(NOWHERE, refused()) == (Outcome.HONEST, ("does not offer lamp",))
    assert judge(NOWHERE, said(LAMP))[0] is Outcome.ANSWERED


def test_a_greeting_is_judged_by_its_words_and_needs_no_evidence():
    assert judge(HELLO, Answer("Hello! Ask away.", False, "en"))[0] is Outcome.CLEAN
    assert judge(HELLO, Answer("Hello!", True, "en"))[0] is Outcome.CLEAN
    assert judge(HELLO, Answer("Go. Ask. Now. Hello.", True, "en"))[0] is Outcome.PADDED


def test_a_refusal_is_no_greeting_even_if_its_words_match():
    assert judge(HELLO, refused())[0] is Outcome.REFUSED


def test_the_words_of_the_chat_count_with_the_quote_they_introduce():
    claim = Question("q", "en", "truth", "?", patterns=("40",), first=("article", "40"), most=1)

    assert judge(claim, said(LAMP, lead="The article says:"))[0] is Outcome.CLEAN
    assert judge(claim, said(LAMP))[0] is Outcome.PADDED


def test_an_announcement_belongs_to_what_follows_and_other_own_words_stand_alone():
    announced = AnswerSentence("", (), lead="Side by side:")
    own = AnswerSentence("", (), lead="They counted differently.")
    quotes = (AnswerSentence(LAMP, (1,)), AnswerSentence(TURNS, (2,)))
    answer = Answer("", True, "en", sentences=(announced, *quotes, own))

    assert sentences_of(answer) == [f"Side by side: {LAMP}", TURNS, own.lead]


# Asking


def test_what_came_back_is_judged_with_its_citations(small_chat):
    asked = "When was the lighthouse of Norden built?"
    built = Question(
        "q", "en", "fact", asked, patterns=("1892",), documents=("lighthouse",), most=4
    )

    (result,) = examine(small_chat, [built])

    assert result.outcome in (Outcome.CLEAN, Outcome.PADDED)
    assert result.exact
    assert all(result.cited)
    assert result.allowed[0]
    assert result.seconds > 0


def test_the_questions_asked_are_counted(small_chat):
    ticks = []

    examine(small_chat, [FAR, NOWHERE], lambda asked, of: ticks.append((asked, of)))

    assert ticks == [(1, 2), (2, 2)]


# Reading


def test_a_row_is_read_with_all_that_it_asks_for(tmp_path):
    row = {"id": "a", "language": "de", "kind": "fact", "question": "?", "patterns": ["1"]}
    row |= {"first": ["2"], "never": ["3"], "offers": ["4"], "documents": ["5"], "most": 2}
    row["history"] = [{"role": "user", "content": "Hallo"}]

    (question,) = read_exam(write(tmp_path / "exam.jsonl", row))

    assert question == Question(
        "a",
        "de",
        "fact",
        "?",
        history=({"role": "user", "content": "Hallo"},),
        patterns=("1",),
        first=("2",),
        never=("3",),
        offers=("4",),
        documents=("5",),
        most=2,
    )


def test_a_row_may_leave_out_all_but_the_question(tmp_path):
    row = {"id": "a", "language": "de", "kind": "fact", "question": "?"}

    (question,) = read_exam(write(tmp_path / "exam.jsonl", row))

    assert question == Question("a", "de", "fact", "?")
    assert not question.asks_for_clean


def test_a_folder_is_all_its_files(tmp_path):
    row = {"id": "a", "language": "de", "kind": "fact", "question": "?"}
    write(tmp_path / "b.jsonl", row | {"id": "b"})
    write(tmp_path / "a.jsonl", row)

    assert [question.question_id for question in read_exam(tmp_path)] == ["a", "b"]


def test_a_folder_without_exams_is_an_error(tmp_path):
    with pytest.raises(CorpusError, match="holds no exam"):
        read_exam(tmp_path)


FACT = {"id": "a", "language": "de", "kind": "fact", "question": "?"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "is not a question"),
        ("[]", "is not a question"),
        ('{"id": "x"}', "'language'"),
        (json.dumps(FACT | {"patterns": "1892"}), "patterns is '1892', not a list"),
        (json.dumps(FACT | {"never": ["("]}), "unterminated"),
        (json.dumps(FACT | {"most": "2"}), "most is '2'"),
    ],
)
def test_a_bad_line_is_named_with_its_number(tmp_path, line, says):
    (tmp_path / "exam.jsonl").write_text(line, encoding="utf-8")

    with pytest.raises(CorpusError, match=rf"exam\.jsonl:1: .*{says}"):
        read_exam(tmp_path / "exam.jsonl")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CorpusError, match=r"none\.jsonl: cannot be read"):
        read_exam(tmp_path / "none.jsonl")
