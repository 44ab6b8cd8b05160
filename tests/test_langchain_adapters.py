"""citechat inside LangChain: as a retriever and as a runnable."""

import asyncio

import pytest
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from citechat import Answer

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
