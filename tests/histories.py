"""Talk made by hand: the names that it uses, and turns of questions and answers."""

from __future__ import annotations

from citechat.values import Turn
from citechat_ingest import Name

_ROLES = ("user", "assistant")


def name(kind: str, en: str, de: str = "", zh: str = "", *spellings: str) -> Name:
    """A name that is written alike in the languages for which nothing is given."""
    return Name(kind, {"en": en, "de": de or en, "zh": zh or en}, spellings)


def turns(*said: str) -> list[Turn]:
    """A history of questions and answers in turn."""
    return [{"role": _ROLES[n % 2], "content": text} for n, text in enumerate(said)]


NAMES = (
    name("place", "Norden", "Norden", "北城"),
    name("place", "Osten", "Osten", "东城"),
    name("place", "Landia", "Landia", "陆国"),
    name("company", "Acme", "Acme", "顶点公司"),
    name("company", "Brio", "Brio", "布里奥"),
    name("product", "Acme One", "Acme One", "一号"),
)
