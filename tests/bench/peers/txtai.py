"""txtai: an embeddings database with hybrid search, after its docs."""

from txtai import Embeddings

DISTRIBUTIONS = ("txtai", "sentence-transformers", "transformers")


class Peer:
    def __init__(self, weights, folder, limit, language):
        self.limit = limit
        self.embeddings = Embeddings(path=weights, hybrid=True)
        self.embeddings.batchtransform(["load the model"])

    def ingest(self, passages):
        self.embeddings.index(passages.items())

    def search(self, question):
        return [name for name, _ in self.embeddings.search(question, self.limit)]
