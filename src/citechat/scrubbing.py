"""Keys in texts → an ellipsis, however they are written.

A provider that refuses a key may tell it back reversed, in base64, percent-encoded, in capitals,
cut or spaced. So not the key is looked for but stretches of it: text and key are stripped of all
but letters and digits, and whatever shares eight of them in a row is struck from the text.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator

_STRETCH = 8
# Below so many letters and digits a key is a common word, and the text would be full of it.
_SHORTEST = 6
# One letter as addresses, HTML, Python and JSON write it; a percent sign may be written so, too.
_ESCAPE = re.compile(
    r"%(?:25)*([0-9A-Fa-f]{2})|\\x([0-9A-Fa-f]{2})|\\u00([0-9A-Fa-f]{2})|&#x0*([0-9A-Fa-f]{2});"
    r"|&#0*(\d{2,3});"
)
# What looks like a key: behind a word that announces one, in an address, or by its first letters.
_KEY = re.compile(
    r"(?i)(bearer\s+|api[-_]?key[\"'=:\s]+)[^\s\"',}@]+|(?<=//)[^/@\s]*:[^/@\s]*(?=@)"
    r"|\b(?:sk|pk|hf|gsk|xai|AIza)[-_]?[A-Za-z0-9_-]{12,}"
)


def scrubbed(text: str, secrets: Iterable[str]) -> str:
    """``text`` without the secrets, and without what looks like one."""
    return _KEY.sub("…", _without(text, secrets))


def _without(text: str, secrets: Iterable[str]) -> str:
    stretches = frozenset(part for secret in secrets for part in _stretches(secret))
    if not stretches:
        return text
    letters, places = _letters(text)
    lengths = {len(stretch) for stretch in stretches}
    struck = [False] * len(text)
    for length in lengths:
        for start in range(len(letters) - length + 1):
            if letters[start : start + length] in stretches:
                first, last = places[start][0], places[start + length - 1][1]
                struck[first:last] = [True] * (last - first)
    return "".join(_kept(text, struck))


def _kept(text: str, struck: list[bool]) -> Iterator[str]:
    """The letters that are not struck, and an ellipsis for each row of those that are."""
    for place, letter in enumerate(text):
        if not struck[place]:
            yield letter
        elif place == 0 or not struck[place - 1]:
            yield "…"


def _letters(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Letters and digits in small letters, escapes read, each with its start and end in the text."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    position = 0
    while position < len(text):
        escape = _ESCAPE.match(text, position)
        letter, end = text[position], position + 1
        if escape:
            *hexadecimal, decimal = escape.groups()
            code = int(decimal) if decimal else int(next(filter(None, hexadecimal)), 16)
            letter, end = chr(code), escape.end()
        if letter.isalnum():
            letters.append(letter.lower()[:1])
            places.append((position, end))
        position = end
    return "".join(letters), places


def _stretches(secret: str) -> Iterator[str]:
    """Every eight letters in a row of each form of a secret; of a short one, the whole."""
    for form in _forms(secret):
        letters, _ = _letters(form)
        if len(letters) >= _SHORTEST:
            length = min(_STRETCH, len(letters))
            yield from (letters[n : n + length] for n in range(len(letters) - length + 1))


def _forms(secret: str) -> Iterator[str]:
    for text in (secret, secret[::-1]):
        yield text
        written = text.encode("utf-8", "surrogatepass")
        yield written.hex()
        # Within a longer text, base64 looks like one of three, by where the secret begins in it.
        # The letters at both ends hold bits of the neighbours.
        for before in range(3):
            encoded = b64encode(bytes(before) + written).decode().rstrip("=")
            yield encoded[2 if before else 0 : -1]
