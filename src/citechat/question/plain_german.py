"""A German question as people talk → the same in the words that documents use.

"Wie viele Leute arbeiten bei Zhipu?" becomes "Wie viele Mitarbeiter hat Zhipu?": spoken words give way
to written ones, and verbs that a text puts as a noun, or otherwise, to what it puts. Names stay as they are.
"""

from __future__ import annotations

import re

from citechat_ingest import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]+")

# What is counted of a thing: "Werbekosten", "Roboterpreis".
_COUNTED_OF = re.compile(
    r"(?<![\w-])(?P<of>[a-zäöüß]{3,}?)s?(?P<counted>kosten|ausgaben|preise?s?|umsatz|umsätze|gewinne?|verluste?|schulden|anteile?|größe|budget|etat)\b",
    re.IGNORECASE,
)

# Spoken → written, one after the other; "\\1" is what stood between.
_WRITTEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(spoken, re.IGNORECASE), written)
    for spoken, written in (
        # what leads to a question, or fills it
        (r"^(?:sag(?:t|en sie)? mal|ähm?|hey|hi|hallo|du|also|und zwar)[, ]+(?=\w+ )", ""),
        (
            r"^(?:(?:können|könnten|kannst|könntest|würden|würdest|könnt) (?:sie|du|ihr)\b[^?.]{0,50}?"
            r"\b(?:sagen|verraten|mitteilen|erklären|erläutern|erzählen)"
            r"|ich (?:würde|möchte|wollte|hätte)\b[^?.]{0,40}?\b(?:wissen|fragen|gewusst|erfahren)"
            r"|mich (?:würde\b[^?.]{0,20}? interessieren|interessiert)|weißt du|wissen sie"
            r"|(?:sag|sagen sie|erklär\w*|verrat\w*) (?:mir|uns)|ich frage mich)\b"
            r"(?: (?:bitte|mal|einmal|doch|kurz|gern|gerne|vielleicht|genau))*"
            r",? ?(?=\b(?:wie|was|wer|wann|wo|wohin|woran|womit|worin|welche\w*|warum|weshalb|wieso|wessen|wem|wen)\b)",
            "",
        ),
        (r"\baller(?=erste[nrsm]?\b)", ""),
        (r"\b(?:eig|eigtl)\b\.? ?", ""),
        (r"\bis\b(?= (?:der|die|das|denn|eig|n|so)\b)", "ist"),
        (r"\bnen?\b(?= \w)", "einen"),
        # people at work
        (
            r"\bwie ?viele (?:leute|menschen|personen) (?:arbeiten|schaffen|malochen) (?:bei|für|in)\b",
            "Wie viele Mitarbeiter hat",
        ),
        (r"\bwie ?viele (?:leute|menschen|personen) beschäftigt\b", "Wie viele Mitarbeiter hat"),
        (r"\b(?:boss|oberhaupt|firmenchef)\b", "Chef"),
        (
            r"\bwer hat (?:denn |eigentlich |heute )*(?:bei|in|von) (.{2,40}?) (?:eigentlich |heute )*das sagen\b",
            r"Wer ist der Chef von \1",
        ),
        (r"\bwer leitet\b", "Wer ist der Chef von"),
        # what somebody is strong in; a rope's strength is another
        (
            r"\bworin (?:liegt|liegen|besteht|bestehen) (?:denn |eigentlich )?(?:die )?(\w+s) (?:große[nr]? )?Stärken?(?=\W*$)",
            r"Was ist \1 Vorteil",
        ),
        (
            r"(?<=\w[s’'] )(?:größte |große |eigentliche )?(?:Stärken?|Trümpfe|Trumpf)(?=\W*$)",
            "Vorteil",
        ),
        (r"\b(?:Stärken?|Trümpfe|Trumpf)(?= von \w+\W*$)", "Vorteile"),
        # how something began
        (r"\bwann entstand(?:en)?\b(.*?)([?.! ]*)$", r"Wann wurde\1 gegründet\2"),
        (
            r"\bgründungsjahr (?:von |der |des )?(\w.*?)([?.! ]*)$",
            r"In welchem Jahr wurde \1 gegründet\2",
        ),
        (r"\bin welchem jahr entstand\b(.*?)([?.! ]*)$", r"In welchem Jahr wurde\1 gegründet\2"),
        (r"\bseit wann (?:existier(?:t|en)|besteh(?:t|en))\b(?= \w)", "seit wann gibt es"),
        (r"\b(wann|jahr) gings?(?= \w)(.*?) an den start\b", r"\1 wurde\2 gegründet"),
        (r"\b(?:aus der taufe gehoben|ins leben gerufen|hochgezogen|aufgezogen)\b", "gegründet"),
        # money and fame
        (r"\b(was|wie ?viel) (hat|haben) (.{2,40}?) umgesetzt\b", r"\1 \2 \3 an Umsatz erzielt"),
        (r"\bverschlungen\b", "gekostet"),
        (r"\b(?:hingeblättert|hingelegt|springen lassen|lockergemacht|berappt)\b", "bezahlt"),
        (r"\b(?:hinlegen|hinblättern|lockermachen|berappen|löhnen|blechen)\b", "zahlen"),
        (r"\binvestoren-?geld(?:er)?\b", "Geld"),
        # by what it goes, and where it is good to be
        (r"\bnach was\b", "wonach"),
        (
            r"\b(?:so )?ein (?:so )?(?:guter|idealer|toller|geeigneter) (?:platz|ort|fleck)\b",
            "ein guter Standort",
        ),
        (r"\blandkreise(?=n?\b)", "Kreise"),
        # what people call generative AI
        (
            r"\b(?:Programme?n?|Werkzeugen?|Tools?|Apps?), (?:die|das|der) (?:selbst |selber |von allein )?"
            r"(?:(?:schreib|mal|zeichn|dicht|text)(?:en|et|t)(?:,? (?:und|oder) )?)+\b",
            "generative KI",
        ),
        (r"\bMiese\b", "Verlust"),
        (r"\bwo kommt (.{2,40}?) her\b", r"Woher kommt \1"),
        (r"\bbörsennotiert\b", "an der Börse notiert"),
        (r"\bwomit macht (.{2,60}?) von sich reden\b", r"Wofür ist \1 bekannt"),
        # "KI-Firmenanzahl", "Einwohnerzahl": how many there are
        (r"\b([\w-]{3,}?)(?:anzahl)\b", r"Anzahl \1"),
        # places and things in short
        (r"(?<!-)\bunis\b", "Universitäten"),
        (r"(?<!-)\buni\b", "Universität"),
        (r"(?<=[a-zäöüß])-uni(?:-(?:leute|absolvent|alumn)\w*)?\b", "-Universität"),
        (r"\bbuden?\b", "Unternehmen"),
        (r"\b(?:kohle|knete|moneten)\b", "Geld"),
        (r"\bgrafik(?:chips?|karten?|prozessoren)\b", "Chips"),
        (r"\b(?:geld)?töpfen?\b|\b(?:geld)?topf(?:es)?\b", "Etat"),
        (r"\bserver-?(?:farm|park|halle|scheune)(?:en|s|n)?\b|\bserverräumen?\b", "Rechenzentren"),
        (r"\bschluck(?:t|en)\b", "verbrauchen"),
        (r"\bverdonnert\b", "verpflichtet"),
    )
)


def plain_german(question: str) -> str:
    """``question`` in written German; one that is so already comes back unchanged."""
    plain = question
    for spoken, written in _WRITTEN:
        plain = spoken.sub(written, plain)
    plain = _with_parts(plain)
    return " ".join(plain.split()) if plain != question else question


def _with_parts(question: str) -> str:
    """Key words with the parts of what is counted of a thing behind it: a document says "Werbung kostete". A question in a
    sentence stays as it is.
    """
    words = _WORD.findall(question.lower())
    if not FUNCTION_WORDS["de"].isdisjoint(words):
        return question
    return _COUNTED_OF.sub(r"\g<0> \g<of> \g<counted>", question)
