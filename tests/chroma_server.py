"""A Chroma server of the tests' own, started for real, and a proxy that may stand before it."""

from __future__ import annotations

import http.client
import os
import random
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from citechat import Settings
from citechat.index.chroma_client import Connection, connect

# Long enough for a machine that is busy with other things.
PATIENCE = 150
CHROMA = shutil.which("chroma", path=str(Path(sys.executable).parent)) or shutil.which("chroma")


def _lasting_port() -> int:
    """A free port that is not among those which the system gives to whoever asks for any: a server
    that is stopped finds it free again.
    """
    while True:
        port = random.randint(20_000, 32_000)
        with socket.socket() as free:
            try:
                free.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


class ChromaServer:
    """``chroma run`` on a port of this machine; it may be stopped, and lose its data."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._connections: list[Connection] = []
        self.port = _lasting_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self, wait: bool = True) -> None:
        assert CHROMA
        command = [CHROMA, "run", "--path", str(self._folder), "--host", "127.0.0.1"]
        self._process = subprocess.Popen(
            [*command, "--port", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if wait:
            self._wait()

    def stop(self) -> None:
        assert self._process
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        for connection in self._connections:
            connection.close()
        self._connections.clear()

    def worked(self) -> float:
        """Seconds of a processor that it has used, where the system tells (Linux)."""
        assert self._process
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").split()
        in_its_own, in_the_kernel = fields[13:15]
        return (int(in_its_own) + int(in_the_kernel)) / os.sysconf("SC_CLK_TCK")

    def lose_data(self) -> None:
        self.stop()
        shutil.rmtree(self._folder)
        self.start()

    def client(self) -> Any:
        """A client that is good until the server stops."""
        if not self._connections:
            self._connections.append(connect(Settings(chroma_url=self.url)))
        return self._connections[0].client

    def collections(self) -> set[str]:
        return {collection.name for collection in self.client().list_collections()}

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                with urllib.request.urlopen(f"{self.url}/api/v2/heartbeat", timeout=5):
                    return
            except OSError:
                assert time.monotonic() < until, "the Chroma server did not start"
                time.sleep(0.1)


class _OverIPv6(ThreadingHTTPServer):
    address_family = socket.AF_INET6


class Proxy:
    """Hands requests under ``prefix`` on to a server, when they have the ``wanted`` headers.

    ``host`` may be an IPv6 number; ``certificate`` is a PEM file of key and certificate.
    """

    def __init__(
        self,
        server: ChromaServer,
        host: str = "127.0.0.1",
        *,
        prefix: str = "",
        wanted: Mapping[str, str] | None = None,
        certificate: Path | None = None,
    ) -> None:
        self.refused: list[int] = []
        kind = _OverIPv6 if ":" in host else ThreadingHTTPServer
        self._listening = kind((host, 0), self._handler(server, prefix, wanted))
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._listening.socket = context.wrap_socket(self._listening.socket, server_side=True)
        self.port = self._listening.server_address[1]
        self._thread = Thread(target=self._listening.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._listening.shutdown()
        self._listening.server_close()
        self._thread.join()

    def _handler(
        self, server: ChromaServer, prefix: str, wanted: Mapping[str, str] | None
    ) -> type[BaseHTTPRequestHandler]:
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            def hand_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                known = all(self.headers.get(name) == text for name, text in (wanted or {}).items())
                if not known or not self.path.startswith(f"{prefix}/api/"):
                    self.answer(404 if known else 401, b"no")
                    proxy.refused.append(404 if known else 401)
                    return
                onward = http.client.HTTPConnection("127.0.0.1", server.port)
                path = self.path.removeprefix(prefix)
                onward.request(self.command, path, body, {"Content-Type": "application/json"})
                response = onward.getresponse()
                self.answer(response.status, response.read())
                onward.close()

            def answer(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

            # The names that the standard library looks for.
            do_GET = do_POST = do_PUT = do_DELETE = hand_on  # noqa: N815

        return Handler
