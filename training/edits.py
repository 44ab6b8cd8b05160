"""Claims made out of a source sentence: what stays true when it is said otherwise, and what turns false.

Every edit is made in the sentence's own language; only then is it glossed. An edit returns the claim, or an empty string
where the sentence has nothing to edit.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from random import Random

from .windows import other_number

ENTAILED, NEUTRAL, CONTRADICTED = 0, 1, 2
Edit = Callable[[str, str, Random], str]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = {
    "en": re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w'’-]*(?: (?:of )?[A-Z][\w'’-]*)*"),
    "de": re.compile(r"(?<![.!?:] )(?<!^)\b[A-ZÄÖÜ][\w'’-]{2,}"),
    "zh": re.compile(
        r"《[^》]+》|[A-Za-z][A-Za-z0-9 .-]+[A-Za-z0-9]|[\u4e00-\u9fff]{2,4}(?:市|省|县|国|公司|大学|科技)"
    ),
}
# Two names with no more than this between them change places without changing the sense.
_JOINED = re.compile(r"^\s*(?:,|、|and|or|und|oder|sowie|和|与|及|或|/|&|\(|（|-|–)\s*")

# Left and right contradict each other; within a group, words of the same line say the same.
_OPPOSITES: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("rose", "fell"), ("rises", "falls"), ("rise", "fall"), ("rising", "falling"),
        ("increased", "decreased"), ("increase", "decrease"), ("grew", "shrank"), ("growing", "shrinking"),
        ("gained", "lost"), ("won", "lost"), ("higher", "lower"), ("highest", "lowest"), ("larger", "smaller"),
        ("largest", "smallest"), ("bigger", "smaller"), ("biggest", "smallest"), ("more", "fewer"), ("more", "less"),
        ("most", "fewest"), ("best", "worst"), ("better", "worse"), ("first", "last"), ("before", "after"),
        ("earlier", "later"), ("early", "late"), ("old", "new"), ("older", "younger"), ("oldest", "youngest"),
        ("opened", "closed"), ("began", "ended"), ("started", "ended"), ("founded", "dissolved"), ("built", "demolished"),
        ("bought", "sold"), ("buys", "sells"), ("allowed", "banned"), ("allows", "forbids"), ("accepted", "rejected"),
        ("supported", "opposed"), ("supports", "opposes"), ("strong", "weak"), ("stronger", "weaker"),
        ("north", "south"), ("northern", "southern"), ("east", "west"), ("eastern", "western"), ("left", "right"),
        ("male", "female"), ("men", "women"), ("public", "private"), ("rich", "poor"), ("many", "few"), ("all", "none"),
        ("always", "never"), ("above", "below"), ("major", "minor"), ("majority", "minority"), ("success", "failure"),
        ("successful", "unsuccessful"), ("ahead of", "behind"), ("leads", "trails"), ("expanded", "shrank"),
        ("improved", "worsened"), ("profit", "loss"), ("exports", "imports"), ("exported", "imported"),
        ("legal", "illegal"), ("possible", "impossible"), ("cheaper", "dearer"), ("faster", "slower"), ("long", "short"),
    ),
    "de": (
        ("stieg", "sank"), ("stiegen", "sanken"), ("steigt", "sinkt"), ("steigen", "sinken"), ("gestiegen", "gesunken"),
        ("wuchs", "schrumpfte"), ("wächst", "schrumpft"), ("gewachsen", "geschrumpft"), ("zunahm", "abnahm"),
        ("gewann", "verlor"), ("gewinnt", "verliert"), ("gewonnen", "verloren"), ("höher", "niedriger"),
        ("höchste", "niedrigste"), ("größer", "kleiner"), ("größte", "kleinste"), ("größten", "kleinsten"), ("mehr", "weniger"),
        ("besser", "schlechter"), ("beste", "schlechteste"), ("besten", "schlechtesten"), ("erste", "letzte"),
        ("ersten", "letzten"), ("erster", "letzter"), ("vor", "nach"), ("vorher", "nachher"), ("früher", "später"),
        ("alt", "neu"), ("älter", "jünger"), ("eröffnet", "geschlossen"), ("öffnete", "schloss"), ("begann", "endete"),
        ("beginnt", "endet"), ("kaufte", "verkaufte"), ("kauft", "verkauft"), ("erlaubt", "verboten"), ("stark", "schwach"),
        ("stärker", "schwächer"), ("Norden", "Süden"), ("Osten", "Westen"), ("links", "rechts"), ("Männer", "Frauen"),
        ("öffentlich", "privat"), ("reich", "arm"), ("viele", "wenige"), ("vielen", "wenigen"), ("alle", "keine"),
        ("immer", "nie"), ("oberhalb", "unterhalb"), ("Mehrheit", "Minderheit"), ("Erfolg", "Misserfolg"),
        ("Gewinn", "Verlust"), ("möglich", "unmöglich"), ("kostenlos", "kostenpflichtig"), ("mit", "ohne"),
        ("kann", "kann nicht"), ("müssen", "müssen nicht"), ("Anstieg", "Rückgang"), ("Zunahme", "Abnahme"),
        ("führt", "folgt"), ("schneller", "langsamer"), ("billiger", "teurer"), ("lang", "kurz"),
    ),
    "zh": (
        ("上升", "下降"), ("增加", "减少"), ("增长", "下降"), ("上涨", "下跌"), ("提高", "降低"), ("扩大", "缩小"),
        ("最大", "最小"), ("最高", "最低"), ("最多", "最少"), ("最早", "最晚"), ("最好", "最差"), ("第一", "最后"),
        ("高于", "低于"), ("多于", "少于"), ("大于", "小于"), ("强于", "弱于"), ("早于", "晚于"), ("领先", "落后"),
        ("之前", "之后"), ("以前", "以后"), ("开始", "结束"), ("成立", "解散"), ("开放", "关闭"), ("胜利", "失败"),
        ("成功", "失败"), ("战胜", "败给"), ("击败", "输给"), ("赢得", "失去"), ("支持", "反对"), ("允许", "禁止"),
        ("接受", "拒绝"), ("买入", "卖出"), ("进口", "出口"), ("北部", "南部"), ("东部", "西部"), ("北", "南"), ("东", "西"),
        ("男", "女"), ("公立", "私立"), ("盈利", "亏损"), ("全部", "没有"), ("都", "都不"), ("大部分", "小部分"), ("多数", "少数"),
        ("合法", "非法"), ("强", "弱"), ("较大", "较小"), ("较高", "较低"), ("更多", "更少"), ("更高", "更低"), ("更大", "更小"),
    ),
}  # fmt: skip
_COMPARATORS: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    "en": (
        (("more than", "over", "above", "greater than", "exceeding", "upwards of"),
         ("fewer than", "less than", "under", "below", "lower than", "short of")),
        (("at least", "no fewer than", "no less than", "a minimum of"),
         ("at most", "no more than", "up to", "a maximum of")),
        (("nearly", "almost", "just under", "close to"), ("well over", "far more than", "well above")),
    ),
    "de": (
        (("mehr als", "über", "größer als"), ("weniger als", "unter", "kleiner als")),
        (("mindestens", "wenigstens", "nicht weniger als"), ("höchstens", "maximal", "nicht mehr als", "bis zu")),
        (("fast", "beinahe", "knapp"), ("weit über", "deutlich mehr als")),
    ),
    "zh": (
        (("超过", "多于", "高于", "逾"), ("不到", "少于", "低于", "不足")),
        (("至少", "不少于"), ("至多", "最多", "不超过")),
        (("将近", "近", "接近"), ("远超", "远远超过")),
    ),
}  # fmt: skip
_NEGATED: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        *((verb, f"{verb} not") for verb in (
            "is", "are", "was", "were", "has", "have", "had", "will", "can", "could", "would", "should", "must", "may",
        )),
        *((verb, f"{verb} never") for verb in ("is", "are", "was", "were", "has", "have", "had", "will", "could")),
        ("can", "cannot"), ("is", "isn't"), ("was", "wasn't"), ("did", "did not"), ("does", "does not"), ("do", "do not"),
        ("always", "never"), ("often", "never"), ("some", "no"), ("a", "no"), ("an", "no"), ("many", "no"), ("also", "never"),
        ("everyone", "nobody"), ("people", "nobody"), ("with", "without"), ("both", "neither"),
    ),
    "de": (
        *((verb, f"{verb} nicht") for verb in (
            "ist", "sind", "war", "waren", "hat", "haben", "hatte", "hatten", "wird", "werden", "wurde", "wurden", "kann",
            "können", "konnte", "soll", "sollte", "muss", "müssen", "darf", "dürfen", "gibt", "liegt", "kommt", "steht",
        )),
        ("ein", "kein"), ("eine", "keine"), ("einen", "keinen"), ("einem", "keinem"), ("einer", "keiner"),
        ("immer", "nie"), ("oft", "niemals"), ("alle", "keine"), ("viele", "keine"), ("mit", "ohne"), ("jeder", "niemand"),
    ),
    "zh": (
        *((verb, f"不{verb}") for verb in ("是", "能", "会", "可以", "应", "属于", "需要", "包括", "在", "为", "允许")),
        *((verb, f"没有{verb}") for verb in ("获得", "成为", "加入", "发现", "参加", "建立", "赢得", "达到", "超过", "推出", "上市")),
        *((verb, f"未{verb}") for verb in ("获", "被", "达到", "发表", "完成", "进入", "公布", "获得")),
        *((verb, f"从未{verb}") for verb in ("担任", "获得", "参加", "出版", "使用", "进入")),
        ("有", "没有"), ("已", "尚未"), ("曾", "从未"), ("均", "均不"), ("都", "都没有"), ("所有人", "没有人"), ("人们", "没有人"),
    ),
}  # fmt: skip
_SAME: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("rose", "increased", "went up", "grew"), ("fell", "decreased", "went down", "declined", "dropped"),
        ("began", "started"), ("founded", "established", "set up"), ("located", "situated"), ("large", "big"),
        ("about", "around", "roughly", "approximately"), ("won", "was awarded"), ("received", "got"), ("built", "constructed"),
        ("bought", "acquired", "purchased"), ("company", "firm"), ("movie", "film"), ("percent", "per cent", "%"),
        ("half", "50 percent"), ("people", "persons"), ("wrote", "authored"), ("also", "as well"), ("however", "but"),
        ("in order to", "to"), ("because of", "due to", "owing to"), ("did not", "didn't"), ("does not", "doesn't"),
        ("is not", "isn't"), ("was not", "wasn't"), ("cannot", "can not"), ("said", "stated"), ("ended", "finished"),
        ("all of", "the whole of"), ("the national total", "all in the country"), ("employs", "has a workforce of"),
    ),
    "de": (
        ("stieg", "wuchs", "nahm zu"), ("sank", "fiel", "ging zurück"), ("begann", "startete", "fing an"),
        ("etwa", "rund", "ungefähr", "circa"), ("gegründet", "ins Leben gerufen"), ("liegt", "befindet sich"),
        ("Unternehmen", "Firma"), ("Prozent", "%"), ("bekam", "erhielt"), ("bekommen", "erhalten"), ("auch", "ebenfalls"),
        ("kostenlos", "gratis", "umsonst"), ("beantragen", "einen Antrag stellen"), ("Wohnung", "Unterkunft"),
        ("jedoch", "aber"), ("nie", "niemals"), ("nur", "lediglich", "bloß"), ("sehr", "äußerst"),
    ),
    "zh": (
        ("上升", "增加", "增长"), ("下降", "减少", "降低"), ("成立", "创立", "创办"), ("位于", "坐落于", "地处"),
        ("大约", "约", "左右"), ("获得", "取得", "得到"), ("公司", "企业"), ("开始", "起"), ("建造", "修建", "兴建"),
        ("出版", "发行"), ("因为", "由于"), ("但是", "不过", "但"), ("没有", "没", "未"), ("担任", "出任"), ("著名", "知名"),
        ("也", "同样"), ("曾经", "曾"), ("主要", "大多"), ("如今", "现在"),
    ),
}  # fmt: skip
_LEADING = {
    "en": re.compile(
        r"^((?:In|On|At|After|By|During|Since|From|According to) [^,]{3,50}), (\w.*?)([.]?)$"
    ),
    "de": re.compile(r"^((?:Laut|Nach|Seit) [^,]{3,50}), (\w.*?)([.]?)$"),
    "zh": re.compile(r"^(据[^，]{2,20}|[^，]{2,12}年(?:\d+月)?(?:\d+日)?)，(.*?)([。]?)$"),
}
_ASIDE = re.compile(r" ?\([^()]{2,60}\)|（[^（）]{1,40}）")
_CLAUSE = {
    "en": re.compile(r", (?:which|who|where|while|although|but|and|with|including|as) .*$"),
    "de": re.compile(r", (?:der|die|das|wobei|während|obwohl|aber|und|sowie|darunter|weil|da) .*$"),
    "zh": re.compile(r"[，；][^，；]*$"),
}


def another_number(text: str, language: str, random: Random) -> str:
    """One number is another."""
    del language
    found = list(_NUMBER.finditer(text))
    if not found:
        return ""
    match = random.choice(found)
    changed = other_number(match.group(), random)
    return text[: match.start()] + changed + text[match.end() :]


def numbers_exchanged(text: str, language: str, random: Random) -> str:
    """Two different numbers have changed places."""
    del language
    return _exchanged(text, list(_NUMBER.finditer(text)), random)


def names_exchanged(text: str, language: str, random: Random) -> str:
    """Two names have changed places: who did it, and to whom."""
    return _exchanged(text, list(_NAME[language].finditer(text)), random)


def opposite_word(text: str, language: str, random: Random) -> str:
    """One word is its opposite: rose, fell."""
    pairs = [*_OPPOSITES[language], *((right, left) for left, right in _OPPOSITES[language])]
    return _one_replaced(text, language, pairs, random)


def other_comparator(text: str, language: str, random: Random) -> str:
    """More than this number is fewer than it."""
    pairs = [
        pair
        for more, less in _COMPARATORS[language]
        for left in more
        for right in less
        for pair in ((left, right), (right, left))
    ]
    followed = [
        pair
        for pair in pairs
        if re.search(rf"{re.escape(pair[0])}\s?[\d一二三四五六七八九十百千万]", text)
    ]
    worded = [pair for pair in pairs if " " in pair[0] or language == "zh"]
    return _one_replaced(text, language, followed or worded, random)


def negated(text: str, language: str, random: Random) -> str:
    """A "not" too many."""
    if language == "en" and random.random() < 0.35:
        with_auxiliary = _did_not(text, random)
        if with_auxiliary:
            return with_auxiliary
    return _one_replaced(text, language, _NEGATED[language], random)


def affirmed(text: str, language: str, random: Random) -> str:
    """A "not" too few."""
    dropped = {"en": " not", "de": " nicht", "zh": ""}[language]
    pairs = [(right, left) for left, right in _NEGATED[language]]
    changed = _one_replaced(text, language, pairs, random)
    if changed or not dropped or not re.search(rf"{dropped}\b", text):
        return changed
    return re.sub(rf"{dropped}\b", "", text, count=1)


def same_words(text: str, language: str, random: Random) -> str:
    """One word is another that says the same, or two are."""
    pairs = [
        (left, right)
        for group in (*_SAME[language], *_ways_to_compare(language))
        for left in group
        for right in group
        if left != right
    ]
    once = _one_replaced(text, language, pairs, random)
    return _one_replaced(once, language, pairs, random) or once


def reordered(text: str, language: str, random: Random) -> str:
    """What led the sentence follows it, or is gone."""
    match = _LEADING[language].match(text)
    if not match:
        return ""
    leading, rest, stop = match.groups()
    if language == "de" or random.random() < 0.4:
        return rest[0].upper() + rest[1:] + stop
    joined = "" if language == "zh" else " "
    lowered = leading if language == "zh" else leading[0].lower() + leading[1:]
    return rest[0].upper() + rest[1:] + joined + lowered + stop


def shortened(text: str, language: str, random: Random) -> str:
    """Without an aside or the last clause: less is said, and all of it stands in the source."""
    without_aside = _ASIDE.sub("", text)
    if without_aside != text and random.random() < 0.5:
        return without_aside
    shorter = _CLAUSE[language].sub("", text.rstrip(".。"))
    is_enough = 0.35 * len(text) < len(shorter) < len(text) - 2
    return shorter + ("。" if language == "zh" else ".") if is_enough else ""


def unchanged(text: str, language: str, random: Random) -> str:
    """Word for word, or without its full stop."""
    del language
    return text if random.random() < 0.7 else text.rstrip(".。")


FAITHFUL: tuple[Edit, ...] = (same_words, reordered, shortened, unchanged)
FALSE: tuple[Edit, ...] = (
    another_number,
    numbers_exchanged,
    names_exchanged,
    opposite_word,
    other_comparator,
    negated,
    affirmed,
)


def another_name(text: str, language: str, names: Sequence[str], random: Random) -> str:
    """A name is that of somebody or something else of the same document."""
    found = list(_NAME[language].finditer(text))
    strangers = [name for name in names if name not in text]
    if not found or not strangers:
        return ""
    match = random.choice(found)
    return text[: match.start()] + random.choice(strangers) + text[match.end() :]


def names_in(text: str, language: str) -> list[str]:
    """The names of a sentence, as far as capital letters, brackets or endings tell."""
    return [match.group() for match in _NAME[language].finditer(text)]


def _exchanged(text: str, found: list[re.Match[str]], random: Random) -> str:
    pairs = [
        (left, right)
        for left, right in itertools.pairwise(found)
        if left.group() != right.group() and not _only_joined(text[left.end() : right.start()])
    ]
    if not pairs:
        return ""
    left, right = random.choice(pairs)
    between = text[left.end() : right.start()]
    return text[: left.start()] + right.group() + between + left.group() + text[right.end() :]


def _only_joined(between: str) -> bool:
    joined = _JOINED.match(between)
    return bool(joined) and len(between) - len(joined.group() if joined else "") < 3


def _one_replaced(
    text: str, language: str, pairs: Sequence[tuple[str, str]], random: Random
) -> str:
    """One occurrence of one left side becomes its right side, in the case of the original."""
    if not text:
        return ""
    found = []
    for left, right in pairs:
        if left.lower() not in text.lower():
            continue
        pattern = re.escape(left) if language == "zh" or left == "%" else rf"\b{re.escape(left)}\b"
        flags = re.IGNORECASE if language == "en" else 0
        found += [(match, right) for match in re.finditer(pattern, text, flags)]
    if not found:
        return ""
    match, right = random.choice(found)
    if match.group()[0].isupper() and match.start() == 0:
        right = right[0].upper() + right[1:]
    return text[: match.start()] + right + text[match.end() :]


def _ways_to_compare(language: str) -> list[tuple[str, ...]]:
    return [group for both in _COMPARATORS[language] for group in both]


_PAST = re.compile(r"(?<=[a-z] )([a-z]{3,}ed)\b(?! by\b)")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|having|got|get)\b[\w\s,]{0,25}$"
)


def _did_not(text: str, random: Random) -> str:
    """ "won" → "did not win", "played" → "never played", for a past tense that no auxiliary goes before."""
    import simplemma

    found = [
        match for match in _PAST.finditer(text) if not _AUXILIARY.search(text[: match.start()])
    ]
    if not found:
        return ""
    match = random.choice(found)
    verb = match.group()
    if random.random() < 0.3:
        changed = f"never {verb}"
    else:
        helper = random.choice(("did not", "didn't"))
        changed = f"{helper} {simplemma.lemmatize(verb, lang='en')}"
    return text[: match.start()] + changed + text[match.end() :]
