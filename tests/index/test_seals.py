"""Seals: what they cover, what they let through, and what SQLite's own counters may change."""

from __future__ import annotations

import pytest

from citechat.index.seals import is_sealed, seal


@pytest.fixture
def sealed(tmp_path):
    folder = tmp_path / "files"
    (folder / "below").mkdir(parents=True)
    (folder / "one.bin").write_bytes(b"0123456789" * 300_000)
    (folder / "below" / "two.bin").write_bytes(b"abc")
    (folder / "empty.bin").write_bytes(b"")
    (folder / ".open.lock").write_bytes(b"")
    seal(folder, lambda path: [(2, 4), (6, 8)] if path.name == "one.bin" else ())
    return folder


def change(path, place: int) -> None:
    held = bytearray(path.read_bytes())
    held[place] ^= 1
    path.write_bytes(held)


def test_what_has_not_changed_is_sealed(sealed):
    assert is_sealed(sealed)


@pytest.mark.parametrize("place", [0, 1, 4, 5, 8, 1_500_000, 2_999_999])
def test_a_changed_byte_breaks_the_seal(sealed, place):
    change(sealed / "one.bin", place)

    assert not is_sealed(sealed)


@pytest.mark.parametrize("place", [2, 3, 6, 7])
def test_a_loose_byte_may_change(sealed, place):
    change(sealed / "one.bin", place)

    assert is_sealed(sealed)


def test_a_missing_or_shorter_file_breaks_the_seal_and_a_further_one_does_not(sealed):
    (sealed / "further.bin").write_bytes(b"x")
    (sealed / ".open.lock").unlink()
    with (sealed / "one.bin").open("ab") as file:
        file.write(b"rows at the end")
    assert is_sealed(sealed)

    (sealed / "below" / "two.bin").write_bytes(b"ab")
    assert not is_sealed(sealed)
    (sealed / "below" / "two.bin").unlink()
    assert not is_sealed(sealed)


@pytest.mark.parametrize("held", [b"", b"{}", b"[1]", b'{"one.bin": 5}', b"\xff"])
def test_a_damaged_seal_is_none(sealed, held):
    sealed.with_name("files.seal").write_bytes(held)

    assert not is_sealed(sealed)
