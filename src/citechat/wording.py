"""Every sentence that citechat itself says to a reader, in English, German and Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "no_evidence": {
        "en": "The corpus does not say.",
        "de": "Dazu sagt der Korpus nichts.",
        "zh": "语料库中没有相关内容。",
    },
    "try_instead": {
        "en": "It does answer, for example: {questions}",
        "de": "Beantworten lässt sich zum Beispiel: {questions}",
        "zh": "可以试试这些问题：{questions}",
    },
    "empty_question": {
        "en": "The question is empty. Please type a question in English, German or Chinese.",
        "de": "Die Frage ist leer. Bitte eine Frage auf Deutsch, Englisch oder Chinesisch eingeben.",
        "zh": "问题是空的，请用中文、英文或德文输入一个问题。",
    },
    "question_too_long": {
        "en": "The question has {length} characters; at most {limit} are read. Please shorten it.",
        "de": "Die Frage hat {length} Zeichen; gelesen werden höchstens {limit}. Bitte kürzen.",
        "zh": "问题共有{length}个字符，最多可处理{limit}个，请缩短后再试。",
    },
    "unsupported_script": {
        "en": "Questions can be asked in English, German or Chinese; this one seems to be in another language.",
        "de": "Fragen sind auf Deutsch, Englisch oder Chinesisch möglich; diese scheint in einer anderen Sprache zu sein.",
        "zh": "请用中文、英文或德文提问；这个问题似乎是用其他语言写的。",
    },
    "about": {
        "en": "What does the corpus say about “{topic}”?",
        "de": "Was sagt der Korpus über „{topic}“?",
        "zh": "语料库中关于“{topic}”说了什么？",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """The sentence ``key`` in ``language`` with its blanks filled."""
    return WORDS[key][language].format(**values)
