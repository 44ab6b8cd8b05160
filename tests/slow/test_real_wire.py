"""Language models over real wires: stub servers of three protocols, ``transformers serve``, and a model in this process."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from wires import HANG, Reply, Script, Wire, serve

from citechat import Answer, CiteChat, Settings
from citechat.testing import LetterCountEmbedder, passages_in
from machine import free_port

QUESTION = "When was the lighthouse of Norden built?"
KEY = "sk-this-must-never-be-seen-0123456789"
VARIABLES = {
    "openai": "OPENAI_API_KEY",
    "anthropic": "ANTHROPIC_API_KEY",
    "ollama": "OLLAMA_API_KEY",
}
DEADLINE = 3.0
pytestmark = pytest.mark.slow


def ask(
    wire: Wire, settings: Settings, monkeypatch: pytest.MonkeyPatch, **changes: object
) -> tuple[list[str], Answer, float]:
    """The pieces that come, the answer, and the seconds it all takes."""
    monkeypatch.setenv(VARIABLES[wire.protocol], KEY)
    given = {
        "llm": f"{wire.protocol}:stub",
        "llm_base_url": wire.address,
        "llm_timeout": DEADLINE,
        **changes,
    }
    chat = CiteChat(settings.with_changes(**given), embedder=LetterCountEmbedder())
    chat.warm_up()  # what is measured is the wire, not the import of a provider's package
    start = time.monotonic()
    *pieces, reply = chat.stream(QUESTION)
    assert isinstance(reply, Answer)
    return [str(piece) for piece in pieces], reply, time.monotonic() - start


def cited(prompt: str, text: str = "1892") -> str:
    return next(name for name, passage in passages_in(prompt).items() if text in passage)


def pieces_of(text: str) -> list[str]:
    return [text[i : i + 3] for i in range(0, len(text), 3)]


def well(prompt: str) -> Reply:
    return Reply(
        pieces_of(
            f"The lighthouse of Norden was built in 1892 [{cited(prompt)}]. Its keeper was Ada Holm. [{cited(prompt)}]"
        )
    )


def wrongly_cited(prompt: str) -> Reply:
    return Reply(
        pieces_of(
            f"The lighthouse of Norden was built in 1892 [{cited(prompt, '300 loaves')}, 7] [zz99]."
        )
    )


def changed_number(prompt: str) -> Reply:
    return Reply(pieces_of(f"The lighthouse of Norden was built in 1982 [{cited(prompt)}]."))


@pytest.fixture(params=["openai", "anthropic", "ollama"])
def protocol(request) -> str:
    return request.param


def test_a_good_answer_streams_with_numbers_and_every_sentence_proven(
    protocol, settings, monkeypatch
):
    with serve(protocol, well) as wire:
        pieces, reply, _ = ask(wire, settings, monkeypatch)

    assert (
        reply.text == "The lighthouse of Norden was built in 1892 [1]. Its keeper was Ada Holm. [2]"
    )
    assert reply.backend == f"{protocol}:stub"
    assert [s.verdict for s in reply.sentences] == ["supported", "supported"]
    assert [c.quote for c in reply.citations] == [
        "The lighthouse of Norden was built in 1892.",
        "Its keeper was Ada Holm.",
    ]
    assert "".join(pieces) == reply.text
    assert len(pieces) > 3
    assert all(KEY in key for key in wire.keys)


def test_a_wrong_citation_is_shown_as_such_and_invented_marks_are_counted(
    protocol, settings, monkeypatch
):
    with serve(protocol, wrongly_cited) as wire:
        _, reply, _ = ask(wire, settings, monkeypatch)

    assert reply.checks.invented_marks == 2
    assert reply.checks.supported == 0
    assert "zz99" not in reply.text
    assert "7" not in reply.text


def test_a_changed_number_is_found(protocol, settings, monkeypatch):
    with serve(protocol, changed_number) as wire:
        _, reply, _ = ask(wire, settings, monkeypatch)

    assert reply.checks.number_mismatch == 1
    assert reply.sentences[0].problems == ("1982",)


FAILURES: dict[str, tuple[Script, str]] = {
    "hangs before the first word": (lambda _: Reply([HANG]), "model_timeout"),
    "hangs in the middle": (
        lambda _: Reply([*pieces_of("The lighthouse of "), HANG]),
        "model_timeout",
    ),
    "breaks off": (
        lambda _: Reply(pieces_of("The lighthouse of Norden was"), ends=False),
        "model_cut_off",
    ),
    "says nothing": (lambda _: Reply([]), "model_empty"),
    "refuses the key": (
        lambda _: Reply(status=401, error=f"Incorrect API key provided: {KEY}"),
        "model_key_refused",
    ),
    "does not know the model": (lambda _: Reply(status=404), "model_error"),
    "fails": (lambda _: Reply(status=500, error="broken"), "model_error"),
    "has too little room": (
        lambda _: Reply(status=400, error="prompt is too long: context length"),
        "model_context_too_long",
    ),
    "is busy for an hour": (
        lambda _: Reply(status=429, headers={"retry-after": "3600"}),
        "model_rate_limited",
    ),
    "writes German": (
        lambda _: Reply(pieces_of("Der Leuchtturm von Norden wurde 1892 gebaut.")),
        "model_wrong_language",
    ),
    "repeats itself": (lambda _: Reply(pieces_of("lighthouse " * 99)), "model_garbage"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_whatever_fails_quotes_come_within_the_deadline_and_say_why(
    protocol, failure, settings, monkeypatch, capsys, caplog
):
    caplog.set_level(logging.DEBUG, "citechat")
    script, code = FAILURES[failure]
    with serve(protocol, script) as wire:
        _, reply, seconds = ask(
            wire, settings, monkeypatch, llm_timeout=DEADLINE if code != "model_timeout" else 0.8
        )

    assert reply.reason == code
    assert reply.citations[0].quote == "The lighthouse of Norden was built in 1892."
    assert reply.backend == "extractive"
    assert reply.notice.startswith("Quotes only: ")
    assert seconds < (DEADLINE if code != "model_timeout" else 0.8) + 0.2
    seen = capsys.readouterr()
    assert KEY not in seen.out + seen.err + caplog.text + repr(reply)


def test_a_server_that_asks_for_patience_gets_it(protocol, settings, monkeypatch):
    with serve(protocol, lambda _: Reply(status=429, headers={"retry-after": "1"}), well) as wire:
        _, reply, seconds = ask(wire, settings, monkeypatch)

    assert reply.backend == f"{protocol}:stub"
    assert seconds >= 1
    assert len(wire.prompts) == 2


def test_where_nobody_listens_quotes_come_at_once(protocol, settings, monkeypatch):
    with serve(protocol, well) as wire:
        pass

    _, reply, seconds = ask(wire, settings, monkeypatch)

    assert reply.reason == "model_unreachable"
    assert seconds < 2


def test_a_server_of_ones_own_needs_no_key(settings, monkeypatch):
    with serve("openai", well) as wire:
        monkeypatch.setitem(VARIABLES, "openai", "SOME_OTHER_VARIABLE")
        _, reply, _ = ask(wire, settings, monkeypatch)

    assert reply.checks.supported == 2


# A real model: random weights, so it only babbles; what counts is that text comes over the wire and harms nobody.


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights and tokenizer of a Llama with two layers of 32 units."""
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    letters = {
        letter: number
        for number, letter in enumerate(["</s>", *sorted(pre_tokenizers.ByteLevel.alphabet())])
    }
    tokenizer = Tokenizer(models.BPE(vocab=letters, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    wrapped = PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token="</s>")
    wrapped.chat_template = (
        "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant:"
    )
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(letters), hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2,
        num_key_value_heads=2, max_position_embeddings=8192, bos_token_id=None, eos_token_id=0, pad_token_id=0,
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("tiny")
    wrapped.save_pretrained(folder)
    LlamaForCausalLM(config).save_pretrained(folder)
    return folder


@pytest.fixture
def transformers_serve(tiny_model: Path) -> Iterator[str]:
    """The address of ``transformers serve`` with the tiny model."""
    port = free_port()
    command = [
        Path(sys.executable).with_name("transformers"),
        "serve",
        tiny_model,
        "--port",
        str(port),
        "--device",
        "cpu",
    ]
    environment = {**os.environ, "HF_HUB_OFFLINE": "1"}
    server = subprocess.Popen(
        [*map(str, command), "--host", "127.0.0.1"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2).close()
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.5)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.kill()
        server.wait()


def babble(chat: CiteChat) -> str:
    """The first of what a model says, straight from it."""
    assert chat._model
    words = chat._model.stream([("human", "Say something.")], time.monotonic() + 60)
    return next(words)


def test_a_real_openai_compatible_server_writes_and_its_babble_is_not_believed(
    transformers_serve, tiny_model, settings
):
    given = settings.with_changes(
        llm=f"openai:{tiny_model}", llm_base_url=transformers_serve, llm_timeout=5
    )
    chat = CiteChat(given, embedder=LetterCountEmbedder())

    reply = chat.answer(QUESTION)

    assert babble(chat)
    assert (reply.checks.supported == 0) if not reply.notice else reply.reason.startswith("model_")
    assert reply.answered


def test_a_model_in_this_process_writes_and_its_babble_is_not_believed(tiny_model, settings):
    chat = CiteChat(
        settings.with_changes(llm=f"huggingface:{tiny_model}", llm_timeout=60),
        embedder=LetterCountEmbedder(),
    )
    chat.warm_up()
    chat._model.load().max_new_tokens = 20

    reply = chat.answer(QUESTION)

    assert babble(chat)
    assert (reply.checks.supported == 0) if not reply.notice else reply.reason == "model_cut_off"
    assert reply.answered


def test_a_prompt_too_long_for_a_model_in_this_process_is_known_before_it_is_tried(tiny_model):
    from langchain_core.exceptions import ContextOverflowError

    from citechat.generation.huggingface import HuggingFaceChat

    with pytest.raises(ContextOverflowError, match="exceed 8192"):
        HuggingFaceChat.load(str(tiny_model)).invoke("word " * 9000)


def test_a_model_in_this_process_stops_when_nobody_listens(tiny_model):
    from citechat.generation.huggingface import HuggingFaceChat

    model = HuggingFaceChat.load(str(tiny_model), max_new_tokens=8000)
    words: Any = model.stream("Say something.")  # a generator
    next(words)
    words.close()

    assert not [thread for thread in threading.enumerate() if thread.name == "citechat-generate"]
