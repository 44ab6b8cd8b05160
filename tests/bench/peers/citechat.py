"""citechat as its README shows it: a folder of documents, and search."""

from citechat import CiteChat, Settings

DISTRIBUTIONS = ("chromadb", "tantivy", "sentence-transformers")


class Peer:
    def __init__(self, weights, folder, limit, language):
        self.corpus, self.limit = folder / "corpus", limit
        self.chat = CiteChat(Settings(corpus=self.corpus, index_dir=folder / "index"))
        self.chat.embedder.encode(
            ["load the model"], "en", "query"
        )  # the default one: the same weights, from the same package

    def ingest(self, passages):
        self.corpus.mkdir()
        for name, text in passages.items():
            (self.corpus / f"{name}.txt").write_text(text, encoding="utf-8")
        assert len(self.chat.index.documents) == len(passages)

    def search(self, question):
        return list(
            dict.fromkeys(
                passage.document_id for passage in self.chat.search(question, k=self.limit)
            )
        )
