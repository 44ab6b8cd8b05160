"""Writes corpus/embeddings.npy: the vectors of the shipped corpus, so that its first index embeds nothing.

make embeddings        after any change of the corpus, of wordlists/ or of how passages are cut
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from tqdm import tqdm

from citechat import Settings
from citechat.index.building import corpus_passages, embedded_texts
from citechat.index.embedder import Kind, make_embedder
from citechat.index.embedding_cache import SHIPPED_NAME, embedding_key, write_shipped
from citechat_ingest import read_corpus, shipped_corpus

BATCH = 1024


def shipped_texts() -> dict[tuple[str, Kind], set[str]]:
    """(language, kind) → the texts of the shipped corpus that an index embeds."""
    texts: dict[tuple[str, Kind], set[str]] = defaultdict(set)
    documents = list(read_corpus([shipped_corpus()]))
    for passage in corpus_passages(documents, Settings(corpus=shipped_corpus())):
        for text, kind in embedded_texts([passage]):
            texts[passage.language, kind].add(text)
    return texts


def main() -> None:
    embedder = make_embedder()
    vectors: dict[Any, Any] = {}
    for (language, kind), texts in shipped_texts().items():
        ordered = sorted(texts)
        for start in tqdm(range(0, len(ordered), BATCH), desc=f"{language} {kind}"):
            batch = ordered[start : start + BATCH]
            keys = [embedding_key(text, embedder.identity, language, kind) for text in batch]
            vectors |= zip(keys, embedder.encode(batch, language, kind), strict=True)
    path = shipped_corpus() / SHIPPED_NAME
    write_shipped(path, vectors)
    print(f"{path}: {len(vectors):,} vectors, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
