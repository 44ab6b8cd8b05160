"""What a reader says beside the question: "What is PUE? My students will ask." asks for PUE alone.

Left out is a sentence of the reader's own self that asks nothing and has no name; every word of it would be looked for
in the documents, and found in none.
"""

from __future__ import annotations

import re

from citechat_ingest import Glossary, is_question, sentence_spans

from ..language import terms

# Who speaks of himself, or is only polite.
_OF_THE_READER = {
    "en": re.compile(
        # "World War I", and "the US"
        r"\b(?:(?<!war )i|i['’]\w+|im|my|me|we|we['’]\w+|our|(?-i:us)|asking for|just (?:asking|curious|wondering)|thanks?|thank you|cheers"
        r"|no idea|never heard|kind regards|hello|hi|hey|good (?:morning|evening|afternoon))\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:ich|mein(?:e[nmrs]?)?(?!,)|mir|mich|wir|uns(?:er\w*)?|danke\w*|vielen dank"
        r"|nur so|keine ahnung|nie gehört|hallo|hi|guten (?:tag|morgen|abend)"
        r"|viele grüße|mfg)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"我(?!国)|咱|谢谢|多谢|麻烦|拜托|你好|您好|随便问|只是好奇|没听说过|没听过"),
}
# What is to be told, asked for without a question mark.
_WANTS = re.compile(
    r"\b(?:wh(?:at|o|ich|en|ere|y|ose)|how|tell|explain|name|list|give|show|want|need|like to know|compare)\b"
    r"|\b(?:w(?:as|er|ann|o|ie|arum|elche\w*|ieso|eshalb)|erklär\w*|nenn\w*|sag\w*|zeig\w*|wissen|brauch\w*|vergleich\w*)\b"
    r"|什么|谁|哪|几|多少|怎|为何|告诉|介绍|解释|说明|列|想|需要|比较|吗",
    re.IGNORECASE,
)


def without_remarks(text: str, language: str, glossary: Glossary) -> str:
    """The text without what the reader says of himself beside a question; as it stands where it has no question mark."""
    spans = sentence_spans(text, 0, language)
    sentences = [text[start:end] for start, end in spans]
    if not any(map(is_question, sentences)):
        return text
    kept = [one for one in sentences if not _is_remark(one, language, glossary)]
    if len(kept) in (0, len(sentences)):
        return text
    gap = "" if language == "zh" else " "
    asked = gap.join(kept)
    # "The mine closed. Why?": what stands beside a question may be what it asks of.
    return asked if terms.query_words(asked, language) else text


def _is_remark(sentence: str, language: str, glossary: Glossary) -> bool:
    asks = is_question(sentence) or _WANTS.search(sentence)
    of_reader = _OF_THE_READER.get(language)
    if asks or of_reader is None or not of_reader.search(sentence):
        return False
    return not glossary.found_in(sentence)
