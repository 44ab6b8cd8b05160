"""Which city, who signed, which hall: a sentence gives it where it names one that the question does
not have."""

from __future__ import annotations

import re

from ...verification.facts import ProperName
from ..query import Query, QueryName
from .slot_said import Said, new_names, says_the_word, with_expected

# Kind of a name in the glossary → the words of a question that ask for one of that kind.
_CLASSES = {
    "place": (
        r"cit(?:y|ies)|towns?|provinces?|stadt|städte\w*|provinz\w*",
        r"城市?|省份?|直辖市",
    ),
    "company": (
        r"compan(?:y|ies)|firms?|start-?ups?|banks?|firm(?:a|en)|unternehmen|konzern\w*|hersteller\w*|bank(?:en)?",
        r"公司|企业|厂商|银行",
    ),
    "university": (
        r"universit(?:y|ies)|universität\w*|hochschule\w*|uni",
        r"大学|高校",
    ),
    "product": (r"apps?|models?|chips?|modelle?n?", r"应用|模型|大模型|芯片"),
    # whose maker is another thing
    "work": (
        r"(?:(?:video ?)?games?|cars?|drones?)(?![ -](?:mak|compan|firm|manufact|factor|plant|brand|stud|group|develop)\w*)"
        r"|(?:(?:video|computer)-?)?spiele?|autos?|drohnen?",
        r"游戏(?!公司|企业)|汽车(?!公司|企业|厂|品牌)|车型|无人机(?!公司|企业|厂)",
    ),
}
# Between "which" and the kind stands what it is like ("which large Shanghai firms"): no verb, no article and no
# preposition, after which another thing is asked ("what do firms run").
_NO_KIND = (
    r"(?:a|an|the|is|are|was|were|be|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must"
    r"|makes?|sells?|builds?|runs?|wants?|puts?|of|in|on|at|by|for|to|from|with|as|than|that|what|which|who|how|once|after|before)"
)
# An official of a city is no city, and neither is what is a city's.
_OF_A_KIND = (
    r"['’]|[ -](?:officials?|districts?|governments?|plans?|goals?|targets?|debts?|clusters?|makers?|designers?|compan(?:y|ies)"
    r"|firms?|industr(?:y|ies)|vouchers?|founders?|boss(?:es)?|heads?|chiefs?|leaders?|lists?|rankings?)\b"
)
_KINDS = {
    kind: re.compile(
        rf"\b(?:which|what)\b(?! (?:kind|sort|type)s?\b)(?: of(?: the| [\w-]+['’]s?)?)?"
        rf"(?: (?!{_NO_KIND}\b)[\w-]+){{0,3}}? (?:{latin})\b(?!{_OF_A_KIND})"
        rf"|\bwelche[rsnm]?(?: [\w-]+){{0,2}} (?:[\w-]+-)?(?:{latin})\b|哪[一几些]?[家个座所款]?的?(?:{chinese})",
        re.IGNORECASE,
    )
    for kind, (latin, chinese) in _CLASSES.items()
}
# An app may be called by its maker, and an office is what some questions call a firm.
_NAMED_FOR = {
    "place": frozenset({"place"}),
    "company": frozenset({"company", "institution"}),
    "university": frozenset({"university", "institution"}),
    "product": frozenset({"product", "company"}),
    "work": frozenset({"product"}),
}
# "Norden or Southam?" names those that it asks about.
_OFFERS = re.compile(r"\b(?:or|oder)\b|还是|或|、|和|与|跟|比", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:or|oder)\b|还是", re.IGNORECASE)
# What a person alone does.
_OF_A_PERSON = re.compile(
    r"\bwho\b.{0,40}\b(?:signed|spoke|(?:gave|held|opened|delivered) .{0,30}\b(?:speech|talk|address)|founded|started|(?:run|head)s?)\b"
    r"|\bwho leads (?!in\b|the\b|by\b|among\b|china\b|when\b|world\b)"
    r"|\bfounder['’]s name\b"
    r"|\bwer\b.{0,60}\b(?:unterschrieb\w*|unterschrieben|unterzeichnet\w*|sprach|hielt .{0,30}rede|leitet|gegründet|gründete)\b"
    r"|\b(?:what is|what['’]s) the (?:founder|co-?founder|boss|chief|head)\b.{0,30}\b(?:called|named)\b"
    r"|\bname of (?:the|its|their) (?:founder|boss|chief|head)\b"
    r"|\bwie (?:heißt|heissen|heißen|hieß|hießen)\b.{0,20}\b(?:gründer|chef)\w*"
    r"|(?:谁|哪位).{0,6}(?:签署|签字|致辞|发言|演讲|掌管|执掌|创办|创立)"
    r"|(?:负责人|创始人|创办人)(?:是|叫)?(?:谁|什么|啥)",
    re.IGNORECASE,
)
_WHO_EXCEEDS = re.compile(
    r"\b(?:who|which)\b.{1,60}\b(?:more|less|fewer|larger|bigger|higher|smaller|older|younger|better|ahead) (?:than|of)\b"
    r"|\b(?:wer|welche[rs]?)\b.{1,60}\b(?:mehr|weniger|größer|höher|kleiner|älter|jünger|besser)\b.{0,20}\bals\b"
    r"|(?:谁|哪[家个些座款]).{0,6}比.{1,16}(?:[更还]|多$|高$|大$|强$)",
    re.IGNORECASE,
)
# Somebody with first and last name, who did it.
_FULL_NAME = re.compile(
    r"\b(?:by|von|durch) [A-ZÄÖÜ][\w'’-]+ (?:[A-Z]\. )?[A-ZÄÖÜ][\w'’-]+|[\u3400-\u9fff]·[\u3400-\u9fff]"
)
# Who is told by what he was: former employees, graduates, an office.
_SOMEBODY = re.compile(
    r"\b(?:graduates?|alumni|former employees?|managers?|engineers?|professors?|executives?|ministr\w+)\b"
    r"|\b\w*(?:absolvent\w*|manager\w*|ingenieur\w*|professor\w*|minister\w*)\b|\bfrühere\w* mitarbeiter\w*"
    r"|毕业生|校友|前员工|高管|工程师|教授|部",
    re.IGNORECASE,
)
# What no name tells, but a number or a place of a row.
_NO_NAME_EN = (
    r"(?:of|ones?|parts?|shares?|areas?|kind|sort|type|way|case|period|time|place|rank|level|years?|months?|days?"
    r"|sums?|respects?)\b"
)
_NO_NAME_DE = (
    r"(?:Art|Weise|Höhe|Summen?|Größe|Menge|Zahl|Zeitr[aä]ume?|Zeit|Anteile?|Umfang|Rang|Platz|Wert|Maß|Faktor|Tempo"
    r"|Frist|Etappe)\b"
)
_WHICH = re.compile(
    rf"\b[Ww]hich (?!{_NO_NAME_EN})([a-z]{{4,}})"
    r"(?= (?:did|does|do|is|are|was|were|has|have|had|will|in|of|on|for|uses?|gave|got|took)\b)"
    rf"|\b[Ww]elche[rmns]? (?!{_NO_NAME_DE}|Teil|Viertel)([A-ZÄÖÜ][\w-]+)"
    r"|哪[家个座所款条位]([\u3400-\u9fff]{2})"
)
# Names that answer no question for one of another kind; who reports it, only one for a medium.
_IDLE = frozenset({"concept"})
_MEDIA = re.compile(
    r"paper|outlet|magazine|journal|broadcaster|\b(?:web)?sites?\b|\bmedi|agency|\bsource"
    r"|zeitung|zeitschrift|blatt|magazin|sender|medium|\bseite|agentur|quelle|媒体|报|杂志|通讯社|网站|来源",
    re.IGNORECASE,
)

# A name of a kind


def kinds_asked(query: Query) -> list[str]:
    """The kinds of name of which a question asks which; none where it offers some itself."""
    if _OFFERS.search(query.text):
        return []
    return [kind for kind, pattern in _KINDS.items() if pattern.search(query.text)]


def names_the_kind(said: Said, query: Query) -> bool:
    """Whether a name of the kind stands there that is not in the question."""
    kinds = frozenset[str]().union(*(_NAMED_FOR[kind] for kind in kinds_asked(query)))
    return any(_is_of_a_kind(name, kinds, said) for name in new_names(said.facts, query))


def _is_of_a_kind(name: ProperName, kinds: frozenset[str], said: Said) -> bool:
    """Whether a name is of one of these kinds, or of none that is known; a country is no city."""
    is_country = said.index.figures.kind_of(name.spellings) == "country"
    return not is_country and (not name.kind or name.kind in kinds)


# A person


def asks_for_a_person(query: Query) -> bool:
    """Whether it is asked who did what only a person does."""
    return bool(_OF_A_PERSON.search(query.text)) and not _EITHER.search(query.text)


def names_somebody(said: Said, query: Query) -> bool:
    """Whether a person is named, or told by an office."""
    is_told = bool(_SOMEBODY.search(said.text)) or _has_a_full_name(said)
    return is_told or any(map(_may_be_a_person, new_names(said.facts, query)))


def _has_a_full_name(said: Said) -> bool:
    """Whether it is told by whom, with a first and a last name: "by Greta Falk", 格蕾塔·法尔克. No glossary need
    know them; who only reports it is seldom told so."""
    return bool(_FULL_NAME.search(said.text))


def _may_be_a_person(name: ProperName) -> bool:
    """Whether it is a person's name; one that no glossary knows has two words, but for Chinese."""
    is_long = any(" " in spelling or not spelling.isascii() for spelling in name.spellings)
    return is_long if not name.kind else name.kind == "person"


# Who is more than another


def asks_who_exceeds_another(query: Query) -> bool:
    """Whether it is asked who is more than one that is named: "who is worth more than Acme?"."""
    return bool(_WHO_EXCEEDS.search(query.text)) and bool(_compared(query))


def names_one_of_its_kind(said: Said, query: Query) -> bool:
    """Whether another of its kind is named: who tells of Acme alone has not said who is more."""
    kinds = {name.name.kind for name in _compared(query)}
    return any(name.kind in kinds for name in new_names(said.facts, query))


def _compared(query: Query) -> list[QueryName]:
    """The names of a question that may be exceeded."""
    return [name for name in query.names if name.proper]


# What the glossary has no kind for


def classes_asked(query: Query) -> list[str]:
    """The words for what a question asks which, where no kind of name is called so: "which hall"."""
    asks_else = kinds_asked(query) or "time" in query.types
    match = None if asks_else else _WHICH.search(query.text)
    if match is None or _OFFERS.search(query.text):
        return []
    return list(filter(None, match.groups()))


def names_one_of_the_class(said: Said, query: Query) -> bool:
    """Whether a sentence has the word, or a name that the question does not have and that is not
    its own source's."""
    text = with_expected(said.quote)
    is_said = all(says_the_word(word, text, query) for word in classes_asked(query))
    idle = _IDLE if _MEDIA.search(query.text) else _IDLE | {"publisher"}
    return is_said or any(name.kind not in idle for name in new_names(said.facts, query))
