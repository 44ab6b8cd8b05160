"""Small HTTP servers that speak the streaming protocols of OpenAI, Anthropic and Ollama, scripted by a test."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

HANG = object()


@dataclass(frozen=True)
class Reply:
    """What a server does: a text in pieces (HANG waits for the test to end), or an HTTP error. ``ends`` says whether the
    stream is closed as the protocol asks; otherwise the connection breaks off."""

    pieces: Sequence[object] = ()
    ends: bool = True
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    error: str = "no"


Script = Callable[[str], Reply]


class Wire:
    """A running server: its address, the prompts it was sent, and the keys that came with them."""

    def __init__(self, protocol: str, script: Sequence[Script]) -> None:
        self.protocol, self.script = protocol, script
        self.prompts: list[str] = []
        self.keys: list[str] = []
        self.closing = Event()
        wire = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                wire.answer(self, body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True

    @property
    def address(self) -> str:
        path = "/v1" if self.protocol == "openai" else ""
        return f"http://127.0.0.1:{self.server.server_address[1]}{path}"

    def answer(self, http: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        prompt = "\n\n".join(
            [_text(body.get("system", "")), *(_text(m["content"]) for m in body["messages"])]
        )
        self.prompts.append(prompt)
        self.keys.append(http.headers.get("authorization", "") + http.headers.get("x-api-key", ""))
        reply = self.script[min(len(self.prompts), len(self.script)) - 1](prompt)
        http.send_response(reply.status)
        for name, value in reply.headers.items():
            http.send_header(name, value)
        kind = "application/x-ndjson" if self.protocol == "ollama" else "text/event-stream"
        http.send_header("content-type", kind if reply.status == 200 else "application/json")
        http.end_headers()
        if reply.status != 200:
            error = {"type": "api_error", "message": reply.error}
            http.wfile.write(
                json.dumps(
                    {"type": "error", "error": reply.error if kind.endswith("ndjson") else error}
                ).encode()
            )
            return
        for line in _lines(self.protocol, reply):
            if line is HANG:
                self.closing.wait(20)
                return
            http.wfile.write(str(line).encode())
            http.wfile.flush()


@contextmanager
def serve(protocol: str, *script: Script) -> Iterator[Wire]:
    """A server for the length of a ``with``; each request gets the next reply, the last one is repeated."""
    wire = Wire(protocol, script)
    Thread(target=wire.server.serve_forever, daemon=True).start()
    try:
        yield wire
    finally:
        wire.closing.set()
        wire.server.shutdown()
        wire.server.server_close()


def _text(content: Any) -> str:
    return (
        content if isinstance(content, str) else "".join(block.get("text", "") for block in content)
    )


def _lines(protocol: str, reply: Reply) -> Iterator[object]:
    """The stream, line by line, as the protocol writes it."""
    opening, piece, closing = {"openai": _openai, "anthropic": _anthropic, "ollama": _ollama}[
        protocol
    ]()
    yield opening
    for text in reply.pieces:
        yield HANG if text is HANG else piece(str(text))
    if reply.ends:
        yield closing


def _openai() -> tuple[str, Callable[[str], str], str]:
    def chunk(delta: dict[str, str], reason: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        data = {
            "id": "c",
            "object": "chat.completion.chunk",
            "created": 0,
            "model": "stub",
            "choices": [choice],
        }
        return f"data: {json.dumps(data)}\n\n"

    return (
        chunk({"role": "assistant"}),
        lambda text: chunk({"content": text}),
        chunk({}, "stop") + "data: [DONE]\n\n",
    )


def _anthropic() -> tuple[str, Callable[[str], str], str]:
    def event(name: str, **data: object) -> str:
        return f"event: {name}\ndata: {json.dumps({'type': name, **data})}\n\n"

    usage = {"input_tokens": 1, "output_tokens": 1}
    message = {
        "id": "m",
        "type": "message",
        "role": "assistant",
        "model": "stub",
        "content": [],
        "usage": usage,
    }
    ending = {"stop_reason": None, "stop_sequence": None}
    opening = event("message_start", message={**message, **ending})
    opening += event("content_block_start", index=0, content_block={"type": "text", "text": ""})
    closing = event("content_block_stop", index=0)
    closing += event(
        "message_delta", delta={"stop_reason": "end_turn", "stop_sequence": None}, usage=usage
    )
    closing += event("message_stop")

    def piece(text: str) -> str:
        return event("content_block_delta", index=0, delta={"type": "text_delta", "text": text})

    return opening, piece, closing


def _ollama() -> tuple[str, Callable[[str], str], str]:
    def line(text: str, **more: object) -> str:
        said = {
            "model": "stub",
            "created_at": "2026-01-01T00:00:00Z",
            "message": {"role": "assistant", "content": text},
        }
        return json.dumps({**said, "done": False, **more}) + "\n"

    return "", line, line("", done=True, done_reason="stop")
