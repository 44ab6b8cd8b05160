"""Article and sources → the audit: claims one after another, each judged and cited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from citechat_ingest import Document, read_document

from ..chat import CiteChat
from ..errors import InputError
from ..reading import make_reader
from ..settings import Settings
from ..values import Citation
from ..verification.citations import cite
from .claims import Claim, claims_of
from .evidence import Evidence, Sources
from .judging import CITED, Judgement, judge
from .results import Audit, JudgedClaim

Tick = Callable[[int, int], None]


def audit(
    article: str | Path,
    sources: str | Path | Sequence[str | Path],
    *,
    settings: Settings | None = None,
    tick: Tick | None = None,
) -> Audit:
    """What the sources say of each claim of an article that can be checked.

    ``article`` is a file of any format that citechat reads, ``sources`` a folder of such files, or
    several. The index of the sources is built on first use, and kept where ``settings`` keep it.
    ``tick`` is called with (claims judged, in all). Raises CorpusError for files that cannot be
    read.
    """
    path = Path(article).expanduser()
    if not path.is_file():
        raise InputError(f"{path} is no file; give the article as a file")
    own = (settings or Settings.from_env()).with_changes(corpus=sources, llm="")
    document = read_document(path, path.stem)
    return audit_document(document, CiteChat(own), tick)


def audit_document(article: Document, sources: CiteChat, tick: Tick | None = None) -> Audit:
    """``audit`` for an article that is read already and a chat over the sources. The article itself
    is no evidence, should it lie among them."""
    read = Sources(sources, without=article)
    claims = list(claims_of(article, read.glossary, read.weigh))
    reader = make_reader(sources.settings)
    cited = _Cited(sources)
    judged = []
    for number, claim in enumerate(claims, 1):
        judgement = judge(claim, read.near(claim), reader)
        judged.append(cited.judged(number, claim, judgement))
        if tick:
            tick(number, len(claims))
    skipped = sources.index.skipped
    return Audit(article.document_id, article.title, article.language, tuple(judged), skipped)


class _Cited:
    """Evidence → citations, numbered through the audit, each proven against its document."""

    def __init__(self, chat: CiteChat) -> None:
        self._chat = chat
        self._documents: dict[tuple[str, str], Document] = {}
        self._numbers: dict[tuple[str, str, int, int], int] = {}

    def judged(self, number: int, claim: Claim, judgement: Judgement) -> JudgedClaim:
        return JudgedClaim(
            number=number,
            text=claim.text,
            start=claim.span.start,
            end=claim.span.end,
            section=claim.span.passage.section,
            outcome=judgement.outcome,
            bearing=tuple(self._citations(judgement.bearing)),
            otherwise=tuple(self._citations(judgement.otherwise)),
            unstated=judgement.unstated,
        )

    def _citations(self, evidence: Iterable[Evidence]) -> Iterator[Citation]:
        for one in list(evidence)[:CITED]:
            span, passage = one.span, one.span.passage
            key = (passage.language, passage.document_id)
            if key not in self._documents:
                document = self._chat.document(passage.document_id, passage.language)
                self._documents[key] = document
            place = (*key, span.start, span.end)
            number = self._numbers.setdefault(place, len(self._numbers) + 1)
            yield cite(number, span, self._documents[key])
