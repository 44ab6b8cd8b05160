"""What a question asks beside a figure: the words that are left without those that ask, count, name
a unit or place in time."""

from __future__ import annotations

import re

from ...language import terms
from ...language.asked_rank import without_rank
from ...language.number_words import TWO_TO_TEN, TWO_TO_TEN_CHINESE
from .asked_sides import ORDERED

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
    pull(?:s|ed)?\s+in rak(?:es?|ed)\s+in (?:bring|brought|take|took)\s+in draw[ns]? drew secure[ds]? collect(?:s|ed)? amounts?\s+to
    belaufen\s+sich (?:ein)?sammel\w* eingesammelt eingeworben (?:an)?zog(?:en)? angezogen
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
    说法 有何 不同 各自 反过来 整个 一个
    吸引 获得 吸金 筹集 募集
    种 或 前 排在 前头 前面 当地 本地 领先 落后 超过 超出 超 赢 输 甩开 甩 拉开 距离 排位 名次 位次 每年 一年 每 该 这个 那个
"""
# Of two Chinese words that begin alike the longer is meant.
_IDLE = re.compile(
    rf"\b(?:{'|'.join(_IDLE_WORDS.split())})\b"
    rf"|{'|'.join(sorted(_IDLE_CHINESE.split(), key=len, reverse=True))}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d.,]*")
# How many there are to choose from: "the three", 三种.
_COUNTED = re.compile(
    rf"\b(?:{TWO_TO_TEN})\b|[{TWO_TO_TEN_CHINESE}](?=[种家个款座项名位所条大强年])",
    re.IGNORECASE,
)


def asked_besides(around: str, language: str, beside: bool) -> tuple[str, ...]:
    """The words that ask for something beside metric, names, dates and rank."""
    around = without_rank(_DIGITS.sub(" ", around), beside)
    around = _IDLE.sub(" ", _COUNTED.sub(" ", ORDERED.sub(" ", around)))
    return tuple(terms.query_words(around, language))
