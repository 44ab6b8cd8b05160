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
from ..verification.numerals import Number, numbers_in, years_in
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
SAYS_WHO = re.compile(
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
    r"|disputed|until|before|at most|up to|on top of|in addition|depends?|which|who|whose)\b|n['’]t\b"
    r"|\b(?:aber|doch|jedoch|sondern|obwohl|obgleich|nicht|kein\w*|nie|weder|nur|falls|wenn|sofern"
    r"|außer|ohne|bevor|ehe|umstritten\w*|zusätzlich|dazu|hängt|befristet|bis|höchstens)\b"
    r"|[但却非不未没仅只除若另]|[，；]而|如果|争议|最[多高]|为限|封顶|取决",
    re.IGNORECASE,
)
# The next member of a row, and no clause: ", networks and environment", "，微软23.0%，谷歌8.2%".
_MEMBER = r"(?:[\w'’.-]+ ){0,4}[\w'’.-]+"
_GOES_ON = re.compile(
    rf"^(?:, {_MEMBER}){{1,9}},? (?:and|or|und|oder|sowie) |^, (?:and|or|und|oder) |^, \d"
    r"|^，[^，。；]{0,8}\d[^，。；]{0,4}，[^，。；]{0,8}\d"
    # the second part of a name: "Longhua, Southam"
    r"|^, [A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ][\w'’-]+)?\W*$"
)
# What no sentence leaves out: its verb, "…, in Norden, abgeschlossen".
_LAST_WORD = re.compile(r", [a-zäöü]+\W*$")
# What no sentence ends with: a word that joins, or a clause on the subject before its verb has come.
_OPEN = re.compile(
    r"(?:\b(?:and|or|that|und|oder|dass|sowie)|[和与及])$"
    r"|, (?:which|who|whose|where|der|die|das|dem|den|deren|dessen|wo)\b[^,;]*$"
    # "… in Norden, but of the others"
    r"|, (?:but|and|aber|und) (?:of|in|for|with|among|from|von|bei|mit|unter)\b[^,;]*$",
    re.IGNORECASE,
)
_PAIRS = ("()", "（）", "“”", "„“", "「」", "《》", "[]")
# Questions for one number or one time are answered by one clause. All others may want the rest as well, unless
# it only sets the answer beside something.
_ONE_THING = frozenset({"number", "time"})
_MORE = frozenset({"reason", "truth"})
_ASIDE = re.compile(
    r"^, (?:up|down|a (?:rise|fall|share|plus)|about|nearly|almost|roughly|slightly|ahead of|behind|most)\b"
    r"|^, (?:ein(?:em?)? (?:Plus|Anstieg|Rückgang|Anteil)|rund|etwa|fast|knapp|das sind|vor (?!allem|\d)|am \w+sten)\b"
    r"|^，(?:约?占|增长|同比|下降|[略仅]?[高低]于|几乎占|仅?次于|收于)",
    re.IGNORECASE,
)
# A question that goes on from the one before it; and one after another.
_ASKS_TWICE = re.compile(r"[?？].*[?？]")
_GOES_ON_ASKING = re.compile(r"^\W*(?:and|und)\b", re.IGNORECASE)
# Where a percentage, a share, a change or a comparison is asked for, the clause that tells it stays.
_ASKS_PERCENT = re.compile(r"percent|prozent|%|百分|几成", re.IGNORECASE)
_ASKS_SHARE = re.compile(
    r"\bshare\b|\bpart\b|anteil|\bteil\b|quote\b|\bhow much of\b|\bwie ?viel (?:davon|vom?|der|des)\b"
    r"|\bpace\b|\bbigger\b|\b(?:how|wie) (?:fast|quickly|schnell|stark)\b"
    r"|\b(?:increase|growth|gr[eo]w|rise|rose|change)\b|zuwachs|wachs|wuchs|anstieg|gestiegen|stieg|\bplus\b"
    r"|多少是|[占率]|比例|[增涨跌降]|" + _ASKS_PERCENT.pattern,
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"%|percent|prozent|\b(?:half|hälfte|drittel|viertel)\b|\b(?:a|one) (?:third|quarter)\b"
    r"|一半|半数|[一二三四五六七八九]成|分之",
    re.IGNORECASE,
)
_ASKS_SIZE = re.compile(r"\bsize\b|\b(?:large|big|groß)\b|规模|多大", re.IGNORECASE)
_ASKS_COMPARED = re.compile(
    r"\b(?:compar\w*|vs|versus|by how|how (?:many|much) (?:more|less|fewer))\b"
    r"|vergl|\bum wie|\bwie ?viele? (?:mehr|weniger)\b|[对相]比|相差|差多少|[多少高低大小]多少|比.{1,12}[多少高低大小]",
    re.IGNORECASE,
)
# So much less may the reader hold of the clause than of its sentence, and so sure must it be.
NO_LESS = 0.02
SURE = 0.5


def without_tails(
    statements: Sequence[Statement], query: Query, reader: SentenceReader | None
) -> list[Statement]:
    """The statements, the quote of a single one cut behind the clause that answers the query."""
    if reader is None or len(statements) != 1 or asks_several(query):
        return list(statements)
    [statement] = statements
    quote = statement.quote
    if quote is None or statement.figures or tells_both(quote):
        return [statement]
    return [replace(statement, quote=_cut(quote, query, reader))]


def asks_several(query: Query) -> bool:
    """Whether it is asked for several things, for a reason, or whether something is so."""
    text, language = query.text, query.language
    asks_openly = answer_types.asks_openly(text, language)
    asks_whether = not asks_openly and answer_types.asks_whether(text, language)
    asks_more = query.types & _MORE or asks_whether
    several = SEVERAL.search(_GOES_ON_ASKING.sub("", query.text)) or _ASKS_TWICE.search(query.text)
    return bool(asks_more or several)


def _asks_one_thing(query: Query) -> bool:
    return bool(query.types) and query.types <= _ONE_THING


def _cut(quote: Quote, query: Query, reader: SentenceReader) -> Quote:
    """The quote up to the first clause of which the reader holds as much as of all of it."""
    text, language = quote.text, quote.passage.language
    heads = [head for head in _heads(text, language) if _tells_as_much(head, text, query)]
    if not heads:
        return quote
    read = reader.read(query.text, [[head] for head in (*heads, text)], language, query.language)
    *of_heads, of_all = [float(probabilities[0]) for probabilities in read]
    for head, probability in zip(heads, of_heads, strict=True):
        if probability >= max(SURE, of_all - NO_LESS):
            return replace(quote, characters=quote.skipped + len(head))
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
    telling = (start for start, end in clauses if not SAYS_WHO.search(text[start:end]))
    return max(telling, default=0)


def _may_stand(head: str, text: str) -> bool:
    """Whether a sentence may end here: no bracket, clause or row of things is left open."""
    tail = text[len(head) :]
    goes_on = _GOES_ON.search(tail) or _LAST_WORD.search(tail)
    return is_closed(head) and not (goes_on or _OPEN.search(head))


def is_closed(text: str) -> bool:
    """Whether all brackets and quotation marks that a text opens are closed in it."""
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def _tells_as_much(head: str, text: str, query: Query) -> bool:
    """Whether a clause holds all that the question has in common with its sentence, and nothing after it
    turns it about or says the same of another year."""
    tail, language = text[len(head) :], query.language
    if _TURNS.search(tail) or not answer_types.holds(head, query.types):
        return False
    if not (_asks_one_thing(query) or _is_aside(tail, language)):
        return False
    if _tells_the_share(tail, head, query):
        return False
    if _is_of_another(tail, query):
        return False
    if _amounts(tail, language) and not _has_its_amount(head, query):
        return False
    return not _told_only_by(tail, head, query)


def _told_only_by(tail: str, head: str, query: Query) -> bool:
    """Whether a tail alone holds a word or a number of the question, be it in a longer word: "weltweit" tells
    of the "Welt"."""
    asked = frozenset(terms.query_words(query.text, query.language)) | digit_groups(query.text)
    language = query.language
    only_there = held(tail, language) - held(head, language)
    return bool(asked & only_there) or any(_is_in_one(word, tail, head) for word in asked)


def _is_in_one(word: str, tail: str, head: str) -> bool:
    """Whether the letters of a word stand in a tail, and not in its head."""
    return word in tail.casefold() and word not in head.casefold()


def _has_its_amount(head: str, query: Query) -> bool:
    """Whether a head has an amount, and not a percentage before it, or only a percentage is asked for."""
    asks_share = _ASKS_SHARE.search(query.text) and not _ASKS_SIZE.search(query.text)
    return bool(asks_share or (_amounts(head, query.language) and not _SHARE.search(head)))


def _is_aside(tail: str, language: str) -> bool:
    """Whether a tail only sets the answer beside something, and tells at most who says so."""
    ends = [match.start() for match in _ENDS[language].finditer(tail)]
    clauses = [tail[start:end] for start, end in pairwise([*ends[1:], len(tail)])]
    return bool(_ASIDE.match(tail)) and all(map(SAYS_WHO.search, clauses))


def _tells_the_share(tail: str, head: str, query: Query) -> bool:
    """Whether a share is asked for, and only the tail has one, or it is compared."""
    asks = _ASKS_SHARE.search(query.text)
    only_there = bool(asks and _SHARE.search(tail)) and not _SHARE.search(head)
    return only_there or bool(_ASKS_COMPARED.search(query.text))


def _is_of_another(tail: str, query: Query) -> bool:
    """Whether a tail tells of another time, or goes on with a name that is asked about: "Norden has 300, Southam 200"
    tells how many Southam has."""
    is_timed = "time" in query.types or not years_in(query.text, query.language)
    if is_timed and years_in(tail, query.language):
        return True
    begins = tail.lstrip(" ,;，；")
    return any(begins.startswith(name.name.all_spellings) for name in query.proper_names)


def _amounts(text: str, language: str) -> list[Number]:
    """The numbers of a text that are no share."""
    return [number for number in numbers_in(text, language) if number.unit != "percent"]


def held(text: str, language: str) -> frozenset[str]:
    return frozenset(terms.words(text, language)) | digit_groups(text)
