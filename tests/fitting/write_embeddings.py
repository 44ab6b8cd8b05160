"""Writes corpus/embeddings.npy: the vectors of the shipped corpus, so that its first index embeds nothing.

make embeddings        after any change of the corpus, of wordlists/ or of how passages are cut

What the file holds already is kept: its keys change with the text, the model and the word lists.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from tqdm import tqdm

from citechat import Settings
from citechat.index.embedded_passages import corpus_passages, embedded_texts
from citechat.index.embedder import Kind, make_embedder
from citechat.index.embedding_cache import SHIPPED_NAME, embedding_key, read_shipped, write_shipped
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
    path = shipped_corpus() / SHIPPED_NAME
    known: dict[bytes, Any] = read_shipped(path) if path.is_file() else {}
    vectors: dict[bytes, Any] = {}
    for (language, kind), texts in shipped_texts().items():
        keyed = {embedding_key(text, embedder.identity, language, kind): text for text in texts}
        vectors |= {key: known[key] for key in keyed if key in known}
        ordered = sorted(text for key, text in keyed.items() if key not in known)
        for start in tqdm(range(0, len(ordered), BATCH), desc=f"{language} {kind}"):
            batch = ordered[start : start + BATCH]
            keys = [embedding_key(text, embedder.identity, language, kind) for text in batch]
            vectors |= zip(keys, embedder.encode(batch, language, kind), strict=True)
    write_shipped(path, vectors)
    print(f"{path}: {len(vectors):,} vectors, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
