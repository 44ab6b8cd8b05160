"""A question for a reason: the sentence that answers, and the one that says why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from citechat_ingest import Name

from ..language.held_words import held_words
from ..language.negation import NOT
from ..messages import say
from ..retrieval.selection import Quote
from .audit_verdicts import claim_noted, is_verdict, sentence_making, tells_both, verdict_on
from .quotes import following, holds, is_near, missing_terms
from .repeats import distinct
from .statements import Findings, Statement

# A source that repeats what the article says gives no reason of its own.
_RESTATES = re.compile(r"^文章|^The article (?!is wrong)|^(?:Der|Dem|Laut) Artikel")
# Among how many of the best sentences a reason is sought.
_REACH = 12
# How far below the best a reason may lie and still be the better answer to why; and how far, where the
# best holds all of what is asked and does not only comment on the article.
_NEARLY, _HARDLY = 2.0, 1.1
# Up to here the reader does not hold that a sentence answers.
_UNSURE = 0.5
# How much of the words of a question a sentence says: half where it may bear on it, most where it is told as its reason, and
# enough to say itself what is asked.
_HALF = 0.5
_MOST = 0.75
_SAYS_IT = 0.6
# So many words of a question tell its matter.
_ENOUGH_WORDS = 2
# Of Chinese, two characters make a word.
_CHINESE_WORD = 2
# From here on it may be that a sentence answers.
_MAY_ANSWER = 0.1
# What asks for a reason and not for a means: "how did", 靠什么.
_ASKS_WHY = re.compile(
    r"\bwhy\b|\bhow come\b|\breasons?\b|\b(?:warum|wieso|weshalb|weswegen|gr[uü]nde?)\b"
    r"|为什么|为何|为啥|何以|原因|理由|怎么会",
    re.IGNORECASE,
)
# That something is to be done, or left alone: the reason is then a fact, in words of its own.
_ASKS_A_JUDGEMENT = re.compile(
    r"\b(?:should(?:n['’]?t)?|can['’]?t|cannot|wrong|careful|must)\b"
    r"|\b(?:soll\w*|darf|dürfen|kann man|falsch|vorsichtig)\b|不能|不该|应该|不可以|小心|不对",
    re.IGNORECASE,
)
# The clause that gives the reason of what the rest of its sentence says, and what explains within it.
_BECAUSE = re.compile(
    r"\b(?:because(?! of)|since)\b[^,;:]*|\b(?:weil|da)\b[^,;:]*|(?:由于|因为)[^，；：。]*",
    re.IGNORECASE,
)
_EXPLAINS_WITHIN = re.compile(r"\bso\b|\bthat\b|\bdeshalb\b|\bdaher\b|便|因此|所以", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:，；：。]")
# The sentence that answers, and the one that says why.
_SENTENCES = 2
# Whether one reason is all there is, and how a sentence names another.
_ASKS_IF_ALONE = re.compile(
    r"[?.!,;:–-]\s*(?:(?:and|or|but|is|was|it|that|this|und|oder|ist|war|liegt|lag|es|das) )*"
    r"(?:just|only|solely|merely|purely|nur|bloß|ausschließlich|lediglich)\b"
    r"|\b(?:just|only|solely|merely|purely) (?:because|due|thanks|by)\b|\b(?:nur|bloß|allein|ausschließlich) (?:wegen|weil|durch|dank|an)\b"
    r"|\b(?:alone|allein)\W*$|只是|仅仅|仅是|仅因|只因|就因为|光是|光靠|只靠|单靠|单单|全靠",
    re.IGNORECASE,
)
_NAMES_ANOTHER = re.compile(
    r"\b(?:leaves? out|left out|omits?|too|also|as well|another|besides|further)\b"
    r"|\b(?:auslässt|weglässt|lässt\b.{1,60}\b(?:aus|weg)|auch|außerdem|ebenfalls|weitere[rs]?|zusätzlich)\b"
    r"|没有提到|未提|遗漏|之一|也|还|此外|另",
    re.IGNORECASE,
)
_A_CAUSE = re.compile(
    r"\b(?:causes?|reasons?|factors?|counted)\b|\b(?:ursachen?|gründe?|faktor\w*|zählten)\b|原因|作用|因素",
    re.IGNORECASE,
)
# What numbers that do not fit rest on.
_RESTS_ON = re.compile(
    r"\brests? on\b|\bdifferent definitions?\b|\bberuh\w* auf\b|\b(?:verschiedene|unterschiedliche)\w* (?:definition|abgrenzung)\w*"
    r"|口径|定义不同|不同的?定义|依据不同",
    re.IGNORECASE,
)


def statements(findings: Findings) -> Sequence[Statement]:
    """The best sentence, one more that gives a reason, and the verdict on the first; where none gives
    a reason, that is said first."""
    if "reason" not in findings.query.types or _asks_several(findings):
        return ()
    findings = _reason_before_its_verdict(findings)
    if is_verdict(findings.quotes[0]):
        return [Statement(findings.quotes[0])]
    further = _beside_the_one(findings)
    if further:
        return [Statement(quote) for quote in further]
    findings = _to_the_point_first(findings)
    first, *reasons = _opening(findings)
    chosen = distinct([first, *reasons])[:_SENTENCES]
    is_bare = _says_it(first, findings) and not any(_explains(q, findings) for q in chosen)
    # One that tells that it is otherwise needs no reason.
    is_bare = is_bare and not tells_both(first)
    is_silent = is_bare and not _told_further_down(findings, _HALF)
    lead = say("no_reason", findings.language) if is_silent else ""
    judged = verdict_on(first, findings.index)
    return [
        Statement(first, lead=lead),
        *(Statement(quote) for quote in chosen[1:]),
        *([Statement(judged)] if judged else []),
    ]


def _reason_before_its_verdict(findings: Findings) -> Findings:
    """The findings, the article's own sentence first where the best is the audit's, which only bears it out:
    the reason is the article's."""
    best = findings.quotes[0]
    own = _borne_out_by(best, findings) if is_verdict(best) else None
    if own is None:
        return findings
    is_reason = _explains(own, findings)
    others = [quote for quote in findings.quotes if quote.text != own.text]
    return replace(findings, quotes=(own, *others)) if is_reason else findings


def _borne_out_by(note: Quote, findings: Findings) -> Quote | None:
    """The sentence of the article that a note of the audit simply bears out."""
    claim = claim_noted(note, findings.index)
    if claim is None or claim.verdict != "supported":
        return None
    return sentence_making(claim, findings.language, findings.index)


def _beside_the_one(findings: Findings) -> list[Quote]:
    """Where it is asked whether one reason is all: the best sentence, and the one that names another,
    the audit's before a source's; that alone where it is the best. Nothing where none does."""
    if not _ASKS_IF_ALONE.search(findings.asked):
        return []
    best = findings.quotes[0]
    naming = [q for q in findings.quotes if q.names and _names_another_cause(q)]
    naming.sort(key=lambda quote: not is_verdict(quote))
    if not naming:
        return []
    return naming[:1] if best in naming else [best, naming[0]]


def _names_another_cause(quote: Quote) -> bool:
    return bool(_A_CAUSE.search(quote.text) and _NAMES_ANOTHER.search(quote.text))


def _says_it(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence says what is to be explained, by most of its words; one that says less may
    be the reason, told in words of its own."""
    text, language = findings.query.text, findings.language
    asks_why = _ASKS_WHY.search(text) and not _ASKS_A_JUDGEMENT.search(text)
    # Pairs of Chinese characters often lie across two words.
    named = _named(findings)
    is_told = (lambda word: len(word) == 1 and word not in named) if language == "zh" else bool
    words = list(filter(is_told, _words(findings)))
    return bool(asks_why) and held_words(quote.text, language).count(words) >= _SAYS_IT * len(words)


def _asks_several(findings: Findings) -> bool:
    """Whether a question has parts that its best sentence does not name together: "why did Southam
    overtake Norden?" asks one thing."""
    names_both = findings.query.names_held(findings.quotes[0].text) == 1
    return bool(findings.parts) and not (len(findings.query.proper_names) > 1 and names_both)


def _to_the_point_first(findings: Findings) -> Findings:
    """The findings with a sentence ahead that says what is asked, where the best denies it, or makes
    it the reason of another thing."""
    best, *others = findings.quotes
    if not _is_beside_the_point(best, findings):
        return findings
    must_explain = _denies(best, findings)

    def is_better(quote: Quote) -> bool:
        explains = _gives_a_reason(quote, findings) or not must_explain
        is_asked = explains and not _is_beside_the_point(quote, findings)
        return is_asked and _says_as_much(quote, best, findings)

    better = list(filter(is_better, others[:_REACH]))[:1]
    rest = (quote for quote in findings.quotes if quote not in better)
    return replace(findings, quotes=(*better, *rest))


def _says_as_much(quote: Quote, best: Quote, findings: Findings) -> bool:
    """Whether a sentence lies near the best, and lacks no more of the question."""
    lacked = len(missing_terms(findings.query, [best]))
    lacking = len(missing_terms(findings.query, [quote]))
    is_near = best.score - quote.score <= _NEARLY and quote.names >= best.names
    return is_near and lacking <= lacked


def _is_beside_the_point(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence denies what is asked, or makes it the reason of another thing."""
    return _denies(quote, findings) or _is_reversed(quote, findings)


def _denies(quote: Quote, findings: Findings) -> bool:
    """Whether a clause of a sentence says of half of what is asked that it is not so, and the
    question does not."""
    if NOT.search(findings.query.text):
        return False
    words = _beside_names(findings)
    least = _HALF * len(words)
    denying = (clause for clause in _CLAUSE.split(quote.text) if NOT.search(clause))
    return any(held_words(clause, findings.language).count(words) >= least for clause in denying)


def _opening(findings: Findings) -> list[Quote]:
    """What the article gives as the reason, where the audit has judged it; the reason alone where one
    answers better than the best sentence; that alone where it gives a reason itself; else both."""
    best, reasons = findings.quotes[0], _reasons(findings)
    claimed = _claimed_reason(reasons, findings)
    if claimed:
        return [claimed]
    better = _better(reasons, findings)
    # A claim that the audit has judged is told before what only one source says.
    judged = [quote for quote in better if verdict_on(quote, findings.index)]
    if better:
        return (judged or better)[:1]
    if _explains(best, findings):
        return [*_before_another(best, reasons), best, *_what_it_rests_on(best)]
    return [best, *reasons] if reasons else _told_further_down(findings, _MOST) or [best]


def _before_another(best: Quote, reasons: Sequence[Quote]) -> list[Quote]:
    """The first reason, where the best sentence only names one more: "rules counted, too"."""
    if not _names_another_cause(best):
        return []
    return [quote for quote in reasons if not _names_another_cause(quote)][:1]


def _what_it_rests_on(best: Quote) -> list[Quote]:
    """The next sentence, where that tells on what the numbers rest."""
    return [quote for quote in following(best, 1) if _RESTS_ON.search(quote.text)]


def _told_further_down(findings: Findings, share: float) -> list[Quote]:
    """The first reason of all that was found which says such a share of what the best says of the
    question."""
    best, *others = findings.quotes
    words = _beside_names(findings)
    said = held_words(best.text, findings.language).count(words)

    def tells_it(quote: Quote) -> bool:
        says_enough = held_words(quote.text, findings.language).count(words) >= share * said
        is_of_it = says_enough and quote.names >= best.names
        return is_of_it and _explains(quote, findings) and not is_verdict(quote)

    return list(filter(tells_it, others))[:1] if said >= _ENOUGH_WORDS else []


def _claimed_reason(reasons: Sequence[Quote], findings: Findings) -> Quote | None:
    """The article's own reason that the audit has judged, where it lies nearly as high as the best
    sentence and holds as much of what is asked: readers ask of the article, and its verdict tells
    more than one source does."""
    best = findings.quotes[0]
    if verdict_on(best, findings.index):
        return None
    lacked = len(missing_terms(findings.query, [best]))
    for quote in reasons:
        is_judged = verdict_on(quote, findings.index) is not None
        holds_as_much = len(missing_terms(findings.query, [quote])) <= lacked
        is_near = best.score - quote.score <= _NEARLY
        if is_judged and holds_as_much and is_near and not _denies(quote, findings):
            return quote
    return None


def _better(reasons: Sequence[Quote], findings: Findings) -> list[Quote]:
    """The reasons that answer better than the best sentence; none where the audit has judged
    that one: a claim is told together with its verdict."""
    if verdict_on(findings.quotes[0], findings.index):
        return []
    return [quote for quote in reasons if _is_better(quote, findings)]


def _is_better(reason: Quote, findings: Findings) -> bool:
    if _denies(reason, findings) and not _denies(findings.quotes[0], findings):
        return False
    return _is_to_the_point(reason, findings) and _answers_better(reason, findings)


def _answers_better(reason: Quote, findings: Findings) -> bool:
    """Whether the best sentence gives no reason, only comments on the article, or lacks some of what
    is asked and does not answer by the reader's word while the reason does."""
    best = findings.quotes[0]
    only_comments = tells_both(best) and not tells_both(reason)
    is_surer = best.probability <= _UNSURE < reason.probability
    is_doubtful = is_surer and bool(missing_terms(findings.query, [best]))
    return only_comments or is_doubtful or not _explains(best, findings)


def _is_to_the_point(reason: Quote, findings: Findings) -> bool:
    """Whether a reason lies nearly as high as the best sentence and holds nearly as much of what is
    asked; or holds as much, and the reader is no surer of the best."""
    best = findings.quotes[0]
    lacked = len(missing_terms(findings.query, [best]))
    lacking = len(missing_terms(findings.query, [reason]))
    is_surer = reason.probability > best.probability and not _explains(best, findings)
    near = _NEARLY if lacked or tells_both(best) or is_surer else _HARDLY
    if best.score - reason.score <= near:
        return lacking <= lacked + 1
    return lacking <= lacked and best.probability <= max(_UNSURE, reason.probability)


def _reasons(findings: Findings) -> list[Quote]:
    """The quotes near the best that give a reason and name who is asked about; the audit gives none
    of its own."""
    best, *others = findings.quotes
    near = (quote for quote in others[:_REACH] if is_near(quote, best))
    return [
        quote
        for quote in near
        if _gives_a_reason(quote, findings) and _goes_with_it(quote, findings)
    ]


def _goes_with_it(reason: Quote, findings: Findings) -> bool:
    """Whether a reason speaks of what is asked, by a word beside the names, or names before all
    others who is asked about; nothing of that is left where the reader holds that it does not answer."""
    words = _beside_names(findings)
    if not words or held_words(reason.text, findings.language).count(words):
        return True
    is_of_them = reason.probability >= _MAY_ANSWER
    return is_of_them and _subject(reason, findings) in _asked_names(findings)


def _subject(quote: Quote, findings: Findings) -> Name | None:
    """The first that a sentence names, but for concepts."""
    mentions = findings.index.glossary.mentions(quote.text)
    return next((mention.name for mention in mentions if mention.name.kind != "concept"), None)


def _asked_names(findings: Findings) -> list[Name]:
    """The names of those who are asked about."""
    return [name.name for name in findings.query.proper_names]


def _beside_names(findings: Findings) -> Sequence[str]:
    """The words of the question that are part of no proper name; of Chinese no single characters,
    which stand in any sentence."""
    named = _named(findings)
    least = 1 if findings.language != "zh" else _CHINESE_WORD
    return [word for word in _words(findings) if word not in named and len(word) >= least]


def _named(findings: Findings) -> frozenset[str]:
    """The words of the question that are part of a proper name."""
    return frozenset[str]().union(*(name.terms for name in findings.query.proper_names))


def _gives_a_reason(quote: Quote, findings: Findings) -> bool:
    restates = quote.passage.role == "document" and _RESTATES.search(quote.text)
    return _explains(quote, findings) and not is_verdict(quote) and not restates


def _explains(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence gives a reason for what is asked."""
    return holds(quote, "reason") and not _is_reversed(quote, findings)


def _is_reversed(quote: Quote, findings: Findings) -> bool:
    """Whether what is asked is itself the reason of another thing in a sentence: "Because Southam
    overtook Norden, the order will change"."""
    clause = _BECAUSE.search(quote.text)
    if clause is None or _EXPLAINS_WITHIN.search(clause.group()):
        return False
    rest = quote.text.replace(clause.group(), " ", 1)
    return _held(rest, findings) < _held(clause.group(), findings)


def _held(text: str, findings: Findings) -> float:
    """How many of the question's words a text holds."""
    return held_words(text, findings.language).count(_words(findings))


def _words(findings: Findings) -> Sequence[str]:
    return findings.query.terms["words"]
