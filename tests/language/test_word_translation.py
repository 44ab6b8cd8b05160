"""German and Chinese in English, word by word."""

from importlib.resources import files

import pytest

from citechat.language.word_translation import (
    chinese_words,
    digest,
    in_dictionary_form,
    is_word,
    to_english,
)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Haus", "house"),
        ("Häuser", "house"),  # an inflected form
        ("verwundet", "wound"),
        ("Filmmusik", "film music"),  # a compound
        ("Regierungsgebäude", "government building"),  # with an s between its parts
        ("Qwertzuiop", "Qwertzuiop"),  # no word
    ],
)
def test_a_german_word_is_found_by_its_form_its_stem_or_its_parts(german, english):
    assert to_english(german, "de") == english


def test_numbers_marks_and_unknown_names_stay():
    assert to_english("Ada Holm, 1892: 2.400 Häuser!", "de") == "Ada Holm, 1892: 2.400 house!"


def test_chinese_is_cut_into_the_fewest_words():
    assert chinese_words("人工智能企业") == ("人工智能", "企业")
    assert "".join(chinese_words("鑫鑫人工智能")) == "鑫鑫人工智能"


def test_chinese_reads_as_english_words_with_spaces():
    assert to_english("北京有大学。", "zh") == "Beijing have university ."
    assert to_english("DeepSeek在杭州", "zh").startswith("DeepSeek ")


def test_the_language_is_the_callers_and_never_guessed():
    looks_english = "KI-Branche Beijing Umfang Yuan 2024"
    assert to_english(looks_english, "de") != looks_english
    assert to_english("Das Haus ist alt", "en") == "Das Haus ist alt"


def test_english_stays_as_it_is_but_has_a_dictionary_form():
    assert to_english("The games were lost", "en") == "The games were lost"
    assert in_dictionary_form("children", "en") == "child"


def test_what_is_a_word_depends_on_the_language():
    assert is_word("gerade", "de")
    assert is_word("president", "en")
    assert not is_word("confrence", "en")
    assert is_word("president", "zh")


def test_the_digest_is_twelve_hex_digits():
    assert len(digest()) == 12
    int(digest(), 16)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("ehe", "before"),
        ("Ehe", "marriage"),
        ("Wir essen Brot", "we eat bread"),
        ("Das Essen", "the food"),
        ("sie lebte", "she live"),
        ("weg", "away"),
        ("Der Weg", "the way"),
        ("EHE", "marriage"),
    ],
)
def test_the_case_tells_the_noun_from_the_verb(german, english):
    assert to_english(german, "de").lower() == english


def test_both_senses_of_every_word_that_stands_in_both_cases_are_kept():
    lines = (files("citechat.language") / "wordlists" / "de.tsv").read_text(encoding="utf-8")
    glosses = dict(line.split("\t") for line in lines.splitlines())
    pairs = [(word, word.lower()) for word in glosses if word != word.lower() in glosses]
    pairs = [(noun, other) for noun, other in pairs if glosses[noun] != glosses[other]]

    assert len(pairs) == 44
    for noun, other in pairs:
        assert (to_english(noun, "de"), to_english(other, "de")) == (glosses[noun], glosses[other])
