"""WordNet's antonyms → ``src/citechat/language/wordlists/opposites.tsv``, two words a line.

apt-get install wordnet-base
python tests/fitting/write_opposites.py /usr/share/wordnet
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

_TARGET = Path("src/citechat/language/wordlists/opposites.tsv")
_PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_ANTONYM = "!"
_LONGEST = 14


def main() -> None:
    """Read the folder named on the command line."""
    pairs = sorted(set(opposites(Path(sys.argv[1]))))
    text = "".join(f"{one}\t{other}\n" for one, other in pairs)
    _TARGET.write_text(text, encoding="utf-8")
    print(f"{_TARGET}: {len(pairs)} pairs")


def opposites(folder: Path) -> Iterator[tuple[str, str]]:
    """Pairs of single words, each pair once, in alphabetical order."""
    synsets: dict[tuple[str, str], list[str]] = {}
    pointers: list[tuple[tuple[str, str], int, tuple[str, str], int]] = []
    for name, part in _PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            # The licence at the head of each file is indented.
            if not line.startswith(" "):
                _read(line, part, synsets, pointers)
    for source, own, target, other in pointers:
        one, opposite = synsets[source][own], synsets[target][other]
        if all(
            word.isalpha() and word.isascii() and len(word) <= _LONGEST for word in (one, opposite)
        ):
            first, second = sorted((one, opposite))
            yield first, second


def _read(
    line: str,
    part: str,
    synsets: dict[tuple[str, str], list[str]],
    pointers: list[tuple[tuple[str, str], int, tuple[str, str], int]],
) -> None:
    """One synset: its words, and its pointers from word to word (wndb(5WN))."""
    fields = line.split(" | ")[0].split()
    offset, words = fields[0], int(fields[3], 16)
    named = [word.split("(")[0].lower() for word in fields[4 : 4 + 2 * words : 2]]
    synsets[part, offset] = named
    place = 4 + 2 * words + 1
    for _ in range(int(fields[place - 1])):
        symbol, target, target_part, places = fields[place : place + 4]
        place += 4
        if symbol == _ANTONYM:
            target_part = "a" if target_part == "s" else target_part
            own, other = int(places[:2], 16) - 1, int(places[2:], 16) - 1
            pointers.append(((part, offset), own, (target_part, target), other))


if __name__ == "__main__":
    main()
