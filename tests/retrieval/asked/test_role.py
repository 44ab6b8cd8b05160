"""Who founded something, and who runs it, in whatever words it is told."""

from __future__ import annotations

import pytest

from citechat.retrieval.asked.role import giving_the_role
from quoting import index_of, query_of, quote_of

NOTHING_NAMED = index_of(())
OTHER = quote_of("The mill stands on a hill.", 5.0)


@pytest.mark.parametrize(
    ("question", "language", "sentence"),
    [
        ("Who founded the mill?", "en", "The mill was opened in 1998 by the vet Ada Holm."),
        ("Who runs the mill?", "en", "The mill is managed by Ada Holm."),
        ("Who is the boss of the mill?", "en", "The mill is run by her son Tom Holm."),
        ("Wer hat die Mühle gegründet?", "de", "Die Mühle wurde von Ada Holm eröffnet."),
        ("Wer leitet die Mühle?", "de", "Leiterin der Mühle ist seit 2019 Ada Holm."),
        ("磨坊是谁创办的？", "zh", "磨坊由沈若溪开办。"),
    ],
)
def test_the_sentence_that_gives_the_role_comes_first(
    question: str, language: str, sentence: str
) -> None:
    giving = quote_of(sentence, language=language, probability=0.1)
    query = query_of(question, language, NOTHING_NAMED)

    assert giving_the_role(query, [OTHER, giving]) == (giving, OTHER)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who founded the bakery?", "The mill was founded by Ada Holm."),
        ("Who founded the mill?", "The mill was founded in 1998."),
        ("Who painted the mill?", "The mill was founded by Ada Holm."),
        ("When was the mill founded?", "The mill was founded by Ada Holm."),
    ],
)
def test_another_thing_or_nobody_gives_no_role(question: str, sentence: str) -> None:
    query = query_of(question, "en", NOTHING_NAMED)

    assert giving_the_role(query, [quote_of(sentence)]) == ()
