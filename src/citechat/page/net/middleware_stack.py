"""The parts in their order: a request goes from the top down, the response back up.

Watch               counts and logs it                  ┐
SecurityHeaders     tells the browser what may run      ├ also for what is refused below
Healthz             asks for nothing                    ┘
TrustedHosts        it names this server                  400, 403
Readers             whose it is
RateLimit           not more than his share               429
Routes              something that there is               404, 405
login               a user, or whom a proxy names         401, 403
MetricsPage
Closing             no new work while the server ends     503
RequestLimit        a body of some size, in some time     413, 408
Programs            the three tools                       400, 404, 422, 503
gradio, and in it   Reasons, PublicConfig, FirstPaint: what it would compress must be seen before
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...settings import Settings
from .asgi import App, Message, Receive, Send, send_away
from .client_identity import Readers
from .concurrency import Slots
from .health import Healthz, MetricsPage, State
from .hosts import TrustedHosts
from .login import PasswordLogin, ProxyLogin
from .metrics import Metrics
from .passwords import read_users
from .program_endpoints import Programs, Tools
from .rate_limit import RateLimit
from .request_limit import RequestLimit
from .request_log import Watch
from .routes import WORK, Routes
from .security_headers import SecurityHeaders


def door(
    page: App,
    settings: Settings,
    host: str,
    tools: Tools,
    metrics: Metrics,
    state: Callable[[], State],
) -> App:
    """The page behind its door. Raises SettingsError for a file of users that cannot be read."""
    slots = Slots(settings.answers_at_once, settings.answers_waiting)
    app: App = Programs(page, tools, slots, metrics)
    app = Closing(RequestLimit(app), state)
    app = Routes(_behind_login(MetricsPage(app, metrics), settings))
    app = RateLimit(app, settings.requests_per_minute)
    app = Readers(app, settings.proxies, settings.user_header)
    app = Healthz(TrustedHosts(app, host, settings.hosts), state)
    return _OnlyRequests(Watch(SecurityHeaders(app), metrics), page)


def _behind_login(app: App, settings: Settings) -> App:
    if settings.user_header:
        return ProxyLogin(app, settings.user_header)
    if settings.users:
        return PasswordLogin(app, read_users(Path(settings.users)))
    return app


class Closing:
    """ASGI middleware: takes no new work while the server ends; what has begun goes on."""

    def __init__(self, app: App, state: Callable[[], State]) -> None:
        self._app = app
        self._state = state

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if self._state() == "ending" and WORK.fullmatch(scope["path"]):
            await send_away(send, 503, "the server is ending; ask again in a moment", 5)
            return
        await self._app(scope, receive, send)


class _OnlyRequests:
    """Leads requests through the door; what the server itself has to say (that it starts, and
    ends) goes to the page directly. Of WebSockets the page has none."""

    def __init__(self, door: App, page: App) -> None:
        self._door = door
        self._page = page

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._door(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._page(scope, receive, send)
