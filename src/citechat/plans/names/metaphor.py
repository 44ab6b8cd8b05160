"""By what image a text speaks of something: "the brain", "the hand" of an industry.

An image stands in quotation marks. The sentence that sets most of them side by side tells all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from citechat_ingest import Name

from ...language import terms
from ...language.answer_types import asks_openly
from ...language.number_words import TWO_TO_TEN, TWO_TO_TEN_CHINESE
from ...language.quotation_marks import CLOSING, OPENING, quoted
from ...messages import say
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..statements import Findings, Statement
from .authors_opinion import without_author
from .profile import article_quotes

_ASKS_FOR_AN_IMAGE = re.compile(
    r"\b(?:metaphors?|similes?|imagery|nicknames?|nicknamed|body parts?|part of (?:the|a) body)\b"
    r"|\blike(?:n|ns|ned|ning)\b|\bcompares?\b(?=.{1,60}\b(?:to|with)\W*$)|\bto what\b.{1,60}\bcompare[sd]?\b"
    r"|\bimages?\b(?=.{0,20}\b(?:use[sd]?|of (?:the )?\w+,)|\W)"
    r"|\b(?:metaphern?|beiname\w*|spitzname\w*|körperteil\w*|sprachbild\w*|sinnbild\w*)\b|\bbild(?:er|ern|es)?\b|\bwomit\b.{1,40}\bvergleich\w*"
    r"|比喻|打比方|比作|比成|喻为|形容[成为]|绰号|外号|昵称|身体.{0,6}部[位分]",
    re.IGNORECASE,
)
# Whom an image stands for is asked by the image itself, or whether it is somebody's: "the hand", 是大脑.
_AS_A_NOUN = (
    rf"(?:[{OPENING}]|\b(?:the|an?|as|de[rmn]|die|das|als|zu[rm])\s+|[的是作成为])"
    rf"{{image}}(?:[{CLOSING}]|\W*$|\s+(?:of|in|for|de[rs]|von|vo[mn])\b|[？?吗呢，])"
)
_CALLED = re.compile(
    r"\b(?:called|known as|stands? for|dubbed)\b|\b(?:heißt|nennt|genannt|gilt als|steht|stehen)\b"
    r"|称为|被称|叫做|当作|代表|分别指",
    re.IGNORECASE,
)
_IMAGE = quoted(shortest=1, longest=24)
# An image is a word or two, or a few Chinese characters: more is a quotation.
_WORDS, _SIGNS = 2, 4
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Six "dragons" are so many things, and no image of one.
_COUNTED = re.compile(
    rf"(?:\b(?:{TWO_TO_TEN}|\d+)(?: little| kleinen?)? |[{TWO_TO_TEN_CHINESE}\d][条个只头大位]?|top |besten )\W?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Told:
    """A sentence, and its images: each with the name that it stands for, the last before it."""

    quote: Quote
    images: tuple[tuple[str, Name | None], ...]


@dataclass(frozen=True)
class _Asked:
    """What a question asks: by its ``names``, by the images that ``speaks_of`` finds in it, or by both."""

    names: Sequence[Name]
    speaks_of: Callable[[str], bool]
    must_speak: bool = True

    def whose(self, told: _Told) -> list[Name | None]:
        """Whom those images of a sentence stand for that the question speaks of."""
        return [whose for image, whose in told.images if self.speaks_of(image)]

    def worth(self, told: _Told) -> tuple[int, int]:
        """How many of its images the question speaks of, and how many it has."""
        return len(self.whose(told)), len(told.images)


def statements(findings: Findings) -> Sequence[Statement]:
    """The sentence with the images that are asked for, and as many beside them as one holds; nothing
    where none is asked for, or no sentence has any."""
    asked = _asked(findings)
    if asked is None:
        return ()
    fitting = [told for told in _all_told(findings) if _fits(told, asked, findings)]
    best = max(fitting, key=asked.worth, default=None)
    if best is None:
        return ()
    lead = _not_theirs(asked.names, asked.whose(best), findings.language)
    return [Statement(best.quote, lead)]


def _asked(findings: Findings) -> _Asked | None:
    """What a question for an image asks; None for any other."""
    text, language = findings.asked, findings.language
    plain = without_author(text, findings.index, language)
    said = findings.index.glossary.found_in(plain)
    names = [name for name in said if _is_one(name, findings)]
    if asks_openly(text, language) and _ASKS_FOR_AN_IMAGE.search(text):
        # A term of the field has no image of its own.
        return _Asked(names, partial(_holds_word, text, language), bool(said) and not names)
    if plain != text or _CALLED.search(text):
        return _Asked(names, partial(_is_noun, text))
    return None


def _fits(told: _Told, asked: _Asked, findings: Findings) -> bool:
    """Whether a sentence has the images that a question speaks of; where it speaks of none, whether it
    names all that is asked about."""
    if asked.whose(told):
        return True
    named = findings.index.glossary.found_in(told.quote.text)
    return not asked.must_speak and all(name in named for name in asked.names)


def _not_theirs(names: Sequence[Name], whose: Sequence[Name | None], language: str) -> str:
    """That the image which is asked about is not that of the one name of the question, where it is not."""
    if len(names) != 1 or not all(whose) or not whose or names[0] in whose:
        return ""
    return say("lead_not", language, name=names[0].names[language])


def _holds_word(text: str, language: str, image: str) -> bool:
    return set(terms.words(image, language)) <= set(terms.words(text, language))


def _is_noun(text: str, image: str) -> bool:
    """Whether a text says "the hand", or sets it in quotation marks, and not "hand luggage"."""
    pattern = _AS_A_NOUN.replace("{image}", re.escape(image))
    return bool(re.search(pattern, text, re.IGNORECASE))


def _sentences(findings: Findings) -> list[Quote]:
    """Those of the article, and what was found."""
    own = article_quotes(findings.index, findings.language)
    found = (quote for quote in findings.quotes if not is_verdict(quote))
    return [*own, *found]


def _is_one(name: Name, findings: Findings) -> bool:
    """Whether a name is that of one who may have an image: neither a term nor the country of all."""
    return name.kind != "concept" and not findings.index.figures.is_country(name)


def _all_told(findings: Findings) -> list[_Told]:
    """The sentences that have images."""
    told = [_Told(quote, _images(quote, findings)) for quote in _sentences(findings)]
    return [one for one in told if one.images]


def _images(quote: Quote, findings: Findings) -> tuple[tuple[str, Name | None], ...]:
    """The words of a sentence in quotation marks that are no sayings and no part of a name, and whom
    they stand for."""
    found = list(_IMAGE.finditer(quote.text))
    marked = [match for match in found if _is_image(match, findings)]
    return tuple((match[1], _stands_for(match, findings)) for match in marked)


def _stands_for(image: re.Match[str], findings: Findings) -> Name | None:
    """The last name before an image."""
    before = findings.index.glossary.mentions(image.string[: image.start()])
    named = [mention.name for mention in before if _is_one(mention.name, findings)]
    return named[-1] if named else None


def _is_image(match: re.Match[str], findings: Findings) -> bool:
    """Whether marked words are few, no name, and not so many things."""
    word = match[1]
    is_short = len(word) <= _SIGNS if _HAN.search(word) else len(word.split()) <= _WORDS
    is_counted = _COUNTED.search(match.string[: match.start()])
    return is_short and not is_counted and not findings.index.glossary.found_in(word)
