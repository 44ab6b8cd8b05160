"""Every sentence that citechat itself says to a reader, in English, German and Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    # When the documents do not say it.
    "no_evidence": {
        "en": "The documents do not say.",
        "de": "Dazu sagen die Dokumente nichts.",
        "zh": "资料里没有提到这一点。",
    },
    "no_evidence_of": {
        "en": "The documents do mention {names}, but they do not say this.",
        "de": "Die Dokumente sprechen zwar von {names}, aber dazu sagen sie nichts.",
        "zh": "资料里提到了{names}，但没有说到这一点。",
    },
    "no_evidence_of_several": {
        "en": "The documents do mention {names}, but they do not say this.",
        "de": "Die Dokumente sprechen zwar von {names}, aber dazu sagen sie nichts.",
        "zh": "资料里提到了{names}，但没有说到这一点。",
    },
    "try_instead": {
        "en": "They do answer:",
        "de": "Beantworten lässt sich damit:",
        "zh": "可以这样问：",
    },
    # What the chat says of itself.
    "greeting": {
        "en": (
            "Hello! Ask me something; I answer in sentences from the documents, each with "
            "its source."
        ),
        "de": (
            "Hallo! Stellen Sie mir eine Frage; ich antworte mit Sätzen aus den Dokumenten, "
            "jeder mit seiner Quelle."
        ),
        "zh": "你好！请提问，我用资料里的原句回答，每句都注明出处。",
    },
    "thanks": {
        "en": "You are welcome. Anything else you would like to know?",
        "de": "Gern geschehen. Möchten Sie noch etwas wissen?",
        "zh": "不客气，还想了解什么？",
    },
    "goodbye": {
        "en": "Goodbye, and come back any time.",
        "de": "Auf Wiedersehen, und gern bis zum nächsten Mal.",
        "zh": "再见，欢迎随时再来提问。",
    },
    "abilities": {
        "en": (
            "I answer questions about the article “{title}”, which asks how China's cities "
            "compete in AI, and about the sources that bear it out or contradict it. Every "
            "sentence is quoted from them."
        ),
        "de": (
            "Ich beantworte Fragen zum Artikel „{title}“, in dem es um den KI-Wettbewerb "
            "chinesischer Städte geht, und zu den Quellen, die ihn stützen oder ihm "
            "widersprechen. Jeder Satz ist daraus zitiert."
        ),
        "zh": (
            "我可以回答关于文章《{title}》的问题：文章讲中国各城市的人工智能竞争；"
            "也可以回答印证或反驳它的各种来源。每句话都引自这些资料。"
        ),
    },
    "abilities_any": {
        "en": (
            "I answer questions about the documents at hand, such as {titles}. Every "
            "sentence is quoted from them."
        ),
        "de": (
            "Ich beantworte Fragen zu den vorliegenden Dokumenten, etwa {titles}. Jeder Satz "
            "ist daraus zitiert."
        ),
        "zh": "我可以回答关于手头这些资料的问题，例如{titles}。每句话都引自资料原文。",
    },
    "languages": {
        "en": "Ask in English, German or Chinese; I answer in the language of the question.",
        "de": "Deutsch, Englisch und Chinesisch; ich antworte in der Sprache der Frage.",
        "zh": "中文、英文和德文都可以；用哪种语言提问，我就用哪种语言回答。",
    },
    "for_example": {
        "en": "For example: {questions}",
        "de": "Zum Beispiel: {questions}",
        "zh": "例如：{questions}",
    },
    "sources": {
        "en": (
            "I answer from {number} documents, among them {titles}. Each quote opens its document."
        ),
        "de": (
            "Ich antworte aus {number} Dokumenten, darunter {titles}. Jedes Zitat öffnet "
            "sein Dokument."
        ),
        "zh": "我的回答出自{number}份资料，其中有{titles}。点开引文即可查看原文。",
    },
    "sure_quoted": {
        "en": "The words are the document's own:",
        "de": "So steht es im Dokument:",
        "zh": "原文如此：",
    },
    "sure_alone": {
        "en": "No other document that I found gives another figure or contradicts it.",
        "de": "Ich habe kein anderes Dokument gefunden, das dem widerspricht.",
        "zh": "我没有找到与此相矛盾的其他资料。",
    },
    # The chat's few words between quotes.
    "lead_but": {"en": "But:", "de": "Aber:", "zh": "不过："},
    "lead_by_contrast": {"en": "By contrast:", "de": "Dagegen:", "zh": "另一说："},
    "lead_article": {"en": "The article says:", "de": "Der Artikel sagt:", "zh": "文章说："},
    "lead_checked": {"en": "The sources:", "de": "Die Quellen:", "zh": "来源核对："},
    "lead_not": {"en": "Not {name}:", "de": "Nicht {name}:", "zh": "不是{name}："},
    "empty_question": {
        "en": "The question is empty. Please type a question in English, German or Chinese.",
        "de": (
            "Die Frage ist leer. Bitte eine Frage auf Deutsch, Englisch oder Chinesisch eingeben."
        ),
        "zh": "问题是空的，请用中文、英文或德文输入一个问题。",
    },
    "question_too_long": {
        "en": (
            "The question has {length} characters; at most {limit} are read. Please shorten it."
        ),
        "de": "Die Frage hat {length} Zeichen; gelesen werden höchstens {limit}. Bitte kürzen.",
        "zh": "问题共有{length}个字符，最多可处理{limit}个，请缩短后再试。",
    },
    "unsupported_script": {
        "en": (
            "Questions can be asked in English, German or Chinese; this one seems to be in "
            "another language."
        ),
        "de": (
            "Fragen sind auf Deutsch, Englisch oder Chinesisch möglich; diese scheint in "
            "einer anderen Sprache zu sein."
        ),
        "zh": "请用中文、英文或德文提问；这个问题似乎是用其他语言写的。",
    },
    "about": {
        "en": "What do the documents say about “{topic}”?",
        "de": "Was sagen die Dokumente über „{topic}“?",
        "zh": "资料里关于“{topic}”说了什么？",
    },
    # Figures: that somebody else counted, and what a number is in other units.
    "that_leaves": {
        "en": "That leaves {names}:",
        "de": "Bleiben {names}:",
        "zh": "剩下的是{names}：",
    },
    "another_count": {
        "en": "By another count:",
        "de": "Nach anderer Zählung:",
        "zh": "另一种统计：",
    },
    "another_count_of": {
        "en": "By another count, {place}:",
        "de": "Nach anderer Zählung {place}:",
        "zh": "另一种统计中，{place}：",
    },
    "added_up": {
        "en": "Added up, that makes {total}.",
        "de": "Zusammengezählt sind das {total}.",
        "zh": "加起来是{total}。",
    },
    "in_other_units": {
        "en": "Converted, {number}:",
        "de": "Umgerechnet {number}:",
        "zh": "换算为{number}：",
    },
    "several_in_other_units": {
        "en": "Converted: {equations}.",
        "de": "Umgerechnet: {equations}.",
        "zh": "换算：{equations}。",
    },
    "no_such_currency": {
        "en": "The documents give this in {given}; they name no amount in {asked}.",
        "de": "Die Dokumente nennen den Betrag in {given}; in {asked} geben sie ihn nicht an.",
        "zh": "资料只给出了{given}金额，没有{asked}金额。",
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
        "en": "Quotes only: the documents do not bear out what the language model wrote.",
        "de": "Nur Zitate: Die Dokumente belegen nicht, was das Sprachmodell geschrieben hat.",
        "zh": "以下仅为原文摘录：语言模型所写内容在资料中找不到依据。",
    },
    # What an export is headed with.
    "export_title": {
        "en": "Asked and answered, with sources",
        "de": "Fragen und Antworten, mit Quellen",
        "zh": "问答及出处",
    },
    "export_sources": {"en": "Sources", "de": "Quellen", "zh": "出处"},
    "export_back": {"en": "Back to the text", "de": "Zurück zum Text", "zh": "回到正文"},
}


def say(key: str, language: str, **values: object) -> str:
    """The sentence ``key`` in ``language`` with its blanks filled."""
    return WORDS[key][language].format(**values)
