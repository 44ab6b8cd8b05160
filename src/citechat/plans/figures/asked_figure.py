"""Question → which figures it asks for: the metric, whose, of when, by whom, and whether for the most."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from citechat_ingest import LANGUAGES, Mention, Name

from ...index.figure_table import Wording
from ...index.opening import Index
from ...language import terms
from ...language.asked_rank import Aim, asked_aim, asked_beside, asked_place, without_rank
from ...language.enumerated import asked_count, asked_first
from ...question.decomposition import COMPARES
from ...verification.facts import names_in
from ...verification.numerals import Date, Numeral, read_numerals
from .asked_arithmetic import (
    Bound,
    Working,
    asked_bound,
    asked_working,
    asks_for_growth,
    without_bound,
    without_working,
)

# What asks for all sides in their order, and what asks for their sum.
_ORDERED = re.compile(
    r"^\W*(?:please )?(?:rank|order|sort)\b|\branking of\b|\bordne\w*\b|\brangliste\b|\breihenfolge\b|排个?[名序]|排序|排一下",
    re.IGNORECASE,
)
# What asks for the number of each, and what asks for a list, of which each has a number that is no count.
_OF_EACH = re.compile(
    r"\b(?:each|every|respectively|by (?:city|province|company|country|app|model))\b"
    r"|\b(?:with|and) (?:their|the) (?:numbers|figures|values|counts|shares|scores|budgets|caps)\b"
    r"|\b(?:jede[rsnm]?|jeweils|jeweilig\w*|(?:pro|je|nach) (?:stadt|städten|provinz|firma|unternehmen|land|app|modell))\b"
    r"|\bmit (?:ihren |den )?(?:zahlen|werten|anteilen|zahl|etats|budgets)\b"
    r"|分别|各自|各(?:[家个省市款]|城市)|每[家个省市款]",
    re.IGNORECASE,
)  # fmt: skip
_LISTS = re.compile(
    r"\blist\b|\b(?:name|give|tell|show) (?:me )?(?:all|the)\b|\ball (?:the )?\w+s\b"
    r"|\b(?:nenn|liste|zähl)\w*|\balle\b|列[出举]|所有|全部|都有",
    re.IGNORECASE,
)
# What asks for a number over the years.
_OVER_TIME = re.compile(
    r"\bover (?:time|the years)\b|\byear (?:by|after|on) year\b|\bby year\b|\bdevelop(?:ed|ment)?\b|\bchanged?\b|\bevol\w+"
    r"|\b(?:each|every|per) year\b|\b(?:jedes|pro|je|in jedem) jahr\b"
    r"|\b(?:im laufe|über) d(?:er|ie) (?:zeit|jahren?)\b|\bjahr für jahr\b|\bnach jahren\b|\bentwick\w*|\bverändert?\b"
    r"|\bwith (?:the |their )?(?:dates?|years?)\b|\bmit (?:ihrem |dem )?(?:datum|jahr)\b|\balle (?:angaben|zahlen|zählungen)\b"
    r"|\ball (?:the )?(?:figures|counts|numbers)\b|所有(?:数据|数字|说法)|各种(?:数字|说法|统计)|哪几种说法"
    r"|历年|逐年|各年|每年|变化|演变|这些年|几年来",
    re.IGNORECASE,
)
# A metric that asks for the most by itself: "the dearest", 最值钱.
_MOST_OF_IT = re.compile(
    r"\b(?:wertvoll|teuer|beliebt)\w*st(?:e[rnms]?)?\b|最(?:值钱|贵|火)", re.IGNORECASE
)
_CHOICE = re.compile(r"\bor\b|\boder\b|还是", re.IGNORECASE)
_MOST_STEM = re.compile(r"most\Z|meist|最")
# Kind of place → what asks for it. A "region" is whatever lies within a country.
_PLACES: dict[str, tuple[re.Pattern[str], frozenset[str]]] = {
    "city": (
        re.compile(
            r"\bcit(?:y|ies)\b|\btowns?\b|stadt\b|städten?\b|城|哪个?市|都市", re.IGNORECASE
        ),
        frozenset({"city"}),
    ),
    "province": (
        re.compile(r"\bprovinces?\b|\bprovinz\w*|省", re.IGNORECASE),
        frozenset({"province"}),
    ),
    "district": (
        re.compile(r"\bdistricts?\b|bezirke?\b|stadtteile?\b|哪个?区|[或和及、]区", re.IGNORECASE),
        frozenset({"district"}),
    ),
    "country": (
        re.compile(
            r"\b(?:country|countries|nations?)\b|\bland\b|\bländer\b|国家|哪国", re.IGNORECASE
        ),
        frozenset({"country"}),
    ),
    "region": (
        re.compile(r"\bregions?\b|\bregion(?:en)?\b|地区|地方", re.IGNORECASE),
        frozenset({"region", "province", "city"}),
    ),
    "state": (
        re.compile(
            r"\b(?:which|what) (?:[\w.]+ ){0,3}?state\b|\bwelche[rnm]? (?:[\w-]+-)?bundesstaat\b|哪个?州",
            re.IGNORECASE,
        ),
        frozenset({"region"}),
    ),
    "year": (
        re.compile(r"\b(?:which|what) year\b|\bwelche[sm] jahr\b|哪一?年", re.IGNORECASE),
        frozenset(),
    ),
}
_PLACE_KINDS = frozenset({"city", "province", "district", "region", "country", "sum"})
# What "who" may be among places, where the question does not say.
_ANY_PLACE = frozenset({"city", "province"})
# What asks for a thing that is no place: most figures are counted by place.
_THING_WORDS = {
    "company": (
        r"company|companies|firms?|providers?|vendors?|makers?",
        r"firma|firmen|unternehmen|anbietern?|herstellern?",
        r"公司|企业|厂商",
        r"哪几?家",
    ),
    "university": (
        r"university|universities|institutions?",
        r"universität\w*|hochschule\w*",
        r"大学|高校|机构",
        r"哪所",
    ),
    "person": (r"person", r"person", r"人", r"哪个人"),
    "app": (r"apps?", r"apps?", r"应用|app|软件", r"哪款"),
    "model": (r"models?", r"modellen?", r"模型", r"哪个模型"),
    "voucher": (r"vouchers?", r"gutscheinen?", r"券", r"哪[种张]券"),
}
_THINGS: dict[str, re.Pattern[str]] = {
    kind: re.compile(
        rf"\b(?:which|what) (?!share|number|percent|proportion|part)(?:[\w-]+ ){{0,3}}?(?:{english})\b"
        rf"|\b(?:among|of) (?:the|all) (?:[\w-]+ ){{0,2}}?(?:{english})\b"
        rf"|\bwelche[rsnm]? (?:[\w-]+ ){{0,3}}?[\w-]*?(?:{german})\b"
        rf"|\b(?:unter|von) (?:den|allen) (?:[\w-]+ ){{0,2}}?[\w-]*?(?:{german})\b"
        rf"|各[个家款所种](?:[^，。]{{0,6}})(?:{chinese})|(?:{chinese})[^，。]{{0,6}}(?:哪些|哪一?[个款家所种张])|哪一?[个款家所种张](?:{chinese})|{measured}",
        re.IGNORECASE,
    )
    for kind, (english, german, chinese, measured) in _THING_WORDS.items()
}
_THING_ALONE = {
    kind: re.compile(rf"\b(?:{english}|{german})\b|{chinese}", re.IGNORECASE)
    for kind, (english, german, chinese, _) in _THING_WORDS.items()
}
# Words that ask, count, name a unit or place in time: they say nothing of what is asked for.
_IDLE_WORDS = r"""
    according whats wats whos hows order sort combined together summed sum added two three four five
    better worse compare compares compared comparison comparing versus vs number numbers count
    counted counts total totals overall altogether amount figure figures year years early late
    mid end beginning currently today now latest home located based sit sits there exist exists
    host hosts hold holds held possess boast boasts compan(?:y|ies) firms? businesses got went
    worldwide globally national\w* nationwide landesweit\w* ones? s city cities town province\w* district\w* country countries
    region\w* places? rank\w* position list china chinese china's higher bigger larger smaller
    fewer less greater difference differ gap terms between please quick question tell know many
    other\s+way\s+(?:a)?round vice\s+versa umgekehrt
    happen\w* occur\w* took place entf(?:allen|ällt|ielen|iel) stattf\w* lives? living leb(?:en|t) wohn(?:en|t)
    flow(?:s|ed)? flo(?:ss|ssen) fließ\w* much raise[ds]? raising attract\w* reach\w* big large size report\w* register\w* come comes
    how\s+much\s+(?:money|cash) wie\s?viel\s+geld much far ahead behind beats? beat lead leads margin gap outnumbers? by
    among including against
    say says estimates?
    stack\w* up fares? perform\w* score[sd]? per year yearly annual annually size count counting actually roughly exactly
    worth value in convert\w* equivalent millions? billions? trillions? yuan rmb dollars? usd
    euros? eur pounds yen anzahl zahl zahlen viele? vergleich\w* verglichen insgesamt gesamt
    zusammen jahr jahre jahres ende anfang mitte derzeit heute aktuell gibt gibt's stadt
    städte\w* provinz\w* bezirk\w* land länder\w* ort platz rang chinas? chinesisch\w* mehr
    weniger höher\w* größer\w* grösser\w* kleiner\w* zwischen unterschied\w* gegen gegenüber eigentlich
    denn bitte mal sag sitzen sitzt liegen liegt stehen steht zählt zählen groß\w* gross\w*
    hoch laut kommt kommen hatte hatten sind bringt registriert\w* wieviele? hat's lag lagen wo
    wer firm(?:a|en) unternehmen weltweit\w* global\w* an auf nach dort jeweils geht gingen? wert
    umgerechnet eigen\w* angaben? zählung\w* derzeitig\w* ansässig\w* vorhanden beheimatet gesamte[rns]?
    vorsprung rückstand abstand vor hinter voraus unter laut rund genau ungefähr etwa jährlich\w*
    sagen sagt nenn(?:t|en) größe
    top ersten besten schneide\w* ab abschneide\w* verhält sich pro hoch bei beim hab(?:en|t) hat modell\w* gleich
    bekam bekommt erhielt\w* erhalten millionen milliarden mrd mio billionen franken pfund
"""
_IDLE_CHINESE = """
    多少 几 哪 些 有 的 是 在 了 吗 呢 啊 吧 和 与 跟 同 比 比较 相比 对比 对 更 多 少 大 高 低
    谁 一共 总共 总数 总 共 数量 数目 数 个 家 款 座 项 次 起 笔 规模 排名 排行 排 城市 城
    市 省份 省 区 国家 地区 全国 中国 国内 我国 年底 年初 年中 年末 年 月 底 目前 现在 现有
    拥有 最 之间 差距 差 区别 相差 请问 一下 分别 各 都 达到 到 为 拿到 登记 完成 截至 时候
    当时 里 中 上榜 企业 公司 第 论 同样 不 远 得 金额 额 钱 全球 世界 那 这 上 下 内 外 所
    被 把 到底 究竟 能 会 要 其 边 儿 合 折合 折算 换算 换算成 按 用 以 亿 万 元 美元 欧元
    人民币 英镑 日元 港元 值 相当于 等于 来自 出自 占 占比 拥 做 算
    百 千 十 投 花 费 赚 挣 砸 搞 干 弄 扎堆 聚集 聚 集中 落户 坐落 手里 手上 手握 光 单 仅 就 只 才
    还 又 再 已经 已 差不多 大概 大约 左右 具体 准确 确切 说 讲 看 统计 据 报道 公布 数据 数字 多大
    说法 有何 不同 各自 反过来
    种 或 前 排在 前头 前面 当地 本地 领先 落后 超过 超出 超 赢 输 甩开 甩 拉开 距离 排位 名次 位次 每年 一年 每 该 这个 那个
"""
# Of two Chinese words that begin alike the longer is meant.
_IDLE = re.compile(
    rf"\b(?:{'|'.join(_IDLE_WORDS.split())})\b"
    rf"|{'|'.join(sorted(_IDLE_CHINESE.split(), key=len, reverse=True))}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d.,]*")
# "Zweitwertvollste" asks for what is "wertvollste".
_ORDINAL = re.compile(r"\b(?:zweit|dritt|viert|fünft)(?=[a-zäöüß]{3,}[sß]te)", re.IGNORECASE)
# Month → what asks for its end, before a year or, in Chinese, after it.
_PARTS_OF_A_YEAR = {
    6: re.compile(r"\b(?:mid|middle of|mitte)[- ]\||\|年?中", re.IGNORECASE),
    12: re.compile(r"\b(?:end of|close of|ende)(?: the year)? \||\|年?[底末]", re.IGNORECASE),
}
# How many there are to choose from: "the three", 三种.
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b"
    r"|[两二三四五六七八九十](?=[种家个款座项名位所条大强年])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class AskedFigure:
    """What a question asks of the figures.

    ``subjects`` and ``sayers`` are keys of the figures, ``dates`` as "2024" or "2024-06", all in the
    question's order. ``places`` are the kinds of place, or of thing, that may be the answer, ``by_year`` says that a year is.
    ``place`` is which place of the row is asked for, 1 for the first by ``aim``.
    ``first`` is how many are asked for from the first on, 0 where that is not said. ``beside`` is 1 where
    the one after the subject is asked for, -1 for those before it, else 0.
    ``all_sides`` says that a whole row is asked for in its order, ``over_time`` that it is one of
    years. ``working`` is what is to be worked out of the sides, ``bound`` what they must go beyond.
    ``rest`` are the terms of the question that this does not explain, ``others`` the companies,
    persons and so on that it names.
    """

    metric: str
    aim: Aim
    subjects: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    sayers: tuple[str, ...] = ()
    places: frozenset[str] = frozenset({"city"})
    by_year: bool = False
    all_sides: bool = False
    over_time: bool = False
    working: Working = ""
    bound: Bound | None = None
    place: int = 1
    first: int = 0
    beside: int = 0
    rest: tuple[str, ...] = ()
    others: tuple[Name, ...] = ()

    @property
    def is_rank(self) -> bool:
        """Whether a place of the row is asked for: its first, its last, or one beside another."""
        return self.aim != "plain" or self.beside != 0


def read_asked_figure(question: str, language: str, index: Index) -> AskedFigure | None:
    """What ``question`` asks of the figures; None where it names no metric that they have."""
    bound = asked_bound(question, language)
    if bound:
        # "More than 2,000 AI companies" does not ask for the AI 2000 list.
        number = " " * (bound.end - bound.start)
        unbound = f"{question[: bound.start]}{number}{question[bound.end :]}"
        asked = _read(unbound, bound, language, index)
        if asked:
            return asked
    return _read(question, None, language, index)


def _read(question: str, bound: Bound | None, language: str, index: Index) -> AskedFigure | None:
    mentions = names_in(question, language, index.glossary)
    all_subjects = {figure.subject for figure in index.figures.figures}
    # A city that says its own number is a subject in a question.
    all_sayers = {figure.said_by for figure in index.figures.figures} - all_subjects
    named = _keys(mentions, all_subjects)
    subjects = named
    dates = _dates(_blanked(question, mentions), language)
    # "Beijing versus China" sets two things beside each other that are not of one kind.
    if not (COMPARES.search(question) or _CHOICE.search(question)):
        subjects = _within_the_country(subjects, index)
    things = {kind for kind, pattern in _THINGS.items() if pattern.search(question)}
    is_between = len(dates) > 1 and asks_for_growth(question)
    wording = _wording(question, mentions, subjects, things, index, is_between)
    if wording is None:
        return None
    counted = {figure.subject for figure in index.figures.by_metric[wording.metric]}
    if asked_working(question) == "share" and not _is_percentage(wording.metric, index):
        subjects = named
    # A company is a subject where companies are counted; elsewhere it is what the sentence must name.
    subjects = tuple(key for key in subjects if key in counted or _is_place(key, index))
    kinds_counted = {index.figures.kinds.get(key, "city") for key in counted}
    if things and not things & kinds_counted:
        return None
    # "Largest" in "larger AI companies" is part of the metric, not of what is asked of it.
    around = _without_wording(question, mentions, wording)
    places = [name for name, (pattern, _) in _PLACES.items() if pattern.search(around)]
    kinds = frozenset[str]().union(*(_PLACES[name][1] for name in places), things)
    if not kinds:
        kinds = _ANY_PLACE if kinds_counted & _PLACE_KINDS else frozenset(kinds_counted)
    aim = _aim(question, around, wording)
    all_sides = aim == "plain" and _asks_all_sides(question, wording.metric, subjects, index)
    over_time = bool(_OVER_TIME.search(around)) and len(subjects) < 2
    is_row = all_sides or over_time
    working = _working(question, wording.metric, subjects, dates, is_row, index)
    rest = without_working(without_bound(around) if bound else around, working)
    rest = _OVER_TIME.sub(" ", rest) if over_time else rest
    rest = _LISTS.sub(" ", _OF_EACH.sub(" ", rest)) if all_sides else rest
    return AskedFigure(
        metric=wording.metric,
        aim=aim,
        subjects=subjects,
        dates=dates,
        sayers=_keys(mentions, all_sayers),
        places=kinds,
        by_year="year" in places,
        all_sides=all_sides,
        over_time=over_time or working == "growth",
        working=working,
        bound=bound,
        place=asked_place(around),
        first=asked_first(question),
        beside=asked_beside(question),
        rest=_rest(
            _without_metric(_undated(rest, language), wording.metric, things, index),
            language,
            asked_beside(question) != 0,
        ),
        others=_others(mentions, wording, {*subjects, *_placed(named, index), *all_sayers}),
    )


def _asks_all_sides(question: str, metric: str, subjects: Sequence[str], index: Index) -> bool:
    """Whether a whole row is asked for: ranked, of each, on average, or as a list of what is no count."""
    if _ORDERED.search(question):
        return True
    counted = {figure.subject for figure in index.figures.by_metric[metric]}
    if _takes_all(question, subjects, counted):
        return True
    # Of one place its number is asked for; "the three vouchers of Shenzhen" are a row.
    of_places = any(_is_place(key, index) for key in counted)
    is_of_one = len(subjects) == 1 and (of_places or subjects[0] in counted)
    if is_of_one:
        return False
    is_count = "count" in _units(metric, index)
    is_listed = not is_count and _LISTS.search(question)
    return bool(is_listed or _OF_EACH.search(question))


def _takes_all(question: str, subjects: Sequence[str], counted: Collection[str]) -> bool:
    """Whether an average of all is asked for, or a sum of as many as there are: "the three budgets"."""
    if not set(subjects).isdisjoint(counted):
        return False
    working = asked_working(question)
    is_all = working == "sum" and asked_count(question) == len(counted)
    return is_all or (working == "average" and not subjects)


def _working(
    question: str,
    metric: str,
    subjects: Sequence[str],
    dates: Sequence[str],
    is_row: bool,
    index: Index,
) -> Working:
    """What is to be worked out, where there are sides to work it out of: of one subject how much it
    grew, from one date to another or over all. A metric that tells growth, or a share, itself needs
    no working out."""
    working = asked_working(question)
    if _is_growth(metric, index) or (working == "share" and _is_percentage(metric, index)):
        return ""
    if len(subjects) > 1 or is_row:
        return working
    if working == "rest":
        return working if subjects and not dates else ""
    if asks_for_growth(question) and len(dates) != 1:
        return "growth"
    return working if len(dates) > 1 else ""


def _is_percentage(metric: str, index: Index) -> bool:
    return "percent" in _units(metric, index)


def _units(metric: str, index: Index) -> set[str]:
    return {figure.unit for figure in index.figures.by_metric[metric]}


def _aim(question: str, around: str, wording: Wording) -> Aim:
    """Whether the most is asked for, or the least: by the words around the metric, or its own, which
    may be called "the most users"."""
    aim = asked_aim(around)
    calls_it_most = any(_MOST_STEM.match(word) for word in wording.words)
    is_most = calls_it_most or bool(_MOST_OF_IT.search(question))
    return "most" if aim == "plain" and is_most else aim


def _is_place(key: str, index: Index) -> bool:
    return index.figures.kinds.get(key, "city") in _PLACE_KINDS


def _placed(keys: Iterable[str], index: Index) -> list[str]:
    """Those of the keys that are places, the country that holds the others included."""
    return [key for key in keys if _is_place(key, index)]


def _without_metric(text: str, metric: str, things: Collection[str], index: Index) -> str:
    """A question without what asks for such a thing, and without any word that names the metric."""
    for kind in things:
        text = _THING_ALONE[kind].sub(" ", _THINGS[kind].sub(" ", text))
    for wording in index.figures.wordings:
        if wording.metric == metric:
            text = _without_wording(text, (), wording)
    return text


def _rest(around: str, language: str, beside: bool) -> tuple[str, ...]:
    """The words that ask for something beside metric, names, dates and rank."""
    around = without_rank(_DIGITS.sub(" ", around), beside)
    around = _IDLE.sub(" ", _COUNTED.sub(" ", _ORDERED.sub(" ", around)))
    return tuple(terms.query_words(around, language))


def _dates(text: str, language: str) -> tuple[str, ...]:
    """The dates of a text as figures have them; the end of a year is its last month."""
    found: dict[str, None] = {}
    for numeral in read_numerals(text, language):
        date = numeral.value
        if isinstance(date, Date) and date.year:
            month = date.month or _part_of_the_year(text, numeral)
            found[f"{date.year}-{month:02}" if month else f"{date.year}"] = None
    return tuple(found)


def _part_of_the_year(text: str, numeral: Numeral) -> int:
    """The month at the end of which the middle or the end of a year is; 0 where no such is said."""
    around = (
        f"{text[max(0, numeral.start - 12) : numeral.start]}|{text[numeral.end : numeral.end + 2]}"
    )
    return next((month for month, pattern in _PARTS_OF_A_YEAR.items() if pattern.search(around)), 0)


def _undated(text: str, language: str) -> str:
    """The text without its dates, of which a month is a word."""
    for numeral in sorted(read_numerals(text, language), key=lambda its: -its.start):
        if isinstance(numeral.value, Date):
            text = f"{text[: numeral.start]} {text[numeral.end :]}"
    return text


# Names


def _keys(mentions: Iterable[Mention], keys: set[str]) -> tuple[str, ...]:
    """Those of ``keys`` that are mentioned, in the question's order."""
    places: dict[str, int] = {}
    for mention in mentions:
        # "Alibaba Cloud" is counted as Alibaba.
        own = keys.intersection(mention.name.all_spellings)
        for key in own or keys.intersection({_owner(mention.name)}):
            places.setdefault(key, mention.start)
    return tuple(sorted(places, key=lambda key: places[key]))


def _others(mentions: Iterable[Mention], wording: Wording, keys: set[str]) -> tuple[Name, ...]:
    """The names in a question that are neither keys of the figures nor part of the metric."""
    explained = {id(name) for name in wording.names}

    def is_left(name: Name) -> bool:
        if name.kind == "concept" or id(name) in explained:
            return False
        return keys.isdisjoint({*name.all_spellings, _owner(name)})

    return tuple(mention.name for mention in mentions if is_left(mention.name))


def _within_the_country(subjects: tuple[str, ...], index: Index) -> tuple[str, ...]:
    """The subjects without the country that holds the others: "China's models in Beijing"."""
    kinds = index.figures.kinds
    within = tuple(key for key in subjects if kinds.get(key) not in ("country", "sum"))
    # A university that counts what a country has is not counted within it.
    return within if _placed(within, index) else subjects


# The metric


def _wording(
    question: str,
    mentions: Sequence[Mention],
    subjects: Sequence[str],
    things: Collection[str],
    index: Index,
    is_between: bool = False,
) -> Wording | None:
    """The longest wording of a metric that the question uses; of equals one with figures for the
    subjects that it names. Where a company or an app is asked for, a metric that counts such comes
    first: "the most valuable chip company" asks for no number of chip companies.

    ``is_between`` says that growth from one date to another is asked for, which no metric of growth
    within a year tells."""
    # "Shenzhen AI Industry Association" does not ask for the AI industry.
    bodies = [mention for mention in mentions if mention.name.kind not in ("concept", "place")]
    # "Alibaba Cloud" may ask for the cloud of Alibaba.
    text = _blanked(question, [_owner_of(mention, subjects) for mention in bodies])
    text = _ORDINAL.sub("", text)
    stems = {code: set(terms.words(text, code)) for code in LANGUAGES}
    named = {id(mention.name) for mention in mentions} | _inflected(stems, index)
    folded = text.casefold()

    def is_used(wording: Wording) -> bool:
        if any(id(name) not in named for name in wording.names):
            return False
        if wording.language == "zh":
            return all(word in folded for word in wording.words)
        return stems[wording.language].issuperset(wording.words)

    is_row = bool(_ORDERED.search(question))
    is_share = asked_working(question) == "share"

    def fitness(wording: Wording) -> tuple[bool, bool, int, bool, int]:
        known = {figure.subject for figure in index.figures.by_metric[wording.metric]}
        of_such = any(index.figures.kinds.get(key) in things for key in known)
        # What one only has makes no row.
        has_row = is_row and len(known) > 1
        # "The share of the deals" is worked out of deals, and no other share.
        tells_share = is_share and _is_percentage(wording.metric, index)
        weight = wording.weight - tells_share
        return has_row, of_such, weight, tells_share, len(known.intersection(subjects))

    used = [w for w in index.figures.wordings if (w.names or w.words) and is_used(w)]
    if is_between:
        used = [w for w in used if not _is_growth(w.metric, index)]
    return max(used, key=fitness, default=None)


def _is_growth(metric: str, index: Index) -> bool:
    return asks_for_growth(index.figures.name("metric", metric, "en"))


def _owner(name: Name) -> str:
    """Whose a thing is by its name: "Alibaba" of "Alibaba Cloud"; empty for what is no business."""
    return name.names["en"].split()[0] if name.kind in ("company", "product") else ""


def _owner_of(mention: Mention, subjects: Sequence[str]) -> Mention:
    """The mention, cut to the subject whose thing it is: "Alibaba" of "Alibaba Cloud"."""
    owner = _owner(mention.name)
    if owner in subjects and owner not in mention.name.all_spellings:
        return replace(mention, end=min(mention.end, mention.start + len(owner)))
    return mention


def _inflected(stems: Mapping[str, set[str]], index: Index) -> set[int]:
    """The names in wordings whose stems the question has: "registrierten Modellen"."""

    def stands(name: Name) -> bool:
        english, german = _stems(name, "en"), _stems(name, "de")
        return stems["en"].issuperset(english) or stems["de"].issuperset(german)

    names = [name for wording in index.figures.wordings for name in wording.names]
    distinct = {id(name): name for name in names}
    return {key for key, name in distinct.items() if stands(name)}


def _stems(name: Name, language: str) -> tuple[str, ...]:
    return terms.words(name.names[language], language)


def _without_wording(question: str, mentions: Sequence[Mention], wording: Wording) -> str:
    """The question without the names that it mentions and the words that name the metric."""
    text = _blanked(question, mentions)
    if wording.language == "zh":
        for word in sorted(wording.words, key=len, reverse=True):
            # "ai" is no part of "against".
            alone = rf"(?<![a-z]){re.escape(word)}(?![a-z])"
            text = re.sub(alone, " ", text, flags=re.IGNORECASE)
        return text
    words = {stem for name in wording.names for stem in _stems(name, wording.language)}
    words.update(wording.words)
    kept = [w for w in text.split() if not words.intersection(terms.words(w, wording.language))]
    return " ".join(kept)


def _blanked(text: str, mentions: Iterable[Mention]) -> str:
    """The text with blanks where the names stand."""
    for mention in mentions:
        blank = " " * (mention.end - mention.start)
        text = f"{text[: mention.start]}{blank}{text[mention.end :]}"
    return text
