"""The words of the page in its three languages, apart from the widgets."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "tagline": "Ask about China's AI cities. Every sentence of an answer is a quote that you can open.",
        "placeholder": "Ask a question …",
        "send": "Ask",
        "clear": "New conversation",
        "examples": "For example",
        "thinking": "Looking it up …",
        "quotes_only": "Quotes only: no language model is writing here.",
        "source_empty": "Click a number in an answer: the document opens here with the quote marked.",
        "source": "Source",
        "conversation": "Conversation",
        "open_original": "Original",
        "other_languages": "This paragraph in",
        "you": "You asked",
        "failed": "The answer could not be made: {reason}",
    },
    "de": {
        "tagline": "Fragen zu Chinas KI-Städten. Jeder Satz einer Antwort ist ein Zitat, das sich öffnen lässt.",
        "placeholder": "Frage eingeben …",
        "send": "Fragen",
        "clear": "Neues Gespräch",
        "examples": "Zum Beispiel",
        "thinking": "Wird nachgeschlagen …",
        "quotes_only": "Nur Zitate: Hier schreibt kein Sprachmodell.",
        "source_empty": "Ein Klick auf eine Nummer in der Antwort öffnet hier das Dokument mit dem markierten Zitat.",
        "source": "Quelle",
        "conversation": "Gespräch",
        "open_original": "Original",
        "other_languages": "Dieser Absatz auf",
        "you": "Ihre Frage",
        "failed": "Die Antwort kam nicht zustande: {reason}",
    },
    "zh": {
        "tagline": "问问中国的人工智能之城。回答中的每一句都是可以点开查证的原文。",
        "placeholder": "请输入问题……",
        "send": "提问",
        "clear": "新对话",
        "examples": "例如",
        "thinking": "正在查找……",
        "quotes_only": "仅引用原文，没有语言模型参与写作。",
        "source_empty": "点击回答中的编号，这里会打开文档并标出引文。",
        "source": "来源",
        "conversation": "对话",
        "open_original": "原文链接",
        "other_languages": "本段的其他语言",
        "you": "您的问题",
        "failed": "无法生成回答：{reason}",
    },
}

LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "zh": "中文"}


def browser_language(accept_language: str) -> str:
    """The first of our languages that an Accept-Language header names, else English."""
    wanted = (part.split(";")[0].strip().lower()[:2] for part in accept_language.split(","))
    return next((language for language in wanted if language in WORDS), "en")
