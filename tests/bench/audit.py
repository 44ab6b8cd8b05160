"""How far `citechat audit` agrees with the verdicts that people gave: the 78 of the shipped article.

    python tests/bench/audit.py [en de zh] [--half 0|1] [--article] [--no-glossary] [--itself]

The sources alone are read, in a folder of their own: no audit, no profiles, no expected questions.
Sentences of theirs that speak of the article are left out by the audit itself. Claims are read as
the audit's text puts them, or with --article in the sentence of the article that makes them. Refined
and contradicted count as one, as "in part" and "contradicted" do. Of late the disagreements of both
halves were looked at: the last 15 claims of tests/auditing/invented.toml were written after the rules.
With --itself the source is the article, which makes every claim in other words: all should be borne
out.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path

from citechat import CiteChat, Settings
from citechat.auditing import JudgedClaim, audit_document
from citechat.retrieval.locating import most_similar_sentence
from citechat_ingest import (
    AuditedClaim,
    Document,
    Paragraph,
    read_audited_claims,
    read_document,
    shipped_corpus,
)

LANGUAGES = ("en", "de", "zh")
OURS = {
    "borne_out": "borne out",
    "in_part": "differs",
    "contradicted": "differs",
    "not_found": "not found",
}
THEIRS = {
    "supported": "borne out",
    "refined": "differs",
    "contradicted": "differs",
    "unconfirmed": "not found",
}
ROWS = ("borne out", "differs", "not found")


def half_of(check: AuditedClaim) -> int:
    """0 or 1, by the name of a claim alone."""
    return int(hashlib.sha256(check.claim_id.encode()).hexdigest(), 16) % 2


def sources_alone(with_glossary: bool, folder: Path) -> Path:
    """The sources of the shipped corpus, by language, in a folder of their own."""
    for language in LANGUAGES:
        shutil.copytree(shipped_corpus() / language / "sources", folder / language)
    if with_glossary:
        shutil.copy(shipped_corpus() / "glossary.toml", folder)
    return folder


def article_alone(folder: Path) -> Path:
    """The shipped article as a source like any other."""
    for language in LANGUAGES:
        text = (shipped_corpus() / language / "article.md").read_text(encoding="utf-8")
        (folder / language).mkdir(parents=True)
        plain = text.replace("role: article\n", "", 1)
        (folder / language / "text.md").write_text(plain, encoding="utf-8")
    shutil.copy(shipped_corpus() / "glossary.toml", folder)
    return folder


def claims_as_article(checks: list[AuditedClaim], language: str) -> Document:
    """A text of nothing but the claims, one a paragraph."""
    text, paragraphs = "", []
    for check in checks:
        claim = check.text[language]
        paragraphs.append(Paragraph(len(text), len(text) + len(claim), name=check.claim_id))
        text += f"{claim}\n\n"
    return Document("claims", language, "Claims", text, tuple(paragraphs))


def place_of(check: AuditedClaim, article: Document, as_article: bool) -> tuple[int, int]:
    """Where the text that was audited makes the claim."""
    named = check.paragraph if as_article else check.claim_id
    paragraph = next(one for one in article.paragraphs if one.name == named)
    if not as_article:
        return paragraph.start, paragraph.end
    return most_similar_sentence(check.text[article.language], article, paragraph)


def audited(
    checks: list[AuditedClaim], chat: CiteChat, language: str, as_article: bool
) -> dict[str, JudgedClaim]:
    """AuditedClaim → what became of its claim; a claim that was not taken for one is missing."""
    if as_article:
        article = read_document(shipped_corpus() / language / "article.md", "article", language)
    else:
        article = claims_as_article(checks, language)
    by_start = {claim.start: claim for claim in audit_document(article, chat).claims}
    places = {check.claim_id: place_of(check, article, as_article)[0] for check in checks}
    return {name: by_start[start] for name, start in places.items() if start in by_start}


def outcome_of(claim: JudgedClaim | None) -> str:
    """What is counted; a claim that was not taken for one was not found."""
    return OURS[claim.outcome] if claim else "not found"


def print_table(name: str, checks: list[AuditedClaim], judged: dict[str, JudgedClaim]) -> None:
    """The agreement, and which verdicts were given for which."""
    pairs = Counter((THEIRS[c.verdict], outcome_of(judged.get(c.claim_id))) for c in checks)
    agreed = sum(count for (theirs, ours), count in pairs.items() if theirs == ours)
    commonest = Counter(THEIRS[c.verdict] for c in checks).most_common(1)[0][1]
    print(f"\n{name}: {agreed} of {len(checks)} agree ({agreed / len(checks):.2f}); ", end="")
    print(f"the commonest verdict alone {commonest / len(checks):.2f}")
    print(f"{'people, across: audit':24}" + "".join(f"{row:>12}" for row in ROWS))
    for theirs in ROWS:
        print(f"{theirs:24}" + "".join(f"{pairs[theirs, ours]:12}" for ours in ROWS))


def print_disagreements(
    checks: list[AuditedClaim], judged: dict[str, JudgedClaim], language: str
) -> None:
    """Each claim on which the two differ, with what the audit cites."""
    for check in checks:
        claim = judged.get(check.claim_id)
        if THEIRS[check.verdict] == outcome_of(claim):
            continue
        ours = claim.outcome if claim else "no claim"
        unstated = f" (unstated: {', '.join(claim.unstated)})" if claim and claim.unstated else ""
        print(f"\n{check.verdict} / {ours}{unstated}: {check.text[language]}")
        for sign, cited in (("+", claim.bearing), ("-", claim.otherwise)) if claim else ():
            for citation in cited:
                print(f"   {sign} {citation.document_id}: {citation.quote}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--half", type=int, choices=(0, 1), help="list disagreements of this half")
    parser.add_argument("--article", action="store_true")
    parser.add_argument("--no-glossary", action="store_true")
    parser.add_argument("--itself", action="store_true")
    given = parser.parse_args()
    checks = list(read_audited_claims([shipped_corpus()]))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "sources"
        write = article_alone if given.itself else partial(sources_alone, not given.no_glossary)
        corpus = write(folder)
        chat = CiteChat(Settings(corpus=corpus, index_dir=Path(place) / "index"))
        for language in given.languages:
            judged = audited(checks, chat, language, given.article)
            if given.itself:
                print(language, dict(Counter(claim.outcome for claim in judged.values())))
                continue
            halves = {n: [c for c in checks if half_of(c) == n] for n in (0, 1)}
            print_table(f"{language}, all", checks, judged)
            for number, half in halves.items():
                print_table(f"{language}, half {number}", half, judged)
            shown = halves[given.half] if given.half is not None else checks
            print_disagreements(shown, judged, language)


if __name__ == "__main__":
    main()
