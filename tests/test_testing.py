"""The fake embedder that tests stand on must itself be right."""

import numpy as np
import pytest

from citechat.testing import LetterCountEmbedder


def test_a_vector_counts_letters_and_has_length_one():
    (vector,) = LetterCountEmbedder().encode(["Abba c"])

    assert vector[:4] == pytest.approx([2 / 3, 2 / 3, 1 / 3, 0])
    assert not vector[4:].any()


def test_vectors_have_the_shape_and_type_that_the_store_expects():
    vectors = LetterCountEmbedder().encode(["one", "河北", "", "Zürich 2025"])

    assert vectors.shape == (4, 26)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)


@pytest.mark.parametrize("text", ["", "河北", "2025", "äöü"])
def test_a_text_without_letters_is_the_first_unit_vector(text):
    (vector,) = LetterCountEmbedder().encode([text])

    assert vector.tolist() == [1.0] + [0.0] * 25


def test_no_texts_give_no_rows():
    assert LetterCountEmbedder().encode([]).shape == (0, 26)


def test_every_text_is_remembered_in_order():
    embedder = LetterCountEmbedder()

    embedder.encode(["one", "two"])
    embedder.encode(("three",))

    assert embedder.encoded == ["one", "two", "three"]


def test_two_embedders_remember_apart():
    one, other = LetterCountEmbedder(), LetterCountEmbedder()

    one.encode(["text"])

    assert other.encoded == []
