"""What all tests share: goldens that are rewritten on request, and Hypothesis' profiles."""

import os
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

UPDATE = "--update-goldens"
SHARED = Path(__file__).parents[2] / "shared"

# A pull request is judged by the same examples on every system; at home new ones are looked for.
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("home", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")

os.environ["SOURCE_DATE_EPOCH"] = "1795694400"  # 2026-11-26, so that no golden ages
for name in ("GITHUB_EVENT_PATH", "CI_PROJECT_VISIBILITY"):  # nor does it matter where the tests run
    os.environ.pop(name, None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option that rewrites goldens."""
    parser.addoption(UPDATE, action="store_true", help="Write what tests give into their golden files.")


def pytest_configure(config: pytest.Config) -> None:
    """Refuses to rewrite goldens where nobody reads them.

    Raises:
        pytest.UsageError: CI is set.
    """
    if config.getoption(UPDATE) and os.environ.get("CI"):
        raise pytest.UsageError(f"{UPDATE} is for a person who reads the difference; CI is set")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of schemas and players beside the repository, which may not be part of it."""
    if not SHARED.is_dir():
        reason = "no folder `shared` beside the repository: schemas and players are not ours to pass on"
        if os.environ.get("EXAMBANK_REQUIRE_SHARED") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED


@pytest.fixture(scope="session")
def qti_validate(shared: Path) -> ModuleType:
    """The validator against 1EdTech's schemas; `problems(data)` gives the schema and what is wrong."""
    spec = util.spec_from_file_location("qti_validate", shared / "clients" / "qti_validate.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
