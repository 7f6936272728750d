"""What people and CI run. `nox --list` shows the sessions; everything after `--` goes to the tool inside."""

import os
import shutil
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_external_run = True
nox.options.sessions = ["lint", "types", "tests", "imports", "docs", "schemas"]

PROJECT = nox.project.load_toml("pyproject.toml")
CLIENTS = Path("tests/clients")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


@nox.session
def lint(session: nox.Session) -> None:
    """Style and form, by ruff; arguments go to `ruff check` (try `-- --fix`)."""
    install_groups(session, "lint")
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Strict types over src, tests and this file, by mypy."""
    session.install("-e", ".[lsp]", "nox")
    install_groups(session, "test", "types")
    session.run("mypy", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """The test suite, on all cores, in random order."""
    session.install("-e", ".[lsp]")
    install_groups(session, "test")
    pytest(session, "-n", "auto", "-m", "not clients and not hooks")


@nox.session
def tests_minimal(session: nox.Session) -> None:
    """The test suite against the wheel as it is published, without extras."""
    session.install(".")
    install_groups(session, "test")
    pytest(session, "-n", "auto", "-m", "not clients and not hooks")


@nox.session(python="3.11")
def tests_lowest(session: nox.Session) -> None:
    """The test suite with the oldest dependencies that pyproject.toml allows (resolved by uv)."""
    session.install("uv")
    session.run("uv", "pip", "install", "--quiet", "--resolution", "lowest-direct", "-e", ".[lsp]")
    install_groups(session, "test")
    pytest(session, "-n", "auto", "-m", "not clients and not hooks")


@nox.session
def imports(session: nox.Session) -> None:
    """The layers and the independence of formats and rules, by import-linter."""
    session.install("-e", ".")
    install_groups(session, "imports")
    session.run("lint-imports", "--no-logo", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Documentation against the code that it is about: tests/docs; `-- --write` writes what is made from the code."""
    session.install("-e", ".")
    install_groups(session, "test")
    if "--write" in session.posargs:
        session.run("python", "-m", "tests.docs.generate")
    else:
        pytest(session, "tests/docs")


@nox.session
def schemas(session: nox.Session) -> None:
    """The JSON Schemas in schemas/ against the models; `-- --write` writes them."""
    session.install("-e", ".")
    if "--write" in session.posargs:
        session.run("exambank", "schema", "--out", "schemas")
    else:
        session.run("exambank", "schema", "--check", "schemas", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Ratios against peers and against the budgets, from tests/bench."""
    session.install(".")
    install_groups(session, "test", "bench")
    session.run("python", "-m", "tests.bench", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Random and mutated items through every rule and fix, for ten minutes; `-- --minutes 1` for less."""
    session.install("-e", ".")
    install_groups(session, "test")
    session.run("python", "-m", "tests.fuzz", *session.posargs)


@nox.session
def quality(session: nox.Session) -> None:
    """What the rules are worth on labelled items; `-- --rule OPT006 --show` for one, `-- --write` for the docs."""
    session.install("-e", ".")
    install_groups(session, "test")
    session.run("python", "-m", "tests.quality", *session.posargs)


@nox.session
def hooks(session: nox.Session) -> None:
    """What runs in banks' repositories, installed from here: pre-commit, the GitHub action, a new bank's nox."""
    session.install("-e", ".")
    install_groups(session, "test", "hooks")
    pytest(session, "tests/ci", "-m", "hooks")


@nox.session
def clients(session: nox.Session) -> None:
    """Our packages opened in real clients: players in Chromium, and peers' readers."""
    session.install("-e", ".")
    install_groups(session, "test", "bench")
    session.env["EXAMBANK_CHROMIUM"] = chromium(session)
    with session.chdir(CLIENTS):
        session.run("npm", "ci", "--no-audit", "--no-fund", "--silent", external=True)
    pytest(session, CLIENTS.as_posix(), "-m", "clients")


def install_groups(session: nox.Session, *groups: str) -> None:
    """Installs dependency groups of pyproject.toml; any pip will do."""
    session.install(*nox.project.dependency_groups(PROJECT, *groups))


def pytest(session: nox.Session, *arguments: str) -> None:
    """Runs pytest; a path among the session's arguments takes the place of the whole suite."""
    session.run("pytest", *arguments, *session.posargs)


def chromium(session: nox.Session) -> str:
    """The path of a Chromium; on Debian as root one is installed where there is none."""
    named = os.environ.get("EXAMBANK_CHROMIUM") or find_chromium()
    if named is None and sys.platform == "linux" and shutil.which("apt-get") and os.geteuid() == 0:
        session.run("apt-get", "update", "-qq", external=True)
        install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium"]
        session.run(*install, external=True, env={"DEBIAN_FRONTEND": "noninteractive"}, silent=True)
        named = find_chromium()
    if named is None:
        session.error("no Chromium found: install one, or name it in EXAMBANK_CHROMIUM")
    return named


def find_chromium() -> str | None:
    """The first Chromium on the path."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)
