"""What GitHub, GitLab and pre-commit are given, by the schemas of their files (check-jsonschema brings those along)."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ci.conftest import ROOT

from exambank.starting.files import Names, repository_files

pytestmark = pytest.mark.hooks

WORKFLOW, ACTION, GITLAB = "vendor.github-workflows", "vendor.github-actions", "vendor.gitlab-ci"
FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def documented() -> list[str]:
    """The YAML in docs/ci.md that is a whole file."""
    found = FENCE.findall((ROOT / "docs" / "ci.md").read_text("utf-8"))
    return [text for text in found if re.search(r"^(jobs|exam|repos):", text, re.MULTILINE)]


def schema_of(text: str) -> str | None:
    """Whose file it is; None for pre-commit's."""
    if "\nrepos:" in text:
        return None
    return GITLAB if "\nexam:" in f"\n{text}" else WORKFLOW


def made() -> dict[str, str]:
    """What `init` writes."""
    return {**repository_files(Names("T", "t", "en")), **repository_files(Names("T", "t", "en", "gitlab"))}


FILES = {
    "action": (ACTION, (ROOT / ".github" / "actions" / "check" / "action.yml").read_text("utf-8")),
    "our workflow": (WORKFLOW, (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")),
    "init, GitHub": (WORKFLOW, made()[".github/workflows/exambank.yml"]),
    "init, GitLab": (GITLAB, made()[".gitlab-ci.yml"]),
    "init, pre-commit": (None, made()[".pre-commit-config.yaml"]),
    **{f"docs, {number}": (schema_of(text), text) for number, text in enumerate(documented())},
}


def run(module: str, *arguments: str) -> tuple[int, str]:
    """Exit code and output of a program."""
    pytest.importorskip(module, reason=f"{module} is not installed: `nox -s hooks`")
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def validated(schema: str | None, text: str, folder: Path) -> tuple[int, str]:
    """What its validator says of a file."""
    file = folder / "file.yml"
    if schema == WORKFLOW and not re.search(r"^on:", text, re.MULTILINE):
        text = f"on: [push]\n{text}"  # a page need not say it each time
    file.write_text(text, "utf-8")
    if schema is None:
        return run("pre_commit", "validate-config", str(file))
    return run("check_jsonschema", "--builtin-schema", schema, str(file))


@pytest.mark.parametrize("name", FILES)
def test_a_file_keeps_to_its_schema(name: str, tmp_path: Path) -> None:
    code, said = validated(*FILES[name], tmp_path)
    assert code == 0, said


def test_the_hooks_are_a_manifest() -> None:
    code, said = run("pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert code == 0, said


def test_every_kind_of_file_is_documented() -> None:
    assert {schema for name, (schema, _) in FILES.items() if name.startswith("docs")} == {WORKFLOW, GITLAB, None}


def test_a_file_that_does_not_keep_to_its_schema_is_refused(tmp_path: Path) -> None:
    schema, text = FILES["our workflow"]
    assert validated(schema, text.replace("runs-on:", "runs:"), tmp_path)[0] == 1
