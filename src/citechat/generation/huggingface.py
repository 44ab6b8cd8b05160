"""A Hugging Face model in this process as a LangChain chat model.

The only file that makes transformers generate. langchain-huggingface would do this, but needs
huggingface-hub 1, and transformers 5 needs a later one.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, Lock, Thread
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.exceptions import ContextOverflowError
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.chat_models import generate_from_stream
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from pydantic import ConfigDict, PrivateAttr

_ROLES = {"system": "system", "human": "user", "ai": "assistant"}


class HuggingFaceChat(BaseChatModel):
    """Greedy generation, one text at a time.

    ``model`` is a name on the hub or a folder with weights and tokenizer.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)
    model: str
    network: Any
    tokenizer: Any
    max_new_tokens: int = 512
    _busy: Lock = PrivateAttr(default_factory=Lock)

    @classmethod
    def load(cls, model: str, **options: Any) -> HuggingFaceChat:
        """Read weights and tokenizer, from the folder or cache if they are there."""
        from transformers import AutoModelForCausalLM, AutoTokenizer

        loaded = AutoModelForCausalLM.from_pretrained(model, dtype="auto")
        network = loaded.eval()  # type: ignore[no-untyped-call]
        tokenizer = AutoTokenizer.from_pretrained(model)
        return cls(model=model, network=network, tokenizer=tokenizer, **options)

    @property
    def _llm_type(self) -> str:
        return "huggingface"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **options: Any,
    ) -> ChatResult:
        return generate_from_stream(self._stream(messages, stop, run_manager, **options))

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,  # noqa: ARG002  # citechat sets no stop words
        run_manager: CallbackManagerForLLMRun | None = None,
        **options: Any,  # noqa: ARG002
    ) -> Iterator[ChatGenerationChunk]:
        """The text as it is generated.

        When nobody takes any more of it, generation ends with the next token.
        """
        from transformers import StoppingCriteriaList, TextIteratorStreamer

        with self._busy:
            inputs = self._prompt(messages)
            pieces = TextIteratorStreamer(
                self.tokenizer, skip_prompt=True, skip_special_tokens=True
            )
            abandoned = Event()
            is_abandoned = StoppingCriteriaList([lambda *_, **__: abandoned.is_set()])
            # One item once the thread has ended: all token ids, or the exception.
            outcome: list[Any] = []

            def work() -> None:
                try:
                    tokens = self.network.generate(
                        **inputs,
                        streamer=pieces,
                        max_new_tokens=self.max_new_tokens,
                        do_sample=False,
                        stopping_criteria=is_abandoned,
                    )
                    outcome.append(tokens)
                except Exception as error:
                    outcome.append(error)
                    pieces.end()  # type: ignore[no-untyped-call]

            thread = Thread(target=work, daemon=True, name="citechat-generate")
            thread.start()
            try:
                for piece in pieces:
                    yield _chunk(piece, run_manager)
            finally:
                abandoned.set()
                thread.join()
            yield _chunk("", run_manager, finish_reason=self._ending(outcome[0], inputs))

    def _prompt(self, messages: list[BaseMessage]) -> Any:
        """Token ids in the model's own chat format; roles and plain text where it has none."""
        turns = [
            {"role": _ROLES[message.type], "content": str(message.text)} for message in messages
        ]
        if self.tokenizer.chat_template:
            text = self.tokenizer.apply_chat_template(
                turns, tokenize=False, add_generation_prompt=True
            )
        else:
            text = "\n\n".join(turn["content"] for turn in turns) + "\n\n"
        inputs = self.tokenizer(
            text, return_tensors="pt", return_token_type_ids=False, add_special_tokens=False
        )
        length = inputs["input_ids"].shape[1]
        limit = getattr(self.network.config, "max_position_embeddings", None)
        if limit and length + self.max_new_tokens > limit:
            raise ContextOverflowError(
                f"{length} tokens and {self.max_new_tokens} new ones exceed {limit}"
            )
        return inputs

    def _ending(self, outcome: Any, inputs: Any) -> str:
        if isinstance(outcome, Exception):
            raise outcome
        new_tokens = outcome.shape[1] - inputs["input_ids"].shape[1]
        return "length" if new_tokens >= self.max_new_tokens else "stop"


def _chunk(
    text: str, run_manager: CallbackManagerForLLMRun | None, **metadata: Any
) -> ChatGenerationChunk:
    chunk = ChatGenerationChunk(message=AIMessageChunk(content=text, response_metadata=metadata))
    if run_manager and text:
        run_manager.on_llm_new_token(text, chunk=chunk)
    return chunk
