"""What a question wants measured (how heavy, how fast, how warm), and whether a sentence gives that in a unit of it:
who tells how tall a robot is has not weighed it."""

from __future__ import annotations

import re

# What a question says that wants it measured, and the units that a sentence then has.
_MEASURED = {
    "weight": (
        r"\bhow heavy\b|\bhow much (?:do|does|did) .{1,60}\bweigh\b|\bthe weight of\b"
        r"|\bwie schwer (?:ist|sind|war|wiegt)\b|\bwie ?viel wieg(?:t|en)\b|\bwas wieg(?:t|en)\b"
        r"|多重|重量|体重|几公?斤|多少(?:公?斤|千克|克|吨)",
        r"\d ?k?g\b|\b(?:kilos?|kilogram\w*|kilogramm|grams?|gramm|tons?|tonnes?|tonnen|pounds?|pfund)\b|公?斤|千克|\d克|吨",
    ),
    "height": (
        r"\bhow tall\b|\bwie groß (?:ist|war) (?:de[rm]|die|das|dieser?|er)\b.{0,20}\b\w*(?:roboter|mann|frau|mensch)\b"
        r"|(?:人|身|个子|塔|楼|山|树)(?:大概|大约|到底|有)*多高|身高.{0,4}多",
        r"\d ?(?:cm|m)\b|\b(?:centi)?met(?:re|er)s?\b|\b(?:feet|foot|inch\w*)\b|\b(?:zenti)?metern?\b|\d ?(?:厘米|公分|米)",
    ),
    "duration": (
        r"\bhow long (?:do|does|did|will|would) .{1,80}\b(?:take|need|last)\b|\bhow long (?:to|until)\b"
        r"|\bhow long (?:was|were|did|has|have) .{1,60}\b(?:train|work|stay|test|practi[cs]e)(?:s|ed|ing)?\b"
        r"|\bwie lange (?:hat|haben|war|waren|wurden?|blieb\w*) .{1,60}\b(?:gearbeitet|trainiert|geübt|getestet|geblieben)\b"
        r"|\bhow many (?:seconds|minutes|hours|days|weeks|months)\b(?! (?:a|per) )"
        r"|\bwie lange (?:dauer\w*|brauch\w*|benötig\w*)"
        r"|\bwie ?viele? (?:sekunden|minuten|stunden|tage|wochen|monate)\b(?! (?:pro|je|die|am|im) )"
        r"|(?:干|做|待|呆|练|培训|实训|训练|工作|测试)了(?:多久|几(?:天|周|小时|分钟|个月))"
        r"|(?:花|用|需要?|持续|耗时)了?(?:多久|几(?:天|周|小时|分钟|个月))|多长时间|多少(?:天|周|小时|分钟|个月)",
        r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b"
        r"|\b(?:sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|jahrzehnt\w*)\b|秒|分钟|小时|天|周|个月"
        r"|(?<!\d)\d\d? ?年|[一二三四五六七八九十两几多半]年"
        r"|\b(?:until|till|bis)\b|直到|\d[:：.]\d\d(?!\d)|\d ?(?:am|pm)\b|\buhr\b|点",
    ),
    "speed": (
        r"\btop speed\b|\bhow fast (?:can|do|does|is|are)\b(?!.*\b(?:grow\w*|ris\w+|increas\w+|expand\w*)\b)"
        r"|\bhöchstgeschwindigkeit\b|\bwie schnell (?:ist|sind|läuft|laufen|fährt|fahren|fliegt|rennt|kann)\b"
        r"|(?:跑|开|走|飞|速度).{0,3}多快|时速|最高速度",
        r"\b(?:km/h|mph|kph|m/s|knots|knoten|stundenkilometer)\b|\b(?:per|an|a|pro|je) (?:hour|second|minute|stunde|sekunde|minute)\b"
        r"|\b(?:hours?|minutes?|days?|stunden?|minuten?|tagen?)\b|时速|每小时|每秒|每分钟|小时|分钟",
    ),
    "loudness": (
        r"\bhow (?:loud|noisy)\b|\bwie laut (?:ist|sind|wird|werden|läuft)\b|多吵|多大声|(?:噪音|噪声).{0,4}多",
        r"\bdb\b|\bdecibels?\b|\bdezibel\b|分贝",
    ),
    "temperature": (
        r"\bhow (?:cold|hot|warm)\b|\bwhat(?:'s| is) the (?:\w+ )?temperature\b|\bwie (?:kalt|warm|heiß|heiss) (?:ist|wird|war)\b"
        r"|\bwelche temperatur\b|多冷|多热|(?:气温|温度|水温).{0,4}(?:多|几)|多少度(?=[？?]|$)",
        r"°|\bdegrees?\b|\bgrad\b|\bcelsius\b|\d度|零下|摄氏",
    ),
    "area": (
        r"\b(?:square (?:met\w+|feet|kilomet\w+)|hectares|acres)\b|\bquadrat(?:meter|kilometer)n?\b|\bhektar\b"
        r"|\bwie groß ist (?:die wohnung|das zimmer|die fläche|das grundstück|das haus)\b"
        r"|面积.{0,4}多|占地多|多少(?:平方?米|公顷|亩|平)",
        r"\bsquare\b|\bhectares?\b|\bacres?\b|\bsqm\b|\d ?m²|\bquadrat\w+|\bhektar\b|\bqm\b|平方|平米|公顷|亩",
    ),
    "water": (
        r"\bhow much water\b|\bwie ?viel wasser\b|多少(?:吨|升)?水",
        r"\b(?:lit(?:er|re)s?|gallons?|cubic|tonn?e?s?|tonnen|kubik\w*)\b|升|吨|立方",
    ),
    "electricity": (
        r"\bhow much (?:electricity|power|energy)\b|\bwie ?viel (?:strom|energie)\b|多少(?:度?电|电力|能源)",
        r"\b(?:kwh|kw|mw|gw|w)\b|\b\w*watt\w*\b|\bpercent\b|\bprozent\b|%|\b(?:third|quarter|half|drittel|viertel|hälfte)\b"
        r"|\bPUE\b|千瓦|兆瓦|瓦|\d度|分之|一半",
    ),
}
# So many in a stretch of time, which who tells of another stretch has not said: its name in three languages, and
# how a sentence tells of it.
_STRETCHES = (
    ("hour", "stunde", "小时", r"\bhour|\bstunde|\bstündlich|小时"),
    ("day", "tag", "天", r"\bday|\bdaily|\btage?\b|\btäglich|[每一]天|日(?:均|产|活)|每日"),
    ("week", "woche", "周", r"\bweek|\bwoche|\bwöchentlich|[每一]周|每星期"),
    ("month", "monat", "月", r"\bmonth|\bmonat|每个?月|一个月|月(?:均|活|产|销)"),
)


def _asks_so_many_in(english: str, german: str, chinese: str) -> str:
    """What asks how many things there are in a stretch of time; how many hours or times is another question."""
    return (
        rf"\bhow many (?!hours|minutes|times)\w+ .{{1,80}}\b(?:an?|per|each|every) {english}\b"
        rf"|\bwie ?viele (?!stunden|minuten|male)\w+ .{{1,80}}\b(?:pro|am|im|je|die|jede[nr]?) {german}\b"
        rf"|[每一]个?{chinese}[^，。]{{0,12}}(?:多少|几)(?!钱|元|块|小时|分钟|次|天|度)"
    )


_PATTERNS = (
    *_MEASURED.values(),
    *((_asks_so_many_in(*names), held) for *names, held in _STRETCHES),
)
_COMPILED = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(unit, re.IGNORECASE)) for asked, unit in _PATTERNS
)


def asks_for_a_measure(question: str) -> bool:
    """Whether the question wants something measured that has units of its own."""
    return any(asked.search(question) for asked, _ in _COMPILED)


def gives_the_measure(question: str, sentence: str) -> bool:
    """Whether a sentence has a unit of what the question wants measured, if it does."""
    return all(unit.search(sentence) for asked, unit in _COMPILED if asked.search(question))
