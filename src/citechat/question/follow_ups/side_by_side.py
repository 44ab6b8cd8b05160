"""A follow-up that sets side by side what was asked one after another, or named together.

"Which of the two has more?" after the same question of two cities asks it of both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from .counted_off import several_named
from .names import exchanged, things, without
from .turns import Turn

_COMPARES = re.compile(
    r"\b(?:which|who|what)\b.{0,200}\b(?:of the (?:two|three|four)|of (?:them|these|those|both)"
    r"|more|most|fewer|less|higher|highest|lower|larger|largest|bigger|biggest|smaller|earlier|ahead|leads?)\b"
    r"|\bhow (?:much|many) (?:more|less|fewer)\b|\bhow much (?:higher|larger|bigger)\b|\bdifference\b|\bcompare\b|\bwhich one\b"
    r"|\b(?:welche[rsnm]?|wer|wo|was)\b.{0,200}\b(?:beiden?|(?:von den|der) (?:drei|vier)|(?:am )?meisten?|mehr|weniger|höher|höchsten"
    r"|größer|größte[nr]?|kleiner|früher|vorne?)\b"
    r"|\bwie ?viele? (?:mehr|weniger)\b|\bunterschied\b|\bum wie ?viel\b|\bvergleich\w*\b"
    r"|(?:哪[个家座边]|谁|哪里).{0,6}(?:更|多|高(?!校)|大(?!学|模型)|强|领先)|更[多高大少早]|最[多高大强]|[三四][个家者座款](?:[里当]?中|里面?)|差多少|差距|相差|多多少|多出|少多少|这?[俩两][个者家座]?",
    re.IGNORECASE,
)
_AND = {"en": " and ", "de": " und ", "zh": "和"}
_COMMA = {"en": ", ", "de": ", ", "zh": "、"}
# What points to several that were named: of them one is asked for.
_OF_THEM = re.compile(
    r"\b(?P<of>of) (?:the two|the three|them|these|those|both)\b|\b(?P<von>von) (?:den |diesen )?(?:beiden|ihnen|denen|diesen)\b"
    r"|\b(?P<davon>davon|darunter)\b|这?[俩两][个家座者]?(?:[里当]?中|里面?)?|其中|[他它]们(?:[当之]?中|里面?)?",
    re.IGNORECASE,
)
_ONLY_WHICH = re.compile(
    r"^\s*(?:(?:and|so|und|also|那)\s*)?(?:which|who|where|welche[rsnm]?|wer|wo)\b(?!.*\b(?:how|by|wie)\b)"
    r"|^[^差多少]*(?:哪|谁)(?!.*多少)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|nicht|kein\w*)\b|n['’]t\b|不|没|未", re.IGNORECASE)
_OF = {"en": "of ", "de": "von ", "zh": ""}
# "Are they both in Norden?": each of the two that were asked about.
_BOTH = re.compile(
    r"\b(?:(?:they|these|those|are|do|did|were|have) )?both(?: of (?:them|these|those))?\b|\b(?:sie |diese )?(?-i:beide)\b"
    r"|(?:[它他]们|这)?[俩两][个家座者款所](?=都|均|全)",
    re.IGNORECASE,
)
_VERB = re.compile(r"^(?:are|do|did|were|have) ", re.IGNORECASE)


def sets_side_by_side(question: str) -> bool:
    """Whether a question asks which of several has more, or by how much."""
    return bool(_COMPARES.search(question))


def of_both(question: str, last: Turn, earlier: Turn, glossary: Glossary, language: str) -> str:
    """What the questions before asked of one thing each, asked of all of them; "" where they did not,
    or the follow-up sets nothing side by side."""
    if not sets_side_by_side(question) or things(question, glossary):
        return ""
    several = _asked_in_turn(last, earlier, glossary)
    if len(several) < 2:
        return ""
    *_, latest = several
    of_all = exchanged(last.asked, latest, listed(several, language))
    # The numbers side by side tell which is more, and how much more is to be asked.
    return of_all if _ONLY_WHICH.match(question) else f"{of_all} {question}"


def _asked_in_turn(last: Turn, earlier: Turn, glossary: Glossary) -> list[Name]:
    """The things of one kind of which the last questions asked, each of one."""
    latest = things(last.asked, glossary)
    if last.beside:
        return [*last.beside, *without(latest, last.beside)]
    match things(earlier.asked, glossary), latest:
        case [first], [second] if first is not second and first.kind == second.kind:
            return [first, second]
    return []


def listed(names: Sequence[Name], language: str) -> str:
    """Names in a row, with "and" before the last."""
    return in_a_row([name.names[language] for name in names], language)


def in_a_row(written: Sequence[str], language: str) -> str:
    """Words in a row, with "and" before the last."""
    *first, latest = written
    return f"{_COMMA[language].join(first)}{_AND[language] if first else ''}{latest}"


def both_of_them(
    question: str, last: Turn, earlier: Turn, glossary: Glossary, language: str
) -> str:
    """The question with the things asked about in turn, or named last, in place of "both"; "" where it
    has no such word, or there were not two."""
    pointer = _BOTH.search(question)
    if pointer is None:
        return ""
    pair = _asked_in_turn(last, earlier, glossary) or several_named(question, last, glossary)
    if len(pair) != 2:
        return ""
    verb = _VERB.match(pointer.group())
    row = f"{verb.group() if verb else ''}{listed(pair, language)}"
    return f"{question[: pointer.start()]}{row}{question[pointer.end() :]}"


def of_those_named(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question with the things of one kind in place of "of them" that the answer named, or the
    question before; "" where it points to none, or they named no two. Of whom a thing is not said is told from the
    list, and not from its names."""
    pointer = _OF_THEM.search(question)
    if pointer is None or _NOT.search(question):
        return ""
    several = several_named(question, last, glossary)
    if len(several) < 2 or any(name in several for name in things(question, glossary)):
        return ""
    row = listed(several, language)
    return f"{question[: pointer.start()]}{_OF[language]}{row}{question[pointer.end() :]}"
