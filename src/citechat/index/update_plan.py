"""What an index takes from the one before it, and what is read and embedded for it.

Layers grow as those of a log-structured merge tree do (O'Neil et al. 1996,
https://doi.org/10.1007/s002360050048): a new layer takes up those which it would nearly match in
size, so that there are never more than a few, and a document is written anew only a few times.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from citechat_ingest import (
    CorpusError,
    Document,
    Seen,
    TwinError,
    expected_files,
    read_audit,
    read_files,
    split_passages,
)

from ..settings import Settings
from .corpus_state import CorpusState, StampedFile, corpus_roots
from .layered_store import LayeredStore
from .manifest import IndexedDocument, IndexedFile, Key, Manifest

# A layer stays while it has more than so many times the passages of the one that comes above it,
_LARGER = 4
# and while no more than this share of its own passages are hidden.
_MOST_HIDDEN = 0.5


@dataclass(frozen=True)
class Plan:
    """What an index is made of.

    ``added`` documents are new or changed, ``carried`` ones come up from layers that are given up;
    together they are the new layer. ``kept`` ones stay in the ``layers`` where they are, and
    ``gone`` are those of the index before that have changed or are no more.
    """

    files: tuple[IndexedFile, ...]
    skipped: tuple[str, ...]
    added: tuple[Document, ...]
    carried: tuple[Document, ...] = ()
    kept: dict[Key, IndexedDocument] = field(default_factory=dict)
    gone: frozenset[Key] = frozenset()
    layers: dict[str, int] = field(default_factory=dict)

    @property
    def is_update(self) -> bool:
        """Whether anything of the index before stays in its place."""
        return bool(self.layers)


@dataclass(frozen=True)
class _Reading:
    """What came of reading some files."""

    documents: tuple[Document, ...]
    files: tuple[IndexedFile, ...]
    skipped: tuple[str, ...]


def plan_everything(settings: Settings, state: CorpusState) -> Plan:
    """The whole corpus, read anew. Raises CorpusError."""
    seen: Seen = {}
    reading = _read(state.files, seen, settings)
    audit = read_audit(corpus_roots(settings), seen)
    skipped = (*state.unusable, *reading.skipped)
    return Plan(reading.files, skipped, (*reading.documents, *audit))


def plan_changes(
    settings: Settings, state: CorpusState, before: Manifest, store: LayeredStore
) -> Plan | None:
    """What has changed since ``before``, whose documents are in ``store``; None where all is to be
    read anew. Raises CorpusError.
    """
    # Expected questions are checked as a whole: each must find its sentence.
    if before.shape != state.shape or expected_files(corpus_roots(settings)):
        return None
    known = {(its.path, its.digest, its.document_id): its for its in before.files if its.language}
    seen: Seen = {}
    same: list[IndexedFile] = []
    changed: list[StampedFile] = []
    for file in state.files:
        its = known.get((str(file.source.path), file.digest, file.source.document_id))
        if its is None or file.source.language not in (None, its.language):
            changed.append(file)
            continue
        same.append(file.indexed(its.language))
        seen[its.language, its.document_id] = file.source
    kept_keys = {key for key, its in before.documents.items() if key in seen or its.role == "audit"}
    try:
        twins = {its.path for its in before.files if not its.language}
        reading = _read(changed, seen, settings, twins)
    except TwinError:
        return None
    for _ in read_audit(corpus_roots(settings), seen):
        pass  # it is in its place already, unless a file has taken its name
    plan = Plan(
        files=(*same, *reading.files),
        skipped=(*state.unusable, *reading.skipped),
        added=reading.documents,
        kept={key: its for key, its in before.documents.items() if key in kept_keys},
        gone=frozenset(before.documents) - kept_keys,
        layers=before.layers,
    )
    return _carry_small_layers(plan, store, settings)


def _read(
    files: Sequence[StampedFile],
    seen: Seen,
    settings: Settings,
    twins: Collection[str] | None = None,
) -> _Reading:
    """Read files; with ``twins`` no other file than those may turn out to be the twin of another,
    or else TwinError is raised.
    """
    skipped: list[str] = []

    def skip(error: CorpusError) -> None:
        if twins is not None and isinstance(error, TwinError) and error.path not in twins:
            raise error
        skipped.append(str(error))

    languages: dict[str, str] = {}
    documents: list[Document] = []
    sources = [file.source for file in files]
    most_bytes = settings.max_file_megabytes << 20
    for source, document in read_files(sources, seen, skip, most_bytes):
        documents.append(document)
        languages[str(source.path)] = document.language
    read = tuple(file.indexed(languages.get(str(file.source.path), "")) for file in files)
    return _Reading(tuple(documents), read, tuple(skipped))


def _carry_small_layers(plan: Plan, store: LayeredStore, settings: Settings) -> Plan:
    """The plan with the documents of small layers, from the newest down, in the new one."""
    limit = settings.passage_characters or None
    size = sum(1 for document in plan.added for _ in split_passages(document, limit))
    layers, kept = dict(plan.layers), dict(plan.kept)
    carried: list[Document] = []
    live = dict.fromkeys(layers, 0)
    for its in kept.values():
        live[its.layer] += its.passages
    for name, total in reversed(plan.layers.items()):
        stays = live[name] > _LARGER * size and live[name] >= (1 - _MOST_HIDDEN) * total
        if stays or (not size and live[name] == total):
            break
        size += live[name]
        del layers[name]
        for key in [key for key, its in kept.items() if its.layer == name]:
            del kept[key]
            document = store.document(key[1], key[0])
            if document:
                carried.append(document)
    return replace(plan, carried=tuple(carried), kept=kept, layers=layers)
