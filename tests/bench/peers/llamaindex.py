"""LlamaIndex: a vector index and BM25, joined by QueryFusionRetriever with reciprocal rank fusion, after its docs.

No language model rewrites the question (``num_queries=1``). Its docs say to name the stemmer and the stop words of a
language other than English; for Chinese it has neither.
"""

import Stemmer
from llama_index.core import VectorStoreIndex
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.retrievers.bm25 import BM25Retriever

DISTRIBUTIONS = (
    "llama-index-core",
    "llama-index-retrievers-bm25",
    "bm25s",
    "sentence-transformers",
)
BM25_LANGUAGE = {"de": {"language": "de", "stemmer": Stemmer.Stemmer("german")}}


class Peer:
    def __init__(self, weights, folder, limit, language):
        self.limit, self.language = limit, language
        self.embeddings = HuggingFaceEmbedding(model_name=weights)
        self.embeddings.get_query_embedding("load the model")

    def ingest(self, passages):
        nodes = [TextNode(id_=name, text=text) for name, text in passages.items()]
        index = VectorStoreIndex(nodes, embed_model=self.embeddings)
        terms = BM25Retriever.from_defaults(
            nodes=nodes, similarity_top_k=self.limit, **BM25_LANGUAGE.get(self.language, {})
        )
        vectors = index.as_retriever(similarity_top_k=self.limit)
        self.retriever = QueryFusionRetriever(
            [vectors, terms],
            llm=MockLLM(),
            mode="reciprocal_rerank",
            similarity_top_k=self.limit,
            num_queries=1,
            use_async=False,
        )

    def search(self, question):
        return [found.node.node_id for found in self.retriever.retrieve(question)]
