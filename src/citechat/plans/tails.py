"""A quote ends with the clause that answers: what its sentence goes on to say, and nobody asked, is left out.

Of "Norden has 300 lamps, a rise of 4 percent" the part before the comma answers how many lamps there are. The
quote stays a stretch of its document, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..language import answer_types, terms
from ..reading.reader import SentenceReader
from ..retrieval.query import Query
from ..retrieval.selection import Quote
from ..verification.numerals import Number, read_numerals, years_in
from .audit_verdicts import tells_both
from .fact import SEVERAL
from .same_matter import digit_groups
from .statements import Statement

# Where a clause may end.
_ENDS = {
    "en": re.compile(r"[,;](?=\s)"),
    "de": re.compile(r"[,;](?=\s)"),
    "zh": re.compile(r"[，；]"),
}
# A clause that only says who tells it is no tail of its own.
_SAYS_WHO = re.compile(
    r"\b(?:according to|report(?:s|ed)?|wrote|writes|sa(?:ys|id)|not(?:es|ed)|recalls?|found|told|announced|quoting"
    r"|by the article|counts?|counted|account)\b"
    r"|\b(?:laut|zufolge|nach (?:Angaben|Zählung)|schr(?:ieb|eibt)|berichtete?|meldete?|heißt es"
    r"|hieß es|teilte|sagte?|an(?:gibt|gab|geben)|so)\b"
    r"|据|报道|写道|表示|援引",
    re.IGNORECASE,
)
# What turns what stands before it about, or limits it, is part of it.
_TURNS = re.compile(
    r"\b(?:but|although|though|however|yet|not|no|never|nor|neither|if|unless|only|except|without"
    r"|disputed|until|before|at most|up to|which|who|whose)\b|n['’]t\b"
    r"|\b(?:aber|doch|jedoch|sondern|obwohl|obgleich|nicht|kein\w*|nie|weder|nur|falls|wenn|sofern"
    r"|außer|ohne|bevor|ehe|umstritten|befristet|bis|höchstens)\b"
    r"|[但却非不未没仅只除若]|如果|争议|最[多高]|为限|封顶",
    re.IGNORECASE,
)
# The next member of a row, and no clause: ", networks and environment", "，微软23.0%，谷歌8.2%".
_MEMBER = r"(?:[\w'’.-]+ ){0,4}[\w'’.-]+"
_GOES_ON = re.compile(
    rf"^(?:, {_MEMBER}){{1,9}},? (?:and|or|und|oder|sowie) |^, (?:and|or|und|oder) |^, \d"
    r"|^，[^，。；]{0,8}\d[^，。；]{0,4}，[^，。；]{0,8}\d"
)
# What no sentence ends with: a word that joins, or a clause on the subject before its verb has come.
_OPEN = re.compile(
    r"(?:\b(?:and|or|that|und|oder|dass|sowie)|[和与及])$"
    r"|, (?:which|who|whose|where|der|die|das|dem|den|deren|dessen|wo)\b[^,;]*$",
    re.IGNORECASE,
)
_PAIRS = ("()", "（）", "“”", "„“", "「」", "《》", "[]")
# Questions for one number or one time are answered by one clause; all others may want the rest as well.
_ONE_THING = frozenset({"number", "time"})
# So much less may the reader hold of the clause than of its sentence, and so sure must it be.
_NO_LESS = 0.02
_SURE = 0.5


def without_tails(
    statements: Sequence[Statement], query: Query, reader: SentenceReader | None
) -> list[Statement]:
    """The statements, the quote of a single one cut behind the clause that answers the query."""
    if reader is None or len(statements) != 1 or not _asks_one_thing(query):
        return list(statements)
    [statement] = statements
    quote = statement.quote
    if quote is None or statement.figures or tells_both(quote):
        return [statement]
    return [replace(statement, quote=_cut(quote, query, reader))]


def _asks_one_thing(query: Query) -> bool:
    return bool(query.types) and query.types <= _ONE_THING and not SEVERAL.search(query.text)


def _cut(quote: Quote, query: Query, reader: SentenceReader) -> Quote:
    """The quote up to the first clause of which the reader holds as much as of all of it."""
    text, language = quote.text, quote.passage.language
    heads = [head for head in _heads(text, language) if _tells_as_much(head, text, query)]
    if not heads:
        return quote
    read = reader.read(query.text, [[head] for head in (*heads, text)], language, query.language)
    *of_heads, of_all = [float(probabilities[0]) for probabilities in read]
    for head, probability in zip(heads, of_heads, strict=True):
        if probability >= max(_SURE, of_all - _NO_LESS):
            return replace(quote, characters=len(head))
    return quote


def _heads(text: str, language: str) -> list[str]:
    """What is left of a sentence without one clause or more of its end, the shortest first."""
    ends = [match.start() for match in _ENDS[language].finditer(text)]
    last = _last_to_leave_out(ends, text)
    return [text[:end] for end in ends if end <= last and _may_stand(text[:end], text)]


def _last_to_leave_out(ends: Sequence[int], text: str) -> int:
    """Where the last clause begins that says more than who tells it, which goes where the clause before
    it goes; 0 where none does."""
    clauses = pairwise([*ends, len(text)])
    telling = (start for start, end in clauses if not _SAYS_WHO.search(text[start:end]))
    return max(telling, default=0)


def _may_stand(head: str, text: str) -> bool:
    """Whether a sentence may end here: no bracket, clause or row of things is left open."""
    closed = all(head.count(pair[0]) == head.count(pair[1]) for pair in _PAIRS)
    goes_on = _GOES_ON.search(text[len(head) :])
    return closed and not (goes_on or _OPEN.search(head))


def _tells_as_much(head: str, text: str, query: Query) -> bool:
    """Whether a clause holds all that the question has in common with its sentence, and nothing after it
    turns it about or says the same of another year."""
    tail, language = text[len(head) :], query.language
    if _TURNS.search(tail) or not answer_types.holds(head, query.types):
        return False
    asked_years = years_in(query.text, language)
    if not asked_years and years_in(tail, language):
        return False
    if _amounts(tail, language) and not _amounts(head, language):
        return False
    asked = frozenset(terms.query_words(query.text, language)) | digit_groups(query.text)
    return asked & _held(text, language) <= _held(head, language)


def _amounts(text: str, language: str) -> list[Number]:
    """The numbers of a text that are no share."""
    values = (numeral.value for numeral in read_numerals(text, language))
    return [value for value in values if isinstance(value, Number) and value.unit != "percent"]


def _held(text: str, language: str) -> frozenset[str]:
    return frozenset(terms.words(text, language)) | digit_groups(text)
