"""Haystack: in-memory BM25 and embeddings, joined by DocumentJoiner with reciprocal rank fusion, after its docs."""

from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import (
    InMemoryBM25Retriever,
    InMemoryEmbeddingRetriever,
)
from haystack.components.writers import DocumentWriter
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

DISTRIBUTIONS = ("haystack-ai", "sentence-transformers-haystack", "sentence-transformers")


class Peer:
    def __init__(self, weights, folder, limit, language):
        self.limit = limit
        store = InMemoryDocumentStore()
        self.indexing = Pipeline()
        self.indexing.add_component(
            "embedder", SentenceTransformersDocumentEmbedder(model=weights, progress_bar=False)
        )
        self.indexing.add_component("writer", DocumentWriter(document_store=store))
        self.indexing.connect("embedder", "writer")
        self.asking = Pipeline()
        self.asking.add_component(
            "text_embedder", SentenceTransformersTextEmbedder(model=weights, progress_bar=False)
        )
        self.asking.add_component("vectors", InMemoryEmbeddingRetriever(store))
        self.asking.add_component("terms", InMemoryBM25Retriever(store))
        self.asking.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion"))
        self.asking.connect("text_embedder.embedding", "vectors.query_embedding")
        self.asking.connect("vectors", "joiner")
        self.asking.connect("terms", "joiner")
        self.indexing.warm_up()
        self.asking.warm_up()

    def ingest(self, passages):
        documents = [Document(id=name, content=text) for name, text in passages.items()]
        self.indexing.run({"embedder": {"documents": documents}})

    def search(self, question):
        asked = {"text_embedder": {"text": question}, "terms": {"query": question}}
        return [
            document.id for document in self.asking.run(asked)["joiner"]["documents"][: self.limit]
        ]
