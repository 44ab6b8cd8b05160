"""German or English, where no function word tells."""

from __future__ import annotations

import pytest

from citechat.question.language import resolve_language
from citechat_ingest import Glossary, Name

NAMES = Glossary((Name("company", {"en": "Bakery Wheel", "de": "Bakery Wheel", "zh": "灯厂"}),))


@pytest.mark.parametrize(
    ("detected", "question", "resolved"),
    [
        pytest.param("en", "Verlust 2022", "de", id="only the German dictionary has the word"),
        pytest.param("de", "losses 2022", "en", id="only the English dictionary has the word"),
        pytest.param("en", "Umsatz Lagerhaus losses", "de", id="more German words than English"),
        pytest.param("de", "losses warehouse Umsatz", "en", id="more English words than German"),
        pytest.param("en", "2022", "en", id="no word at all"),
        pytest.param("de", "2022", "de", id="no word at all, detected as German"),
        pytest.param("de", "Xqzt", "de", id="a word that neither has"),
        pytest.param("en", "the Verlust 2022", "en", id="a function word tells"),
        pytest.param("de", "losses der 2022", "de", id="a German function word tells"),
        pytest.param("en", "Was bedeutet PUE?", "de", id="a word of both languages tells nothing"),
        pytest.param("en", "Rechenleistungskosten 2022", "de", id="words that German joins"),
        pytest.param("en", "understand headquarters", "en", id="English words are not taken apart"),
        pytest.param("zh", "losses 2022", "zh", id="Chinese is not doubted"),
    ],
)
def test_the_dictionaries_tell_where_no_function_word_does(
    detected: str, question: str, resolved: str
) -> None:
    assert resolve_language(detected, question, Glossary(())) == resolved


def test_names_of_the_glossary_say_nothing_of_the_language() -> None:
    question = "Bakery Wheel Verlust"

    assert resolve_language("en", question, Glossary(())) == "en"
    assert resolve_language("en", question, NAMES) == "de"
