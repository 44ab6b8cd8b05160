"""Talk made by hand: the names that it uses, turns of questions and answers, and what is read into the next."""

from __future__ import annotations

from citechat.question.follow_ups import readings
from citechat.values import Turn
from citechat_ingest import Glossary, Name

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

GLOSSARY = Glossary(
    (
        *NAMES,
        name("place", "Westen", "Westen", "西城"),
        name("person", "Ann Lee", "Ann Lee", "李安"),
        name("institution", "Norden Tide Index", "Gezeitenindex", "潮汐指数"),
        name("concept", "boat voucher", "Bootsgutschein", "船券"),
        name("concept", "five lamps", "fünf Lampen", "五灯"),
        name("publisher", "Coast Herald", "Küstenbote", "海岸报"),
    )
)
# What is counted is a term here, too.
BOAT_NAMES = Glossary(
    (
        *NAMES,
        name("institution", "Harbour Board", "Hafenamt", "港务局"),
        name("concept", "boat", "Boot", "船", "boats", "Boote"),
    )
)
WHO = {
    "en": turns("Who founded Acme?", "Acme was founded by Ann Lee, the Coast Herald wrote. [1]"),
    "de": turns("Wer gründete Acme?", "Acme wurde von Ann Lee gegründet. [1]"),
    "zh": turns("顶点公司是谁创办的？", "顶点公司由李安创办。[1]"),
}
BOATS = {
    "en": ("How many boats does Norden have?", "Norden has 30 boats. [1]"),
    "de": ("Wie viele Boote hat Norden?", "Norden hat 30 Boote. [1]"),
    "zh": ("北城有多少艘船？", "北城有30艘船。[1]"),
}


def first_reading(question: str, language: str, *said: str) -> str:
    """The likeliest reading of a follow-up in a talk on boats."""
    return readings(question, turns(*said), BOAT_NAMES, language)[0]
