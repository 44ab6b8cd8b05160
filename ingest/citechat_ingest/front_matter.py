"""The values between --- lines at the head of a Markdown file, and whether what stands there is
front matter at all.

A page may as well begin with a rule. So a block counts as front matter only when it starts right
below the first line and names one key that such blocks have; anything else is text, and nothing of
it is lost.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_BLOCK = re.compile(r"\A---[ \t]*\n(?P<written>.*?\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(
    r"^(?P<key>[A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*$", re.MULTILINE
)
# Keys that are read here, and those of the front matter that other programs write (Jekyll, Hugo,
# Obsidian, Pandoc).
_KEYS = frozenset(
    """title publisher published url role kind original_title language_of_original
    aliases author authors categories category created date description draft id image
    keywords lang language layout permalink slug source status subtitle summary tags
    type updated version weight""".split()
)


def split_front_matter(source: str) -> tuple[dict[str, str], str]:
    """The values by key in lower case, as they are written, without empty ones; and the text below
    them.
    """
    match = _BLOCK.match(source)
    if not match:
        return {}, source
    written = match["written"] or ""
    if not written.strip():
        return {}, source[match.end() :]
    keys = {line["key"].lower() for line in _LINE.finditer(written)}
    starts_at_once = bool(written.splitlines()[0].strip())
    if not starts_at_once or keys.isdisjoint(_KEYS):
        return {}, source
    return _values(written), source[match.end() :]


def _values(written: str) -> dict[str, str]:
    """By YAML; where that refuses ("title: a: b"), each line by itself."""
    try:
        loaded: Any = yaml.load(written, yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        loaded = None
    if not isinstance(loaded, dict):
        lines = _LINE.finditer(written)
        loaded = {line["key"]: (line["value"] or "").strip("\"'") for line in lines}
    # Only texts: a nested value is of no use here, and may be larger than the memory when it is
    # written out.
    return {
        str(key).lower(): value for key, value in loaded.items() if isinstance(value, str) and value
    }
