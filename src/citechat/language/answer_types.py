"""What a question asks for (a reason, a number, a time, a person; yes or no), and whether a
sentence holds such a thing.
"""

from __future__ import annotations

import re

from .word_translation import german_lemma

# type → (what a question of the type says, what a sentence that answers it holds), for all three
# languages
_TYPES: dict[str, tuple[str, str]] = {
    "reason": (
        r"\bwhy\b|\bhow come\b|\breasons?\b|\bwarum\b|\bwieso\b|\bweshalb\b|\bweswegen\b|\bgr[uü]nde?\b"
        r"|为什么|为何|何以|原因|怎么会|怎么回事|怎么能|怎么成了|理由|靠什么"
        # what brought it about
        r"|\bwhat (?:made|makes|led|drove|caused|brought about|explains|(?:is|was|lies) behind)\b|\bwhats behind\b"
        r"|\bhow (?:did|has|have|was|were|is) .{1,60}\b(?:ris(?:e|en)|become|became|manage[ds]?|able to|made it to"
        r"|(?:get|got|gotten|become|grow|grown) (?:so|that|this|such)\b|(?:so|that) (?:fast|quickly|famous|big)|all of a sudden|suddenly)\b"
        r"|\bwodurch\b|\bwoher kommt es\b|\bworan (?:lag|liegt|hat es gelegen)\b|\bwie (?:kam|kommt|konnte) es\b|\bwas steckt hinter\b"
        r"|\bwas (?:brachte|führte|trieb|bewog|machte)\b"
        r"|\bwie .{1,60}\b(?:geschafft|auf einmal|plötzlich|so (?:schnell|bekannt|groß|berühmt))\b"
        r"|怎么(?:就)?(?:一下子|突然|忽然|火|红|做到|崛起|起来)|如何(?:做到|崛起)|是什么(?:让|使|促使|导致)|图(?:个|的是)?什么|怎么.{0,6}起来的",
        r"\bbecause\b|, so \b.{1,60}\b(?:can(?:not)?|do(?:es)? not)\b|\bdue to\b|\bowing to\b|\bthanks to\b|\bso that\b|\btherefore\b"
        r"|\bmade\b(?! (?:up|in|by|of|at)\b)|\breason|\bas a result\b|\bin order to\b|\bso as to\b|\bcauses?\b|\btriggers?\b"
        # "since 2024" and "since March" tell a time
        r"|\bsince\b(?! \d| then\b| (?:january|february|march|april|may|june|july|august|september)\b"
        r"| (?:october|november|december)\b)"
        r"|\bow(?:es|ed)\b|\battribut\w+|\bexplain\w* .{0,60}\b(?:by|with)\b|\bcatapult\w*|\bturned\b"
        r"|\bweil\b|\bda\b|\bdenn\b|\bdaher\b|\bdeshalb\b|\bgrund(?:es)?\b|\bgründen?\b|\bwegen\b"
        # a tour leads "durch Peking"
        r"|\bdurch (?:den|die|das|eine?n?|seine?n?|ihre?n?)\b"
        r"|\bdank\b|[,;] damit\b|\bsodass\b|\bweshalb\b|\bauslöser\b|\bursachen?\b|\bzurückzuführen\b"
        r"|\bverdankt\w*\b|\b\w*vorteile?\b|\bbegründet\w*\b|\berklärt\w* .{0,60}\bmit\b|\bmit\b.{0,80} erklärt\w*"
        r"|\bum\b[^.,;]{1,80}\b(?:zu\b|\w{2,}zu\w+[er]n\b)|\bführt\w*\b.{0,160}\bzurück\b|\bkatapultier\w*|\bwende\b"
        r"|因(?![素子果特故])|由于|所以|原因|之所以|靠着|得益于|使得|便|引发|归因|归功|[缘源]于|靠的是|一举|扭转|改变了|推到|让.{1,12}(?:成为|变得)"
        r"|为了|为(?:符合|满足|遵守|避免|应对|防止|节省|降低|提高|推动|鼓励|吸引|支持)",
    ),
    "number": (
        r"\bhow (?:many|much|large|big|long|old|far|high|often|tall|fast|heavy|expensive|valuable)\b"
        r"|\bwhat(?: is|'s| was) the (?:height|weight|length|value|revenue|turnover|budget|cost|distance|age)\b"
        r"|\bwhat (?:number|share|percent\w*|proportion|amount|size|price|target)\b|\bcost\b|\b(?:total|exact|overall) number of\b"
        r"|\bwie ?(?:viele?|gro[sß]+|hoch|lange?|oft|alt|weit|teuer)\b"
        r"|\bwelche[rn]? (?:anteil|zahl|summe|prozent\w*|betrag|ziel)\b|\banzahl\b|\bgesamtzahl\b"
        r"|多少|(?<![哪近好这前那])几(?![乎何]|[月号日点](?!人))|多[大高长远久]|占比|比例|数量|总数|规模",
        r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|dozen|hundred|thousand"
        r"|million|billion)\b"
        r"|\b(?:zwei|drei|vier|f[uü]nf|sechs|sieben|acht|neun|zehn|h[aä]lfte|hundert|tausend"
        r"|million\w*|milliarde\w*)\b"
        # 一 is mostly no number ("一共", "一家" for a firm), and 百 or 四 may be part of a name
        r"|[二三四五六七八九十百千两]+[多余几]?(?:[万亿]|[家个位名款项倍成种起笔台座所人次年轮天周岁本册]|分之)"
        r"|[几数]十|第[一二三四五六七八九十]|过半|一半|半数|一倍|首位|榜首",
    ),
    "time": (
        # "What is it when people say so?" asks for no time
        r"^\W*when\b|\b(?:and|or|but|since|until|till|by|know|me|us|say|exactly) when\b|[,;:.?!] when\b|\bwhen\W*$"
        r"|\bwhen(?:['’]?s| (?:is|are|was|were|do|does|did|will|would|has|have|had|can|could|should|exactly))\b"
        r"|\b(?:what|which) (?:year|day|date|month|time|century|decade)\b"
        r"|\bwann\b|\b(?:welche[smnr]?) (?:jahr\w*|tag|datum|monat|zeit)\b|\bseit wann\b"
        r"|什么时候|何时|哪一?年|几[年月号日]|哪一?天|什么时间|哪个?月|多久|年份|日期",
        r"\b1\d{3}\b|\b20\d{2}\b|\b(?:january|february|march|april|june|july|august|september"
        r"|october|november"
        r"|december|century|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
        r"|\b(?:januar|februar|m[aä]rz|mai|juni|juli|oktober|dezember|jahrhundert)\b|\d年"
        r"|\d月|世纪"
        # Days of the week and times of day: "at seven", "6:15", "um sieben Uhr", "下午三点"
        r"|\b(?:mon|diens|donners|frei|sams|sonn)tags?\b|\bmittwochs?\b|\bsonnabends?\b"
        r"|\b(?:each|every) (?:day|week|month|year)\b|\bjede[rsnm]? (?:tag|woche|monat|jahr)\w*"
        r"|\b\d{1,2}:\d{2}\b|\b\d{1,2} ?(?:[ap]\.?m\b|o'clock|uhr\b)"
        r"|\b(?:at|until|till|by|from|um|bis|ab) "
        r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|ein"
        r"|eins|zwei|drei|vier|f[uü]nf|sechs|sieben|acht|neun|zehn|elf|zw[oö]lf|mittag"
        r"|mitternacht)\b"
        r"|[点點]钟?|[上下中]午|晚上|早上|周[一二三四五六日]|星期",
    ),
    "list": (
        r"\bname (?:me )?(?:the|all|some|two|three|four|five|six|seven|eight|ten|\d+)\b|\bnames\b|\blist\b"
        r"|\b(?:who|what|which) (?:are|were) (?:all )?(?:the|its|their|his|her|[\w.]+['’]s) (?:\w+ )?"
        r"(?:two|three|four|five|six|seven|eight|ten)\b|\btop (?:\d+|three|five|ten)\b"
        r"|\b(?:wer|was|welche[sr]?) (?:sind|waren) (?:alle )?(?:die|ihre|seine|[\w.]+s) (?:\w+ )?"
        r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|zehn)\b|\btop[ -]?(?:drei|fünf|zehn)\b|\bersten (?:drei|fünf|zehn)\b"
        r"|(?<!目)前(?:[三四五六七八九十]|\d{1,2})[名位个家强大]|[两二三四五六七八九十][位家大个](?:\w{1,8})?(?:是谁|分别是|是什么|各是)"
        r"|\bwhich (?:\w+ ){0,30}?\w+s\b|\bwho are\b"
        r"|\bwelche (?:\w+ ){0,30}?\w+(?:n|r|e|s)\b|\bz[aä]hl\w* .{0,200}?\bauf\b"
        r"|(?<!wie )\bnenn\w*\b|\bnamen\b|\b(?:wer|was) geh[oö]rt\b|\b(?:wer|was|wen)\b.{0,200}?\balles?\b"
        r"|\bliste\b"
        r"|都谁|哪些|哪几|哪[一二两三四五六七八九十][^年月日天]|有谁|都有什么|列[出举一个]|名单",
        # The last two of a list are enough to know one.
        r"[^\s,、;][^,，、;]{0,28}[,、;]\s?[^,，、;]{1,28}(?:,? and | und | sowie | or | oder "
        r"|和|及|与|或)[^,]{2}"
        # "A、B、C这三家"
        r"|、[^，。、]{1,16}[这等][两三四五六七八九十][大家个座名位款所]",
    ),
    "truth": (
        r"\breally\b|\btrue\b|\bfalse\b|\bcorrect\b|\baccurate\b|\bactually\b|\bproven\b|\bis (?:it|that|this) so\b"
        r"|\bright\?\W*$|\bright or wrong\b|\bget .{1,80} right\b"
        r"|\bstimmt(?:['’]?s)?\b|\bwirklich\b|\becht\b|\bkorrekt\b|\brichtig\b|\boder(?: nicht| etwa)?\W*$|\btrifft .{1,80} zu\b"
        r"|\btats[aä]chlich\b|\bglauben\b|\bbelegt\b|\bwahr\b"
        r"|真的|真假|真有|真是|当真|果真|属实|是否|准确|可信|靠谱|[对是]吗\W*$|是不是|算不算|没错吧"
        # a claim, and a wish to hear that it is so: "…, isn't it?"
        r"|\b(?:is|are|was|were|do|does|did|has|have|will|can)(?:n['’]?t| not) (?:it|they|he|she|that|there)(?: so)?\W*$|\binnit\b"
        r"|\b(?:gets?|got|has|have) .{1,80} (?:right|wrong)\W*$"
        r"|\b(?:is|was) (?:it|this|that|the \w+)\b.{0,60} (?<!the )(?:right(?! (?:now|after|away|before)\b)|mistaken)\b"
        r"|\bnicht wahr\b|\bgell\b|\b(?:hat|liegt) .{1,80} (?:recht|falsch)\b"
        r"|\b(?:is there )?any(?:thing| truth) (?:to|in) (?:it|that|this)\b|\b(?:ist|wäre) (?:da|daran|dran) (?:et)?was (?:d(?:a)?ran)?\b"
        r"|对不对|准不准|真不真|说得对|说对|[了的过是对]吧[？?。！!]*$"
        r"|(?<![下说讲谈聊看])吧[？?]+$|不是.{1,40}吗[？?]*$|难道|是这样的?吗|有这回事|有没有这回事",
        r"\barticle\b|\bArtikels?\b|文章",
    ),
    "person": (
        r"\bwho(?:se|m)?\b|\bwer\b|\bwem\b|\bwen\b|\bwessen\b|谁|哪位|何人|什么人",
        r"(?<=[a-zäöü,] )[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ]|^[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ]"
        r"|[\u4e00-\u9fff]·[\u4e00-\u9fff]",
    ),
}
_COMPILED = {
    name: (
        re.compile(asked, re.IGNORECASE),
        re.compile(held, 0 if name == "person" else re.IGNORECASE),
    )
    for name, (asked, held) in _TYPES.items()
}
# What opens a question for something else than yes or no, and what offers a choice.
_ASKS_OPENLY = {
    "en": re.compile(
        r"(?:^|[,:;–-] )\W{0,9}(?:(?:and|but|so|in|of|by|for|since|on|at|from|with|to) )*"
        r"(?:who|whom|whose|which|where|when|why|how|what)\b"
        r"|\bor\b(?! not\b| false\b| wrong\b|\W*$)|\b(?:vs|versus)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?:^|[,:;–-] )\W{0,9}(?:(?:und|aber|in|an|auf|bei|von|mit|seit|ab|aus|für|zu|um|nach) )*"
        r"(?:wer|wem|wen|wessen|welche[rsnm]?|wo\w*|wann|warum|wieso|weshalb|wie|wieviele?|was)\b"
        r"|\boder\b(?! nicht\b| etwa\b| falsch\b|\W*$)|\b(?:vs|versus)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"谁|哪|什么|多少|几(?!乎)|怎|为何|何时|还是|多[久大高长]|\b(?:vs|VS)\b", re.ASCII
    ),
}
# How a question that wants yes or no opens; a Chinese one shows it anywhere.
_ALSO = {"en": r"^\W*(?:(?:and|but|so)\W+)?", "de": r"^\W*(?:(?:und|aber|also)\W+)?"}
_ASKS_WHETHER = {
    "en": re.compile(
        rf"{_ALSO['en']}(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"{_ALSO['de']}(?:ist|sind|war|waren|wird|werden|wurden?|haben|nennt|können|kommen|gehören|stehen|sitzen|führen)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?:吗|么|吧|没有?|对不对|(?<!呢)[？?])[。！!]*$|是否|是不是|有没有"),
}
_OPENS_BY = re.compile(rf"{_ALSO['de']}([a-zäöüß]+)(?![\w-])", re.IGNORECASE)
# How a German verb of the third person ends; "Summe" is none, though one may hum.
_ENDS_AS_VERB = ("t", "te", "de", "n")
# A German wish opens with its verb, too, and asks for no yes: "Nenne die drei Schritte".
_WISHES = re.compile(
    r"^\W*(?:bitte )?(?:nenn\w*|zählen?|zähl|erklär\w*|erläuter\w*|zeig\w*|sag\w*|gib|geben|beschreib\w*)\b"
    r"|^\W*(?:bitte )?(?:vergleich\w*|liste|such\w*|erzähl\w*)\b",
    re.IGNORECASE,
)


def asked_types(question: str) -> frozenset[str]:
    """The types that ``question`` asks for; often none, rarely two."""
    return frozenset(name for name, (asked, _) in _COMPILED.items() if asked.search(question))


def holds(sentence: str, types: frozenset[str]) -> bool:
    """Whether ``sentence`` holds something of an asked type (True when none is asked)."""
    return not types or any(_COMPILED[name][1].search(sentence) for name in types)


def asks_openly(question: str, language: str) -> bool:
    """Whether a question asks who, when, how many, or offers a choice: no yes answers it."""
    return bool(_ASKS_OPENLY[language].search(question))


def asks_whether(question: str, language: str) -> bool:
    """Whether a question that does not ask openly asks for yes or no; a German one begins with its verb.

    >>> [asks_whether(text, "de") for text in ("Steht Norden vorn?", "Und kommt Südheim vor?", "Nenne drei.")]
    [True, True, False]
    """
    if _ASKS_WHETHER[language].search(question):
        return True
    opening = _OPENS_BY.match(question) if language == "de" else None
    if opening is None or _WISHES.match(question):
        return False
    word = opening[1].lower()
    verb = german_lemma(word)
    return verb.endswith("n") and verb != word and word.endswith(_ENDS_AS_VERB)
