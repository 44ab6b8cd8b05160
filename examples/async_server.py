"""Stream answers from an asynchronous server, as server-sent events.

python examples/async_server.py
curl -N "http://127.0.0.1:8000/ask?question=How+many+AI+companies+does+Beijing+have"
"""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator

import uvicorn
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

from citechat import Answer, CiteChat

chat = CiteChat()
app = FastAPI()


@app.get("/ask")
async def ask(question: str) -> StreamingResponse:
    """Pieces of text while they come, then one event with the whole answer and its citations."""
    return StreamingResponse(events(question), media_type="text/event-stream")


async def events(question: str) -> AsyncIterator[str]:
    # astream works in a thread: other requests go on meanwhile. A reader who leaves ends it.
    async for item in chat.astream(question):
        if isinstance(item, Answer):
            yield event("answer", item.to_dict())
        else:
            yield event("text", item)


def event(name: str, data: object) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


if __name__ == "__main__":
    chat.warm_up()  # so that the first reader does not wait for the models
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    uvicorn.run(app, host="127.0.0.1", port=port)
