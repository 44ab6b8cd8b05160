"""A question for what or who something is: the profile of the name that was asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from citechat_ingest import Name

from ...index.opening import Index
from ...language import terms
from ...language.answer_types import asked_types
from ...language.enumerated import asked_count
from ...language.talk_words import classes_of, only_of
from ...retrieval.query import Query
from ...retrieval.selection import Quote
from ..quotes import first_sentence
from ..statements import Findings, Statement

# What asks for a definition, and what asks to be told about a thing; the rest is the name.
_DEFINITION = re.compile(
    r"\bwhat (?:exactly |actually |really |precisely )?(?:is|are|was|were|does|do)\b|\bwhat's\b|\bdefin\w+|\bmean(?:s|ing|t)?\b|\bexplain\b"
    r"|\bwhat (?:kind|sort|type) of\b|\bwas (?:genau |eigentlich |bitte |denn )*(?:ist|sind|war|bedeutet|heißt|heisst|versteht|meint)\b"
    r"|\b(?:abkürzung|kürzel|abbreviation|acronym|initials)\b|\bwo(?:zu dient|für ist|zu ist)\b|\bused for\b|\bbedeutet\b|\berklär\w*"
    r"|\bsich unter\b.* vorstellen\b"
    r"|\bwas hat es mit\b.*\bauf sich\b|\bwhat(?:'s| is) the deal with\b|\bstands? for\b|\bsteht .{0,20}für\b|\bwofür steh(?:t|en)\b"
    r"|什么是|是(?:一?[家个座所款支种位项])?(?:什么|怎样|怎么样)|何谓|什么叫|什么意思|是指|指的?是|解释|含义|定义"
    r"|做什么的|什么来历|(?:干|做)(?:什么|嘛|啥)用|有(?:什么|啥)用|作用|缩写|简称|全称",
    re.IGNORECASE,
)
# "Tell me what X is" asks for no more than what X is.
_TELL_WHAT = re.compile(
    r"\b(?:tell (?:me|us)|know|sag\w* (?:mir|uns)|wissen)(?: (?:mal|please|bitte))?,? (?:what|was)\b|告诉我什么是"
    # 指的是谁 asks which they are, and not to be told of them
    r"|指的?是?(?:谁|什么|哪)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\btell (?:me|us)\b|\babout\b|\b(?:known|famous) for\b|\bspecial\b|\bstrengths?\b|\bstands? out\b"
    r"|\bbekannt für\b|\bberühmt für\b|\bbesonder(?:e|es|s)\b|\bStärken?\b|特别|出名|有名|著名|优势|亮点|特点|特色"
    r"|\binfos?\b|\binformation\b|\bwho(?:'s| is| are| was| were)\b|\bprofile\b|\boverview\b"
    r"|\bwas ist .{1,40} für (?:ein|eine|einer)\b|\bwer (?:ist|sind|war)\b|\bwer (?:steckt|steht) hinter\b"
    r"|\bwas (?:macht|tut|treibt|kann)\b|\berzähl\w*|\bsag\w* mir\b|\büber\b|\büberblick\b|\bsteckbrief\b"
    r"|介绍|说说|讲讲|谈谈|聊聊|谁是|是谁|关于|了解|概况|情况|怎么样|何许人|何方神圣|什么来头|简介|背景|来历|底细"
    r"|[强好]在哪里?|厉害|有什么(?:名气|优势|特[色点]|亮点|长处|本事|成绩|看点|说头|了不起)|特别在哪里?"
    r"|(?:发展|做|干)得?(?:怎么样|如何)|表现如何|(?:水平|地位|实力)(?:怎么样|如何)|靠什么出名|为什么(?:出名|有名|重要|火|红)",
    re.IGNORECASE,
)
# Who somebody is takes fewer words than to tell about him.
_WHO_IS = re.compile(
    r"^\W*(?:who(?:'s| is| was)|wer (?:ist|war)(?: denn| eigentlich)?)\W*$|^\W*(?:谁是|是谁|是什么人|何许人)[？?也\s]*$",
    re.IGNORECASE,
)
# "The six that everybody talks about": no wish to be told about them.
_TALKED_OF = re.compile(
    r"\b(?:(?:people|everyone|everybody|they|you|we|all)\b[\w ]{0,20}?)?\b(?:talk\w*|hear\w*|read\w*) (?:so much )?about\b",
    re.IGNORECASE,
)
# Words that ask without naming what: they are no part of what is asked of a name.
_IDLE = re.compile(
    r"\b(?:what|who|which|tell|me|us|about|explain|define|definition|meaning|mean|means|meant|exactly"
    r"|actually|please|something|anything|know|info|infos|information|give|short|brief|quick|overview"
    r"|profile|company|firm|city|person|place|term|called|kind|of|thing|the|a|an|is|are|it|article"
    r"|chinese|china|china's|main|known|famous|special|so|stand|stands|out|ai|ki"
    r"|abbreviation|acronym|initials|purpose|used|use|deal|with|people|everyone|everybody|keeps?|talk|talks|talking|hear|hearing|always|role|play|plays|strengths?|important|mentioned|for|can|you|do|does|guy|man|woman|in|words|this|that|s"
    r"|was|wer|ist|sind|bedeutet|heißt|heisst|versteht|verstehen|man|unter|eigentlich|genau|erzähl\w*"
    r"|erklär\w*|sag\w*|mir|uns|etwas|über|bitte|kurz|mal|überblick|firma|stadt|unternehmen|begriff"
    r"|chinas?|chinesisch\w*|bekannt|berühmt|besonder\w*|stärken?|wichtig|an"
    r"|weißt|weisst|wissen|du|sie|kannst|können|steht|steckt|hinter|für|denn|so|ein|eine|einen|der|die"
    r"|abkürzung|kürzel|definier\w*|begriffs?|dient|wozu|wofür|gut|gib|gebt|geben|verrate|nenn|macht|tut|treibt|bereich|thema|sachen?|heute|hat|es|auf|sich|leute|alle|reden|redet|sprechen|spricht|ständig|immer|dauernd|hört|man|denen|überhaupt|alles|los"
    r"|das|dem|den|des|zu|zum|zur|von|artikel|mit|gemeint|steckbrief|person|art)\b"
    r"|中国的?|[跟和同与]|都|各自|特别|出名|有名|著名|优势|亮点|特点|特色|之处|厉害|什么|怎样|何许人也?|何方神圣|来头|来历|底细|简介|背景|人物"
    r"|(?:干|做|有)(?:什么|嘛|啥)用的?|缩写|简称|全称|作用|呗|嘛|那个?|这个?|大家|人们|总是?|老是?|常常?|都在|挂在嘴边|听说|文中|文章里?|做|地方|机构|组织|学校|榜单?|名词|概念|词|含义|定义|一个?|一[家座所款支种位项]"
    r"|[座所款支种位项]|具体|大概|主要|详细"
    r"|说的|提到的|谁|是|的|一下|下|区|简单|介绍|说说|讲讲|谈谈|聊聊|请|给我|关于|这家|公司|企业|城市"
    r"|意思|叫|何谓|指|解释|情况|概况|了解|我想|想|吗|呢|啊|个|家|到底|究竟|怎么样|你|知道",
    re.IGNORECASE,
)
# What asks broadly how a thing fares, what it is good at or why it matters; with its field.
_BROAD = re.compile(
    r"(?:在|搞|做|发展)?(?:人工智能|AI|科技|产业|行业|领域|方面|上|圈|界)+(?:的|里|上|中)?"
    r"|(?:有|有没有)?(?:什么|哪些|多少)?(?:名气|名声|优势|特[色点]|亮点|长处|强项|本事|成绩|成就|看点|作为|地位|实力|水平|底气|贡献)"
    r"|[强好]在哪里?|为什么|凭什么|靠什么|这么|那么|很|重要|突出|强大?|厉害|值得关注|出色|排得上号|混得|发展得?|表现|如何|怎么样"
    r"|\bwhy\b|\bwarum\b|\b(?:does|do|is|ist|sind|so)\b|\bmatters?\b|\bimportant\b|\bwichtig\b"
    r"|\bgood at\b|\bstark\b|\bstrong\b",
    re.IGNORECASE,
)
# How many there are is no question for what a thing is: 有多少家企业.
_COUNTS = re.compile(r"(?:多少|几)[家个名位所座项款人]")
# The classes of words (``language/talk_words.py``) with which one asks to be told of a name, and those
# that say so.
_TELLING = frozenset(
    "you i it this mild about introduce tell know give brief sum what who how be not able say help answer article"
    " documents telling yes fare person ask understand shorter field".split()
)
_WHOSE = frozenset(
    {
        "whose",
        "make",
        "who",
        "what",
        "telling",
        "mild",
        "be",
        "this",
        "i",
        "you",
        "tell",
        "it",
        "person",
    }
)
# What sort of thing it is, asked by naming the sort: "what kind of car is …?", 是什么车; and "who are they".
_SORT = re.compile(
    r"\bwhat (?:kind|sort|type) of (?:an? )?[\w-]+(?: \w+)?(?= is| are)|\bwas für (?:eine?n? )?[\w-]+(?= ist| sind)"
    r"|\bwho are (?:they|these|those)\b|(?<=是)(?:一?[个款家座种])?(?:什么|哪种)(?!时候|原因)[^的，？]{1,3}(?=[？?]?$)",
    re.IGNORECASE,
)
# "Was macht X alles?" asks to be told of X, and for no list.
_ALL_OF_IT = re.compile(
    r"^(\W*(?:was (?:macht|tut|treibt|kann)|what (?:all )?(?:does|do)|erzähl\w*)\b.{0,12}?)\b(?:alles|all)\b",
    re.IGNORECASE,
)
# How big one of its kind is: a unit is defined by that. The name stands before 是多大.
_HOW_BIG = re.compile(
    r"\bhow (?:big|large|much) is (?:an?|one)\b|\bwie (?:groß|gross|viel) ist (?:eine?|1)\b"
    r"|^\W*[一1]个? *(?:是|有|等于)?多[大少](?=[？?]?$)",
    re.IGNORECASE,
)
# "Which company is in …?" and 最多 ask for another, a year for what was then.
_WHICH = re.compile(r"\bwhich\b|\bwelche[rsnm]?\b|哪[个些]|最|\d", re.IGNORECASE)
# Who founded a thing is told elsewhere; "wofür steht" asks what it means, and "was macht" what it does itself.
_NOT_WHOSE = re.compile(
    r"found|start|set up|gründ|创|wofür|\bwas (?:macht|machen|tut|tun|baut|bauen|treibt|produziert|stellt)\b",
    re.IGNORECASE,
)
_ASKS_TO_TELL = frozenset(
    "about introduce tell know sum brief shorter what who how fare telling documents answer article".split()
)
# Who heads a place, from the last character of its name on.
_HEADS = re.compile(r"[市省区县]长(?!期|三角|江|大|得|远)")
# How many sentences of a profile define a thing, and how many tell about it.
_DEFINING, _HEADLINES = 2, 3
# A question for one of these wants that, and not to be told what the thing is.
_ASKED_OTHERWISE = frozenset({"number", "time", "reason", "truth", "list"})


def statements(findings: Findings) -> Sequence[Statement]:
    """The defining sentence; where the reader wants to be told about a thing, its headline facts.

    From the question alone: a profile is found by its name, and needs no retrieval.
    """
    return _of_the_one(_asks_for_it, findings)


def told_broadly(findings: Findings) -> Sequence[Statement]:
    """The same of a question for why a thing matters or what it is good at, which nothing else answers."""
    return _of_the_one(_asks_broadly, findings)


def _of_the_one(asks: Callable[[_Asked, Query], bool], findings: Findings) -> Sequence[Statement]:
    """The profile of the one name of which a question asks so."""
    query, index, most = findings.query, findings.index, findings.max_sentences
    fitting = [asked for asked in _profiles_named(query, index) if asks(asked, query)]
    if len(fitting) != 1:
        return ()
    [asked] = fitting
    if _asks_whose_it_is(asked.rest):
        return [Statement(_naming_another(asked, index))]
    wanted = min(_sentences_wanted(asked, query), most)
    return [Statement(quote) for quote in asked.quotes[:wanted]]


def _sentences_wanted(asked: _Asked, query: Query) -> int:
    """How many sentences of a profile a question wants."""
    if _ABOUT.search(asked.rest) and not _TELL_WHAT.search(asked.rest):
        return _sentences_that_tell(asked)
    # "What are the six called?" wants the list alone.
    wants_a_list = asked_count(query.text) or _HOW_BIG.search(asked.rest)
    return 1 if wants_a_list else _sentences_that_define(asked)


def _sentences_that_tell(asked: _Asked) -> int:
    is_who = bool(_WHO_IS.search(asked.rest))
    return _DEFINING if is_who else _HEADLINES


def _sentences_that_define(asked: _Asked) -> int:
    """The same of a question that may want a definition: "What is PUE?" wants no more than that."""
    if not any(wording.search(asked.rest) for wording in (_TELL_WHAT, _DEFINITION)):
        return _HEADLINES
    is_concept = all(name.kind == "concept" for name in asked.names)
    return 1 if is_concept else _DEFINING


def profile_of(name: Name, index: Index, language: str) -> str:
    """The document that is the profile of a name; empty where there is none."""
    keys = ((language, spelling.casefold()) for spelling in name.all_spellings)
    return next((index.profiles[key] for key in keys if key in index.profiles), "")


def profile_quotes(document_id: str, language: str, index: Index) -> list[Quote]:
    """The sentences of a profile in order; none where there is no such document."""
    if not document_id:
        return []
    ids = [
        f"{language}/{document_id}#{start}" for _, start in index.paragraphs(document_id, language)
    ]
    passages = index.passages(language, ids)
    return [
        first_sentence(passages[passage_id], number)
        for passage_id in ids
        if passage_id in passages
        for number in range(len(passages[passage_id].sentences))
    ]


def article_quotes(index: Index, language: str) -> list[Quote]:
    """The sentences of the article in order; none where there is none."""
    return profile_quotes(index.document_with_role("article", language), language, index)


@dataclass(frozen=True)
class _Asked:
    """A profile whose name a question uses, its sentences, and the question without that name."""

    quotes: Sequence[Quote]
    rest: str
    names: tuple[Name, ...]


def _profiles_named(query: Query, index: Index) -> list[_Asked]:
    """The profiles that a question names: by a title that no name of the glossary is, else by the
    names of the glossary in any spelling."""
    places = _titles_in(query, index) or _names_in(query, index)
    named = []
    for document_id, spans in places.items():
        rest = query.text
        for start, end in spans:
            # 深圳市长 is no 深圳市, but who heads it.
            end -= bool(_HEADS.match(rest, end - 1))
            rest = f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"
        quotes = profile_quotes(document_id, query.language, index)
        rest = _TALKED_OF.sub(" ", rest)
        own = tuple(index.glossary.found_in(query.text))
        named.append(_Asked(quotes, rest, own))
    return named


def _titles_in(query: Query, index: Index) -> dict[str, list[tuple[int, int]]]:
    """The longest title in a question that lies in no name of the glossary, with its place."""
    # "ß" in small letters stays one letter, and every place what it is.
    text = query.text.lower()
    mentions = index.glossary.mentions(query.text)
    titles = [title for language, title in index.profiles if language == query.language]
    for title in sorted(titles, key=len, reverse=True):
        place = re.search(rf"(?<![a-z]){re.escape(title)}(?![a-z])", text)
        if place is None:
            continue
        start, end = place.span()
        if not any(m.start <= start and end <= m.end for m in mentions):
            return {index.profiles[query.language, title]: [(start, end)]}
    return {}


def _names_in(query: Query, index: Index) -> dict[str, list[tuple[int, int]]]:
    """The profiles of the names in a question, with the places of the names."""
    places: dict[str, list[tuple[int, int]]] = {}
    for mention in index.glossary.mentions(query.text):
        document_id = profile_of(mention.name, index, query.language)
        if document_id:
            places.setdefault(document_id, []).append((mention.start, mention.end))
    return places


def _asks_broadly(asked: _Asked, query: Query) -> bool:
    """Whether a question only wants to know what a thing is good at, or why it matters."""
    if not asked.quotes or not _BROAD.search(asked.rest):
        return False
    if _COUNTS.search(asked.rest):
        return False
    rest = _IDLE.sub(" ", _BROAD.sub(" ", asked.rest))
    return not terms.query_words(rest, query.language)


def is_told_of(rest: str) -> bool:
    """Whether what stands beside a name only asks to be told of it: "give me some background on …",
    "sagt dir … etwas", 有没有关于…的资料."""
    classes = classes_of(rest)
    if not classes or _WHICH.search(rest) or not any(its & _ASKS_TO_TELL for its in classes):
        return False
    return only_of(classes, _TELLING)


def _asks_whose_it_is(rest: str) -> bool:
    """Whether what stands beside a name asks who made it or owns it: "the company behind …"."""
    classes = classes_of(rest)
    if not classes or _NOT_WHOSE.search(rest):
        return False
    others = [its for its in classes if "whose" not in its]
    said: frozenset[str] = frozenset().union(*others)
    is_of_a_maker = len(others) < len(classes)
    names_nobody = bool(said & {"who", "telling", "make"})
    return is_of_a_maker and names_nobody and only_of(others, _WHOSE)


def _naming_another(asked: _Asked, index: Index) -> Quote:
    """The first sentence of a profile that names a company or a person beside the thing itself, else
    the first of all."""
    for quote in asked.quotes:
        named = index.glossary.found_in(quote.text)
        kinds = {name.kind for name in named if name not in asked.names}
        if kinds & {"company", "person"}:
            return quote
    return asked.quotes[0]


def _asks_for_it(asked: _Asked, query: Query) -> bool:
    """Whether the question wants to know what the thing is, and nothing else of it.

    Words beside the name are no more than that where the defining sentence has them: "the AI plan
    of the State Council", "the symposium with Xi".
    """
    if not asked.quotes:
        return False
    if _asks_whose_it_is(asked.rest):
        return True
    return asks_what_it_is(asked.rest, asked.quotes[0].text, query.language)


def asks_what_it_is(rest: str, defining: str, language: str) -> bool:
    """Whether what stands beside a name asks what it is, in words of asking or of the ``defining``
    sentence."""
    unsorted = _HOW_BIG.sub(" ", _SORT.sub(" ", _ALL_OF_IT.sub(r"\1", rest)))
    if asked_types(unsorted) & _ASKED_OTHERWISE:
        return False
    if is_told_of(unsorted) or not terms.query_words(unsorted, language):
        return True
    if not (_DEFINITION.search(rest) or _ABOUT.search(rest)):
        return False
    left = terms.query_words(_IDLE.sub(" ", rest), language)
    return set(terms.words(defining, language)).issuperset(left)
