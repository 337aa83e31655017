"""Serves a site on loopback, in a thread of its own, until it is stopped."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

import uvicorn

from signboard.errors import N_, UsageError
from signboard.web.app import Site, application

__all__ = ["SiteServer"]

_PATIENCE_S = 3
_LOOK_S = 0.02


class SiteServer:
    """A site at `url`; use it as a context manager.

    Args:
        site: what to serve.
        number: TCP port; 0 takes a free one.

    Attributes:
        url: of the page, its key included.

    Raises:
        UsageError: `port_taken`.
    """

    def __init__(self, site: Site, number: int = 0) -> None:
        try:
            self._listener = socket.create_server(("127.0.0.1", number))
        except OSError as error:
            raise UsageError(
                N_("The TCP port {number} is in use; choose another one, or leave the number out."),
                code="port_taken",
                number=number,
            ) from error
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/{site.key}/"
        config = uvicorn.Config(
            application(site),
            log_config=None,
            access_log=False,
            lifespan="off",
            loop="asyncio",
            http="h11",
            ws="websockets-sansio",
            timeout_graceful_shutdown=_PATIENCE_S,
            server_header=False,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._work, name="pages", daemon=True)

    def start(self) -> None:
        """Begin to serve; returns when the page can be asked for."""
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            self._thread.join(_LOOK_S)

    def stop(self) -> None:
        """End all connections and serve no more; harmless when stopped already."""
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join()
        self._listener.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _work(self) -> None:
        with contextlib.suppress(SystemExit):  # uvicorn's way to say that it could not start
            self._server.run(sockets=[self._listener])
