"""The copy of the vectors on disk: what was written is read, and damage is noticed."""

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
    written = VectorFile.write(place, PAGES)

    found = written.similarities(["河#0", "en/a#0"], np.array([0, 1], dtype=np.float32))

    assert found == pytest.approx({"河#0": 0.8, "en/a#0": 0.0})
    assert list(found) == ["河#0", "en/a#0"]


def test_a_copy_that_was_written_opens_again_and_leaves_only_itself(place):
    VectorFile.write(place, PAGES)

    assert VectorFile(place).similarities(["en/a\n#9"], np.array([0, 1], dtype=np.float32)) == {
        "en/a\n#9": 1.0
    }
    assert sorted(path.name for path in place.parent.iterdir()) == [
        "passages-en.f32",
        "passages-en.json",
    ]


def test_a_copy_whose_writing_breaks_leaves_nothing(place):
    def breaks():
        yield PAGES[0]
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        VectorFile.write(place, breaks())
    with pytest.raises(FileNotFoundError):
        VectorFile(place)
    assert list(place.parent.iterdir()) == []


@pytest.mark.parametrize("suffix", [".f32", ".json"])
def test_a_damaged_copy_raises_value_error(place, suffix):
    VectorFile.write(place, PAGES)
    path = place.with_name(place.name + suffix)
    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(ValueError, match=r"."):
        VectorFile(place)
