"""A question for what or who something is: the profile of the name that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..index.building import Index
from ..language import terms
from ..retrieval.query import Query, QueryName
from ..retrieval.selection import Quote
from .choosing import first_sentence
from .statements import Statement

# What asks for a definition, and what asks to be told about a thing; the rest is the name.
_DEFINITION = re.compile(
    r"\bwhat(?:'s| is| are| was| were| does)\b|\bdefin\w+|\bmean(?:s|ing|t)?\b|\bexplain\b"
    r"|\bwas (?:ist|sind|war|bedeutet|heißt|heisst|versteht)\b|\bbedeutet\b|\berklär\w*"
    r"|\bstands? for\b|\bsteht .{0,20}für\b|什么是|是个?(?:什么|啥)|何谓|什么叫|啥叫|啥是|(?:什么|啥)意思|是指|指的是|解释",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\btell (?:me|us)\b|\babout\b|\binfos?\b|\binformation\b|\bwho(?:'s| is| are| was| were)\b|\bprofile\b|\boverview\b"
    r"|\bwas ist .{1,40} für (?:ein|eine|einer)\b|\bwer (?:ist|sind|war)\b|\berzähl\w*|\bsag\w* mir\b|\büber\b|\büberblick\b|\bsteckbrief\b"
    r"|介绍|说说|讲讲|谈谈|聊聊|谁是|是谁|关于|了解|概况|情况|怎么样|何许人|何方神圣|什么来头|啥来头",
    re.IGNORECASE,
)
# Words that ask without naming what: they are no part of what is asked of a name.
_IDLE = re.compile(
    r"\b(?:what|who|which|tell|me|us|about|explain|define|definition|meaning|mean|means|meant|exactly"
    r"|actually|please|something|anything|know|info|infos|information|give|short|brief|quick|overview"
    r"|profile|company|firm|city|person|place|term|called|kind|of|thing|the|a|an|is|are|it|article"
    r"|mentioned|stand|stands|for|can|you|do|does|guy|man|woman|in|words|this|that|s"
    r"|was|wer|ist|sind|bedeutet|heißt|heisst|versteht|verstehen|man|unter|eigentlich|genau|erzähl\w*"
    r"|erklär\w*|sag\w*|mir|uns|etwas|über|bitte|kurz|mal|überblick|firma|stadt|unternehmen|begriff"
    r"|weißt|weisst|wissen|du|sie|kannst|können|steht|steckt|hinter|für|denn|so|ein|eine|einen|der|die"
    r"|das|dem|den|des|zu|zum|zur|von|artikel|mit|gemeint|steckbrief|person|art)\b"
    r"|什么|啥|东东|东西|玩意儿?|何许人也?|何方神圣|来头|人物|呗|嘛|呀|咋|那个?|这个?|文中|文章里?"
    r"|说的|提到的|谁|是|的|一下|下|区|简单|介绍|说说|讲讲|谈谈|聊聊|请|给我|关于|这家|公司|企业|城市"
    r"|意思|叫|何谓|指|解释|情况|概况|了解|我想|想|吗|呢|啊|个|家|到底|究竟|怎么样|你|知道",
    re.IGNORECASE,
)
# How many sentences of a profile define a thing, and how many tell about it.
_DEFINING, _HEADLINES = 2, 4
# A question for one of these wants that, and not to be told what the thing is.
_ASKED_OTHERWISE = frozenset({"number", "time", "reason", "truth", "list"})


def profile_statements(query: Query, index: Index, most: int) -> Sequence[Statement]:
    """The defining sentence; where the reader wants to be told about a thing, its headline facts.

    From the question alone: a profile is found by its name, and needs no retrieval.
    """
    if query.types & _ASKED_OTHERWISE:
        return ()
    asks_about = bool(_ABOUT.search(query.text))
    asks_to_define = bool(_DEFINITION.search(query.text))
    if not (asks_to_define or asks_about or not query.terms_beside_names):
        return ()
    profile = _profile_asked_for(query, index)
    if not profile:
        return ()
    quotes = profile_quotes(profile, query.language, index)
    wanted = _HEADLINES if asks_about or not asks_to_define else _DEFINING
    return [Statement(quote) for quote in quotes[: min(wanted, most)]]


def profile_quotes(document_id: str, language: str, index: Index) -> list[Quote]:
    """The sentences of a profile in order; none where there is no such document."""
    document = index.store.document(document_id, language) if document_id else None
    if document is None:
        return []
    starts = [p.start for p in document.paragraphs if p.kind == "paragraph"]
    ids = [f"{language}/{document_id}#{start}" for start in starts]
    passages = index.store.passages(language, ids)
    return [
        first_sentence(passages[passage_id], number)
        for passage_id in ids
        if passage_id in passages
        for number in range(len(passages[passage_id].sentences))
    ]


def _profile_asked_for(query: Query, index: Index) -> str:
    """The id of the profile of the one thing that the question is about, or nothing."""
    asked = {}
    for name in query.names:
        for spelling in name.name.all_spellings:
            document_id = index.profiles.get((query.language, spelling.casefold()))
            if document_id:
                asked[document_id] = name
    if len(asked) != 1:
        return ""
    [(document_id, name)] = asked.items()
    return "" if _terms_left(query, name) else document_id


def _terms_left(query: Query, name: QueryName) -> list[str]:
    """What is asked beside the name: nothing, where the question only wants to know what it is."""
    rest = _IDLE.sub(" ", query.text)
    own = frozenset[str]().union(name.terms, *name.spellings)
    words = terms.query_words(rest, query.language)
    return [word for word in words if word not in own]
