"""A server that answers like GitHub's REST API where comments of a pull request are concerned."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "a-token"
MOST = 65_536
COMMENTS = re.compile(r"/repos/o/r/issues/7/comments")
COMMENT = re.compile(r"/repos/o/r/issues/comments/(\d+)")


@dataclass
class GitHub:
    """Comments of pull request 7 of o/r, what was asked, and with what every change is refused."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    refusal: tuple[int, str] | None = None
    url: str = ""

    def add(self, body: str, author: str = "github-actions[bot]", kind: str = "Bot") -> dict[str, Any]:
        """A comment that is there."""
        number = len(self.comments) + 1
        url = f"https://github.com/o/r/pull/7#issuecomment-{number}"
        self.comments.append({"id": number, "html_url": url, "body": body, "user": {"login": author, "type": kind}})
        return self.comments[-1]

    def answer(self, method: str, address: str, token: str, data: Any) -> tuple[int, Any]:
        """Status and answer, as GitHub's own."""
        url = urlsplit(address)
        self.asked.append(f"{method} {url.path.removeprefix('/repos/o/r')}")
        if token != f"Bearer {TOKEN}":
            return 401, {"message": "Bad credentials"}
        if method != "GET" and self.refusal:
            return self.refusal[0], {"message": self.refusal[1]}
        if method != "GET" and len(data["body"]) > MOST:
            return 422, {"message": "Validation Failed"}
        if method == "GET" and COMMENTS.fullmatch(url.path):
            query = {name: int(values[0]) for name, values in parse_qs(url.query).items()}
            size, page = query.get("per_page", 30), query.get("page", 1)
            return 200, self.comments[size * (page - 1) : size * page]
        if method == "POST" and COMMENTS.fullmatch(url.path):
            return 201, self.add(data["body"])
        if method == "PATCH" and (match := COMMENT.fullmatch(url.path)):
            comment = self.comments[int(match[1]) - 1]
            comment["body"] = data["body"]
            return 200, comment
        return 404, {"message": "Not Found"}


@contextmanager
def serving(github: GitHub) -> Iterator[GitHub]:
    """Serves it on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            data = json.loads(self.rfile.read(size)) if size else None
            status, answer = github.answer(self.command, self.path, self.headers.get("Authorization", ""), data)
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do  # noqa: N815 -- names that http.server looks for

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    github.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield github
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
