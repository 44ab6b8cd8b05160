"""In a folder of anybody's own, a word of the question that nothing near says is no evidence."""

from __future__ import annotations

import pytest

from citechat.retrieval.asked.words import saying_what_is_asked
from quoting import index_of, query_of, quote_of

NOTHING_NAMED = index_of(())


def is_said(question: str, language: str, *quotes: tuple[str, float], **told: str) -> list[str]:
    found = [quote_of(text, probability=sure, language=language, **told) for text, sure in quotes]
    query = query_of(question, language, NOTHING_NAMED)
    return [quote.text for quote in saying_what_is_asked(query, found)]


@pytest.mark.parametrize(
    ("question", "language", "sentence", "sure"),
    [
        ("Who is the mayor of Elmdorf?", "en", "The mill of Elmdorf was built in 1900.", 0.9),
        ("Who designed the mill?", "en", "The mill is open on Sundays.", 0.2),
        ("Who is the owner of the mill?", "en", "The mill stands on a hill.", 0.6),
        ("Wer hat die Mühle entworfen?", "de", "Die Mühle ist sonntags offen.", 0.2),
        ("Wie heißt der Hund von Ada Holm?", "de", "Die Mühle baute Ada Holm.", 0.6),
        ("Wann wurde Ada Holm geboren?", "de", "Leiterin ist seit 2019 Ada Holm.", 0.7),
        ("磨坊的老板叫什么？", "zh", "磨坊在山上。", 0.6),
        ("2015年有多少学员？", "zh", "磨坊每年接待约7500名学员。", 0.6),
        ("老师的工资是多少？", "zh", "磨坊有九位老师。", 0.9),
    ],
)
def test_what_is_asked_must_be_said(
    question: str, language: str, sentence: str, sure: float
) -> None:
    assert is_said(question, language, (sentence, sure)) == []


@pytest.mark.parametrize(
    ("question", "language", "sentence", "sure"),
    [
        # The reader is sure of other words.
        ("Who built the mill?", "en", "Ada Holm erected the mill.", 0.6),
        ("Wer hat die Mühle gegründet?", "de", "Die Mühle wurde von Ada Holm eröffnet.", 0.6),
        ("现在的店长是谁？", "zh", "2023年起由林佩真担任店长。", 0.4),
        # What it is for, what comes of it and what it costs is told without that noun.
        ("What is the purpose of the mill?", "en", "Farmers bring their corn to the mill.", 0.6),
        ("Was ist der Zweck der Mühle?", "de", "Bauern bringen ihr Korn zur Mühle.", 0.6),
        ("磨坊的作用是什么？", "zh", "农民把谷物送到磨坊。", 0.6),
        ("What's the fare to the mill?", "en", "To the mill: single 2.50.", 0.3),
        ("Was verdient man in der Mühle?", "de", "19,50 € pro Stunde", 0.6),
        ("在磨坊的工资是多少？", "zh", "磨坊20元/小时", 0.8),
        ("Who designed the mill?", "en", "Ada Holm made the design of the mill.", 0.2),
        ("2015年有多少学员？", "zh", "2015年磨坊有80名学员。", 0.6),
        ("Is it true that Ada Holm was born here?", "en", "Ada Holm came here.", 0.1),
    ],
)
def test_what_is_said_stays(question: str, language: str, sentence: str, sure: float) -> None:
    assert is_said(question, language, (sentence, sure)) == [sentence]


def test_a_row_need_not_say_the_verb() -> None:
    question = "Is the dry cut cheaper than the wash?"

    assert is_said(question, "en", ("Service: Dry cut | Price: 19", 0.2), kind="table")
    assert not is_said(question, "en", ("Service: Perm | Price: 19", 0.2), kind="table")


def test_where_the_reader_doubts_the_sentence_that_says_all_comes_first() -> None:
    quotes = ("The next meeting is on 20 May.", 0.4), ("Chair of the meeting: Ada Holm", 0.2)

    assert is_said("Who will chair the meeting?", "en", *quotes)[0] == quotes[1][0]
