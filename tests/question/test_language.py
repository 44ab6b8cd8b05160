"""German or English, where no function word tells."""

from __future__ import annotations

import pytest

from citechat.question.language import language_in_talk, resolve_language
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
        pytest.param("en", "how viele Boote hat Norden", "de", id="more German function words"),
        pytest.param("de", "Wie many of the Boote", "en", id="more English function words"),
        pytest.param("en", "Was bedeutet PUE?", "de", id="a word of both languages tells nothing"),
        pytest.param("en", "Rechenleistungskosten 2022", "de", id="words that German joins"),
        pytest.param("en", "understand headquarters", "en", id="English words are not taken apart"),
        pytest.param("en", "Verlust feb 2022", "de", id="a month tells less than a longer word"),
        pytest.param("de", "jan 2022", "de", id="a month of both tells nothing"),
        pytest.param("en", "börsenwort 2022", "de", id="English has no such letter"),
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


def test_names_tell_it_where_nothing_else_does_and_only_one_language_spells_them_so() -> None:
    names = Glossary(
        (
            Name("concept", {"en": "lamp", "de": "Lampe", "zh": "灯"}),
            Name("place", {"en": "Norden", "de": "Norden", "zh": "诺登"}),
        )
    )

    assert resolve_language("en", "lampe norden in p", names) == "de"
    assert resolve_language("en", "lampe", names) == "de"
    assert resolve_language("de", "lamp norden in p", names) == "en"
    assert resolve_language("de", "norden in p", names) == "de"


@pytest.mark.parametrize(
    ("before", "question", "language"),
    [
        ("Wann wurde Oak Mill gegründet?", "Bakery Wheel?", "de"),
        ("When was Oak Mill founded?", "灯厂？", "en"),
        ("橡木磨坊是什么时候成立的？", "Bakery Wheel", "zh"),
        ("橡木磨坊是什么时候成立的？", "When was Bakery Wheel founded?", "en"),
        ("Wann wurde Oak Mill gegründet?", "and Bakery Wheel?", "en"),
    ],
)
def test_a_bare_name_is_of_the_language_of_the_question_before(before, question, language):
    history = [{"role": "user", "content": before}, {"role": "assistant", "content": "… [1]"}]

    assert language_in_talk("en", question, history, NAMES) == language


def test_a_bare_name_that_opens_a_talk_is_of_its_own_language():
    assert language_in_talk("zh", "灯厂？", (), NAMES) == "zh"
