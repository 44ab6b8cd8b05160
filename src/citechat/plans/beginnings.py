"""A quote begins with the clause that answers: what its sentence says before, and nobody asked, is left out.

Of "Southam has 300 lamps, and Norden has 200 boats" the part behind "and" tells how many boats Norden has. The
quote stays a stretch of its document, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..language import terms
from ..language.negation import NOT
from ..reading.reader import SentenceReader
from ..retrieval.query import Query, QueryName
from ..retrieval.selection import Quote
from ..verification.numerals import years_in
from .audit_verdicts import tells_both
from .same_matter import digit_groups
from .statements import Statement
from .tails import NO_LESS, SAYS_WHO, SURE, asks_several, held, is_closed

# Behind what a clause may begin that is a sentence of its own. A German one is behind "und", or where its verb
# comes second.
_JOINTS = {
    "en": re.compile(
        r"; (?:(?:and|while|whereas) )?|, (?:and|while|whereas) |^(?:While|Whereas) [^,;]*, "
    ),
    "de": re.compile(
        r"; (?:und )?|, und |, (?=[A-ZÄÖÜ][\w-]+ (?:ist|sind|war|waren|hat|haben|hatten?|liegt|liegen|lag|lagen"
        r"|steht|stehen|stand|standen|kam|kamen|kommt|kommen|folgt|folgen|belegt|zählt|zählte|hielt|hält)\b)"
    ),
    "zh": re.compile(r"[，；]而?"),
}
# What is no clause but the frame of the one behind it: where, by what, who says so.
_FRAME = re.compile(
    r"^[在截到按据就靠从以对除随由因单作若如简]|^[^是为有占居列位排达被于]*[，；]而?$|[称说道是][，；]而?$"
)
# A clause inside another, which the comma closes.
_INSIDE = re.compile(
    r", (?:which|who|whose|where|when|because|although|though|if|as|der|die|das|dem|den|denen|deren|dessen|wo"
    r"|dass|weil|obwohl|wenn|falls|ob|sodass|während|nachdem|bevor|wie)\b[^,;]*[,;] \w*\W*$"
)
# What clauses do to those behind them: whose word they are, and on what condition.
_GOVERNS = re.compile(
    r"\b(?:if|unless|should|article|author|claim\w*|alleg\w*|only|by)\b"
    r"|\b(?:wenn|falls|sofern|artikel\w*|autorin|angeblich|behaupt\w*|nur|dass)\b"
    r"|如果|假如|若|文章|作者|声称|所谓|[称只仅]|显示|指出|认为|介绍|统计|希望|提出|公布",
    re.IGNORECASE,
)
# What leans on the clause before.
_LEANS = re.compile(
    r"^(?:when|as|als|wenn)\b"
    r"|\b(?:also|too|again|however|therefore|thus|instead|in turn|only|still|likewise|as well|respectively"
    r"|latter|former|same|others?|second|both|this|that|these|those|its?|they|their|them|he|she|his|her|so)\b"
    r"|\b(?:auch|ebenfalls|wieder|jedoch|daher|deshalb|dagegen|hingegen|nur|noch|ebenso|dabei|davon|damit|dort"
    r"|dazwischen|darunter|sein\w*|ihr\w*|dies\w*|jene\w*|beide\w*|letzter\w*|erster[enrs]|andere\w*|es|sie|er|so)\b"
    r"|[也亦仍却则其该此同仅只均都他她它]|分别|前者|后者|两者|另外|对方",
    re.IGNORECASE,
)
# What is the article's word alone, and what judges it.
_ARTICLES = re.compile(
    r"(?:by the article|the article|dem artikel zufolge|der artikel|文章).*[;；] ?(?:und |and )?而?$",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(?:sources?|confirm\w*|contradict\w*|differs?)\b"
    r"|\b(?:quellen?|bestätig\w*|widerspr\w*|belegt?)\b|来源|证实|不符",
    re.IGNORECASE,
)

# How many of the last clauses are read: a long row has many.
_MOST_CLAUSES = 4


def without_beginnings(
    statements: Sequence[Statement], query: Query, typed: str, reader: SentenceReader | None
) -> list[Statement]:
    """The statements, the quote of a single one cut before the clause that answers what was typed."""
    if reader is None or len(statements) != 1 or asks_several(query):
        return list(statements)
    [statement] = statements
    if statement.quote is None or statement.figures:
        return [statement]
    return [replace(statement, quote=_cut(statement.quote, query, typed, reader))]


def _cut(quote: Quote, query: Query, typed: str, reader: SentenceReader) -> Quote:
    """The quote from the last clause on of which the reader holds as much as of all of it, and little of what
    stands before it."""
    text, language = quote.text, quote.passage.language
    for start in reversed(_starts(quote, query, typed)[-_MOST_CLAUSES:]):
        clauses = [text, text[start:], text[:start]]
        read = reader.read(query.text, [[its] for its in clauses], language, query.language)
        of_all, of_clause, of_rest = (float(probabilities[0]) for probabilities in read)
        if min(of_all, of_clause) >= SURE > of_rest and of_clause >= of_all - NO_LESS:
            return replace(quote, skipped=quote.skipped + start)
    return quote


def _starts(quote: Quote, query: Query, typed: str) -> list[int]:
    """Where a clause begins that stands alone, and tells all that its sentence tells of what was typed."""
    text = quote.text
    starts = [joint.end() for joint in _JOINTS[quote.passage.language].finditer(text)]
    alone = filter(lambda start: _stands_alone(text[start:], text[:start], quote), starts)
    return [start for start in alone if _tells_as_much(text[start:], text[:start], query, typed)]


def _stands_alone(clause: str, before: str, quote: Quote) -> bool:
    """Whether a clause is a sentence, and one without what stands before it."""
    if _LEANS.search(clause) or not is_closed(before):
        return False
    if tells_both(quote):
        return bool(_ARTICLES.match(before)) and not _JUDGES.search(clause)
    return not _is_needed(before, quote.passage.language)


def _is_needed(before: str, language: str) -> bool:
    """Whether what stands before a clause is its frame, or says whose word it is or on what condition."""
    signs = (SAYS_WHO, _GOVERNS, NOT, _INSIDE, *([_FRAME] if language == "zh" else []))
    return any(sign.search(before) for sign in signs)


def _tells_as_much(clause: str, before: str, query: Query, typed: str) -> bool:
    """Whether a clause names whom it is about, and holds all of what was typed that its sentence has; a year
    that the question does not have it has of its own."""
    language = query.language
    words = held(clause, language)
    if not any(_is_about(clause, name, words, language) for name in query.proper_names):
        return False
    years = years_in(before, language) - years_in(query.text, language)
    if years and not years_in(clause, language):
        return False
    asked = frozenset(terms.query_words(typed, language)) | digit_groups(typed)
    return not asked & held(before, language) - words


def _is_about(clause: str, name: QueryName, words: frozenset[str], language: str) -> bool:
    """Whether a clause is about a name. A Chinese one begins with it: else it may go on with the subject before."""
    begins = language != "zh" or clause.startswith(name.name.all_spellings)
    return begins and name.occurs_in(set(words))
