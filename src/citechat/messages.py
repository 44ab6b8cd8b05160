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
    # Why quotes stand where a language model should have written.
    "model_timeout": {
        "en": "Quotes only: the language model did not answer in time.",
        "de": "Nur Zitate: Das Sprachmodell hat nicht rechtzeitig geantwortet.",
        "zh": "以下仅为原文摘录：语言模型未能及时作答。",
    },
    "model_unreachable": {
        "en": "Quotes only: the language model cannot be reached.",
        "de": "Nur Zitate: Das Sprachmodell ist nicht erreichbar.",
        "zh": "以下仅为原文摘录：无法连接语言模型。",
    },
    "model_rate_limited": {
        "en": "Quotes only: the language model is overloaded or its quota is used up.",
        "de": "Nur Zitate: Das Sprachmodell ist überlastet oder sein Kontingent aufgebraucht.",
        "zh": "以下仅为原文摘录：语言模型繁忙或调用额度已用完。",
    },
    "model_error": {
        "en": "Quotes only: the language model reported an error.",
        "de": "Nur Zitate: Das Sprachmodell hat einen Fehler gemeldet.",
        "zh": "以下仅为原文摘录：语言模型出错。",
    },
    "model_key_refused": {
        "en": "Quotes only: the language model's provider wants a valid key.",
        "de": "Nur Zitate: Der Anbieter des Sprachmodells verlangt einen gültigen Schlüssel.",
        "zh": "以下仅为原文摘录：语言模型服务商要求提供有效密钥。",
    },
    "model_context_too_long": {
        "en": "Quotes only: the passages are too long for the language model.",
        "de": "Nur Zitate: Die Textstellen sind für das Sprachmodell zu lang.",
        "zh": "以下仅为原文摘录：文本超出语言模型可处理的长度。",
    },
    "model_cut_off": {
        "en": "Quotes only: the language model broke off in the middle.",
        "de": "Nur Zitate: Das Sprachmodell hat mittendrin abgebrochen.",
        "zh": "以下仅为原文摘录：语言模型的回答中途中断。",
    },
    "model_empty": {
        "en": "Quotes only: the language model returned nothing.",
        "de": "Nur Zitate: Das Sprachmodell hat nichts geliefert.",
        "zh": "以下仅为原文摘录：语言模型没有返回内容。",
    },
    "model_garbage": {
        "en": "Quotes only: what the language model wrote makes no sense.",
        "de": "Nur Zitate: Was das Sprachmodell geschrieben hat, ergibt keinen Sinn.",
        "zh": "以下仅为原文摘录：语言模型返回的内容无法理解。",
    },
    "model_wrong_language": {
        "en": "Quotes only: the language model answered in another language.",
        "de": "Nur Zitate: Das Sprachmodell hat in einer anderen Sprache geantwortet.",
        "zh": "以下仅为原文摘录：语言模型用了其他语言作答。",
    },
    "model_unsupported": {
        "en": "Quotes only: the corpus does not bear out what the language model wrote.",
        "de": "Nur Zitate: Der Korpus belegt nicht, was das Sprachmodell geschrieben hat.",
        "zh": "以下仅为原文摘录：语言模型所写内容在语料库中找不到依据。",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """The sentence ``key`` in ``language`` with its blanks filled."""
    return WORDS[key][language].format(**values)
