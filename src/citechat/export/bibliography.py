"""The documents that answers cite → BibTeX, and CSL-JSON for Zotero, pandoc and the like.

https://www.bibtex.com/format, https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from ..values import Answer, Citation
from .parts import address_of, on_one_line, sources_of

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_NO_KEY = re.compile(r"[^a-z0-9]+")
# What TeX would take for a command, and how it is written as a letter.
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}$&%#_"},
}


def to_bibtex(answers: Sequence[Answer]) -> str:
    """An entry a document, in the order of use."""
    sources = sources_of(answers)
    return "\n".join(map(_entry, keys_of(sources), sources))


def to_csl(answers: Sequence[Answer]) -> str:
    """A list of items, one a document, in the order of use."""
    sources = sources_of(answers)
    items = list(map(_item, keys_of(sources), sources))
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def keys_of(sources: Sequence[Citation]) -> list[str]:
    """A name for each source that no other one has: its id in letters that every program takes."""
    keys: list[str] = []
    for source in sources:
        name = _NO_KEY.sub("-", source.document_id.casefold()).strip("-") or "document"
        key, number = name, 2
        while key in keys:
            key, number = f"{name}-{number}", number + 1
        keys.append(key)
    return keys


def _entry(key: str, source: Citation) -> str:
    date = _DATE.fullmatch(source.published)
    fields = {
        # Braces keep the capitals of a title as they are.
        "title": f"{{{_tex(source.title)}}}",
        "date": date.group() if date else "",
        "year": date.group(1) if date else "",
        "note": "" if date else _tex(source.published),
        "langid": {"en": "english", "de": "german", "zh": "chinese"}[source.language],
        # An address holds no brace, and is not read as TeX.
        "url": address_of(source),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@{'online' if fields['url'] else 'misc'}{{{key},", *lines, "}\n"))


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in on_one_line(text))


def _item(key: str, source: Citation) -> dict[str, Any]:
    address = address_of(source)
    item: dict[str, Any] = {
        "id": key,
        "type": "webpage" if address else "document",
        "title": on_one_line(source.title),
        "language": source.language,
    }
    date = _DATE.fullmatch(source.published)
    if date:
        item["issued"] = {"date-parts": [[int(part) for part in date.groups() if part]]}
    elif source.published:
        item["issued"] = {"literal": on_one_line(source.published)}
    if address:
        item["URL"] = address
    return item
