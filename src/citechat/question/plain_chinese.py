"""A Chinese question as people talk → the same in the words that documents use.

"為啥河北算力這麼牛" becomes "为什么河北算力这么强": simplified characters, names that were typed by their sound, and the
words of written Chinese for spoken ones. Names of the glossary stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from citechat_ingest import Glossary

from ..language.chinese_letters import simplified, sound
from ..language.synonyms import synonyms, with_synonyms
from ..language.word_translation import is_chinese_word

# Spoken → written, one after the other.
_WRITTEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(spoken), written)
    for spoken, written in (
        # what leads to a question, or rounds it off
        (
            r"请问一?下?|请教一下|[我俺]?(?:就是?)?[很挺]?(?:想知道|想问问|想问一下|想问|想请教|好奇)一?下?",
            "",
        ),
        (
            r"(?:能不能|可不可以|可以|可否|能|麻烦你?|劳驾)?[帮给替]我?(?:查|看|找|算)(?:一下|下)?",
            "",
        ),
        # what is heard of all over, told in plain words
        (
            r"^(?:新闻[里上]?|网上|大家|别人|人家|我)?(?:老是?|总是?|常|经常|一直|天天)(?:听人?)?[听说讲提看]到?[起的]?[，,]?",
            "",
        ),
        (
            r"[，,](?:请?[给跟]我)?用?(?:大白话|通俗[点易的]?[懂话]?|简单[点的]?话?)(?:[给跟]我)?(?:讲讲|说说|解释一?下?|讲一下)(?=\W*$)",
            "是什么",
        ),
        (r"到底|究竟|话说|说起来|讲真|老实说", ""),
        (r"[啊呀哈呗咧哦噢诶嘞哇哩](?=[，。？！?!,\s]|$)|^(?:嗯|诶|哎|喂|哦|那个?啥)[，,\s]*", ""),
        (r"(?:这篇|那篇|本|该)?文章?[里中]面?|文中", "文章"),
        # why
        (r"为(?:啥子?|嘛|毛|何)|凭(?:啥|什么)|何故|缘何", "为什么"),
        (
            r"干(?:嘛|吗|啥)(?=[要不非去把管叫给让都会选放])|咋(?=[不没这那能会就])|怎么就(?=[不没这那能会成])",
            "为什么",
        ),
        # when, where, how, what
        (r"啥时[候间]?|几时|多会儿|多咱|哪会儿|何时", "什么时候"),
        # a verb and its noun, parted: 上的市, 开了业
        (r"(上|挂)[的了过](市|牌)|(开|停|毕)[的了过](业|工)", r"\1\3\2\4"),
        (r"(?:(?<=时候)|(?<=哪年)|(?<=哪一年))(?:才|就|开始)?(?:有|办|起家)的", "成立的"),
        (r"哪[儿块]|啥地方|什么地儿|何处", "哪里"),
        (r"咋[样地说]", "怎么样"),
        (r"(?<=[是个])[干做搞](?:啥|什么|嘛)的", "做什么的"),
        (r"咋", "怎么"),
        (r"(?<=[叫是个])啥子?(?:玩意儿?|东东|东西|鬼)?|什么(?:玩意儿?|东东|东西|鬼)|啥子?", "什么"),
        (
            r"(?:今年|现在|如今)?(?:多大(?:年纪|岁数|了)|几岁|多大岁数|年龄是?多[少大]|哪年出生的?|哪年生的?)",
            "生于哪一年",
        ),
        # who, which, how many
        (r"(?:养|雇|招)了?(?:多少|几)号?人", "有多少员工"),
        (r"(?<=多少)号(?=人)|(?<=几)号(?=人)", ""),
        (r"(?<=[怎咋]么[算排选评编])出?来(?=的)", ""),
        (r"谁家", "哪家"),
        (r"(?:一夜(?:之间)?)?(?:爆红|爆火|走红|出圈)", "成名"),
        (r"(?:底座|基座)(?:大?模型)", "基础模型"),
        # to help somebody, and not to do something for him
        (r"帮(?=[了过着]?[它他她其](?!查|看|找|算))", "帮助"),
        # what was drawn is the sum, not the number of deals
        (
            r"((?:拿到|获得|得到|吸引|筹到|融到)[了的]?(?:AI|人工智能)?)(?:融资|投资)(?=最|多少|排)",
            r"\1融资金额",
        ),
        (r"国内(?=云|市场|的?(?:AI|人工智能)?(?:企业|公司|应用))", "中国"),
        (r"中美(?=两国|[AaI人各谁哪])", "中国和美国"),
        (r"(?<![a-zA-Z])俩", "两个"),
        (r"仨", "三个"),
        (
            r"(?<=[是当算])(?:老大|一哥|头把交椅|扛把子|大哥)|老大(?=是[谁哪])|坐头把交椅|拔得?头筹",
            "第一",
        ),
        (r"(?<=[最这么很真])(?:牛[逼掰叉]?|给力|猛|强悍|能打)", "强"),
        # what somebody is strong in
        (r"强项|长处|看家本[领事]|拿手(?:好戏|本领)|杀手锏|王牌(?=是?什么|在哪)", "优势"),
        # whom somebody started up with
        (r"一块儿", "一起"),
        (r"(?<=谁)(?:一起|一道|共同|合伙)?创的?业(?!者|板)", "一起创办公司"),
        # money
        (r"[烧砸掏撒](?=了|掉|进|出|多少)", "花"),
        (r"进账|入账", "收入"),
        (r"[挣赚]了?钱", "盈利"),
        (r"[挣赚]了(?=多少|几)", "盈利"),
        (r"[亏赔]了?钱|[亏赔]了(?=多少|几)", "亏损"),
        (
            r"(?:是|由)?谁[在来]?(?:管事|当家|掌舵|说了算|管(?:着|理)?(?=[？?。\s]*$))",
            "负责人是谁",
        ),
        (
            r"谁(?:在)?(?:当|担任|做)(?:的)?(?:CEO|总裁|老总|老板|一把手|掌门人?)(?![\u3400-\u9fff]{3})",
            "负责人是谁",
        ),
        (r"掌门人|一把手|掌舵人|话事人", "负责人"),
        (r"是哪家(?:公司|企业)?[造做产出](?:的|出来的)", "是哪家公司的"),
        (r"服务器(?:农场|机房|园区|集群基地)", "数据中心"),
        (r"全世界|世界上", "全球"),
    )
)
_IN_CHARACTERS = re.compile(r"[\u3400-\u9fff]{2,}")
_SHORTEST, _LONGEST = 2, 8


def in_plain_chinese(question: str, glossary: Glossary, is_known: Callable[[str], bool]) -> str:
    """The question in simplified characters, its names as the glossary spells them, in the words
    of written Chinese.

    ``is_known`` tells whether the documents use two characters side by side: such a pair is no slip.
    """
    by_sound = _by_sound(_spellings(glossary))

    def in_written_words(text: str) -> str:
        return in_known_words(_written(text), is_known)

    plain = outside_names(_simplified(question, glossary), glossary, in_written_words)
    return outside_names(plain, glossary, lambda text: _corrected(text, by_sound, is_known))


def _simplified(text: str, glossary: Glossary) -> str:
    """The text in simplified characters, but names as the glossary has them: 昇腾 is never 升腾."""
    plain = simplified(text)
    for written, name in _kept(_spellings(glossary)):
        plain = plain.replace(written, name)
    return plain


@lru_cache(maxsize=8)
def _kept(spellings: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Names that have a traditional character: as they would be simplified, and as they are."""
    changed = ((simplified(spelling), spelling) for spelling in spellings)
    return tuple(pair for pair in changed if pair[0] != pair[1] and pair[0] not in spellings)


def outside_names(text: str, glossary: Glossary, change: Callable[[str], str]) -> str:
    """The text with what stands between the names of the glossary changed."""
    pieces: list[str] = []
    after = 0
    for mention in glossary.mentions(text):
        pieces += [change(text[after : mention.start]), text[mention.start : mention.end]]
        after = mention.end
    return "".join([*pieces, change(text[after:])]).strip()


def _written(text: str) -> str:
    for spoken, written in _WRITTEN:
        text = spoken.sub(written, text)
    return text


def in_known_words(text: str, is_known: Callable[[str], bool]) -> str:
    """The text with each word that no document uses as the first of its synonyms that one uses."""

    def known(word: str) -> str:
        if _is_used(word, is_known):
            return word
        others = (other for other in synonyms(word) if _is_used(other, is_known))
        return next(others, word)

    return with_synonyms(text, known)


def _is_used(word: str, is_known: Callable[[str], bool]) -> bool:
    return all(is_known(word[n : n + 2]) for n in range(len(word) - 1))


# Names typed by their sound


def _spellings(glossary: Glossary) -> tuple[str, ...]:
    """How companies, persons, places and so on are written in Chinese characters."""
    spellings: list[str] = []
    for name in glossary.names:
        if name.kind != "concept":
            spellings += filter(_IN_CHARACTERS.fullmatch, name.all_spellings)
    return tuple(spellings)


@lru_cache(maxsize=8)
def _by_sound(spellings: tuple[str, ...]) -> Mapping[tuple[str, ...], str]:
    """Sound → the one name that is read so."""
    named: dict[tuple[str, ...], set[str]] = {}
    for spelling in spellings:
        named.setdefault(sound(spelling), set()).add(spelling)
    return {key: min(alike) for key, alike in named.items() if len(alike) == 1}


def _corrected(
    text: str, by_sound: Mapping[tuple[str, ...], str], is_known: Callable[[str], bool]
) -> str:
    """The text with what sounds like a name, and is neither a word nor a pair that the documents
    use, as that name; the longest first."""
    for size in range(min(_LONGEST, len(text)), _SHORTEST - 1, -1):
        for start in range(len(text) - size + 1):
            piece = text[start : start + size]
            name = by_sound.get(sound(piece))
            if name and name != piece and _is_slip(piece, name, is_known):
                text = text[:start] + name + text[start + size :]
    return text


def _is_slip(piece: str, name: str, is_known: Callable[[str], bool]) -> bool:
    """Whether a piece of a question is no wording of its own, and shares a character with the name
    that it sounds like."""
    if not set(piece) & set(name) or is_chinese_word(piece):
        return False
    pairs = [piece[n : n + 2] for n in range(len(piece) - 1)]
    return not all(is_known(pair) for pair in pairs)
