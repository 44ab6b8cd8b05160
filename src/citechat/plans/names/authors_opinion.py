"""What the author thinks: a sentence of the article, and what the audit makes of it.

The whole article is the author's, so its sentences seldom name the author: the question is looked up
without that name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...index.opening import Index
from ...language import terms
from ...retrieval.query import Query, QueryName, uses_all
from ...retrieval.selection import Quote
from ..audit_verdicts import with_verdict
from ..quotes import holds, missing_terms
from ..statements import Findings, Statement
from .profile import profile_quotes

_AUTHOR = re.compile(
    r"\b(?:according to |in the (?:view|opinion|eyes) of |in )?(?:the )?(?:author|writer|article)(?:['’]s)?(?: eyes| opinion| view)?\b"
    r"|\b(?:(?:nach|in|aus) (?:der |den )?(?:meinung|ansicht|augen|sicht) (?:des|der) |laut )?(?:de[rms] |die |dem )?"
    r"(?:autor(?:in|s)?|verfasser(?:in|s)?|artikels?)\b|(?<!这篇)文章(?!里|中|的)|这篇文章(?=怎么[看评]|如何[看评]|认为|觉得|对)|作者|笔者",
    re.IGNORECASE,
)
# That somebody holds something to be so, likes or fears it: complete as far as everyday speech goes.
_THINKS = re.compile(
    r"\b(?:think(?:s|ing)?|believ\w+|opinions?|views?|feels?|judg\w+|consider\w*|sees?|rates?|make of|say about|regards?"
    r"|reckons?|assess\w*|evaluat\w+|deems?|finds?|expect\w*|predict\w*|foresees?|warn\w*|fears?|worr\w+|afraid|doubt\w*"
    r"|critici\w+|prais\w+|admir\w+|likes?|impress(?:ed|es)|recommend\w*|advi[cs]es?|conclu\w+|verdict|stance|attitude"
    r"|position on|take on|argu\w+|convinced|optimistic|pessimistic|s[ck]eptical|hopes?|enthusiastic|fond of|keen on|approv\w+|eyes)\b"
    r"|\b(?:denkt|hält|meint|findet|glaubt|beurteilt|bewertet|sieht|meinung|ansicht|urteilt?|einschätz\w*|schätzt(?=.* ein\b)"
    r"|erwartet|befürchtet|fürchtet|warnt|bezweifelt|zweifelt|kritisiert|kritik|lobt|lob|bewundert|gefällt|empfiehlt|rät|vermutet"
    r"|prognostiziert|schlussfolgert|fazit|haltung|standpunkt|überzeugt|optimistisch|pessimistisch|skeptisch|beeindruckt|begeistert"
    r"|mag|schätzt|sicht|augen|hofft|wie steht)\b"
    r"|认为|觉得|看法|怎么看|如何看待?|评价|观点|态度|理解|看待|意见|以为|相信|预计|预测|预期|期待|希望|担心|担忧|警告|提醒"
    r"|质疑|怀疑|批评|表扬|称赞|赞赏|赞扬|欣赏|肯定|推崇|佩服|建议|主张|结论|判断|立场|眼[中里]|心(?:里|中|目中)|看来|印象|看好|看重|看得起",
    re.IGNORECASE,
)
# The conclusion of the whole, which one sentence of the documents tells, and who it is that draws it.
_CONCLUDES = re.compile(
    r"\bconclu\w+|\b(?:fazit|schluss|schlüsse|schlussfolger\w*)\b|结论", re.IGNORECASE
)
_IN_THE_END = re.compile(
    r"\b(?:in|at|the|end|come|comes|came|reach(?:es|ed)?|draws?|drew|final(?:ly)?|what|does|is|to|of|'?s"
    r"|zu|zum|am|ende|kommt|gelangt|zieht|zog|letztlich|welche[nrms]?|was|ist|das|die|der)\b|最后|最终|到底|得出|是|了|的|什么|怎样",
    re.IGNORECASE,
)
# How good it is held to be, and where: no more is asked by that than what is held of it.
_BROADLY = re.compile(
    r"\b(?:ai|ki|high(?:ly)?|much|well|good|bad|great|important|positive(?:ly)?|negative(?:ly)?|positions?|roles?|performance|about|overall|really"
    r"|successful|strong|weak|most|best|point|next to|compared|among|others?|rest|cit(?:y|ies))\b"
    r"|\b(?:hoch|viel|gut|schlecht|groß\w*|wichtig|positiv|negativ|stellung|rolle|leistung|insgesamt|wirklich|stark|schwach|ein|besonders"
    r"|erfolgreich|abschneiden|vergleich|verglichen|neben|anderen?|übrigen|städten?)\b"
    r"|人工智能|高不高|高吗|大不大|大吗|好不好|好吗|强不强|强吗|高|低|好|坏|怎么样|如何|怎样|哪一?[点些方面]+|什么|意义|地位|表现|作用|方面|地方|很|最|总体|其他|别的|城市|相比|比起来",
    re.IGNORECASE,
)
# Words by which a writer judges rather than reports.
_JUDGES = re.compile(
    r"\b(?:clearly|beyond doubt|without question|certainly|truly|in hindsight|modest|impressive|strong|great(?:est)?|hungry"
    r"|envy|happy to|good at|aptly|perfect|success|cannot|probably|far ahead|broadly|no real|disruptor|turned|catapulted|stir"
    r"|competitive|absolute|may not|carr(?:y|ied) (?:little|particular) weight)\b"
    r"|\b(?:eindeutig|zweifellos|ohne (?:frage|zweifel)|gewiss|wirklich\w*|echte\w*|rückblickend|bescheiden\w*|beachtlich\w*"
    r"|beeindruckend\w*|stark|größte\w*|hungrig|hunger|beneide\w*|gern\w*|versteht es|treffend|perfekt\w*|erfolg|dürfte"
    r"|weit voraus|richtige\w*|störenfried|katapultierte|aufsehen|unbestritten|wettbewerbsfähig|übertreffen|womöglich|absolute\w*)\b"
    r"|毫无疑问|毋庸置疑|无疑|的确|真正|未必|谦虚|保守|亮眼|成功|强大|渴望|羡慕|乐意|舍得|善于|擅长|恰|贴切|完美|很可能"
    r"|遥遥领先|没有错|黑马|搅局|一举|轰动|绝对|功不可没|竞争力|无法超越",
    re.IGNORECASE,
)
# Among how many of the best sentences those of the article are sought.
_REACH = 16
# What it is worth, in the units of the score, that a sentence judges: where only names are asked about,
# and where more is.
_JUDGING_OF_NAMES, _JUDGING = 3.0, 1.0
# From here on the reader holds that a sentence answers.
_ANSWERS = 0.5
# From here on it may be that a sentence answers which judges.
_MAY_ANSWER = 0.15
# What it is worth that it gives a reason, where the author is asked for one.
_REASON = 2.0
# What a word of the question that a sentence lacks weighs beside its score.
_MISSING = 1.0


def asked_of_author(question: str, index: Index, language: str) -> str:
    """The question without its author, where it asks what the author of the article holds of
    something; else empty."""
    if not _THINKS.search(question) or not index.document_with_role("article", language):
        return ""
    plain = without_author(question, index, language)
    if plain == question and not _AUTHOR.search(question):
        return ""
    if _asks_for_the_conclusion(plain, language):
        return ""
    matter = " ".join(_THINKS.sub(" ", plain).split())
    return matter if terms.query_words(matter, language) else plain


def _asks_for_the_conclusion(plain: str, language: str) -> bool:
    """Whether the conclusion of the whole is asked for, and not what the author holds of a thing."""
    beside = _IN_THE_END.sub(" ", _CONCLUDES.sub(" ", plain))
    return bool(_CONCLUDES.search(plain)) and not terms.query_words(beside, language)


def without_author(question: str, index: Index, language: str) -> str:
    """The question without the author's name and the words for an author."""
    article = index.document_with_role("article", language)
    document = index.store.document(article, language) if article else None
    named = [name for name in index.glossary.found_in(question) if name.kind == "person"]
    plain = question
    for name in named:
        if document and document.publisher in name.all_spellings:
            for spelling in sorted(name.all_spellings, key=len, reverse=True):
                plain = re.sub(re.escape(spelling) + r"(?:['’]?s\b)?", " ", plain, flags=re.I)
    plain = _AUTHOR.sub(" ", plain)
    return (
        " ".join(plain.split())
        if plain.strip(" ?？.。!") != question.strip(" ?？.。!")
        else question
    )


def asks_of_names_alone(query: Query) -> bool:
    """Whether nothing but names is asked about: "What does the author think of Shenzhen?"."""
    matter = _BROADLY.sub(" ", _THINKS.sub(" ", query.text))
    words = terms.query_words(matter, query.language)
    named = frozenset[str]().union(*(name.terms for name in query.names))
    return bool(query.proper_names) and named.issuperset(words)


def statements(findings: Findings) -> Sequence[Statement]:
    """The article's best sentence with the verdict on it; none where the article is silent.

    Where the documents do not seem to answer, only a sentence will do that the reader holds to answer,
    or one about the names where nothing else is asked about.
    """
    if not findings.quotes:
        return ()
    of_names = asks_of_names_alone(findings.query)
    judged = _judged(findings) if of_names else None
    if judged:
        return with_verdict(judged, findings)
    own = [quote for quote in findings.quotes[:_REACH] if _is_own(quote)]
    if not (findings.is_answerable or of_names):
        own = [quote for quote in own if _may_answer(quote)]
    if not own:
        return ()
    worth_of_judging = _JUDGING_OF_NAMES if of_names else _JUDGING

    def worth(quote: Quote) -> float:
        missing = len(missing_terms(findings.query, [quote]))
        explains = "reason" in findings.query.types and holds(quote, "reason")
        beside = worth_of_judging * _judges(quote) + _REASON * explains
        return quote.score + beside - _MISSING * missing

    return with_verdict(max(own, key=worth), findings)


def _judged(findings: Findings) -> Quote | None:
    """The sentence of the whole article that judges most about the names and few others, and names them soonest."""
    index, language = findings.index, findings.language
    article = index.document_with_role("article", language)
    names = [name for name in findings.query.proper_names if not _is_author(name, findings)]
    quotes = profile_quotes(article, language, index) if article and names else []
    about = [
        quote
        for quote in quotes
        if _judges(quote) and uses_all(quote.text, names, quote.passage.language)
    ]

    def weight(quote: Quote) -> tuple[int, int, int]:
        judging = len(_JUDGES.findall(quote.text))
        return _rivals(names, quote, findings), -judging, _place_of(names[0], quote, findings)

    return min(about, key=weight, default=None)


def _is_author(name: QueryName, findings: Findings) -> bool:
    """Whether a name is that of the article's author."""
    return not without_author(name.name.names[findings.language], findings.index, findings.language)


def _rivals(names: Sequence[QueryName], quote: Quote, findings: Findings) -> int:
    """How many others of the kind of the names a sentence speaks of."""
    kinds = {name.name.kind for name in names}
    said = findings.index.glossary.found_in(quote.text)
    is_country = findings.index.figures.is_country
    alike = [name for name in said if name.kind in kinds and not is_country(name)]
    return len(alike) - len(names)


def _place_of(name: QueryName, quote: Quote, findings: Findings) -> int:
    """Where a sentence first uses a name; its end where the glossary sees it nowhere."""
    mentions = findings.index.glossary.mentions(quote.text)
    places = (mention.start for mention in mentions if mention.name is name.name)
    return next(places, len(quote.text))


def _judges(quote: Quote) -> bool:
    """Whether a sentence judges rather than reports."""
    return bool(_JUDGES.search(quote.text))


def _may_answer(quote: Quote) -> bool:
    """Whether the reader holds that a sentence answers, or that one may which judges."""
    return quote.probability >= (_MAY_ANSWER if _judges(quote) else _ANSWERS)


def _is_own(quote: Quote) -> bool:
    """Whether the article itself speaks of what is asked."""
    return quote.passage.role == "article" and quote.names > 0
