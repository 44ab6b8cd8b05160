"""/config for programs: what gradio's clients need of it, and of the functions the three tools."""

from __future__ import annotations

import json
from typing import Any

from .asgi import App, Message, Receive, Send
from .rewritten_response import Rewritten

_KEPT = frozenset(
    "version api_prefix mode app_id protocol root space_id is_space is_colab username "
    "auth_required connect_heartbeat enable_queue max_file_size title".split()
)


class PublicConfig:
    """ASGI middleware: trims that response."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        is_config = scope.get("path") == "/config" and scope["method"] == "GET"
        await self._app(scope, receive, Rewritten(send, _trimmed_body) if is_config else send)


def _trimmed_body(status: int, body: bytes) -> bytes:
    return json.dumps(trimmed(json.loads(body))).encode() if status == 200 else body


def trimmed(config: dict[str, Any]) -> dict[str, Any]:
    """Of gradio's configuration what a client needs to call the public functions."""
    kept = {name: value for name, value in config.items() if name in _KEPT}
    public = [entry for entry in config["dependencies"] if entry["api_visibility"] == "public"]
    return {**kept, "dependencies": public, "components": _components(config, public)}


def _components(config: dict[str, Any], public: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The components that the public functions take and fill, without what the page makes of them."""
    used = {part for entry in public for part in (*entry["inputs"], *entry["outputs"])}
    return [_described(part) for part in config["components"] if part["id"] in used]


def _described(part: dict[str, Any]) -> dict[str, Any]:
    described = {"id": part["id"], "type": part["type"], "props": {}}
    return {**described, "api_info": part.get("api_info")}
