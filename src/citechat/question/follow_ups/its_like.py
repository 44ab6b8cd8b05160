"""The question before, of a thing whose name begins or ends as that of its own does."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from .names import exchanged, named
from .opening import OPENS
from .turns import Turn

# "And then?" opens a question, and is no name.
_NO_OPENING = r"(?!(?:And|Or|But|So|Und|Oder|Aber)\b)"
_BARE_NAME = {
    "en": re.compile(
        rf"(?i:{OPENS}(?:(?:in|of|for|with) )?(?:the )?)(?P<first>{_NO_OPENING}[A-Z]\w+)(?P<rest> [\w.-]+)\W*$"
    ),
    "de": re.compile(
        rf"(?i:{OPENS}(?:(?:in|von|bei|mit|für) )?(?:de[rmn] |die |das )?)"
        rf"(?P<first>{_NO_OPENING}[A-ZÄÖÜ]\w+)(?P<rest> [\w.-]+)\W*$"
    ),
    "zh": re.compile(rf"{OPENS}(?P<first>[\u3400-\u9fff]{{2,6}})(?P<rest>[A-Za-z0-9.-]+)呢?\W*$"),
}
_OF_ITS_KIND = {
    "en": re.compile(rf"{OPENS}(?:the )?(?P<which>[\w-]+) ones?\W*$", re.IGNORECASE),
    "de": re.compile(r"(?!)"),
    "zh": re.compile(rf"{OPENS}(?P<which>[\u3400-\u9fff]{{1,4}})的呢?\W*$"),
}


def in_place_of_its_like(question: str, before: str, language: str) -> str:
    """The question before with a bare name in the place of one that begins alike, though no glossary
    has them: "and the Lumo XL?"; "" where it has no such name.

    >>> in_place_of_its_like("And the Lumo XL?", "What does the Lumo M cost?", "en")
    'What does the Lumo XL cost?'
    """
    name = _BARE_NAME[language].match(question)
    if name is None:
        return ""
    first, rest = name["first"], name["rest"]
    other = r" [\w.-]+?(?![\w-])" if rest.startswith(" ") else r"[A-Za-z0-9.-]+"
    alike = re.compile(rf"{re.escape(first)}{other}", re.ASCII if language == "zh" else 0)
    replaced = alike.sub((first + rest).replace("\\", ""), before)
    return replaced if replaced != before else ""


def in_place_of_its_kind(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question before of another term that ends as its own does: "and the model one?" after one of
    the compute voucher; "" where the glossary has no such term."""
    asked = _OF_ITS_KIND[language].match(question)
    if asked is None:
        return ""
    for name in named(last.asked, glossary):
        written = name.names[language]
        noun = written[-1] if language == "zh" else f" {written.split()[-1]}"
        alike = [other for other in named(f"{asked['which']}{noun}", glossary) if other is not name]
        if alike and alike[0].kind == name.kind:
            return exchanged(last.asked, name, alike[0].names[language])
    return ""
