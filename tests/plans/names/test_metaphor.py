"""By what image something is told: the sentence with most of the images tells all of them."""

from __future__ import annotations

import pytest

from citechat.messages import say
from citechat.plans.names.metaphor import statements
from quoting import SOUTHAM, findings_of, leads, quote_of, quoted

IMAGES = {
    "en": "With Norden as the “star” of the coast, Southam takes the part of the “oar”.",
    "de": "Neben Norden als „Stern“ der Küste übernimmt Südheim die Rolle des „Ruders“.",
    "zh": "如果把诺登比作海岸的“星”，那么南城就是“桨”。",
}
ONE = {
    "en": "Norden is the “star” of the coast.",
    "de": "Norden ist der „Stern“ der Küste.",
    "zh": "诺登是海岸的“星”。",
}


def answer(question: str, language: str, *texts: str) -> list[str]:
    quotes = [quote_of(text, language=language) for text in texts]
    return quoted(statements(findings_of(question, *quotes, language=language)))


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What does the article liken Norden to?", "en"),
        ("Which body part is Norden, and what are the others?", "en"),
        ("What images does the author use for Norden?", "en"),
        ("Which town is called the star of the coast?", "en"),
        ("Womit vergleicht der Autor Norden?", "de"),
        ("Wofür steht das Bild von Norden als Stern?", "de"),
        ("作者把诺登比作什么？", "zh"),
        ("作者用什么比喻诺登？", "zh"),
        ("哪座城被称为“星”？", "zh"),
    ],
)
def test_the_sentence_with_all_images_is_told(question: str, language: str) -> None:
    assert answer(question, language, ONE[language], IMAGES[language]) == [IMAGES[language]]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which star makers does the author name for Norden?", "en"),
        ("How does Norden compare to Southam?", "en"),
        ("Has the image of Norden become better?", "en"),
        ("Who lights the star of Norden?", "en"),
        ("Hat sich das Bild von Norden verbessert?", "de"),
        ("诺登有几颗星？", "zh"),
    ],
)
def test_other_questions_ask_for_no_image(question: str, language: str) -> None:
    assert answer(question, language, ONE[language], IMAGES[language]) == []


def test_what_is_counted_and_what_names_something_is_no_image() -> None:
    told = ("Norden wants six “dragons”.", "Norden is near “Southam”.")

    assert answer("What does the author liken Norden to?", "en", *told) == []


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Is Southam called the star of the coast?", "en"),
        ("Wird Südheim der Stern der Küste genannt?", "de"),
        ("南城被称为海岸的星吗？", "zh"),
    ],
)
def test_an_image_of_another_is_not_theirs(question: str, language: str) -> None:
    quote = quote_of(IMAGES[language], language=language)
    told = statements(findings_of(question, quote, language=language))

    assert leads(told) == [say("lead_not", language, name=SOUTHAM.names[language])]
