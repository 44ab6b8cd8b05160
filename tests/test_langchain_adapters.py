"""citechat inside LangChain: as a retriever and as a runnable."""

import asyncio
import copy
import pickle
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.documents import Document as LangChainDocument
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from citechat import Answer, CiteChat
from citechat.index.packaged_embedder import PackagedEmbedder
from citechat.index.sentence_transformers_embedder import SentenceTransformersEmbedder
from citechat.testing import LetterCountEmbedder, ScriptedChatModel

QUESTION = "When was the lighthouse of Norden built?"


def test_a_retriever_returns_the_passages_of_the_search_in_its_order(small_chat):
    passages = small_chat.search(QUESTION, k=3)

    found = small_chat.as_retriever(k=3).invoke(QUESTION)

    assert [document.id for document in found] == [p.passage_id for p in passages]
    assert [document.page_content for document in found] == [p.text for p in passages]
    assert "1892" in found[0].page_content


def test_the_documents_of_a_retriever_hold_what_a_citation_needs(small_chat):
    found = small_chat.as_retriever().invoke(QUESTION)

    for document in found:
        place = document.metadata
        source = small_chat.document(place["document_id"], place["language"])
        assert source.text[place["start"] : place["end"]] == document.page_content
        assert place["title"] == source.title
    assert found[0].metadata["section"] == "History"
    assert isinstance(found[0].metadata["score"], float)


@pytest.mark.parametrize("k", [1, 2])
def test_a_retriever_returns_no_more_than_k(small_chat, k):
    retriever = small_chat.as_retriever(k=k)

    assert isinstance(retriever, BaseRetriever)
    assert len(retriever.invoke(QUESTION)) == k


def test_a_retriever_finds_nothing_for_an_empty_question(small_chat):
    assert small_chat.as_retriever().invoke("  ") == []


def test_a_retriever_can_be_awaited(small_chat):
    retriever = small_chat.as_retriever(k=2)

    assert asyncio.run(retriever.ainvoke(QUESTION)) == retriever.invoke(QUESTION)


def test_a_runnable_gives_the_answer_of_the_chat(small_chat):
    reply = small_chat.as_runnable().invoke(QUESTION)

    assert isinstance(reply, Answer)
    assert reply == small_chat.answer(QUESTION)
    assert "1892" in reply.text


def test_a_runnable_can_be_awaited(small_chat):
    runnable = small_chat.as_runnable()

    assert asyncio.run(runnable.ainvoke(QUESTION)) == runnable.invoke(QUESTION)


def test_a_runnable_answers_a_batch_in_order(small_chat):
    questions = [QUESTION, ""]

    replies = small_chat.as_runnable().batch(questions)

    assert replies == [small_chat.answer(question) for question in questions]
    assert replies[1].reason == "empty_question"


def test_a_runnable_can_be_chained(small_chat):
    chain = small_chat.as_runnable() | RunnableLambda(lambda reply: len(reply.citations))

    assert chain.invoke(QUESTION) == len(small_chat.answer(QUESTION).citations) > 0


def test_a_retriever_can_be_chained(small_chat):
    def first_id(documents: list[LangChainDocument]) -> str | None:
        return documents[0].id

    chain = small_chat.as_retriever(k=1) | RunnableLambda(first_id)

    assert chain.invoke(QUESTION) == small_chat.search(QUESTION, k=1)[0].passage_id


def test_k_of_a_call_wins_over_that_of_the_retriever(small_chat):
    retriever = small_chat.as_retriever(k=3)

    assert len(retriever.invoke(QUESTION, k=1)) == 1
    assert len(asyncio.run(retriever.ainvoke(QUESTION, k=2))) == 2
    assert len(retriever.invoke(QUESTION)) == 3
    with pytest.raises(TypeError, match="depth"):
        retriever.invoke(QUESTION, depth=1)


# Callbacks


class Listener(BaseCallbackHandler):
    """Keeps what it hears of: chains, models and retrievers that begin."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def on_chain_start(self, *_: Any, **__: Any) -> None:
        self.heard.append("chain")

    def on_chat_model_start(self, *_: Any, **__: Any) -> None:
        self.heard.append("model")

    def on_retriever_start(self, *_: Any, **__: Any) -> None:
        self.heard.append("retriever")


@pytest.fixture
def writing(settings):
    """A chat with a model, so that there is something to trace."""
    llm = ScriptedChatModel(script=["The lighthouse of Norden was built in 1892."])
    return CiteChat(settings.with_changes(llm=llm), embedder=LetterCountEmbedder())


def test_callbacks_reach_the_model(writing):
    """Its work is done in a thread of its own, into which the caller's context must come along."""
    runnable = writing.as_runnable()
    waited, awaited = Listener(), Listener()

    runnable.invoke(QUESTION, config={"callbacks": [waited]})
    asyncio.run(runnable.ainvoke(QUESTION, config={"callbacks": [awaited]}))

    assert waited.heard == awaited.heard == ["chain", "model"]


def test_callbacks_reach_the_retriever(small_chat):
    listener = Listener()

    small_chat.as_retriever().invoke(QUESTION, config={"callbacks": [listener]})

    assert listener.heard == ["retriever"]


def test_a_chain_may_write_the_answer(settings):
    chain = ScriptedChatModel(script=["The lighthouse of Norden was built in 1892."])
    llm = chain | StrOutputParser()
    chat = CiteChat(settings.with_changes(llm=llm), embedder=LetterCountEmbedder())

    reply = chat.answer(QUESTION)

    assert (reply.reason, reply.backend) == ("", "scriptedchatmodel:scripted")
    assert "1892" in reply.text


# A history


def test_a_runnable_takes_the_turns_before(small_chat):
    asked = "How far does the lamp of the lighthouse shine?"
    follow_up = "And how often does it turn?"
    plain = small_chat.answer(follow_up, [("user", asked)])
    runnable = small_chat.as_runnable()
    turns = [HumanMessage(asked), AIMessage("Far.")]
    prompt = ChatPromptTemplate.from_messages([("human", asked), ("human", "{question}")])

    assert plain.answered
    assert runnable.invoke({"question": follow_up, "history": [("user", asked)]}) == plain
    assert runnable.invoke({"input": follow_up, "chat_history": turns}).text == plain.text
    assert runnable.invoke([*turns, HumanMessage(follow_up)]).text == plain.text
    assert (prompt | runnable).invoke({"question": follow_up}) == plain
    assert runnable.bind(history=[("user", asked)]).invoke(follow_up) == plain
    assert asyncio.run(runnable.ainvoke([*turns, HumanMessage(follow_up)])).text == plain.text


# Copies


def test_a_chat_its_retriever_and_its_parts_can_be_pickled_and_copied(small_chat):
    reply = small_chat.answer(QUESTION)
    retriever = small_chat.as_retriever(k=2)

    for copied in (pickle.loads(pickle.dumps(small_chat)), copy.deepcopy(small_chat)):
        assert copied.answer(QUESTION) == reply
        assert copied.settings == small_chat.settings
    for copied in (pickle.loads(pickle.dumps(retriever)), copy.deepcopy(retriever)):
        assert copied.invoke(QUESTION) == retriever.invoke(QUESTION)


@pytest.mark.parametrize("given", [PackagedEmbedder(3), SentenceTransformersEmbedder("x/y")])
def test_an_embedder_is_copied_without_what_it_has_loaded(given):
    copied = pickle.loads(pickle.dumps(given))

    assert (type(copied), copied.identity) == (type(given), given.identity)
    assert getattr(copied, "threads", 0) == getattr(given, "threads", 0)
