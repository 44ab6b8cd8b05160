"""A question for what or who something is: the profile of the name that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Passage

from ..language import terms
from ..retrieval.query import Query, QueryName
from .choosing import first_sentence
from .statements import Findings, Statement

# What asks for a definition, and what asks to be told about a thing; the rest is the name.
_DEFINITION = re.compile(
    r"\bwhat(?:'s| is| are| was| were| does)\b|\bdefin\w+|\bmean(?:s|ing|t)?\b|\bexplain\b"
    r"|\bwas (?:ist|sind|war|bedeutet|heißt|heisst|versteht)\b|\bbedeutet\b|\berklär\w*"
    r"|什么是|是什么|何谓|什么叫|什么意思|是指|指的是|解释",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\btell (?:me|us)\b|\babout\b|\bwho(?:'s| is| are| was| were)\b|\bprofile\b|\boverview\b"
    r"|\bwer (?:ist|sind|war)\b|\berzähl\w*|\bsag\w* mir\b|\büber\b|\büberblick\b|\bsteckbrief\b"
    r"|介绍|说说|讲讲|谈谈|聊聊|谁是|是谁|关于|了解|概况|情况|怎么样",
    re.IGNORECASE,
)
# Words that ask without naming what: they are no part of what is asked of a name.
_IDLE = re.compile(
    r"\b(?:what|who|which|tell|me|us|about|explain|define|definition|meaning|mean|means|meant|exactly"
    r"|actually|please|something|anything|know|give|short|brief|overview|profile|company|city|person"
    r"|term|called|kind|of|thing|the|was|wer|ist|sind|bedeutet|heißt|heisst|versteht|man|unter|eigentlich"
    r"|genau|erzähl\w*|erklär\w*|sag\w*|mir|uns|was|etwas|über|bitte|kurz|mal|überblick|firma|stadt"
    r"|unternehmen|begriff|weißt|du|kannst|can|you|do|does)\b"
    r"|什么|谁|是|的|一下|介绍|说说|讲讲|谈谈|聊聊|请|给我|关于|这家|公司|企业|城市|意思|叫|何谓|指|解释"
    r"|情况|概况|了解|我想|想|吗|呢|啊|个|家|到底|究竟|怎么样|你|知道",
    re.IGNORECASE,
)
# How many sentences of a profile define a thing, and how many tell about it.
_DEFINING, _HEADLINES = 2, 4
# A question for one of these wants that, and not to be told what the thing is.
_ASKED_OTHERWISE = frozenset({"number", "time", "reason", "truth", "list"})


def statements(findings: Findings) -> Sequence[Statement]:
    """The defining sentence; where the reader wants to be told about a thing, its headline facts."""
    query = findings.query
    if findings.parts or query.types & _ASKED_OTHERWISE:
        return ()
    asks_about = bool(_ABOUT.search(query.text))
    asks_to_define = bool(_DEFINITION.search(query.text))
    only_named = not query.terms_beside_names
    if not (asks_to_define or asks_about or only_named):
        return ()
    passages = _profile_asked_for(findings)
    quotes = [
        first_sentence(passage, number)
        for passage in passages
        for number in range(len(passage.sentences))
    ]
    wanted = _HEADLINES if asks_about or not asks_to_define else _DEFINING
    return [Statement(quote) for quote in quotes[: min(wanted, findings.max_sentences)]]


def _profile_asked_for(findings: Findings) -> list[Passage]:
    """The passages of the profile of the one thing that the question is about, in order."""
    query = findings.query
    titles = {
        quote.passage.document_id: quote.passage.title
        for quote in findings.quotes
        if quote.passage.role == "profile"
    }
    asked = [
        (document_id, name)
        for document_id, title in titles.items()
        for name in query.names
        if _is_title_of(title, name)
    ]
    if len(asked) != 1:
        return []
    document_id, name = asked[0]
    if _terms_left(query, name):
        return []
    document = findings.index.store.document(document_id, query.language)
    if document is None:
        return []
    starts = [p.start for p in document.paragraphs if p.kind == "paragraph"]
    ids = [f"{query.language}/{document_id}#{start}" for start in starts]
    passages = findings.index.store.passages(query.language, ids)
    return [passages[passage_id] for passage_id in ids if passage_id in passages]


def _terms_left(query: Query, name: QueryName) -> list[str]:
    """What is asked beside the name: nothing, where the question only wants to know what it is."""
    rest = _IDLE.sub(" ", query.text)
    own = frozenset[str]().union(name.terms, *name.spellings)
    words = terms.query_words(rest, query.language)
    return [word for word in words if word not in own]


def _is_title_of(title: str, name: QueryName) -> bool:
    """Whether a profile's title is a spelling of a name in the question."""
    folded = title.casefold()
    return any(folded == spelling.casefold() for spelling in name.name.all_spellings)
