"""A server that speaks OpenAI's protocol and always says the same: to try the wire without a model.

python examples/scripted_server.py
CITECHAT_LLM_BASE_URL=http://127.0.0.1:8000/v1 citechat ask --llm openai:any "What are compute vouchers?"
"""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SAYS = "I was asked, and I quote. [s1]"


def chunk(delta: dict[str, str], reason: str | None = None) -> str:
    """A piece of the stream; ``reason`` says why the text ended, and is missing before its end."""
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    data: dict[str, Any] = {
        "id": "1",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "any",
    }
    return f"data: {json.dumps({**data, 'choices': [choice]})}\n\n"


class Scripted(BaseHTTPRequestHandler):
    """Reads a request, and streams the text."""

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        print(request["messages"][-1]["content"])  # the passages and the question
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        stream = chunk({"role": "assistant", "content": SAYS}) + chunk({}, "stop")
        self.wfile.write(f"{stream}data: [DONE]\n\n".encode())


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    ThreadingHTTPServer(("127.0.0.1", port), Scripted).serve_forever()
