"""LangChain with Chroma: similarity search, after the docs of langchain-chroma."""

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings

DISTRIBUTIONS = (
    "langchain-core",
    "langchain-chroma",
    "langchain-huggingface",
    "chromadb",
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

    def search(self, question):
        return [document.id for document in self.store.similarity_search(question, k=self.limit)]
