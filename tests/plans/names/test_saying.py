"""What is meant by a saying: the sentence that explains it, or the saying and what is said after it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.plans.names.saying import statements
from quoting import findings_of, passage_of, quote_of, quoted

SAYING = {
    "en": "Norden bears out the saying that boats are quickly built.",
    "de": "Für Norden gilt das Sprichwort, dass Boote schnell gebaut sind.",
    "zh": "诺登应了那句老话：造船容易。",
}
AFTER = {
    "en": "Good sailors are rare.",
    "de": "Gute Segler sind selten.",
    "zh": "好水手很少。",
}
EXPLAINED = {
    "en": "The saying about the boats means that sailors are rare.",
    "de": "Das Sprichwort von den Booten besagt, dass Segler selten sind.",
    "zh": "造船这句玩笑说的是，水手很少。",
}
ASKED = {
    "en": "What does the author mean by the proverb about the boats?",
    "de": "Was will der Autor mit dem Sprichwort von den Booten sagen?",
    "zh": "作者引用造船容易这句话想说明什么？",
}


def answer(question: str, language: str, *sentences: str) -> list[str]:
    passage = passage_of(*sentences, language=language)
    first = replace(quote_of(sentences[0], 5.0), passage=passage)
    return quoted(statements(findings_of(question, first, language=language)))


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_sentence_after_a_saying_tells_what_it_is_for(language: str) -> None:
    told = [SAYING[language], AFTER[language]]

    assert answer(ASKED[language], language, *told) == told


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_explaining_sentence_stands_alone(language: str) -> None:
    told = [SAYING[language], EXPLAINED[language]]

    assert answer(ASKED[language], language, *told) == told[1:]


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote the proverb about the boats?",
        "What does PUE mean?",
        "What does the saying about fish mean?",
    ],
)
def test_no_other_question_gets_a_saying(question: str) -> None:
    assert answer(question, "en", SAYING["en"], AFTER["en"]) == []
