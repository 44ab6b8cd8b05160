"""Misspelt words of a question as the corpus spells them."""

import pytest

from citechat.question.language import resolve_language
from citechat.question.spelling import correct_spelling
from growth import LINEAR, growth


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("Who keeps the lighthuose?", "Who keeps the lighthouse?"),
        ("Is the bakrey closed?", "Is the bakery closed?"),
        ("Is the vulcano closed?", "Is the vulcano closed?"),  # nothing near it
        ("Who bakes bread?", "Who bakes bread?"),  # unknown to the corpus, but a word
        ("", ""),
        ("Who saw the lampshine?", "Who saw the lamp-shine?"),  # two words of the corpus
    ],
)
def test_only_a_word_that_nobody_knows_is_read_as_its_neighbour(small_chat, asked, read):
    assert correct_spelling(asked, "en", small_chat.index) == read


def test_a_language_that_the_corpus_lacks_is_left_alone(small_chat):
    assert correct_spelling("灯塔 lighthuose", "zh", small_chat.index) == "灯塔 lighthuose"


def test_a_run_of_letters_is_no_word_to_be_cut_in_two_at_every_letter(small_chat):
    def read(run: str) -> None:
        assert correct_spelling(run, "en", small_chat.index) == run

    assert growth(read, "a", 4_000) < LINEAR


def test_a_misspelt_question_is_answered(small_chat):
    assert "1892" in small_chat.answer("When was the lighthuose of Norden built?").text


@pytest.mark.parametrize(
    ("question", "guessed", "language"),
    [
        ("moore threads verlust 2022-2024", "en", "de"),
        ("Umsatz Moonshot AI 2024", "en", "de"),
        ("six tigers names", "en", "en"),
        ("Wer baut Roboter?", "de", "de"),
        ("北京", "zh", "zh"),
    ],
)
def test_where_no_function_word_tells_the_dictionaries_do(chat, question, guessed, language):
    assert resolve_language(guessed, question, chat.index.glossary) == language
