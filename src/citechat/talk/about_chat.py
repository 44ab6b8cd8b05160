"""What is said to the chat rather than asked of the documents: greetings, thanks, what it can answer,
who wrote the article, which sources there are, a summary, "are you sure?".

Decided from the whole question: "hello" is a greeting, "hello, how many AI companies …" is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from citechat_ingest import Document, Name

from ..index.opening import Index
from ..language import terms
from ..language.dates import date_in_words
from ..language.talk_words import read_talk
from ..messages import say
from ..plans.names.profile import profile_quotes
from ..plans.statements import Statement
from .agreement import kind_of_agreement
from .kinds import kind_by_words

# Politeness before or after anything: it neither asks nor greets.
_POLITE = (
    r"(?:please|pls|so|very|much|a lot|again|there|all|everyone|you|citechat|bot|super|prima|toll|great|ok(?:ay)?"
    r"|cool|nice|perfect|wonderful|awesome|bitte|sehr"
    r"|mal|noch|schön|perfekt|klasse|und|and|also|na"
    r"|ach|ihr|dir|euch"
    r"|für die hilfe|for (?:the|your) help|that (?:was|helped|helps).{0,24}"
    r"|das (?:war|hilft|half).{0,24}"
    r"|啊|呀|吧|呢|哦|了|哈|的|啦|你|您|太|好的?|非常|大家|在不在|在吗|在么|(?:有没有人|有人)(?:在线?)?[吗么]?|在线[吗么]?"
    r"|(?:is )?(?:any|some)(?:one|body) (?:home|there|here|in)|(?:ist )?(?:hier )?jemand (?:da|hier|zuhause))"
)
_END = rf"(?:[\s,.!?~～、，。！？…]|{_POLITE})*$"
_START = rf"^(?:[\s,.!?~～、，。！？…]|{_POLITE})*"
# kind → what the whole question says
_KINDS: dict[str, re.Pattern[str]] = {
    kind: re.compile(rf"{_START}(?:{words}){_END}", re.IGNORECASE)
    for kind, words in {
        "greeting": (
            r"hello|hi+|hey+|(?:is )?any(?:one|body) (?:home|there|here)|hiya|howdy|good (?:morning|afternoon|evening|day)|greetings"
            r"|hallo(?:chen)?|huhu|moin(?: moin)?|moinsen|servus|grüezi|grüß (?:gott|dich|euch)|grüss (?:gott|dich)"
            r"|(?:einen )?(?:schönen )?guten (?:tag|morgen|abend)|tach|salü|hi du"
            r"|你好|您好|嗨|哈喽|哈啰|有人(?:在线?)?[吗么]|早上好|下午好|晚上好|早安?|早啊|在吗|在不在|喂|hello啊?"
        ),
        "thanks": (
            r"thanks?(?: you)?|thx|ty|cheers|many thanks|much appreciated"
            r"|(?:that was |very )?(?:useful|helpful)"
            r"|danke(?: ?schön| ?sehr)?|(?:vielen|tausend|lieben|vielen lieben) dank"
            r"|besten dank|herzlichen dank|merci|dankeschön|dank(?:e)? dir|danke ihnen"
            r"|(?:das )?(?:sehr |super |echt )?hilfreich|gut zu wissen|gute antwort"
            r"|谢谢|多谢|感谢|谢啦|谢了|辛苦了|thank"
        ),
        "goodbye": (
            r"(?:good ?)?bye(?: bye)?|see you(?: later)?|good ?night"
            r"|tschüss(?:i|le)?|tschüs|tschau|ciao|ade|auf wiedersehen|wiedersehen|mach'?s gut|machs gut"
            r"|bis (?:bald|später|dann|morgen|nachher|demnächst|zum nächsten mal)"
            r"|(?:einen )?schönen (?:tag|abend|feierabend)|schönes wochenende|gute nacht|feierabend"
            r"|再见|拜拜|回头见|下次见|晚安"
        ),
        "whence": (
            r"(?:which|what) (?:source|document|report|study|paper)s? (?:says?|confirms?|supports?|backs?|proves?) (?:that|this|it)(?: up)?"
            r"|who (?:confirms|backs|reports) (?:that|this|it)(?: up)?"
            r"|(?:who (?:made|makes|compiled|publishes|published)|whose) (?:that|this|the)"
            r" (?:ranking|list|count|figure|claim)(?: (?:is|was) (?:that|it))?"
            r"|(?:wer|welche quelle|welches dokument) (?:bestätigt|belegt|sagt|schreibt|berichtet) (?:das|dies|es)"
            r"|von wem (?:stammt|stammen|ist|sind|kommt) (?:das|dies\w*|die) (?:rangliste|liste|zählung|zahlen?|angaben?|rangfolge|aussage)"
            r"|wer hat (?:das|dies\w*|die) (?:rangliste|liste|zählung|rangfolge) (?:gemacht|erstellt|aufgestellt|veröffentlicht)"
            r"|(?:哪个|哪些|哪份|什么)(?:来源|资料|文件|报告|报道|媒体)(?:证实|支持|说|写|提到)了?(?:这[个一]?点?)?的?"
            r"|谁(?:证实|排|发布|列出|编)的?(?:排名|榜单|名单)?|(?:这个?)?(?:榜单?|排名|名单|数字|统计)是?谁(?:做|排|发布|列|编|统计)的"
        ),
        "sure": (
            r"(?:are|r) (?:you|u) (?:really |quite |absolutely )?(?:sure|certain)(?: about (?:that|this|it))?"
            r"|is (?:that|this) (?:really )?(?:true|right|correct|so)|really"
            r"|(?:bist du|sind sie) (?:dir |sich )?(?:da |dir |sich )?(?:wirklich |ganz |da )?sicher"
            r"|sicher|wirklich|echt(?: jetzt)?"
            r"|stimmt das(?: (?:wirklich|so))?|ist das (?:wirklich )?(?:wahr|richtig|sicher)"
            r"|(?:你)?(?:确定|肯定|能确定)(?:吗|么|不)?|真的(?:吗|么|假的)?|是真的吗|这是真的吗|靠谱吗|没搞错吧|对吗"
            # whether the article got it right: what it says, and the audit's word on that
            r"|(?:so |and |but )?(?:did|does|has|is|was) the (?:author|article|piece|text|writer) (?:get |got |have |has )?"
            r"(?:that |this |it )?(?:then )?(?:wrong|right|correct|mistaken)(?: there| about (?:that|this|it))?(?: then)?"
            r"|(?:also |und |aber )?(?:liegt|lag|irrt|irrte|hat) (?:sich )?(?:der artikel|die autorin|der text) "
            r"(?:sich )?(?:da |damit |hier |also |dann |denn )*(?:falsch|richtig|recht|unrecht|geirrt)?"
            r"|(?:那|所以)?(?:作者|文章)(?:是不是|是否)?(?:在这里|这里|这点|这一点)?(?:说|写|搞|讲)?(?:错|对)了?(?:吗|么|吧)?"
        ),
    }.items()
}
# "ciao, bis bald", "danke und tschüss": what is said in several breaths.
_PAUSE = re.compile(r"(?<!\s)\s*[,.!?;~～、，。！？…]+\s*|(?<!\s)\s+(?:und|and)\s+", re.IGNORECASE)
_MOST_BREATHS = 4
# kind → what a question about the chat or the article says somewhere; only short ones are meant
_ABOUT: dict[str, re.Pattern[str]] = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        "summary": (
            r"\b(?:summar\w+|sum up|outline|gist|main (?:points?|message|idea)|tl;?dr|in a nutshell|key (?:points?|message|takeaways?))\b"
            r"|\b(?:zusammen(?:fass\w*|gefasst)|fass\w* .{0,40}zusammen|kurzfassung|kernaussagen?|hauptaussagen?|worum (?:geht|dreht))\b"
            r"|\bwovon handelt (?:das|dies\w*|es|hier|der (?:artikel|text))\b"
            r"|\bwhat(?:'s| is) (?:it|(?:this|the)(?: (?:whole|entire))?(?: (?:article|text|page|site|thing|piece))?)(?: all)? about\b"
            r"|概括|总结|摘要|主要(?:内容|观点|讲)|大意|中心思想"
            r"|讲(?:的主要|的|主要)?[了是]?[个些]?(?:什么|啥)(?:内容)?的?$|(?:文章|全文|这里).{0,4}(?:讲|说)[了的]?[是些]?(?:什么|啥)"
        ),
        "author": (
            r"\bwho (?:wrote|is the (?:author|writer)|authored|made|created)\b"
            r"|\bthe author\?*$|\bauthor(?:'s)? name\b|\bwritten by whom\b"
            r"|\bwho'?s? (?:text|article)\b|\bwhose (?:text|article)\b"
            r"|\bwer hat (?:das|dies\w*|den|diesen|hier).{0,4}(?: ?(?:artikel|text|beitrag|alles|hier))?"
            r" ?(?:eigentlich |denn )?(?:geschrieben|verfasst)\b"
            r"|\bwer (?:schrieb|verfasste) (?:das|dies\w*|den (?:artikel|text|beitrag))\b"
            r"|\bwer ist.{0,40}(?:verfasser\w*|autor\w*)\b"
            r"|\bwer (?:steckt|steht|ist) hinter (?:dem|diesem|de[mr] ganzen)\b"
            r"|\bvon wem (?:ist|stammt)\b"
            r"|(?:谁|哪位|何人).{0,6}(?:写|作者|执笔|撰写)|作者(?:是|叫)?(?:谁|哪位|什么|何人)"
        ),
        "sources": (
            r"\b(?:what|which|your|list) (?:are )?(?:the |your )?(?:sources?|documents?|references?)\b"
            r"|\bwhere (?:do you|does (?:this|it)).{0,24}(?:get|come)\b"
            r"|\b(?:welche|was für|deine|ihre) (?:\w+ )?(?:quellen|dokumente|unterlagen)\b"
            r"|\bworauf (?:stützt|beruh)\w*|\bwoher (?:hast|weißt|weisst)\b"
            # "Woher kommt der Name?" asks of the name.
            r"|\bwoher (?:kommt|kommen)\b(?! (?:der|die|das) (?:namen?|bezeichnung|begriffe?|titel|spitznamen?"
            r"|fehler|irrtum|unterschiede?|abweichung(?:en)?|widerspruch)\b)"
            r"|(?:哪些|什么|有啥|有什么).{0,4}(?:来源|资料|文档|出处|依据|参考)|(?:资料|信息|数据|答案).{0,4}(?:来源|来自|哪里来|从哪)"
            r"|依据是什么"
        ),
        "languages": (
            r"\b(?:what|which) languages? (?:do|can) you\b"
            r"|\b(?:do|can) you (?:also )?(?:speak|understand|answer in) (?:english|german|chinese)\b"
            r"|\bwelche sprachen? (?:kannst|sprichst|verstehst|können|sprechen|verstehen) (?:du|sie)\b"
            r"|\b(?:kannst|sprichst|verstehst|können|sprechen|verstehen) (?:du|sie) (?:auch )?(?:deutsch|englisch|chinesisch)\b"
            r"|(?:会|能|懂|支持).{0,4}(?:什么|哪些|几种|哪几种)语言|(?:会|能|懂)(?:说|讲|用)?(?:中文|英文|英语|德文|德语)"
        ),
        "abilities": (
            r"\b(?:what|which|who) (?:can|could|do|are|sort|kind|type|questions?).{0,24}\b(?:you|i|here|ask)\b.{0,24}$"
            r"|\bhelp\b\s*$|\bhow (?:do|does) (?:you|this|it) work\b"
            r"|\bwho are you\b|\bwhat are you\b"
            r"|\b(?:was|worüber|wonach|wozu|wobei) (?:kannst|können|kann|weißt|weisst|darf).{0,40}(?:du|sie|ich|man|dich)\b.{0,40}$"
            r"|\bwer bist du\b|\bwer sind sie\b|\bhilfe\b\s*$"
            r"|\bwie funktionier\w*"
            r"|(?:你|您|这里|这个).{0,6}(?:能|会|可以|都会|都能).{0,8}(?:什么|啥|哪些|干|做|回答|问)"
            r"|(?:我)?(?:能|可以)问(?:你|您)?(?:些)?(?:什么|啥|哪些)|[你您](?:是|叫)(?:谁|什么|真人|人还是|机器人|人工智能|AI|不是人|哪个|哪家)|[你您]是(?:不是|否)|谁(?:做|开发|设计|创造)了?[你您]"
            r"|怎么用|帮助$"
        ),
    }.items()
}
# Longer questions ask something of the documents, whatever words they use.
_LONGEST = {"en": 14, "de": 14, "zh": 24}
# So many sentences sum an article up; so many titles and example questions tell what it can be asked.
_SUMMARY = 6
_ALWAYS_THE_SAME = frozenset(
    {"greeting", "thanks", "goodbye", "languages", "fare", "acknowledgement", "praise", "blame"}
    | {"method", "trust", "limits"}
)
_TITLES = 4
_EXAMPLES = 3
_OF_THE_CHAT = frozenset({"sources", "abilities", "languages"})
# Names of the article and of its subject do not make a question one about the documents' content.
_THIS = re.compile(
    r"article|artikel|text|文章|全文|这篇|ai city war|ki-krieg der städte|城市战争", re.IGNORECASE
)
_AUTHOR = re.compile(
    r"\bauthors?\b|\bwriter\b|\bautor\w*|\bverfasser\w*|作者|\bwrote\b|\bgeschrieben\b|写",
    re.IGNORECASE,
)
# What a question for the author says beside: the article is meant.
_OF_THIS = re.compile(
    r"\b(?:this|that|these|it|here|the|a|an|of|piece|story|report|page|essay|paper|website|site|document\w*|all|whole|thing|stuff"
    r"|bot|chatbot|tool|chat|city|cities|war|ai|about|author|writer|name|is|was|so|and|hey|actually|originally|please"
    r"|das|dies\w*|hier|eigentlich|denn|alles|ganze\w*|de[rnms]|die|von|über|beitrag|bericht|seite|ki|städte\w*|krieg\w*|sag|mal"
    r"|geschrieben|verfasst|autor\w*|verfasser\w*|name)\b"
    r"|[这那此本]|篇|请问|到底|究竟|名字|关于|的|是|叫|了|呢|啊|吗|里|个|AI|人工智能|城市|战争|之战|中国|报道|东西|内容|资料|原|作者|谁|写",
    re.IGNORECASE,
)


def kind_of_talk(question: str, language: str, index: Index) -> str:
    """What the question says to the chat, such as "greeting"; empty where it asks the documents."""
    said = question.strip()
    kind = _first_kind(_KINDS, said) or _kind_of_breaths(said) or kind_of_agreement(said)
    return kind or kind_by_words(said, index.glossary) or _kind_of_short(said, language, index)


def _kind_of_short(said: str, language: str, index: Index) -> str:
    """The kind of a short question about the chat or the article."""
    size = len(said) if language == "zh" else len(said.split())
    if size > _LONGEST[language] or _names_of_others(said, index):
        return ""
    kind = _first_kind(_ABOUT, said)
    return "" if _is_of_something_else(kind, said, language, index) else kind


def _is_of_something_else(kind: str, said: str, language: str, index: Index) -> bool:
    """Whether the author of another work is asked for, or a summary of something that is named:
    "What is X about?" wants to be told of X, be it a concept."""
    if kind == "author":
        return _is_of_another_work(said, language)
    if kind in _OF_THE_CHAT:
        return speaks_of_the_documents(_ABOUT[kind].sub(" ", said), language, index)
    return kind == "summary" and not _is_of_the_article(said, index)


def speaks_of_the_documents(said: str, language: str, index: Index) -> bool:
    """Whether a text says more than one says to a chat, and the documents know of it: which documents
    one needs to register asks no chat for its sources."""
    rest = " ".join(read_talk(said).others)
    lexical = index.lexical.get(language)
    words = terms.query_words(rest, language)
    return lexical is not None and any(lexical.document_frequency(word) for word in words)


def _is_of_the_article(said: str, index: Index) -> bool:
    """Whether nothing is named but the article and its subject."""
    return all(map(_is_this, index.glossary.found_in(said)))


def _is_of_another_work(said: str, language: str) -> bool:
    """Whether a question for an author says more than that: whose "War and Peace" is, not whose
    the article."""
    if _THIS.search(said):
        return False
    rest = _ABOUT["author"].sub(" ", said)
    return bool(terms.query_words(_OF_THIS.sub(" ", rest), language))


def _kind_of_breaths(said: str) -> str:
    """The kind of what is said last, where every part is said to the chat: "danke, bis bald"."""
    breaths = list(filter(None, _PAUSE.split(said)))
    if not 1 < len(breaths) <= _MOST_BREATHS:
        return ""
    kinds = [_first_kind(_KINDS, breath) for breath in breaths]
    return kinds[-1] if all(kinds) else ""


def _first_kind(patterns: Mapping[str, re.Pattern[str]], said: str) -> str:
    kinds = (kind for kind, pattern in patterns.items() if pattern.search(said))
    return next(kinds, "")


def _names_of_others(question: str, index: Index) -> list[Name]:
    """The companies, places, … of the question, but for the article and its subject."""
    named = index.glossary.found_in(question)
    proper = [name for name in named if name.kind != "concept"]
    return [name for name in proper if not _is_this(name)]


def names_the_article(said: str) -> bool:
    """Whether a text names the article or its author, and does not only point."""
    return bool(_THIS.search(said) or _AUTHOR.search(said))


def _is_this(name: Name) -> bool:
    return any(_THIS.search(spelling) for spelling in name.all_spellings)


def talk(kind: str, language: str, index: Index) -> Sequence[Statement]:
    """The chat's own answer; author and summary are quoted from the documents. Empty where the
    documents have none to quote."""
    if kind in _ALWAYS_THE_SAME:
        return [Statement(lead=say(kind, language))]
    if kind in ("identity", "off_topic"):
        return [Statement(lead=say(kind, language, topic=_topic(index, language)))]
    if kind == "recency":
        return [Statement(lead=_recency(language, index))]
    if kind == "abilities":
        return [Statement(lead=_abilities(language, index))]
    if kind == "sources":
        return [Statement(lead=_sources(language, index))]
    if kind == "author":
        return _profile_sentences(index, language, "person", 1)
    if kind == "summary":
        return _profile_sentences(index, language, "article", _SUMMARY)
    return ()


def _topic(index: Index, language: str) -> str:
    """What the chat answers about: the article and its sources, else the documents."""
    title = _article_title(index, language)
    key = "topic_article" if title else "topic_documents"
    return say(key, language, title=title)


def _recency(language: str, index: Index) -> str:
    """How new the article and the newest document are."""
    dates = [
        document.published
        for role in ("article", "document")
        for document_id in index.documents_by_role.get((role, language), ())
        if (document := index.store.document(document_id, language)) and document.published
    ]
    if not dates:
        return say("recency_unknown", language)
    newest = say("recency", language, newest=date_in_words(max(dates), language))
    article = _article(index, language)
    if article is None or not article.published:
        return newest
    gap = "" if language == "zh" else " "
    written = date_in_words(article.published, language)
    return f"{say('recency_of_article', language, article=written)}{gap}{newest}"


def _abilities(language: str, index: Index) -> str:
    examples = index.questions.get(language, ())[:_EXAMPLES]
    topic = _article_title(index, language)
    if topic:
        own = say("abilities", language, title=topic)
    else:
        own = say("abilities_any", language, titles=_listed(language, _titles(index, language)))
    if not examples:
        return own
    gap = "" if language == "zh" else " "
    return own + gap + say("for_example", language, questions=" · ".join(examples))


def _sources(language: str, index: Index) -> str:
    titles = _titles(index, language)
    listed = _listed(language, titles)
    return say("sources", language, number=_count(index, language), titles=listed)


def _count(index: Index, language: str) -> int:
    return sum(
        1
        for (code, _), role in index.roles.items()
        if code == language and role in ("document", "article")
    )


def _titles(index: Index, language: str) -> list[str]:
    """A few titles of the documents in the language, the article's first."""
    wanted = [
        document_id
        for role in ("article", "document")
        for (code, document_id), its in index.roles.items()
        if (code, its) == (language, role)
    ]
    documents = (index.store.document(document_id, language) for document_id in wanted)
    return [document.title for document in islice(filter(None, documents), _TITLES)]


def _listed(language: str, titles: Sequence[str]) -> str:
    quoted = {"en": "“{}”", "de": "„{}“", "zh": "《{}》"}[language]
    comma = "、" if language == "zh" else ", "
    return comma.join(quoted.format(title) for title in titles)


def _article(index: Index, language: str) -> Document | None:
    article = index.document_with_role("article", language)
    return index.store.document(article, language) if article else None


def _article_title(index: Index, language: str) -> str:
    article = _article(index, language)
    return article.title if article else ""


def _profile_sentences(index: Index, language: str, kind: str, most: int) -> list[Statement]:
    """The sentences of the profile of the article, or of its author."""
    article = _article(index, language)
    if article is None:
        return []
    title = article.title if kind == "article" else article.publisher
    quotes = profile_quotes(index.profiles.get((language, title.casefold()), ""), language, index)
    return [Statement(quote) for quote in quotes[:most]]
