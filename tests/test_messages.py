"""What citechat says itself: in three languages, with the same blanks."""

from string import Formatter

import pytest

from citechat.messages import WORDS, say
from citechat_ingest import LANGUAGES


def blanks(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", WORDS)
def test_every_sentence_is_there_in_all_languages(key):
    assert set(WORDS[key]) == set(LANGUAGES)
    assert all(text.strip() == text != "" for text in WORDS[key].values())


@pytest.mark.parametrize("key", WORDS)
def test_a_sentence_has_the_same_named_blanks_in_all_languages(key):
    assert blanks(WORDS[key]["en"]) == blanks(WORDS[key]["de"]) == blanks(WORDS[key]["zh"])
    assert "" not in blanks(WORDS[key]["en"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", WORDS)
def test_a_filled_sentence_shows_every_value_and_no_blank(key, language):
    values = {name: f"<{name}>" for name in blanks(WORDS[key][language])}

    said = say(key, language, **values)

    assert all(value in said for value in values.values())
    assert "{" not in said


def test_a_sentence_is_another_one_in_each_language():
    assert all(len(set(texts.values())) == len(LANGUAGES) for texts in WORDS.values())


def test_a_long_question_is_told_its_length_and_the_limit():
    assert say("question_too_long", "en", length=2100, limit=2000) == (
        "The question has 2100 characters; at most 2000 are read. Please shorten it."
    )


def test_braces_in_a_value_are_only_text():
    assert say("about", "en", topic="{length}") == "What do the documents say about “{length}”?"
