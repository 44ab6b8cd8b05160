"""A LangChain chain of your own over citechat's retriever; and citechat itself as a link of one.

python examples/langchain_chain.py
"""

from __future__ import annotations

from langchain_core.documents import Document
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough

from citechat import Answer, CiteChat
from citechat.testing import ScriptedChatModel

QUESTION = "How many AI companies does Beijing have?"
PROMPT = ChatPromptTemplate.from_template(
    "Write a headline of what these passages say of: {question}\n\n{passages}"
)
# Stands for a real model: langchain.chat_models.init_chat_model("openai:gpt-5.5").
MODEL = ScriptedChatModel(script=["Beijing counts more than 2,400 AI companies"])


def joined(passages: list[Document]) -> str:
    """What was found as text; the metadata say where each passage stands, to the character."""
    return "\n\n".join(
        f"{found.metadata['title']}, {found.metadata['start']}:{found.metadata['end']}\n"
        f"{found.page_content}"
        for found in passages
    )


def sources(answer: Answer) -> str:
    return "\n".join(f"[{c.number}] {c.title}" for c in answer.citations)


def main() -> None:
    chat = CiteChat()

    # Your model writes, freely: nothing is checked.
    found = {
        "passages": chat.as_retriever(k=4) | joined,
        "question": RunnablePassthrough(),
    }
    chain = found | PROMPT | MODEL | StrOutputParser()
    print(chain.invoke(QUESTION))

    # citechat answers, with citations; what comes after gets the Answer.
    print((chat.as_runnable() | sources).invoke(QUESTION))


if __name__ == "__main__":
    main()
