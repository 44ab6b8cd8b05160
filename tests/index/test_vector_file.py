"""The copy of the vectors on disk: what was written is read, and damage is noticed."""

from pathlib import Path

import numpy as np
import pytest

from citechat.index.vector_file import VectorFile

PAGES = [
    (["en/a#0", "en/a\n#9"], np.array([[1, 0], [0, 1]], dtype=np.float64)),
    (["河#0"], np.array([[0.6, 0.8]])),
]


@pytest.fixture
def place(tmp_path):
    return tmp_path / "vectors" / "passages-en"


def test_similarities_come_by_id_in_the_order_asked_for_across_pages(place):
    written = VectorFile.write(place, 3, PAGES)

    found = written.similarities(["河#0", "en/a#0"], np.array([0, 1], dtype=np.float32))

    assert found == pytest.approx({"河#0": 0.8, "en/a#0": 0.0})
    assert list(found) == ["河#0", "en/a#0"]


def test_a_copy_that_was_written_opens_again_and_leaves_only_itself(place):
    VectorFile.write(place, 3, PAGES)

    assert VectorFile(place).similarities(["en/a\n#9"], np.array([0, 1], dtype=np.float32)) == {
        "en/a\n#9": 1.0
    }
    assert sorted(path.name for path in place.parent.iterdir()) == [
        "passages-en.ids.npy",
        "passages-en.npy",
    ]


def test_a_copy_whose_writing_breaks_leaves_nothing(place):
    def breaks():
        yield PAGES[0]
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        VectorFile.write(place, 3, breaks())
    with pytest.raises(FileNotFoundError):
        VectorFile(place)
    assert list(place.parent.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux tells what is mapped")
def test_rows_of_an_open_copy_take_no_memory(place):
    count = 20_000
    vectors = np.zeros((count, 384), dtype=np.float32)
    vectors[:, 0] = 1
    opened = VectorFile.write(place, count, [([str(n) for n in range(count)], vectors)])

    found = opened.similarities([str(n) for n in range(0, count, 10)], vectors[0])

    assert set(found.values()) == {1.0}
    maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    assert not [line for line in maps if line.endswith("passages-en.npy")]


@pytest.mark.parametrize("suffix", [".npy", ".ids.npy"])
def test_a_damaged_copy_raises_value_error(place, suffix):
    VectorFile.write(place, 3, PAGES)
    path = place.with_name(place.name + suffix)
    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(ValueError, match=r"."):
        VectorFile(place)


@pytest.mark.parametrize("value", [0, np.nan, 3])
def test_vectors_that_are_not_of_length_one_are_taken_for_damage(place, value):
    VectorFile.write(place, 3, PAGES)
    np.save(place.with_name("passages-en.npy"), np.full((3, 2), value, dtype=np.float32))

    with pytest.raises(ValueError, match="not of length one"):
        VectorFile(place)


def test_a_file_for_other_ids_is_taken_for_damage(place):
    VectorFile.write(place, 3, PAGES)
    np.save(place.with_name("passages-en.npy"), np.eye(2, dtype=np.float32))

    with pytest.raises(ValueError, match="holds 2 vectors for 3 ids"):
        VectorFile(place)


@pytest.mark.parametrize("count", [2, 4])
def test_more_or_fewer_vectors_than_were_told_of_leave_nothing(place, count):
    with pytest.raises(ValueError, match=r"."):
        VectorFile.write(place, count, PAGES)
    assert list(place.parent.iterdir()) == []


def test_an_empty_page_at_the_end_is_none(place):
    written = VectorFile.write(place, 3, [*PAGES, ([], np.array([]))])

    assert written.similarities(["河#0"], np.array([0, 1], dtype=np.float32)) == {
        "河#0": pytest.approx(0.8)
    }


def test_an_id_without_a_vector_is_a_key_error(place):
    written = VectorFile.write(place, 3, PAGES)

    with pytest.raises(KeyError):
        written.similarities(["en/a#0", "en/b#0"], np.array([0, 1], dtype=np.float32))


def test_anybody_can_read_the_file(place):
    VectorFile.write(place, 3, PAGES)

    assert np.load(place.with_name("passages-en.npy")).shape == (3, 2)
