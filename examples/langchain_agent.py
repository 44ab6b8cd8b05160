"""An agent that may ask the documents: citechat as its tool.

python examples/langchain_agent.py
"""

from __future__ import annotations

from typing import Any

from langchain.agents import create_agent
from langchain.tools import tool
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from citechat import CiteChat

chat = CiteChat()


@tool
def ask_documents(question: str) -> str:
    """Answer a question about China's AI cities from documents, with numbered citations.

    Says so where the documents do not answer."""
    return chat.answer(question).to_markdown()


class ScriptedModel(BaseChatModel):
    """Stands for a real model ("openai:gpt-5.5"): asks the tool, then says what came back."""

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, *_: Any, **__: Any) -> ScriptedModel:
        return self

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        last = messages[-1]
        if isinstance(last, ToolMessage):
            reply = AIMessage(f"I looked it up. {last.text}")
        else:
            asked = {"name": "ask_documents", "args": {"question": last.text}, "id": "1"}
            reply = AIMessage("", tool_calls=[asked])
        return ChatResult(generations=[ChatGeneration(message=reply)])


def main() -> None:
    agent = create_agent(ScriptedModel(), tools=[ask_documents])
    question = {"role": "user", "content": "How many AI companies does Beijing have?"}
    conversation = agent.invoke({"messages": [question]})
    for message in conversation["messages"]:
        message.pretty_print()


if __name__ == "__main__":
    main()
