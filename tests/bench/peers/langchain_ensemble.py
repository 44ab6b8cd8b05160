"""LangChain's EnsembleRetriever: BM25 and Chroma with equal weights, after its docs."""

from langchain_chroma import Chroma
from langchain_classic.retrievers import EnsembleRetriever
from langchain_community.retrievers import BM25Retriever
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings

DISTRIBUTIONS = (
    "langchain-classic",
    "langchain-community",
    "rank-bm25",
    "langchain-chroma",
    "sentence-transformers",
)


class Peer:
    def __init__(self, weights, folder, limit, language):
        self.limit = limit
        embeddings = HuggingFaceEmbeddings(model_name=weights)
        embeddings.embed_query("load the model")
        self.store = Chroma(embedding_function=embeddings, persist_directory=str(folder / "chroma"))

    def ingest(self, passages):
        documents = [Document(page_content=text, id=name) for name, text in passages.items()]
        self.store.add_documents(documents)
        terms = BM25Retriever.from_documents(documents, k=self.limit)
        vectors = self.store.as_retriever(search_kwargs={"k": self.limit})
        self.retriever = EnsembleRetriever(retrievers=[terms, vectors], weights=[0.5, 0.5])

    def search(self, question):
        return [document.id for document in self.retriever.invoke(question)]
