"""What people ask of an assistant and no document can answer: write a poem, the weather, what time is it,
do you like pizza.
"""

from __future__ import annotations

import re

# A text that is to be written, drawn or translated: no question, whatever it is about.
_OPENING = (
    r"^(?:\W|\b(?:please|pls|kindly|hey|hi|hello|ok|now|can|could|would|will|you|i want you to|i'd like you to|let's|just"
    r"|bitte|hallo|mal|doch|jetzt)\b)*"
)
_ENGLISH_TEXTS = (
    r"(?:poem|haiku|limerick|song|rap|lyric|story|tale|novel|essay|e-?mail|letter|speech|tweet|post|blog|joke|riddle|code|script"
    r"|program|function|cv|resume|application|advert|slogan|picture|image|logo)s?"
)
_GERMAN_TEXTS = (
    r"(?:gedicht|haiku|lied|rap|songtext|geschichte|märchen|roman|aufsatz|e-?mail|mail|brief|rede|tweet|post|witz|rätsel|code|skript"
    r"|programm|bewerbung|lebenslauf|slogan|bild|logo)\w*"
)
_DEMANDS = re.compile(
    rf"{_OPENING}(?:write|compose|draft|generate|make|invent|create|give|tell)\b(?! down)(?: (?:me|us))?"
    rf"(?: (?:a|an|some|the|my))?(?: [\w-]+){{0,2}}? {_ENGLISH_TEXTS}\b"
    rf"|{_OPENING}(?:draw|paint|sketch|sing|translate|rhyme)\b (?:me|us|this|that|a|an|the|it|something|for|into?|to)\b"
    rf"|{_OPENING}(?:schreib\w*|verfass\w*|erzähl\w*|mach\w*|erfinde|dichte|reime|zeichne|male?|sing|übersetze?|komponiere?)\b"
    rf".{{0,30}}\b{_GERMAN_TEXTS}\b"
    rf"|{_OPENING}(?:sing|dichte|reime|zeichne|male?|komponiere?|übersetze?) (?:mir|uns|dies\w*|das|den|die|ein\w*|bitte|was|etwas)\b"
    rf"|^(?:kannst|könntest|würdest|können|könnten|magst) (?:du|sie)\b.{{0,40}}\b{_GERMAN_TEXTS} "
    r"(?:schreiben|verfassen|erzählen|dichten|malen|zeichnen|machen|singen)\b"
    r"|(?:写|作|编|创作|来|讲|生成).{0,2}[一首篇个段封份].{0,8}?(?:诗|歌|词|故事|作文|邮件|信|演讲稿|笑话|代码|程序|文案|小说|俳句|简历|论文)"
    r"|(?:画|唱)[一个首张幅]|(?:翻译|译)(?:成|一下|为|这|下面)|写(?:代码|程序|作文|诗|歌|论文|邮件|故事)",
    re.IGNORECASE,
)
# The everyday of an assistant. Asked only where the documents say nothing of it.
_EVERYDAY = re.compile(
    r"\b(?:weather|forecast for (?:today|tomorrow)|temperature outside|joke|riddle|poem|horoscope|lottery|alarm|timer|reminder"
    r"|boyfriend|girlfriend|homework|what(?: i|')?s the time|what time is it"
    r"|what day is (?:it|today)|today'?s date|remind me|book (?:me|a)|order (?:me|a)|meaning of life)\b"
    r"|\b(?:wetter|temperatur draußen|witz|rätsel|gedicht|horoskop|lotto\w*|wecker|timer|erinner\w* mich|freundin|hausaufgaben?"
    r"|wie spät ist|wieviel uhr|wie viel uhr|welcher tag|welches datum|buch\w* mir|bestell\w* mir|sinn des lebens)\b"
    r"|天气|下雨|笑话|谜语|诗|星座|彩票|闹钟|定时|提醒我|男朋友|女朋友|作业|现在几点|几点了|星期几|今天几号|订票|点外卖|人生的意义",
    re.IGNORECASE,
)
# What an assistant is asked for, and a house may have: its documents could speak of a restaurant.
_OF_A_HOUSE = re.compile(
    r"\b(?:recipe|lunch|dinner|breakfast|football|soccer|movie|song|music|dating|flight|hotel|restaurant)\b"
    r"|\b(?:rezept|mittagessen|abendessen|frühstück|fußball|film|lied|musik|flug|hotel|restaurant|wie spät)\b"
    r"|菜谱|食谱|午饭|晚饭|早饭|吃什么|足球|球赛|电影|唱歌|音乐|机票|酒店|餐厅|几点",
    re.IGNORECASE,
)
# The chat's own tastes, feelings and doings.
_PERSONAL = re.compile(
    r"\b(?:do|did|have|will|would|can|could) (?:you|u) (?:ever |really |also )?(?:like|love|hate|enjoy|prefer|want|eat|drink|sleep"
    r"|dream|feel|dance|sing|play|watch|believe|think|live|cook|drive|marry)\b|\bare (?:you|u)\b|\bwhat do you think\b"
    r"|\bin your opinion\b|\bwas (?:hältst|denkst|meinst) du\b|\bdeiner meinung\b"
    r"|\b(?:your (?:favou?rite|opinion|hobby|hobbies|dream|family|mother|father|boss|job|salary))\b|\bi love you\b|\bmarry me\b"
    r"|\b(?:magst|liebst|hasst|träumst|schläfst|isst|fühlst|glaubst|hast|bist|willst|lebst) du\b"
    r"|\bdein\w* (?:lieblings\w*|hobby\w*|meinung|familie|chef)\b"
    r"|\bich liebe dich\b|\bheirate mich\b"
    r"|[你您](?:喜欢|爱|讨厌|最爱|有没有(?:男|女|朋友|感情|梦|家)|会不会(?:做梦|累|死)|累不累|吃|睡|结婚|多大|觉得|认为|怎么看)|我爱你|嫁给我",
    re.IGNORECASE,
)


def is_a_demand(text: str) -> bool:
    """Whether a text is to be written, drawn or translated."""
    return bool(_DEMANDS.search(text))


def is_off_topic(text: str, of_a_house: bool = False) -> bool:
    """Whether a text that the documents have no answer to is one that no documents would answer.

    ``of_a_house`` says that they may be of anything, as a folder of anybody's own: then they are
    only said to be silent about a restaurant.
    """
    everyday = (_DEMANDS, _EVERYDAY, _PERSONAL)
    patterns = everyday if of_a_house else (*everyday, _OF_A_HOUSE)
    return any(pattern.search(text) for pattern in patterns)
