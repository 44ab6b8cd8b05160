"""citechat as LangChain parts: a retriever and a runnable. Imported on first use."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from langchain_core.callbacks import (
    AsyncCallbackManagerForRetrieverRun,
    CallbackManagerForRetrieverRun,
)
from langchain_core.documents import Document as LangChainDocument
from langchain_core.messages import BaseMessage
from langchain_core.prompt_values import ChatPromptValue
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import ConfigDict

from citechat_ingest import Passage

from .values import Answer

if TYPE_CHECKING:
    from .chat import CiteChat


# What a chain may call the question and the turns before it.
_QUESTION = ("question", "input", "query")
_HISTORY = ("history", "chat_history")


class CiteChatRetriever(BaseRetriever):
    """``CiteChat.search`` as a LangChain retriever; ``invoke(question, k=3)`` overrides ``k``."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    chat: Any
    k: int = 8

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002
        k: int | None = None,
    ) -> list[LangChainDocument]:
        count = self.k if k is None else k
        return [_document(passage) for passage in self.chat.search(query, k=count)]

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,
        k: int | None = None,
    ) -> list[LangChainDocument]:
        synchronous = run_manager.get_sync()
        look = self._get_relevant_documents
        return await asyncio.to_thread(look, query, run_manager=synchronous, k=k)


def make_retriever(chat: CiteChat, k: int) -> BaseRetriever:
    """A retriever that returns ``k`` passages."""
    return CiteChatRetriever(chat=chat, k=k)


def make_runnable(chat: CiteChat) -> Runnable[Any, Answer]:
    """Question in, Answer out; ``ainvoke`` does not block the event loop.

    In the place of a question may stand {"question": …, "history": …}, also by the names that
    chains give them, or the messages of a conversation, of which the last one asks.
    """

    def answer(asked: Any, history: Any = ()) -> Answer:
        return chat.answer(*_question_and_history(asked, history))

    async def aanswer(asked: Any, history: Any = ()) -> Answer:
        return await chat.aanswer(*_question_and_history(asked, history))

    return RunnableLambda(answer, afunc=aanswer, name="citechat")


def _question_and_history(asked: Any, history: Any) -> tuple[Any, Any]:
    """What is asked, and the turns before it; what they may look like is the door's to say."""
    if isinstance(asked, Mapping):
        question = _first_of(asked, _QUESTION, asked)
        return question, _first_of(asked, _HISTORY, history)
    messages = asked.to_messages() if isinstance(asked, ChatPromptValue) else asked
    if not _is_conversation(messages):
        return asked, history
    *before, last = messages
    return last, before


def _first_of(given: Mapping[str, Any], names: Sequence[str], otherwise: Any) -> Any:
    """What stands under the first of the names that there is."""
    return next((given[name] for name in names if name in given), otherwise)


def _is_conversation(given: Any) -> bool:
    if not isinstance(given, list) or not given:
        return False
    return all(isinstance(message, BaseMessage) for message in given)


def _document(passage: Passage) -> LangChainDocument:
    names = ("document_id", "language", "title", "section", "start", "end", "score", "page")
    metadata = {name: getattr(passage, name) for name in names}
    return LangChainDocument(page_content=passage.text, metadata=metadata, id=passage.passage_id)
