"""Does a sentence point back to the one before it? "It was built in 1892" says nothing to a reader
who has not read what was built.
"""

from __future__ import annotations

import re

_OPENS: dict[str, str] = {
    "en": r"he|she|it|they|his|her|hers|its|their|theirs|this|that|these|those|such|both"
    r"|another|others"
    r"|however|also|but|then|here|the (?:latter|former|same|other|others|second)"
    # "the first was", but not "the first Fair of Norden" or "the first lamps of Norden"
    r"|the first(?:(?= (?:is|are|was|were|has|had|one|of (?:them|these))\b)"
    r"|(?! (?-i:[A-Z])| (?:\w+ ){1,3}(?:of|in|by|for) (?-i:[A-Z])))"
    r"|one of (?:them|these|those)|for (?:example|instance|this|these)"
    r"|(?:in|of|at|by|to|with|from|under|during|among|after|before|because of|as part of"
    r"|as) (?:this|that|these|those|them|such)"
    r"|(?:when|while|if|although|though|because|since|after|before|as) (?:he|she|it|they|this"
    r"|these)|since then|in addition"
    # "the city was", but not "the Seagull was"
    r"|the (?=(?-i:[a-z])\w* (?:is|was|are|were|has|had|lies|also)\b)",
    "de": r"er|sie|es|ihr\w*|sein|seine[rnms]?|dies\w*|jene\w*|dort|da|dabei|damit|dadurch"
    r"|daher|darauf|darüber|daran|davon"
    r"|dazu|dafür|danach|darunter|daraufhin|deshalb|deswegen|somit|auch(?! (?-i:[A-ZÄÖÜ]))|aber|doch|jedoch"
    r"|beide\w*|solche\w*|zudem|außerdem|ebenfalls"
    r"|ebenso|dann|hier|letztere\w*|erstere\w*|(?:in|bei|mit|nach|während|aus|von|für|durch"
    r"|auf|zu|unter|an|seit|wegen)"
    r" (?:dies\w*|jene\w*|seine\w*|ihre\w*)"
    r"|(?:als|nachdem|obwohl|wenn|weil|während|da) (?:er|sie|es)|zum beispiel|beispielsweise"
    r"|so",
    "zh": r"[他她它]们?|其|这[个些种样里位次项一家]?|那[个些种里时家]?|该|此|但|而|并且?|也|还|同时|另外|因此|所以"
    r"|例如|比如|然而|不过"
    r"|之后|随后|后来|当时|两者|后者|前者|[在对由与为如][这此该他她它]|于是",
}
# "In this order" points to the row that it ends, "does not fit this" to what was just said.
_POINTS: dict[str, str] = {
    "en": r"\b(?:these|those|such) [a-z]+|\bthis (?!order\b)[a-z]+",
    "de": r"\b(?:diese[rnms]?(?! Reihenfolge\b)|solche[rnms]?|jene[rnms]?)\b",
    "zh": r"这[个些种样类项]|(?<!与)[该此][^外时前后]",
}
_WORD_ENDS = {"en": r"\b", "de": r"\b", "zh": ""}
_POINTS_BACK = {
    language: re.compile(
        # "IT Juzi" opens with a name.
        rf"^[\"'“„‘(]?(?!(?-i:[A-ZÄÖÜ]{{2}}))(?:{opens}){_WORD_ENDS[language]}|{_POINTS[language]}",
        re.IGNORECASE,
    )
    for language, opens in _OPENS.items()
}


def points_back(sentence: str, language: str) -> bool:
    """Whether ``sentence`` opens with, or points by, a word that means something said before."""
    return bool(_POINTS_BACK[language].search(sentence))
