"""The fakes that tests stand on must themselves be right."""

import time

import numpy as np
import pytest

from citechat.testing import LetterCountEmbedder, ScriptedChatModel, passages_in


def test_a_vector_counts_letters_and_has_length_one():
    (vector,) = LetterCountEmbedder().encode(["Abba c"], "en", "passage")

    assert vector[:4] == pytest.approx([2 / 3, 2 / 3, 1 / 3, 0])
    assert not vector[4:].any()


def test_vectors_have_the_shape_and_type_that_the_store_expects():
    vectors = LetterCountEmbedder().encode(["one", "河北", "", "Zürich 2025"], "de", "query")

    assert vectors.shape == (4, 26)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)


@pytest.mark.parametrize("text", ["", "河北", "2025", "äöü"])
def test_a_text_without_letters_is_the_first_unit_vector(text):
    (vector,) = LetterCountEmbedder().encode([text], "en", "query")

    assert vector.tolist() == [1.0] + [0.0] * 25


def test_no_texts_give_no_rows():
    assert LetterCountEmbedder().encode([], "en", "query").shape == (0, 26)


def test_every_text_is_remembered_in_order():
    embedder = LetterCountEmbedder()

    embedder.encode(["one", "two"], "en", "query")
    embedder.encode(("three",), "de", "passage")

    assert embedder.encoded == ["one", "two", "three"]


def test_two_embedders_remember_apart():
    one, other = LetterCountEmbedder(), LetterCountEmbedder()

    one.encode(["text"], "en", "query")

    assert other.encoded == []


def test_a_scripted_model_gives_one_reply_a_call_and_repeats_the_last():
    model = ScriptedChatModel(script=["One.", lambda prompt: prompt.upper()])

    assert [model.invoke(text).text for text in ("a", "b", "c")] == ["One.", "B", "C"]
    assert model.prompts == ["a", "b", "c"]


def test_a_scripted_model_streams_in_pieces_of_the_length_asked_for():
    assert [chunk.text for chunk in ScriptedChatModel(script=["abcde"], piece=2).stream("?")][
        :3
    ] == ["ab", "cd", "e"]


def test_a_scripted_model_waits_and_raises_where_its_script_says():
    stream = ScriptedChatModel(script=[["a", 0.1, "b", ConnectionError("gone")]]).stream("?")
    start = time.monotonic()

    assert [next(stream).text, next(stream).text] == ["a", "b"]
    assert time.monotonic() - start >= 0.1
    with pytest.raises(ConnectionError, match="gone"):
        next(stream)


def test_a_scripted_model_says_nothing_if_that_is_its_script():
    assert ScriptedChatModel(script=[""]).invoke("?").text == ""


def test_the_passages_of_a_prompt_are_found_by_their_ids():
    assert passages_in('x\n<passage id="k7f2">\nTitle\nText.\n</passage>\ny') == {
        "k7f2": "Title\nText."
    }
