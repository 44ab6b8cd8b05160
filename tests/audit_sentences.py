"""A claim beside sentences written for it: what the audit's rules make of the two."""

from __future__ import annotations

from citechat.auditing.claims import claims_of, with_places
from citechat.auditing.evidence import Evidence
from citechat.auditing.judging import Judgement, judge
from citechat.auditing.number_verdicts import Figure, figures_of
from citechat.verification.facts import StatedFacts, read_facts
from citechat_ingest import Document, Glossary, Name, Paragraph, Passage, Span

NAMES = Glossary()
# Names that are known are names at the start of a sentence, too.
KNOWN = Glossary(tuple(Name("company", {"en": name}) for name in ("Orne", "Kell", "Thorn")))


def article_of(text: str, language: str) -> Document:
    return Document("a", language, "A", text, (Paragraph(0, len(text)),))


def judged(
    claim: str,
    *sources: str,
    language: str = "en",
    closeness: float = 0.8,
    names: Glossary = NAMES,
) -> Judgement:
    (read,) = claims_of(article_of(claim, language), names, lambda term, language, kind: 1.0)
    return judge(read, [_evidence(source, language, closeness, names) for source in sources])


def figures_beside(
    claim: str, source: str, language: str = "en", names: Glossary = NAMES
) -> list[Figure]:
    """What one sentence makes of the numbers of a claim."""
    (read,) = claims_of(article_of(claim, language), names, lambda term, language, kind: 1.0)
    near = [_evidence(source, language, 0.8, names)]
    return figures_of(read, near, near)


def _evidence(text: str, language: str, closeness: float, names: Glossary = NAMES) -> Evidence:
    place = ((0, len(text)),)
    passage = Passage("s", language, "", "", 0, len(text), text, place)
    facts = with_places(read_facts(text, language, names), text, language)
    stated = StatedFacts(text, facts)
    return Evidence(Span(passage, 0, len(text)), closeness, stated, StatedFacts("", ()))
