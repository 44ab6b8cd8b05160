"""The parts of the door by themselves: who is let in, for what, how often."""

from __future__ import annotations

import asyncio
import json
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

import pytest

from citechat import InputError, SettingsError
from citechat.page.net.asgi import READER, App, Message, Receive, Send
from citechat.page.net.client_identity import Readers
from citechat.page.net.concurrency import Full, Slots
from citechat.page.net.health import Healthz
from citechat.page.net.hosts import TrustedHosts
from citechat.page.net.login import PasswordLogin, ProxyLogin
from citechat.page.net.metrics import Metrics
from citechat.page.net.passwords import hashed, matches, read_users
from citechat.page.net.program_endpoints import Programs
from citechat.page.net.public_config import trimmed
from citechat.page.net.rate_limit import RateLimit
from citechat.page.net.reasons import Reasons, with_reason
from citechat.page.net.request_limit import RequestLimit
from citechat.page.net.routes import Routes, route_name

Headers = Sequence[tuple[str, str]]


class Inner:
    """Stands for the page: notes the scopes that reach it."""

    def __init__(self) -> None:
        self.scopes: list[Message] = []

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        self.scopes.append(scope)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"in"})


def ask(
    app: App,
    path: str = "/",
    method: str = "GET",
    headers: Headers = (("host", "localhost"),),
    client: str = "127.0.0.1",
    body: bytes = b"",
) -> tuple[int, dict[str, str], Any]:
    """Status, headers and body of the response."""
    sent: list[Message] = []
    encoded = [(name.encode(), value.encode("latin-1")) for name, value in headers]
    scope: Message = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": encoded,
        "client": (client, 1),
        READER: client,
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]  # a coroutine it is
    text = b"".join(message.get("body", b"") for message in sent).decode()
    got = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], got, json.loads(text) if text.startswith("{") else text


# Names


@pytest.mark.parametrize(
    ("host", "is_let_in"),
    [
        ("localhost", True),
        ("LOCALHOST:7860", True),
        ("127.0.0.1:1", True),
        ("[::1]:7860", True),
        ("chat.example.org", True),
        ("a.b.example.net", True),
        ("evil.example", False),
        ("example.net", False),
        ("localhost.evil.example", False),
        ("x@localhost", False),
        ("192.168.0.7", False),
        ("", False),
    ],
)
def test_only_requests_that_name_this_server_are_let_in(host, is_let_in):
    app = TrustedHosts(Inner(), "127.0.0.1", ("chat.example.org", "*.example.net"))

    assert ask(app, headers=[("host", host)])[0] == (200 if is_let_in else 400)


def test_a_server_that_listens_everywhere_is_reached_by_its_addresses_and_by_no_foreign_name():
    app = TrustedHosts(Inner(), "0.0.0.0")

    assert ask(app, headers=[("host", "192.168.0.7:80")])[0] == 200
    assert ask(app, headers=[("host", "evil.example")])[0] == 400


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost.evil.example"])
def test_a_page_of_another_name_may_not_ask(origin):
    app = TrustedHosts(Inner(), "127.0.0.1")
    headers = [("host", "localhost"), ("origin", origin)]

    assert ask(app, method="POST", headers=headers)[0] == 403
    own = [("host", "localhost"), ("origin", "http://localhost:7860")]
    assert ask(app, method="POST", headers=own)[0] == 200


# Readers and their share


def reader(proxies: Sequence[str], client: str, headers: Headers = ()) -> tuple[str, list[str]]:
    """Whom the reader is taken for, and the names of the headers that are left."""
    inner = Inner()
    ask(Readers(inner, proxies, "Remote-User"), client=client, headers=headers)
    left = [name.decode() for name, _ in inner.scopes[0]["headers"]]
    return inner.scopes[0][READER], left


def test_only_proxies_are_believed():
    forged = [
        ("x-forwarded-for", "9.9.9.9"),
        ("x-forwarded-host", "evil.example"),
        ("remote-user", "admin"),
        ("accept", "*/*"),
    ]

    assert reader((), "127.0.0.1", forged) == ("127.0.0.1", ["accept"])
    assert reader(("10.0.0.0/8",), "127.0.0.1", forged)[1] == ["accept"]
    assert reader(("127.0.0.1/32",), "127.0.0.1", forged)[0] == "9.9.9.9"


def test_behind_proxies_the_last_foreign_address_counts():
    made_up = [("x-forwarded-for", "1.1.1.1, 8.8.8.8, 10.0.0.2")]

    assert reader(("10.0.0.0/8",), "10.0.0.1", made_up)[0] == "8.8.8.8"


def test_a_network_of_ipv6_is_one_reader():
    assert reader((), "2001:db8::1")[0] == reader((), "2001:db8::ffff:1")[0]


def test_a_reader_who_asks_too_often_is_told_when_to_come_back():
    app = RateLimit(Inner(), per_minute=3)
    statuses = [ask(app, "/config", client="1.1.1.1")[0] for _ in range(3)]
    status, headers, body = ask(app, "/config", client="1.1.1.1")

    assert statuses == [200, 200, 200]
    assert (status, headers["retry-after"]) == (429, "20")
    assert "more than 3 requests" in body["error"]
    assert ask(app, "/config", client="2.2.2.2")[0] == 200
    assert ask(app, "/assets/x.js", client="1.1.1.1")[0] == 200


def test_a_share_fills_again():
    limit = RateLimit(Inner(), per_minute=60)
    assert [limit.take("a", 0.0) for _ in range(61)][-2:] == [0.0, 1.0]
    assert limit.take("a", 1.0) == 0.0
    assert limit.take("a", 1.0) > 0


def test_of_many_readers_only_the_latest_are_remembered():
    limit = RateLimit(Inner(), per_minute=1)
    for number in range(20_000):
        limit.take(str(number), 0.0)

    assert len(limit._buckets) == 10_000


# Paths


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/assets/index-a.js", 200),
        ("POST", "/gradio_api/run/answer", 200),
        ("POST", "/gradio_api/queue/join", 200),
        ("GET", "/gradio_api/heartbeat/4f0c2c-aa", 200),
        ("GET", "/gradio_api/file=http://example.org/", 404),
        ("GET", "/gradio_api/file=/etc/passwd", 404),
        ("POST", "/gradio_api/upload", 404),
        ("GET", "/gradio_api/proxy=https://example.org", 404),
        ("POST", "/gradio_api/stream/x", 404),
        ("GET", "/monitoring", 404),
        ("GET", "/gradio_api/dev/reload", 404),
        ("POST", "/gradio_api/vibe-edit", 404),
        ("POST", "/gradio_api/run/_open", 404),
        ("GET", "/assets/../../secret", 404),
        ("GET", "/gradio_api/run/answer", 405),
        ("DELETE", "/", 405),
    ],
)
def test_only_what_the_page_and_programs_use_can_be_asked_for(method, path, status):
    assert ask(Routes(Inner()), path, method)[0] == status


def test_counts_name_few_paths_whatever_is_asked_for():
    names = {route_name(f"/gradio_api/run/{n}") for n in range(100)} | {route_name("/x\n{}")}

    assert names == {"other"}
    assert route_name("/gradio_api/run/answer") == "/gradio_api/run/answer"


# Login


def basic(name: str, password: str) -> Headers:
    return [("authorization", "Basic " + b64encode(f"{name}:{password}".encode()).decode())]


@pytest.fixture(scope="module")
def kept() -> str:
    return hashed("wörter und 词")


def test_a_password_is_kept_as_a_hash(kept):
    assert "wörter" not in kept
    assert matches("wörter und 词", kept)
    assert not matches("worter und 词", kept)
    assert hashed("same") != hashed("same")


def test_only_the_right_password_is_let_in(kept):
    inner = Inner()
    app = PasswordLogin(inner, {"ines": kept})

    status, headers, body = ask(app)
    assert (status, headers["www-authenticate"][:5]) == (401, "Basic")
    assert "log in" in body["error"]
    for name, password in [("ines", "x"), ("nobody", "wörter und 词"), ("", "")]:
        assert ask(app, headers=basic(name, password))[0] == 401
    assert ask(app, headers=[("authorization", "Bearer x")])[0] == 401
    assert inner.scopes == []
    assert ask(app, headers=basic("ines", "wörter und 词"))[0] == 200
    assert inner.scopes[0]["headers"] == []  # the password goes no further


@pytest.mark.parametrize(("language", "words"), [("de", "melden Sie sich an"), ("zh", "请先登录")])
def test_who_cancels_the_login_reads_why_in_his_language(language, words, kept):
    headers = [("accept", "text/html"), ("accept-language", language)]

    assert words in ask(PasswordLogin(Inner(), {"ines": kept}), headers=headers)[2]


def test_users_are_read_from_a_file_that_is_named_when_it_is_wrong(tmp_path, kept):
    users = tmp_path / "users"
    users.write_text(f"# who may\nines:{kept}\n\n", encoding="utf-8")
    assert read_users(users) == {"ines": kept}

    users.write_text("ines:secret", encoding="utf-8")
    with pytest.raises(SettingsError, match="'ines' is not name:hash; run citechat password") as no:
        read_users(users)
    assert "secret" not in str(no.value)
    users.write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match="names nobody"):
        read_users(users)
    with pytest.raises(SettingsError, match="cannot be read"):
        read_users(tmp_path / "none")


def test_a_proxys_name_for_the_reader_lets_in():
    app = ProxyLogin(Inner(), "Remote-User")

    assert ask(app, headers=[("remote-user", "ines")])[0] == 200
    assert ask(app)[0] == 403


# How much at a time


def test_beyond_those_at_work_and_those_waiting_all_are_sent_away():
    async def crowd() -> list[str]:
        slots, outcomes = Slots(at_once=2, waiting=3, longest_wait=5), []

        async def one() -> None:
            try:
                async with slots.place():
                    await asyncio.sleep(0.01)
                    outcomes.append("served")
            except Full:
                outcomes.append("full")

        await asyncio.gather(*(one() for _ in range(8)))
        return outcomes

    assert sorted(asyncio.run(crowd())) == ["full"] * 3 + ["served"] * 5


def test_who_waits_too_long_for_his_turn_is_sent_away():
    async def wait() -> None:
        slots = Slots(at_once=1, waiting=1, longest_wait=0.01)
        async with slots.place(), slots.place():
            pass

    with pytest.raises(Full, match="no turn came"):
        asyncio.run(wait())


def test_a_program_beyond_the_limit_gets_503_and_when_to_come_back():
    app = Programs(Inner(), {}, Slots(at_once=0, waiting=0), Metrics())
    status, headers, body = ask(app, "/gradio_api/run/answer", "POST", body=b'{"data": []}')

    assert (status, headers["retry-after"]) == (503, "2")
    assert "waiting" in body["error"]


# Reasons


def test_a_tool_that_fails_unforeseen_gives_a_reason_and_no_inner_word(caplog):
    def answer(question: str) -> Any:
        raise RuntimeError("inner word")

    metrics = Metrics()
    app = Programs(Inner(), {"answer": answer}, Slots(1, 0), metrics)
    status, _, body = ask(app, "/gradio_api/run/answer", "POST", body=b'{"data": ["x"]}')

    assert (status, body) == (500, {"error": "an unforeseen fault; the server's log has more"})
    assert 'citechat_answers_total{outcome="failed"} 1' in metrics.text()
    assert "inner word" in caplog.text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"error": null}', "could not be done"),
        (b'{"detail": "Queue is full."}', "Queue is full."),
        (b'{"detail": [{"loc": ["body", "data"], "msg": "Field required"}]}', "body.data: Field"),
        (b"Internal Server Error", "Internal Server Error"),
        (b'{"error": "so"}', "so"),
        (b"", "could not be done"),
        (b"\xff", "\ufffd"),
    ],
)
def test_every_failure_has_a_reason(body, reason):
    assert reason in with_reason(body)["error"]


def test_a_fault_of_the_page_reaches_programs_as_json():
    async def broken(scope: Message, receive: Receive, send: Send) -> None:
        raise KeyError(99)

    status, _, body = ask(Reasons(broken))
    assert status == 500
    assert "log" in body["error"]


def test_a_full_queue_says_when_to_come_back():
    async def full(scope: Message, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 503, "headers": []})
        await send({"type": "http.response.body", "body": b'{"detail": "Queue is full."}'})

    status, headers, body = ask(Reasons(full))
    assert (status, headers["retry-after"], body["error"]) == (503, "2", "Queue is full.")


def test_a_body_that_does_not_end_is_refused():
    async def read(scope: Message, receive: Receive, send: Send) -> None:
        assert (await receive())["type"] == "http.disconnect"
        raise RuntimeError("the client is gone")

    sent: list[Message] = []

    async def never() -> Message:
        await asyncio.sleep(60)
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Message = {"type": "http", "headers": []}
    asyncio.run(RequestLimit(read, longest_wait=0.01)(scope, never, send))

    assert sent[0]["status"] == 408


# Watching


def test_health_is_one_word():
    assert ask(Healthz(Inner(), lambda: "ok"), "/healthz")[::2] == (200, {"status": "ok"})
    assert ask(Healthz(Inner(), lambda: "starting"), "/healthz")[0] == 503


def test_metrics_count_each_answer_by_how_it_ended():
    metrics = Metrics()
    with metrics.answering() as progress:
        assert "citechat_answers_in_progress 1" in metrics.text()
        progress.outcome = "answered"
    with pytest.raises(GeneratorExit), metrics.answering():
        raise GeneratorExit
    metrics.count_request("/", 200, 0.2)

    text = metrics.text()
    assert 'citechat_answers_total{outcome="answered"} 1' in text
    assert 'citechat_answers_total{outcome="stopped"} 1' in text
    assert 'citechat_request_seconds_bucket{le="0.25"} 1' in text
    assert 'citechat_request_seconds_bucket{le="0.1"} 0' in text


def test_the_configuration_for_programs_holds_the_public_functions_alone():
    component = {"type": "json", "props": {"secret": "x"}, "api_info": {}}
    config = {
        "version": "6",
        "css": "…",
        "components": [{"id": 1, **component}, {"id": 2, **component}],
        "dependencies": [
            {"api_visibility": "public", "inputs": [1], "outputs": [1]},
            {"api_visibility": "private", "inputs": [2], "outputs": []},
        ],
    }
    shown = trimmed(config)

    assert [part["id"] for part in shown["components"]] == [1]
    assert len(shown["dependencies"]) == 1
    assert "css" not in shown
    assert "secret" not in json.dumps(shown)


def test_wrong_arguments_are_named(small_chat):
    from citechat.tools import call, tools

    answer, search, document = tools(small_chat)
    cases: list[tuple[Any, list[Any], str]] = [
        (answer, [], "answer takes question, history"),
        (answer, ["a"] * 9, "9 arguments"),
        (search, ["a", "x"], "k is 'x'"),
        (document, [["a"], "en"], "document_id is"),
        (document, ["a", "fr"], "give one of en, de, zh"),
        (document, ["a", 5], "language is 5; give text"),
    ]
    for tool, arguments, said in cases:
        with pytest.raises(InputError, match=said):
            call(tool, arguments)
