"""A model server that goes on without an end, and the keys that a model object holds."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from citechat.generation.language_model import LanguageModel
from citechat.generation.model_parts import http_clients_of, secrets_of
from citechat.generation.provider_errors import ModelFailure

KEY = "Zq7Lm3Rt9Wv5Xy1Kp8Nb2"
OVER = 0.8  # seconds


class Pings(BaseHTTPRequestHandler):
    """Streams signs of life and nothing else; refuses the key of who asks for a refusal."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        if "refuse" in body:
            key = self.headers["authorization"].removeprefix("Bearer ")
            self.send_error(401, explain=f"not {key[::-1]}", message=f"not {key[::-1]}")
            return
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        server: Any = self.server
        server.open += 1
        try:
            for _ in range(200):
                self.wfile.write(b": still here\n\n")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            server.open -= 1

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Pings)
    server.daemon_threads, server.open = True, 0
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def openai(server: Any) -> Any:
    from langchain_openai import ChatOpenAI

    address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    return ChatOpenAI(model="m", api_key=KEY, base_url=address, max_retries=0, timeout=60)  # type: ignore[arg-type]


def language_model_threads() -> int:
    return sum(thread.name == "citechat-language-model" for thread in threading.enumerate())


def wait_until_none(count: Any) -> int:
    end = time.monotonic() + 3
    while count() and time.monotonic() < end:
        time.sleep(0.05)
    return int(count())


@pytest.mark.slow
def test_a_response_that_only_pings_is_closed_at_the_deadline(server):
    model = LanguageModel("openai:m", lambda: openai(server))
    before = language_model_threads()
    for _ in range(2):
        with pytest.raises(ModelFailure, match="model_timeout"):
            model.complete([("human", "hello")], time.monotonic() + OVER)

    assert wait_until_none(lambda: language_model_threads() - before) == 0
    assert wait_until_none(lambda: server.open) == 0


def test_a_key_that_a_model_object_holds_is_not_told(server):
    model = LanguageModel("openai:m", lambda: openai(server))

    with pytest.raises(ModelFailure) as failure:
        model.complete([("human", "refuse")], time.monotonic() + 10)

    assert failure.value.code == "model_key_refused"
    assert KEY[::-1][:8] not in str(failure.value)


def test_secrets_and_clients_are_found_below_a_fallback_and_a_bound_argument(server):
    inner = openai(server)
    around = inner.bind(stop=["x"]).with_fallbacks([inner])

    assert KEY in secrets_of(around)
    assert http_clients_of(around) == http_clients_of(inner) != []


def test_the_password_of_an_address_is_a_secret():
    class Model:
        base_url = ""

        def __init__(self) -> None:
            self.base_url = "http://ines:sesame-19@host/v1"
            self.name = "harmless words"

    assert secrets_of(Model()) == {"sesame-19"}


@pytest.mark.slow
@pytest.mark.parametrize("package", ["anthropic", "ollama"])
def test_the_client_of_every_providers_package_is_found(package):
    if package == "anthropic":
        from langchain_anthropic import ChatAnthropic

        model: Any = ChatAnthropic(model_name="m", api_key=KEY)  # type: ignore[arg-type, call-arg]
        assert KEY in secrets_of(model)
    else:
        from langchain_ollama import ChatOllama

        model = ChatOllama(model="m", base_url="http://127.0.0.1:9")

    assert any(not hasattr(client, "aclose") for client in http_clients_of(model))
