"""Which of them are not so, who is there besides: a whole list less those of whom it is said.

The list is a sentence that enumerates names, the rest is what the other names of it are: both are
quoted, and the names that are left are told before them. Where no list is known, a sentence that
itself says "not" answers a question that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from citechat_ingest import Name

from ...language import terms
from ...language.enumerated import BESIDES, Row, asked_count, is_second_half, rows, tells_some
from ...language.negation import NOT
from ...messages import say
from ...retrieval.selection import Quote
from ..choosing import is_verdict, missing_terms, tells_both, verdict_on, with_verdict
from ..statements import Findings, Statement, naming

_ASKS_FOR_MEMBERS = re.compile(
    r"\b(?:which|who|whom|what|where|any(?:one|body|thing)?|name|list)\b"
    r"|\b(?:welche[rsnm]?|wer|wen|wem|was|wo|nenn\w*)\b|哪|谁|什么|何",
    re.IGNORECASE,
)
# Who of several: "where not" and "what not" ask for no member of a list.
_ASKS_WHO = re.compile(
    r"\b(?:which|who|whom|name|list)\b|\b(?:welche[rsnm]?|wer|wen|wem|nenn\w*)\b"
    r"|哪(?!里|儿|怕)|谁|有什么",
    re.IGNORECASE,
)
# A sentence that names some of those of whom it is said, not all.
_NAMES_SOME = re.compile(
    r"\b(?:among|including|too|also|as well)\b|\b(?:auch|ebenfalls|ebenso)\b|同样|也(?!不)"
    r"|\b(?:gehör(?:en|ten) zu|zähl(?:en|ten) zu)|中的[两二三四五]位|的(?:成员|代表)之",
    re.IGNORECASE,
)
# Who of a list that the documents tell: "which of the six", 六小龙里哪个.
_OF_A_LIST = re.compile(
    r"\b(?:which|who|none|name) (?:one )?of\b|\b(?:welche[rsn]?|wer) (?:der|von|unter)\b|\bvon den\b.{0,60}\b(?:wer|welche[rsn]?)\b"
    r"|[里中]面?的?(?:哪|谁)",
    re.IGNORECASE,
)
# Who has still to do it, and how a sentence says that it is under way.
_NOT_YET = re.compile(
    r"\bnot yet\b|\bstill\b|n['’]t\b.{0,60}\byet\b|\bnoch (?:nicht|kein\w*)\b|还没|还未|还不|尚未|仍未",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(?:application|appli(?:es|ed)|plans?|planned|planning|intends?|seeks?)\b"
    r"|\b(?:antrag\w*|\w+antrag|beantragt\w*|plant|planen|geplant\w*|will|wollen)\b|申请|受理|计划|筹备|拟",
    re.IGNORECASE,
)
# What may stand between that and the names, and what of the question goes with it.
_BEFORE_NAMES = 16
_ELSE = re.compile(
    r"\b(?:else|other|others|another|also|too|further|more|still|remaining)\b"
    r"|\b(?:sonst|noch|weitere\w*|andere\w*|übrige\w*|auch)\b|还有?|其他|其它|另外|以外|之外|外",
    re.IGNORECASE,
)
# Two things at once are not so: what is said of the one is not said of the other.
_NEITHER = re.compile(r"\b(?:neither|weder)\b|既不|也不|也没", re.IGNORECASE)
# How a sentence says what is not so, or what is left.
_SAYS_NOT = re.compile(
    rf"{NOT.pattern}|\b(?:leaves? out|left out|leave[sd]? aside|excludes?|omits?|ignores?|other|remain(?:s|ing)?"
    r"|(?<!not )only|instead of|except\w*)\b"
    r"|\b(?:lässt|lassen|ließ)\b.{0,60}\b(?:weg|aus|außer Acht)\b|\b(?:übrig\w*|andere\w*|(?<!nicht )nur|statt|ausgenommen|außen vor)\b"
    r"|不含|不包括|不计|剔除|除外|其余|其他|余下|剩下|除去|只|而非|遗漏",
    re.IGNORECASE,
)
# That the sources are silent says nothing of the matter itself.
_UNCONFIRMED = re.compile(
    r"\bno source\b|\b(?:un|not )confirmed\b|\bnicht (?:bestätigt|belegt)\b"
    r"|\bkeine (?:der )?quellen?\b|没有(?:任何)?来源|来源(?:都|均)?(?:未|没有)",
    re.IGNORECASE,
)
_ASKS_ELSE = frozenset({"reason", "truth", "number", "time"})
_REACH = 40
_NEAR = 3.0
_FIRST = 8
# A list has at least so many names; those of whom it is said are at least that share of it, or more
# may be so than one sentence says.
_SHORTEST = 3
_SAID_OF = 0.5
# How much of what is said of them a sentence must hold.
_SAME_THING = 0.5
_SAME_WORDS = 0.6
# How much of what the list is called by.
_SAME_LIST = 0.5
# How many there are is counted, and asked again by no sentence.
_HOW_MANY = re.compile(
    r"\btop\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b"
    r"|[前]?[两二三四五六七八九十](?=[名位家个强大])|哪[些几个家位]|[几些个家位]",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?<!^)\b(?:[A-ZÄÖÜ]|\d)[\w.-]*")


def statements(findings: Findings) -> Sequence[Statement]:
    """The names that are left, before the sentences that tell it; else nothing."""
    text = findings.query.text
    if findings.query.types & _ASKS_ELSE or not _ASKS_FOR_MEMBERS.search(text):
        return ()
    left_out = _left_out(findings)
    if left_out:
        return _others(left_out, findings)
    if not NOT.search(text):
        return ()
    asks_who = _ASKS_WHO.search(text) and not _NEITHER.search(text)
    remaining = (_under_way(findings) or _remaining(findings)) if asks_who else ()
    return remaining or _saying_so(findings)


def is_open(findings: Findings) -> bool:
    """Whether it is asked who of a list is not so, and nothing that was found tells it: then a
    sentence about the list is no answer."""
    text = findings.query.text
    asks_who_not = _ASKS_WHO.search(text) and NOT.search(text) and _asks_of_a_list(findings)
    return bool(asks_who_not and not findings.query.types & _ASKS_ELSE and not statements(findings))


def _asks_of_a_list(findings: Findings) -> bool:
    """Whether a question is about the members of a list, which it names, counts or offers."""
    text = findings.query.text
    is_named = bool(_OF_A_LIST.search(text)) or asked_count(text) > 0
    return is_named or any(row.choice for row in rows(text, findings.index.glossary))


# Besides


def _left_out(findings: Findings) -> list[Name]:
    """The names that a question leaves out: "besides Norden and Southam"."""
    text, glossary = findings.query.text, findings.index.glossary
    marker = BESIDES.search(text)
    if marker is None:
        return []
    after = text[marker.end() :]
    mentions = glossary.mentions(after)
    if not mentions or mentions[0].start > _BEFORE_NAMES:
        return []
    first = mentions[0].name
    listed = [row.names for row in rows(after, glossary) if first in row.names]
    return list(listed[0]) if listed else [first]


def _others(left_out: Sequence[Name], findings: Findings) -> Sequence[Statement]:
    """The list that holds those left out and others, which are named first."""
    fitting: list[tuple[int, int, int, Quote, Row]] = []
    for place, quote, row in _whole_rows(findings):
        if all(name in row.names for name in left_out) and len(row.names) > len(left_out):
            missing = len(_unsaid(quote, findings))
            fitting.append((missing, -len(row.names), place, quote, row))
    if not fitting:
        return ()
    *_, quote, row = min(fitting, key=lambda one: one[:3])
    others = [name for name in row.names if name not in left_out]
    named = _joined(others, findings.language)
    return [Statement(quote, naming(named[0].upper() + named[1:], findings.language))]


def _whole_rows(findings: Findings) -> Iterator[tuple[int, Quote, Row]]:
    """The sentences that enumerate the whole of something, each with its place and row."""
    glossary = findings.index.glossary
    for place, quote in enumerate(findings.quotes[:_REACH]):
        if _may_tell_some(quote):
            continue
        listed = rows(quote.text, glossary)
        yield from ((place, quote, row) for row in listed if row.whole)


def _may_tell_some(quote: Quote) -> bool:
    """Whether a sentence is the audit's, or may enumerate less than all."""
    return is_verdict(quote) or tells_some(quote.text)


def _unsaid(quote: Quote, findings: Findings) -> frozenset[str]:
    """What the question asks of the others, and the sentence does not hold."""
    asked = _ELSE.sub(" ", BESIDES.sub(" ", findings.query.text))
    wanted = terms.query_words(asked, findings.language)
    return missing_terms(findings.query, [quote]).intersection(wanted)


# Not


def _under_way(findings: Findings) -> Sequence[Statement]:
    """The sentence that says of one that it is under way, where it is asked who has still to do it."""
    if not _NOT_YET.search(findings.query.text):
        return ()
    wanted = _things(_asked(findings.query.text, findings.language).said, (), findings)

    def is_under_way(quote: Quote) -> bool:
        is_said = _UNDER_WAY.search(quote.text) and not is_verdict(quote)
        return bool(is_said) and _share(wanted, quote.text, findings.language) >= _SAME_THING

    under_way = filter(is_under_way, findings.quotes[:_REACH])
    return [Statement(quote) for quote in list(under_way)[:1]]


@dataclass(frozen=True)
class _Asked:
    """A question for those of whom something is not said: whose list, and what is said."""

    of_whom: str
    said: str


def _asked(text: str, language: str) -> _Asked:
    """What stands before the "not" tells the list, what stands behind it tells what is said; where a
    question ends with it, all of it tells both."""
    marker = NOT.search(text)
    assert marker
    before, behind = text[: marker.start()], text[marker.end() :]
    return _Asked(before, behind) if terms.query_words(behind, language) else _Asked(text, text)


def _remaining(findings: Findings) -> Sequence[Statement]:
    """A list and the sentence that says it of most of them: who is left."""
    asked = _asked(findings.query.text, findings.language)
    for listing, row in _lists(asked, findings):
        if listing and _says_it(listing, asked, row, findings):
            continue
        denied = _denied(asked, row, findings) if row.choice else None
        if denied:
            return [Statement(denied)]
        told = _said_of_some(asked, row, findings)
        if told is None:
            continue
        quote, named, held = told
        left = [name for name in row.names if name not in named]
        if _is_said_of_any(left, held, asked, row, findings):
            continue
        own = _saying_it_of(left, row, asked, findings)
        if own:
            return [Statement(own)]
        key = "that_leaves" if len(left) > 1 else "that_leaves_one"
        names = _joined(left, findings.language)
        first = Statement(quote, say(key, findings.language, names=names))
        needs_list = listing is not None and listing.text != quote.text
        return [first, Statement(listing)] if needs_list else [first]
    return ()


def _denied(asked: _Asked, row: Row, findings: Findings) -> Quote | None:
    """The sentence that says of one of those who are offered that it is not so."""
    wanted = _things(asked.said, row.names, findings)

    def denies(quote: Quote) -> bool:
        is_of_one = len(_named_of(row, quote, findings)) == 1
        held = _share(wanted, quote.text, findings.language)
        return is_of_one and held >= _SAME_THING and _denies(quote) and not is_verdict(quote)

    return next(filter(denies, findings.quotes[:_REACH]), None)


def _denies(quote: Quote) -> bool:
    """Whether a sentence says of something that it is not so, not only that no source says it."""
    return bool(NOT.search(quote.text)) and not _UNCONFIRMED.search(quote.text)


def _named_of(row: Row, quote: Quote, findings: Findings) -> list[Name]:
    """The names of a list that a sentence uses, in the list's order."""
    said = findings.index.glossary.found_in(quote.text)
    return [name for name in row.names if name in said]


def _in_a_row(row: Row, quote: Quote, findings: Findings) -> list[Name]:
    """The names of a list that a sentence enumerates together; none where it tells them apart:
    "Norden has 50 lamps, Southam close to 30"."""
    named = _named_of(row, quote, findings)
    told = rows(quote.text, findings.index.glossary)
    is_together = any(len(_among(named, other)) == len(named) for other in told)
    return named if is_together or len(named) == 1 else []


def _among(names: Sequence[Name], row: Row) -> list[Name]:
    """The names that stand in a row."""
    return [name for name in names if name in row.names]


def _uses_all(names: Iterable[Name], quote: Quote, findings: Findings) -> bool:
    """Whether a sentence uses all of some names."""
    said = findings.index.glossary.found_in(quote.text)
    return all(name in said for name in names)


def _lists(asked: _Asked, findings: Findings) -> Iterator[tuple[Quote | None, Row]]:
    """The whole lists, those that are asked about first: what the question itself offers, then the
    sentences that enumerate as many as it says."""
    glossary, text = findings.index.glossary, findings.query.text
    yield from ((None, row) for row in rows(text, glossary) if row.choice)
    # Of those whom the question lists itself, nothing tells that a sentence names all who are so.
    if rows(asked.of_whom, glossary):
        return
    number = asked_count(asked.of_whom)
    wanted = _things(asked.of_whom, (), findings)
    fitting: list[tuple[float, int, Quote, Row]] = []
    for place, quote, row in _whole_rows(findings):
        held = _share(wanted, quote.text, findings.language)
        is_long = len(row.names) >= _SHORTEST and number in (0, len(row.names))
        if is_long and wanted and held >= _SAME_LIST:
            fitting.append((-held, place, quote, row))
    for _, _, quote, row in sorted(fitting, key=lambda one: one[:2]):
        yield quote, row


def _said_of_some(
    asked: _Asked, row: Row, findings: Findings
) -> tuple[Quote, Sequence[Name], float] | None:
    """The sentence that says it of some of a list, of whom, and how much of it; None where no sentence
    does of enough."""
    wanted = _things(asked.said, row.names, findings)
    of_others = _named_in_what_is_said(asked, row, findings)
    # A name that is said of them tells as much as words do.
    least = _SAME_THING if of_others else _SAME_WORDS
    fitting: list[tuple[float, int, int, Quote, Sequence[Name]]] = []
    for place, quote in enumerate(findings.quotes[:_REACH]):
        if NOT.search(quote.text) or is_verdict(quote) or _names_some(quote.text):
            continue
        named = _in_a_row(row, quote, findings)
        is_of_some = _SAID_OF * len(row.names) <= len(named) < len(row.names)
        held = _held(wanted, row, quote, findings)
        says_it = held >= least and _uses_all(of_others, quote, findings)
        if is_of_some and says_it:
            fitting.append((-held, -len(named), place, quote, named))
    if not fitting:
        return None
    best = min(fitting, key=lambda one: one[:3])
    return best[3], best[4], -best[0]


def _held(wanted: frozenset[str], row: Row, quote: Quote, findings: Findings) -> float:
    """How much of what is said a sentence holds beside the names of a list: "DEEP Robotics" says of
    nobody that it makes robots."""
    return _share(wanted, _without(row.names, quote.text, findings), findings.language)


def _is_said_of_any(
    left: Sequence[Name], enough: float, asked: _Asked, row: Row, findings: Findings
) -> bool:
    """Whether a sentence says as much of one who seems to be left, and of nobody else of the list."""
    wanted = _things(asked.said, row.names, findings)
    of_others = _named_in_what_is_said(asked, row, findings)

    def says_it(quote: Quote) -> bool:
        named = _named_of(row, quote, findings)
        is_of_them = named != [] and all(name in left for name in named)
        says_enough = is_of_them and _held(wanted, row, quote, findings) >= enough
        return says_enough and _uses_all(of_others, quote, findings)

    affirming = (quote for quote in findings.quotes[:_REACH] if not NOT.search(quote.text))
    return any(map(says_it, affirming))


def _names_some(text: str) -> bool:
    """Whether a sentence names a part of those of whom it is said: "among the six", "completed"."""
    return bool(_NAMES_SOME.search(text)) or is_second_half(text)


def _named_in_what_is_said(asked: _Asked, row: Row, findings: Findings) -> list[Name]:
    """The names beside those of the list that a sentence must use to say it: those of concepts as
    well, where the list is told by other words."""
    of_others = _beside_the_list(asked, row, findings)
    if findings.language == "zh" or asked.said != asked.of_whom:
        return of_others
    return [name for name in of_others if name.kind != "concept"]


def _beside_the_list(asked: _Asked, row: Row, findings: Findings) -> list[Name]:
    """The names in what is said that are none of the list's."""
    named = findings.index.glossary.found_in(asked.said)
    return [name for name in named if name not in row.names]


def _says_it(listing: Quote, asked: _Asked, row: Row, findings: Findings) -> bool:
    """Whether a list is one of those of whom it is said: "the first-tier cities are …" is not the
    list of which some are no first-tier cities."""
    of_others = _beside_the_list(asked, row, findings)
    is_apart = asked.said != asked.of_whom
    return is_apart and bool(of_others) and _uses_all(of_others, listing, findings)


def _things(text: str, left_out: Sequence[Name], findings: Findings) -> frozenset[str]:
    """The words of a text that tell what it is about, without some names and how many they are: of
    German its nouns, of Chinese the single characters, for two that say the same seldom share a pair."""
    text = _HOW_MANY.sub(" ", _without(left_out, text, findings))
    if findings.language == "de":
        text = " ".join(_NOUN.findall(text))
    words = terms.query_words(text, findings.language)
    is_chinese = findings.language == "zh"
    return frozenset(word for word in words if not (is_chinese and len(word) > 1))


def _without(names: Sequence[Name], text: str, findings: Findings) -> str:
    """A text without some names."""
    for mention in reversed(findings.index.glossary.mentions(text)):
        if mention.name in names:
            text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def _saying_it_of(
    left: Sequence[Name], row: Row, asked: _Asked, findings: Findings
) -> Quote | None:
    """The sentence that speaks of just those who are left, and of the list by its name."""
    glossary = findings.index.glossary
    called = [name for name in glossary.found_in(asked.of_whom) if name.kind == "concept"]

    def speaks_of_just_them(quote: Quote) -> bool:
        is_of_the_list = any(_uses_all([name], quote, findings) for name in called)
        return is_of_the_list and _named_of(row, quote, findings) == list(left)

    return next(filter(speaks_of_just_them, findings.quotes[:_REACH]), None)


def _share(wanted: frozenset[str], text: str, language: str) -> float:
    """How much of some words a text holds, 0 to 1; all of none."""
    held = set(terms.words(text, language))
    pieces = set(terms.grams(text, language))
    worth = (1.0 if word in held else terms.in_pieces(word, pieces) for word in wanted)
    return sum(worth) / len(wanted) if wanted else 1.0


# Saying so


def _saying_so(findings: Findings) -> Sequence[Statement]:
    """The first sentence near the best that itself says what is not so, or the best where it does."""
    best = findings.quotes[0]
    if _says_not(best) and not _is_of_another_matter(best, findings):
        return with_verdict(best, findings)
    judged = verdict_on(best, findings.index)
    if judged and _denies(judged):
        return [Statement(judged)]
    fitting = filter(partial(_says_not_of_it, findings=findings), findings.quotes[:_FIRST])
    first = next(fitting, None)
    return with_verdict(first, findings) if first else ()


def _says_not_of_it(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence tells what is not so, and as much of the question as the best does."""
    best = findings.quotes[0]
    lacked = len(missing_terms(findings.query, [best]))
    lacking = len(missing_terms(findings.query, [quote]))
    is_near = quote.score >= best.score - _NEAR and quote.names >= best.names
    says_as_much = is_near and lacking <= lacked + 1
    return says_as_much and _says_not(quote) and not _is_of_another_matter(quote, findings)


def _is_of_another_matter(quote: Quote, findings: Findings) -> bool:
    """Whether it is asked who of a list is not so, and a sentence holds little of what that is."""
    text, language = findings.query.text, findings.language
    if not (_ASKS_WHO.search(text) and _asks_of_a_list(findings)):
        return False
    wanted = _things(_asked(text, language).said, (), findings)
    asked = findings.index.glossary.found_in(text)
    others = [name for name in findings.index.glossary.found_in(quote.text) if name not in asked]
    return _share(wanted, _without(others, quote.text, findings), language) < _SAME_THING


def _says_not(quote: Quote) -> bool:
    """Whether a sentence tells what is not so, of the matter and not of what the article says."""
    is_comment = tells_both(quote) and not is_verdict(quote)
    return (
        bool(_SAYS_NOT.search(quote.text))
        and not _UNCONFIRMED.search(quote.text)
        and not is_comment
    )


def _joined(names: Iterable[Name], language: str) -> str:
    """The names as the language writes a row of them."""
    *others, last = [name.names[language] for name in names]
    if not others:
        return last
    if language == "zh":
        return f"{'、'.join(others)}和{last}"
    word = "and" if language == "en" else "und"
    return f"{', '.join(others)} {word} {last}"
