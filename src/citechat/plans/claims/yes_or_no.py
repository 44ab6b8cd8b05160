"""A question whether something is so: "Yes:", "No:" or "Not quite:" before the sentence that settles it.

Settled by the audit, where the sentence is its word on just the claim that is asked about; by the
sentence itself, where it states or denies all that is asked. Where neither is sure, the sentence
stands alone, as before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from citechat_ingest import AuditedClaim, Name

from ...language import terms
from ...language.negation import NOT
from ...language.opposites import opposites_between
from ...language.synonyms import synonyms
from ...language.word_translation import german_lemma
from ...messages import say
from ...question.decomposition import without_names
from ...retrieval.query import Query
from ...retrieval.selection import Quote
from ...retrieval.unsaid import asked_words
from ...verification.comparators import direction, oppose
from ...verification.facts import Fact, Number, ProperName, StatedFacts, Value, matches, read_facts
from ..asked_rank import MOST
from ..choosing import is_verdict, tells_both, verdict_on
from ..names.profile import profile_of, profile_quotes
from ..statements import Findings, Statement
from .premise import SEATED

Settled = Literal["yes", "no", "not_quite", ""]

# What opens a question for something else than whether it is so, and what offers a choice.
_ASKS_OPENLY = {
    "en": re.compile(
        r"(?:^|[,:;–-] )\W*(?:(?:and|but|so|in|of|by|for|since|on|at|from|with|to) )*"
        r"(?:who|whom|whose|which|where|when|why|how|what)\b"
        r"|\bor\b(?! not\b| false\b| wrong\b|\W*$)",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?:^|[,:;–-] )\W*(?:(?:und|aber|in|an|auf|bei|von|mit|seit|ab|aus|für|zu|um|nach) )*"
        r"(?:wer|wem|wen|wessen|welche[rsnm]?|wo\w*|wann|warum|wieso|weshalb|wie|wieviele?|was)\b"
        r"|\boder\b(?! nicht\b| etwa\b| falsch\b|\W*$)",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"谁|哪|什么|多少|几(?!乎)|怎|为何|何时|还是|多[久大高长]"),
}
_ASKS_WHETHER = {
    "en": re.compile(
        r"^\W*(?:(?:and|but|so) )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"^\W*(?:(?:und|aber) )?(?:ist|sind|war|waren|wurden?|haben|können|kommen|gehören|stehen|sitzen|führen)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?:吗|么|吧|没有?|对不对|[？?])[。！!]*$|是否|是不是|有没有"),
}
# How a German verb of the third person ends; "Summe" is none, though one may hum.
_ENDS_AS_VERB = ("t", "te", "de", "n")
# A German wish opens with its verb, too, and asks for no yes: "Nenne die drei Schritte".
_WISHES = re.compile(
    r"^\W*(?:bitte )?(?:nenn\w*|zähl\w*|erklär\w*|erläuter\w*|zeig\w*|sag\w*|gib|geben|beschreib\w*)\b"
    r"|^\W*(?:bitte )?(?:vergleich\w*|liste|such\w*|erzähl\w*)\b",
    re.IGNORECASE,
)
# What asks whether it is so, and whose word it is: no part of what is said.
_FRAME = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would) (?:it|this|that)\b"
    r"(?: (?:really|actually))? (?:true|correct|right|so|the case|a fact)\b(?: that\b)?"
    r"|\b(?:true or false|true|correct|right|really|actually|indeed|in fact|right or wrong)\b"
    r"|,? (?:is|are|was|were|do|does|did|has|have)n['’]?t (?:it|they|he|she)\W*$"
    r"|\bi(?:['’]ve)? (?:have )?(?:read|heard)\b|\bthe (?:article|author|text) (?:says|claims|writes|has it)\b"
    r"|\b(?:stimmt(?:['’]?s)?|trifft)(?: es)?(?: zu)?\b,?(?: dass)?|\b(?:wirklich|tatsächlich|echt|eigentlich|denn)\b"
    r"|\b(?:ist (?:es|das) )?(?:wahr|richtig|korrekt|falsch)\b,?(?: dass)?|\bnicht wahr\b|\bgell\b"
    r"|\bich hab\w* (?:gelesen|gehört)\b,?(?: dass)?"
    r"|这?是真的|真的|真假|属实|靠谱|准确|可信|是不是|是否|对不对|有没有|没错|听说|据说|[对是]吗|[吗吧么]|这句话|这个?说法"
    r"|文章[里中]?[说讲写称]|[？?]",
    re.IGNORECASE,
)
# How much of what is asked must stand in the audited claim, and how much of the claim is asked.
_OF_THE_QUESTION, _OF_THE_CLAIM = 0.6, 0.4
# A number in common says half of it.
_OF_THE_CLAIM_WITH_NUMBER = 0.2
# How much of what is asked a sentence must hold to say it.
_SAYS_IT = 0.75
# How much of it the clause with the "not" must hold to deny it.
_DENIES_IT = 0.25
# How much of a compound's pieces a word must have to say it.
_MOSTLY = 0.5
# So many sentences open a profile that tell what its name is, and where.
_DEFINING = 2
_HAVE_A_SEAT = frozenset({"company", "institution", "person", "place", "product", "university"})
# That the sources are silent settles nothing.
_UNCONFIRMED = re.compile(
    r"\bno source\b|\b(?:un|not )confirmed\b|\bkeine (?:der )?quellen?\b|\bnicht (?:bestätigt|belegt)\b"
    r"|没有(?:任何)?来源|来源(?:都|均)?(?:未|没有)",
    re.IGNORECASE,
)
# Among how many sentences none may say what the first seems to deny.
_REACH = 8
_CLAUSE = re.compile(r"[,;:，；：。]")
# What must stand in a sentence, too, should the question say it: that it is so of all, or the most.
_STRICT = (
    re.compile(
        r"\b(?:all|every\w*|always|each|alle[nrms]?|jede[nrms]?|immer|stets|überall)\b|[都每总]|全部|所有|一直",
        re.IGNORECASE,
    ),
    MOST,
)
# What must stand in both or in neither.
_ONLY = re.compile(r"\b(?:only|alone|nur|allein|bloß|ausschließlich)\b|只|仅|唯一", re.IGNORECASE)
# What sets two names beside each other: a sentence with the words of both need not say it.
_COMPARES = re.compile(
    r"\bthan\b(?! (?:\d|half\b|an?\b))|\bals\b(?! (?:\d|die hälfte\b|eine?\b))|比|超过(?!\d)",
    re.IGNORECASE,
)
_PART = re.compile("[:;：；]")
_BY_VERDICT: dict[str, Settled] = {
    "supported": "yes",
    "refined": "not_quite",
    "contradicted": "no",
}


@dataclass(frozen=True)
class _Claimed:
    """What a question asks the truth of: the query without the words that ask, and the names,
    numbers and dates that a sentence must state to say it."""

    query: Query
    facts: tuple[Fact, ...]

    @property
    def text(self) -> str:
        return self.query.text

    @property
    def numbers(self) -> list[Fact]:
        return [fact for fact in self.facts if isinstance(fact.value, Number)]

    def share(self, text: str) -> float:
        """The share of its words that a text says, in these words or others."""
        return _share(self.query, text)

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing beside names: "Is Norden in Southam?"."""
        named = [name.name for name in self.query.names if name.name.kind in _HAVE_A_SEAT]
        rest = without_names(self.text, named)
        return not asked_words(replace(self.query, text=rest))

    def missing(self, stated: StatedFacts) -> list[Fact]:
        """Its facts that a text does not state."""
        return [fact for fact in self.facts if not stated.contains(fact.value)]


def with_yes_or_no(statements: Sequence[Statement], findings: Findings) -> list[Statement]:
    """The statements, first the word that settles a question whether something is so; where they
    leave it open, the sentence that does, if one was found."""
    claimed = _claimed(findings)
    if claimed is None or not statements or statements[0].quote is None:
        return list(statements)
    first, *others = statements
    settled = (
        _by_correction(first, findings)
        or _by_the_audit(claimed, statements, findings)
        or (not claimed.is_bare and _by_the_sentence(claimed, statements[0].quote, findings))
    )
    if settled:
        return [replace(first, lead=_led(settled, first.lead, findings.language)), *others]
    is_judged = len(statements) > 1 or _is_doubted(statements[0].quote, findings)
    return list((not is_judged and _settling(claimed, findings)) or statements)


def _is_doubted(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence sets the article beside its sources, but to bear it out."""
    notes = filter(
        lambda claim: claim.claim_id == quote.passage.paragraph, findings.index.audited_claims
    )
    return tells_both(quote) and not any(claim.verdict == "supported" for claim in notes)


def settling(findings: Findings) -> Sequence[Statement]:
    """The sentence that settles a question whether something is so; nothing where none does."""
    claimed = _claimed(findings)
    return _settling(claimed, findings) if claimed else ()


def _settling(claimed: _Claimed, findings: Findings) -> Sequence[Statement]:
    """The first sentence found, or of the profiles of the names, that states or denies it."""
    language, index = findings.language, findings.index
    profiles = (profile_of(name.name, index, language) for name in claimed.query.names)
    told = [profile_quotes(profile, language, index) for profile in profiles]
    defining = chain.from_iterable(quotes[:_DEFINING] for quotes in told)
    said = () if claimed.is_bare else chain(findings.quotes[:_REACH], *told)
    for quote in chain(defining, said):
        settled = _by_the_sentence(claimed, quote, findings)
        if settled:
            return [Statement(quote, _led(settled, "", findings.language))]
    return ()


def _led(settled: Settled, lead: str, language: str) -> str:
    """The word that settles it, before the lead that is there."""
    word = say(settled, language)
    if language == "zh":
        return f"{word}。{lead}" if lead else f"{word}："
    return f"{word}. {lead}" if lead else f"{word}:"


def _claimed(findings: Findings) -> _Claimed | None:
    """What the question asks the truth of; None for other questions."""
    query = findings.query
    text, language = query.text, query.language
    if not query.curated or _ASKS_OPENLY[language].search(text):
        return None
    asks = "truth" in query.types or _asks_whether(text, language)
    said = replace(query, text=SEATED.sub(" ", _FRAME.sub(" ", text)).strip())
    # What is asked with a "not" may be answered by yes and by no alike.
    if not asks or NOT.search(said.text) or not asked_words(said):
        return None
    facts = read_facts(said.text, language, findings.index.glossary)
    return _Claimed(said, tuple(fact for fact in facts if fact.must_match_in == "any language"))


def _asks_whether(text: str, language: str) -> bool:
    """Whether a question asks for yes or no; a German one begins with its verb."""
    if _ASKS_WHETHER[language].search(text):
        return True
    if _WISHES.match(text):
        return False
    word = text.partition(" ")[0].lower()
    verb = german_lemma(word) if language == "de" else ""
    return verb.endswith("n") and verb != word and word.endswith(_ENDS_AS_VERB)


def _stated(text: str, findings: Findings) -> StatedFacts:
    return StatedFacts(text, read_facts(text, findings.language, findings.index.glossary))


def _share(asked: Query, text: str) -> float:
    """The share of what is asked that a text says, in its words or others."""
    words = asked_words(asked)
    said = [_says(text, word, asked.language) for word in words]
    return sum(said) / max(1, len(said))


def _says(text: str, word: str, language: str) -> bool:
    """Whether a text says all of a word: "private company" is more than a company."""
    meant = terms.concepts(word, language)
    if meant and set(meant) <= set(terms.concepts(text, language)):
        return True
    if language == "zh":
        return any(other in text for other in (word, *synonyms(word)))
    held, pieces = set(terms.words(text, language)), set(terms.grams(text, language))
    asked = terms.query_words(word, language)
    return any(stem in held or terms.in_pieces(stem, pieces) >= _MOSTLY for stem in asked)


def _by_correction(first: Statement, findings: Findings) -> Settled:
    """Whether the answer is of another name than the question presumes: "Not Southam: …"."""
    language = findings.language
    names = (name.name.names[language] for name in findings.query.names)
    is_of_another = first.lead in {say("lead_not", language, name=name) for name in names}
    return "no" if is_of_another else ""


# The audit


def _by_the_audit(
    claimed: _Claimed, statements: Sequence[Statement], findings: Findings
) -> Settled:
    """What the audit makes of the claim that is asked about, where the answer quotes that."""
    asked = (claim for claim in _told_of(statements, findings) if _is_it(claim, claimed, findings))
    claim = next(asked, None)
    return _BY_VERDICT.get(claim.verdict, "") if claim else ""


def _told_of(statements: Sequence[Statement], findings: Findings) -> Sequence[AuditedClaim]:
    """The claims of which an answer may tell: those whose notes it quotes, or any, where it sets the
    article beside its sources."""
    quoted = list(filter(None, (statement.quote for statement in statements)))
    claims = findings.index.audited_claims
    notes = {quote.passage.paragraph for quote in filter(is_verdict, quoted)}
    if not notes:
        return claims if tells_both(quoted[0]) else ()
    return list(filter(lambda claim: claim.claim_id in notes, claims))


def _is_it(claim: AuditedClaim, claimed: _Claimed, findings: Findings) -> bool:
    """Whether a question asks if just this claim is true."""
    text = claim.text[findings.language]
    if claimed.missing(_stated(text, findings)) or NOT.search(text):
        return False
    if _is_turned(claimed, text, findings):
        return False
    least = _OF_THE_CLAIM_WITH_NUMBER if claimed.numbers else _OF_THE_CLAIM
    is_asked = _share(replace(claimed.query, text=text), claimed.text) >= least
    return is_asked and claimed.share(text) >= _OF_THE_QUESTION


# The sentence


def _by_the_sentence(claimed: _Claimed, quote: Quote, findings: Findings) -> Settled:
    """Whether a sentence states or denies all that is asked."""
    text = _told_for_sure(quote, claimed, findings)
    missing = claimed.missing(_stated(text, findings))
    if _is_nameless(missing, claimed, text) or _is_stricter(claimed, text):
        return ""
    if claimed.share(text) < _SAYS_IT or _is_turned(claimed, text, findings):
        return ""
    affirmed, denied = _clauses(text)
    if claimed.share(affirmed) < claimed.share(text):
        return "no" if claimed.share(denied) >= _DENIES_IT else ""
    if not missing:
        return "yes"
    return "no" if _are_replaced(missing, claimed, quote, findings) else ""


def _clauses(text: str) -> tuple[str, str]:
    """The clauses of a sentence without a "not", and those with one."""
    clauses = _CLAUSE.split(text)
    denied = [clause for clause in clauses if NOT.search(clause)]
    return " ".join(clause for clause in clauses if clause not in denied), " ".join(denied)


def _told_for_sure(quote: Quote, claimed: _Claimed, findings: Findings) -> str:
    """A sentence, or what of one on the article is not the article's word; may be empty."""
    # A claim of the article that the audit has judged is no fact.
    if _is_against(quote, claimed, findings) or verdict_on(quote, findings.index):
        return ""
    if not (is_verdict(quote) or tells_both(quote)):
        return quote.text
    told, *parts = _PART.split(quote.text)
    best = max(parts, key=claimed.share, default="")
    return best if claimed.share(best) > claimed.share(told) else ""


def _is_against(quote: Quote, claimed: _Claimed, findings: Findings) -> bool:
    """Whether a sentence is the audit's word against the claim that is asked about: what it tells
    beside that settles nothing."""
    doubted = (
        claim.text[findings.language]
        for claim in findings.index.audited_claims
        if claim.claim_id == quote.passage.paragraph and claim.verdict != "supported"
    )
    return any(claimed.share(text) >= _OF_THE_QUESTION for text in doubted)


def _is_nameless(missing: Sequence[Fact], claimed: _Claimed, text: str) -> bool:
    """Whether a name is among what a sentence does not state, be it of a thing of the field; what no
    source confirms is stated by none."""
    held = set(terms.words(text, claimed.query.language))
    of_the_field = filter(lambda name: not name.proper, claimed.query.names)
    return (
        any(isinstance(fact.value, ProperName) for fact in missing)
        or not all(name.occurs_in(held) for name in of_the_field)
        or bool(_UNCONFIRMED.search(text))
    )


def _is_stricter(claimed: _Claimed, text: str) -> bool:
    """Whether a question says "all" or "most" and a sentence does not, one of the two says "only", or
    names are set beside each other."""
    lacking = (sign.search(claimed.text) and not sign.search(text) for sign in _STRICT)
    is_of_one = bool(_ONLY.search(text)) != bool(_ONLY.search(claimed.text))
    return any(lacking) or is_of_one or bool(_COMPARES.search(claimed.text))


def _are_replaced(
    missing: Sequence[Fact], claimed: _Claimed, quote: Quote, findings: Findings
) -> bool:
    """Whether a sentence states another number of the same unit for the one that is missing, and no
    sentence near it states that."""
    [first, *more] = missing
    if more or not isinstance(first.value, Number):
        return False
    said = (_stated(other.text, findings) for other in findings.quotes[:_REACH])
    others = _numbers_like(first.value, quote.text, claimed, findings)
    return len(others) == 1 and all(map(claimed.missing, said))


def _numbers_like(number: Number, text: str, claimed: _Claimed, findings: Findings) -> list[Value]:
    """The numbers of a text in the same unit that the question does not have."""
    mine = [fact.value for fact in claimed.facts]

    def is_another(value: Value) -> bool:
        is_like = isinstance(value, Number) and value.unit == number.unit
        return is_like and value not in mine

    stated = (fact.value for fact in _stated(text, findings).facts)
    return list(filter(is_another, stated))


def _is_turned(claimed: _Claimed, text: str, findings: Findings) -> bool:
    """Whether a sentence says the opposite, has names of a kind the other way round, or has "more
    than" a number where the question has less."""
    order = _in_order(claimed.text, claimed, findings)
    return (
        bool(opposites_between(claimed.text, text, findings.language))
        or _in_order(text, claimed, findings) != order
        or any(_has_less(fact, claimed, text, findings) for fact in claimed.numbers)
    )


def _in_order(text: str, claimed: _Claimed, findings: Findings) -> list[Name]:
    """The names of a question that are of one kind, in the order of a text: who did what to whom."""
    names = [name.name for name in claimed.query.proper_names]
    kinds = [name.kind for name in names]
    said = filter(names.__contains__, findings.index.glossary.found_in(text))
    return [name for name in said if kinds.count(name.kind) > 1]


def _has_less(number: Fact, claimed: _Claimed, text: str, findings: Findings) -> bool:
    """Whether one has more than a number and the other less."""
    language = findings.language
    asked = direction(claimed.text, number.start, number.end, language)
    same = (fact for fact in _stated(text, findings).facts if matches(fact.value, number.value))
    return any(oppose(asked, direction(text, fact.start, fact.end, language)) for fact in same)
