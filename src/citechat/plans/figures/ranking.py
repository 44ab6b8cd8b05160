"""Who is first, who has more, where no table knows it: the sentence that ranks, or that gives both sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from citechat_ingest import AuditedClaim, Mention

from ...language.asked_rank import (
    MORE,
    asked_aim,
    asked_beside,
    asked_place,
    tells_place,
    told_places,
)
from ...language.enumerated import asked_count
from ...question.decomposition import COMPARES
from ...retrieval.query import QueryName
from ...retrieval.selection import Quote
from ...verification.numerals import years_in
from ..audit_verdicts import JUDGED, note, sentence_making, with_verdict
from ..quotes import is_near, missing_terms
from ..statements import Findings, Statement, naming, quotes_of
from .asked_figure import AskedFigure, is_of_the_metric
from .told_numbers import ToldNumber, counts_in, told_numbers

_WHICH = re.compile(
    r"\b(?:which|who|whose|where|what)\b|\b(?:welche[rsnm]?|wer|wo|wessen)\b|谁|哪|什么",
    re.IGNORECASE,
)
# A sentence that tells who is first, and who is last.
_FIRST = re.compile(
    r"\bmost\b|\b(?:largest|biggest|highest)\b|\bfirst\b(?! (?:\w+ )?(?:quarters?|half|months?)\b)"
    r"|\bleads?\b|\bled\b(?! (?:to|by)\b)|\bleading\b|\bahead\b|\btops\b|\brecord\b"
    r"|\bmeisten?\b|\b(?:größt|höchst)\w*|\berste[rnsm]?\b(?! (?:\w+ )?(?:quartale?n?|halbjahr|monate?n?)\b)"
    r"|\b(?:an)?führ(?:t|en|te|ten|end\w*)\b|\bSpitze\b|\bvor(?:ne?)?\b|\bPlatz eins\b"
    r"|最多|最大|最高|第一(?!季)|首位|居首|榜首|领先",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:fewest|least|lowest|smallest|last)\b|\b(?:wenigst|geringst|niedrigst|kleinst|letzt)\w*|最少|最低|最小|末位",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\bnot\b|\bnicht\b|不是|并非|没有", re.IGNORECASE)
# A row that a sentence gives from the first on.
_IN_ORDER = re.compile(
    r"\bin (?:this|that) order\b|\bin dieser reihenfolge\b|\bfollowed by\b|\bgefolgt von\b|依次|其后是",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"%|\bper ?cent\b|\bshares?\b|\bproportion\b|\bprozent\b|\banteile?\b|占比|比例|份额|百分",
    re.IGNORECASE,
)
# What ranks by sums.
_BY_MONEY = re.compile(
    r"\b(?:money|funding|financing|capital|raised?|sums?|invest\w*|valu\w+|worth|revenue|profits?|loss\w*)\b"
    r"|\b(?:geld\w*|kapital|\w*finanzierung\w*|summen?|\w*wert\w*|\w*umsatz\w*|\w*gewinn\w*|eingeworben\w*|investi\w+)\b"
    r"|资金|融资|金额|投资|价值|市值|估值|营收|收入|利润|亏损",
    re.IGNORECASE,
)
# Between a number and whose it is: "79.8 for", "79,8 Punkte für".
_FOR = re.compile(
    r"(?:\s+[^\W\d_]+)?\s+(?:for|für|by|at|bei)(?:\s+(?:the|den|die|das))?\s+",
    re.IGNORECASE,
)
# What is no question of more or most, even if it names it.
_ASKS_ELSE = frozenset({"reason", "truth", "time"})
# Who is first, beside whom others may be told.
_OF_THE_FIRST = re.compile(
    r"\b(?:first|lead\w*|led|top\w*|number one|largest|most|highest|last|fewest|least)\b"
    r"|\b(?:erste\w*|spitze|führ\w*|größt\w*|meist\w*|höchst\w*|letzte\w*|wenigst\w*)\b|第一|首位|居首|榜首|领先|最",
    re.IGNORECASE,
)
# Who comes after, where more than one is asked for.
_SEVERAL = re.compile(
    r"\b(?:cities|provinces|ones|all|list|städte|provinzen|alle|liste)\b|哪些|所有", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s\b|(?<=[a-z])s\b|各|的")
# What a word of the question that a sentence lacks weighs beside its score.
_MISSING = 0.75
# Within how many characters a sentence must name the larger side, to open with it.
_OPENING = {"en": 40, "de": 40, "zh": 16}


def statements(findings: Findings) -> Sequence[Statement]:
    """The sentence near the best that ranks; or the one that gives a number for each name asked."""
    question = findings.query.text
    if _asks_else(findings) or not findings.quotes:
        return ()
    beside = _beside_in_a_row(findings)
    if beside:
        return beside
    near = _near(findings)
    aim = asked_aim(question)
    if aim != "plain" and _WHICH.search(question):
        return _ranked(near, _LAST if aim == "least" else _FIRST, findings)
    return _telling_both(near, findings) if _compares(question) else ()


def _compares(question: str) -> bool:
    """Whether a question sets sides beside each other."""
    return bool(MORE.search(question) or COMPARES.search(question))


def _asks_else(findings: Findings) -> bool:
    """Whether a question asks for no first: for a reason, or for so many of a list."""
    types = findings.query.types
    is_for_several = "list" in types and asked_count(findings.query.text) > 1
    return bool(types & _ASKS_ELSE) or is_for_several


def set_side_by_side(findings: Findings) -> Sequence[Statement]:
    """The sentence that gives a number for each name and holds every word that is asked; else nothing.

    So much is an answer even where the documents seemed to have none.
    """
    asks_else = bool(findings.query.types & _ASKS_ELSE)
    asks_more = bool(MORE.search(findings.query.text))
    if asks_else or not asks_more or not findings.quotes:
        return ()
    answer = _telling_both(_near(findings), findings)
    quotes = quotes_of(answer)
    if not quotes:
        return ()
    missing = missing_terms(findings.query, quotes[:1])
    return () if missing else answer


def claimed_first(asked: AskedFigure, findings: Findings) -> Sequence[Statement]:
    """The article's claim of who is first, or last, in what is asked for, with the audit's word on
    it, should it make one of such a place."""
    index, language = findings.index, findings.language
    claims = [claim for claim in index.audited_claims if _ranks(claim, asked, findings)]
    # What the sources contradict comes last; else a claim on which the audit has more to say.
    told = max(claims, key=_worth, default=None)
    quote = sentence_making(told, language, index) if told else None
    if told is None or quote is None or _is_of_another_year(quote, findings):
        return ()
    return [Statement(quote), *_judged(told, findings)]


def _judged(claim: AuditedClaim, findings: Findings) -> list[Statement]:
    """The audit's word on a claim, where the sources do not simply bear it out."""
    word = note(claim, findings.language, findings.index)
    return [Statement(word)] if word and claim.verdict in JUDGED else []


def _worth(claim: AuditedClaim) -> tuple[bool, bool]:
    return claim.verdict != "contradicted", claim.verdict in JUDGED


def _ranks(claim: AuditedClaim, asked: AskedFigure, findings: Findings) -> bool:
    """Whether a claim tells who is first, or last, of such places in what is asked for."""
    index, text = findings.index, claim.text[findings.language]
    place = index.figures.kinds.get(claim.city, "city")
    ranks = _LAST if asked.aim == "least" else _FIRST
    if place not in asked.places or not ranks.search(text) or _DENIES.search(text):
        return False
    return is_of_the_metric(text, asked.metric, findings.language, index)


def _telling_both(near: Sequence[Quote], findings: Findings) -> Sequence[Statement]:
    """The quote that gives a number for two or more of the names, and holds most of what is asked."""
    told = [(quote, _both_sides(quote, findings)) for quote in near]
    both = [(quote, answer) for quote, answer in told if answer]

    def beside_the_point(pair: tuple[Quote, Sequence[Statement]]) -> tuple[bool, float]:
        missing = len(missing_terms(findings.query, [pair[0]]))
        return _gives_a_share(pair[0], findings), _MISSING * missing - pair[0].score

    return min(both, key=beside_the_point)[1] if both else ()


def _gives_a_share(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence gives percentages that the question does not ask for."""
    return bool(SHARE.search(quote.text)) and not SHARE.search(findings.query.text)


def _ranking(
    near: Sequence[Quote], ranks: re.Pattern[str], findings: Findings
) -> Sequence[Statement]:
    """The first of the quotes that ranks, and names all that the best one does of what is asked: the
    place of a firm is not that of its largest data centre."""
    wanted = _names_in(findings.quotes[0], findings)
    for quote in near:
        if _is_of_a_later_place(quote.text):
            continue
        if ranks.search(quote.text) and wanted <= _names_in(quote, findings):
            return with_verdict(quote, findings)
    return ()


def _is_of_a_later_place(text: str) -> bool:
    """Whether a sentence tells who is third and not who is first: "in third place, ahead of Norden"."""
    return bool(told_places(text)) and not _OF_THE_FIRST.search(text)


def _names_in(quote: Quote, findings: Findings) -> set[str]:
    """The names and concepts of the question that a sentence or its heading uses, by their English
    name."""
    said = findings.index.glossary.found_in(quote.text_in_context)
    return {asked.name.names["en"] for asked in findings.query.names if asked.name in said}


def _ranked(
    near: Sequence[Quote], ranks: re.Pattern[str], findings: Findings
) -> Sequence[Statement]:
    """The quote that tells the place asked for, or ranks; none of another year than the one asked."""
    dated = [quote for quote in near if not _is_of_another_year(quote, findings)]
    return _of_the_place(dated, findings) or _ranking(dated, ranks, findings)


def _of_the_place(near: Sequence[Quote], findings: Findings) -> Sequence[Statement]:
    """The first of the quotes that tells the second or third place, where that is asked for, or a
    row in its order."""
    place = asked_place(findings.query.text)
    if place == 1:
        return ()
    # The second by money is not the second by firms.
    if not _BY_MONEY.search(findings.query.text):
        near = [quote for quote in near if not _BY_MONEY.search(quote.text)]
    told = _first_of(near, lambda text: tells_place(text, place))
    told = told or _first_of(near, lambda text: bool(_IN_ORDER.search(text)))
    return with_verdict(told, findings) if told else ()


def _first_of(quotes: Sequence[Quote], is_such: Callable[[str], bool]) -> Quote | None:
    return next((quote for quote in quotes if is_such(quote.text)), None)


def _beside_in_a_row(findings: Findings) -> Sequence[Statement]:
    """Who comes after a name, or before it: the latest row that is told in its order and has both."""
    step = asked_beside(findings.query.text)
    if not step:
        return ()
    rows = [
        (quote, row)
        for quote in findings.quotes
        if _IN_ORDER.search(quote.text) and not _is_of_another_year(quote, findings)
        for name in findings.query.proper_names
        if (row := _neighbours(name, step, quote, findings)) is not None
    ]
    if not rows:
        return ()
    # Of equally late rows the first is kept, which fits the question best.
    quote, row = max(
        rows, key=lambda found: max(years_in(found[0].text, findings.language), default=0)
    )
    return [Statement(quote, naming(row, findings.language))] if row else ()


def _neighbours(name: QueryName, step: int, quote: Quote, findings: Findings) -> str | None:
    """The name right after one in a row, or all names before it: empty where it opens the row; None
    where the row does not tell."""
    row = _named_in_order(name.name.kind, quote, findings)
    own = name.name.names[findings.language]
    if own not in row:
        return None
    place = row.index(own)
    most = None if _SEVERAL.search(findings.query.text) else 1
    told = row[place + 1 :][:most] if step > 0 else row[:place]
    if step > 0 and not told:
        return None
    return ("、" if findings.language == "zh" else ", ").join(told)


def _named_in_order(kind: str, quote: Quote, findings: Findings) -> list[str]:
    """The names of a kind in the order of a sentence, but for whose the row is: "among Norden's harbours"."""

    def is_in_the_row(mention: Mention) -> bool:
        is_alike = mention.name.kind == kind
        return is_alike and not _POSSESSIVE.match(quote.text, mention.end)

    in_row = filter(is_in_the_row, findings.index.glossary.mentions(quote.text))
    return list(dict.fromkeys(mention.name.names[findings.language] for mention in in_row))


def _is_of_another_year(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence speaks of other years than the one that is asked about."""
    asked = years_in(findings.query.text, findings.language)
    said = years_in(quote.text, findings.language)
    return bool(asked and said) and not asked & said


def _near(findings: Findings) -> list[Quote]:
    """The quotes near the best that use as many of the names."""
    best = findings.quotes[0]
    return [quote for quote in findings.quotes if is_near(quote, best)]


def _both_sides(quote: Quote, findings: Findings) -> Sequence[Statement]:
    """A sentence that gives a number of one unit for two or more of the names, the larger named first."""
    if _is_of_before(quote, findings):
        return ()
    named = [name for name in named_sides(findings) if first_place(name, quote.text, findings) >= 0]
    numbers = numbers_of(named, quote, findings)
    if len(numbers) < 2:
        return ()
    counted = list(zip(named, numbers, strict=True))
    largest, _ = max(counted, key=lambda side: side[1].number.value)
    place = first_place(largest, quote.text, findings)
    first = min(first_place(name, quote.text, findings) for name, _ in counted)
    if place == first and place < _OPENING[findings.language]:
        return with_verdict(quote, findings)
    return [Statement(quote, naming(largest.name.names[findings.language], findings.language))]


def _is_of_before(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence speaks of a year before the one that is asked about; a later one is often
    when it was reported."""
    asked = years_in(findings.query.text, findings.language)
    said = years_in(quote.text, findings.language)
    return bool(asked and said) and min(said) < min(asked)


def named_sides(findings: Findings) -> list[QueryName]:
    """The names of the kind that the question has most of: two companies, but not the list they are
    on. An app and a company are compared where there is nothing else."""
    names = list(findings.query.proper_names)
    kinds = [name.name.kind for name in names]
    common = max(kinds, key=kinds.count, default="")
    alike = [name for name in names if name.name.kind == common]
    return alike if len(alike) > 1 else names


def first_place(name: QueryName, text: str, findings: Findings) -> int:
    """Where a text first uses a name; -1 where it does not, or as part of a longer name only."""
    mentions = findings.index.glossary.mentions(text)
    return next((m.start for m in mentions if m.name is name.name), -1)


def numbers_of(names: Sequence[QueryName], quote: Quote, findings: Findings) -> list[ToldNumber]:
    """The number that a sentence gives for each of some names, of one unit; nothing where it gives one
    of them none. The number stands behind the name, or before it: "79.8 for Norden"."""
    for find in (_number_before, _number_behind):
        numbers = _found_for_all(find, names, quote, findings)
        if numbers:
            return numbers
    return []


def _found_for_all(
    find: Callable[[QueryName, Quote, Findings], ToldNumber | None],
    names: Sequence[QueryName],
    quote: Quote,
    findings: Findings,
) -> list[ToldNumber]:
    """The numbers of all names, of one unit; else nothing."""
    found = (find(name, quote, findings) for name in names)
    numbers = [number for number in found if number is not None]
    is_of_one_unit = len({number.unit for number in numbers}) == 1
    return numbers if is_of_one_unit and len(numbers) == len(names) else []


def _number_before(name: QueryName, quote: Quote, findings: Findings) -> ToldNumber | None:
    """The number that is said to be for a name right after it."""
    start = first_place(name, quote.text, findings)
    for number in told_numbers(quote):
        if number.end <= start and _FOR.fullmatch(quote.text[number.end : start]):
            return number
    return None


def _number_behind(name: QueryName, quote: Quote, findings: Findings) -> ToldNumber | None:
    """The first number after a name, should no other name of the question stand between."""
    text = quote.text
    start = first_place(name, text, findings)
    if start < 0:
        return None
    others = [first_place(other, text, findings) for other in findings.query.proper_names]
    end = min((place for place in others if place > start), default=len(text))
    behind = (number for number in counts_in(quote) if start < number.start < end)
    return next(behind, None)
