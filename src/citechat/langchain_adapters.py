"""citechat as LangChain parts: a retriever and a runnable. Imported on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import ConfigDict

from citechat_ingest import Passage

from .values import Answer

if TYPE_CHECKING:
    from .chat import CiteChat


class CiteChatRetriever(BaseRetriever):
    """``CiteChat.search`` as a LangChain retriever."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    chat: Any
    k: int = 8

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002
    ) -> list[LangChainDocument]:
        return [_document(passage) for passage in self.chat.search(query, k=self.k)]


def make_retriever(chat: CiteChat, k: int) -> BaseRetriever:
    """A retriever that returns ``k`` passages."""
    return CiteChatRetriever(chat=chat, k=k)


def make_runnable(chat: CiteChat) -> Runnable[str, Answer]:
    """Question in, Answer out; ``ainvoke`` does not block the event loop."""
    return RunnableLambda(chat.answer, afunc=chat.aanswer, name="citechat")


def _document(passage: Passage) -> LangChainDocument:
    names = ("document_id", "language", "title", "section", "start", "end", "score", "page")
    metadata = {name: getattr(passage, name) for name in names}
    return LangChainDocument(page_content=passage.text, metadata=metadata, id=passage.passage_id)
