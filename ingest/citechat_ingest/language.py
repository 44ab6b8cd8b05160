"""Which of the three languages a text is written in.

The script settles Chinese; English and German are told apart by their function words and spelling,
so that a question of four words is enough. A text in another script is not guessed at.
"""

from __future__ import annotations

import re
import unicodedata

LANGUAGES = ("en", "de", "zh")

# Words that carry grammar, not content. Retrieval drops them from questions; detection counts them.
FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        """a about above after again against all also am among an and any are aren't as
        at be because been before being below between both but by can can't could did
        didn't do does doesn't doing don't down during each ever few for from further
        get give given gives had has have having he her here hers him his how i if in
        into is isn't it it's its itself just let's like many me mean means more most
        much my no nor not of off on once one only or other our ours out over own
        please really said same say says she should so some such tell than that the
        their theirs them then there these they this those through to too under until
        up us very was wasn't we were what what's when where which while who who's
        whom whose why will with without would you your yours show explain describe
        exactly actually""".split()
    ),
    "de": frozenset(
        """ab aber alle allem allen aller alles als also am an andere anderen auch auf
        aus bei beim bin bis bist bitte da dabei dadurch dafür dagegen daher damit
        dann daran darauf daraus darin das dass davon dazu dein deine dem den denn der
        deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort
        du durch ein eine einem einen einer eines er es etwa etwas euch für gab gegen
        gibt habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem
        ihren ihrer im in ins ist ja je jede jedem jeden jeder jedes kann kannst kein
        keine keinen keiner können könnte lässt mal man mehr mein meine mich mir mit
        muss nach neben nicht nichts noch nun nur ob oder ohne sagt sagen sehr sei
        sein seine seinem seinen seiner seit sich sie sind so solche soll sollte
        sollten sondern sowie über um und uns unser unter viel viele vielen vom von
        vor war waren warum was weil welche welchem welchen welcher welches wenn wer
        werde werden wem wen wessen weshalb wie wieso wieviel wieviele will wir wird
        wo wobei wodurch wofür woher wohin womit woran worauf woraus worin wurde
        wurden zu zum zur zwischen eigentlich genau erkläre erklär zeige zeig nenne
        nenn erzähle erzähl erzählen beschreibe beschreib""".split()
    ),
    "zh": frozenset(
        """的 了 和 是 在 有 与 及 或 也 都 就 而 且 但 被 把 对 从 到 为 以 于 之 其 这 那 哪 谁 吗 呢 吧 啊 么 什么 怎么 怎样
        如何 为什么 为何 多少 哪些 哪个 哪里 哪儿 哪家 哪一 几个 几家 几 请问 请 是否 有没有 一个 一些 我们 你们 他们 它们 我 你 他 她 它
        一共 总共 目前 现在 如今 当前 大概 大约 大致 具体 分别 究竟 到底 其中 当中 之中 里面 里头 主要 一个
        这个 那个 这些 那些 可以 能否 会 给 让 使 得 地 着 过 还 又 更 最 很 非常 因为 所以 如果 时候 关于 根据 告诉 说 介绍 介绍一下
        一下 说说 讲讲 谈谈 聊聊""".split()
    ),
}

# Letter pairs that one of the two languages has and the other hardly: a help where no function word
# stands.
_GERMAN_SPELLING = re.compile(
    r"[äöüß]|ung\b|ungen\b|lich\b|keit\b|heit\b|isch|schaft|sch|cht|tz|eih|eue|\bge|ieren\b"
    r"|zw|[b-dfgj-np-rvwz]en\b|\bki\b"
)
_ENGLISH_SPELLING = re.compile(
    r"th|wh|tion\b|tions\b|ing\b|ies\b|ght|ough|ous\b|ould|ness\b|ment\b|ly\b|ay\b|ow\b|oo|ea"
    r"|y\b|'s\b|c[aeiou]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
CHINESE_FUNCTION_WORD = re.compile("|".join(sorted(FUNCTION_WORDS["zh"], key=len, reverse=True)))
_LATIN_FUNCTION = FUNCTION_WORDS["en"] | FUNCTION_WORDS["de"]


# The language of a long text shows in its beginning.
_ENOUGH = 5_000
# A Chinese text may hold this many kana for each Han character: a Japanese name or title, but no
# Japanese sentence.
_KANA_A_HAN = 0.25
# A Han character says about as much as three Latin letters, so a text of names and Chinese words is
# Chinese from here on.
_LETTERS_A_HAN = 3
# What is asked of a name stands behind it: "walker s1身高" asks in Chinese, however long the name.
_LETTERS_A_HAN_AT_THE_END = 8
_LAST_LETTER = re.compile(rf"{HAN.pattern}\W*$")


def script_counts(text: str) -> dict[str, int]:
    """Letters by script: {"LATIN": 12, "CJK": 3, …}, by the first word of the Unicode name."""
    counts: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            script = unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0]
            counts[script] = counts.get(script, 0) + 1
    return counts


def detect_language(text: str, default: str = "en") -> str | None:
    """The language of ``text``: "en", "de" or "zh"; ``default`` when nothing tells; None for
    another script.

    Japanese and Korean count as other scripts: kana or hangul settle that against Chinese. A Korean
    name among English or German function words does not. Only the first 5,000 characters are looked
    at.
    """
    text = text[:_ENOUGH]
    counts = script_counts(text)
    latin, han = counts.pop("LATIN", 0), counts.pop("CJK", 0)
    counts.pop("FULLWIDTH", 0)
    kana = counts.get("HIRAGANA", 0) + counts.get("KATAKANA", 0)
    # "2 * han": a Chinese word takes half as many characters as one of an alphabet, at most.
    mostly_another_script = sum(counts.values()) > max(latin, 2 * han)
    japanese = han > 0 and kana > han * _KANA_A_HAN
    if mostly_another_script or japanese:
        return None
    words = _WORD.findall(HAN.sub(" ", text))
    grammar = sum(map(_is_function_word, words))
    if counts.get("HANGUL", 0) > han and not grammar:
        return None
    chinese = len(CHINESE_FUNCTION_WORD.findall(text))
    if chinese > grammar:
        return "zh"
    a_han = _LETTERS_A_HAN_AT_THE_END if _LAST_LETTER.search(text) else _LETTERS_A_HAN
    if han and chinese == grammar and han * a_han >= latin - _letters_of_names(words):
        return "zh"
    return _german_or_english(text, default)


def _is_function_word(word: str) -> bool:
    """Whether an English or German function word is meant, not a name in capitals ("IT") or one
    letter ("A股").
    """
    return word[1:].islower() and _plain(word) in _LATIN_FUNCTION


def _letters_of_names(words: list[str]) -> int:
    """Letters of words with capitals: names such as DeepSeek-R1, which say nothing on the language
    around them.
    """
    capitalised = (word for word in words if word != word.lower())
    return sum(len(word) for word in capitalised if not _is_function_word(word))


def _german_or_english(text: str, default: str) -> str:
    """By a vote: one for each function word, .3 for each spelling that the other language hardly
    has.
    """
    words = [_plain(word) for word in _WORD.findall(text)]
    lowered = " ".join(words)
    votes: dict[str, float] = {}
    for language, spelling in (("de", _GERMAN_SPELLING), ("en", _ENGLISH_SPELLING)):
        known = FUNCTION_WORDS[language]
        votes[language] = sum(word in known for word in words)
        votes[language] += 0.3 * len(spelling.findall(lowered))
        # The first word of a question tells most.
        votes[language] += bool(words) and words[0] in known
    if votes["de"] == votes["en"]:
        return default
    return max(votes, key=lambda language: votes[language])


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
