"""Every rule's docstring is its page, and its examples are true."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

import exambank.check.codes
import exambank.check.rules
from exambank.check.bank_rules import OVER_BANK
from exambank.check.changes import BankChanges
from exambank.check.codes import OTHER_CODES
from exambank.check.examine import examine
from exambank.check.house import HouseError
from exambank.check.page import PAGES, rule_page
from exambank.check.rule import Rule
from exambank.check.rules import RULES
from exambank.check.setting import Setting, load_rules
from exambank.check.translation_pair import TranslationPair
from exambank.source.read import decode
from exambank.syntax.document import Document

FOLDER = Path(exambank.check.rules.__file__).parent
CASES = Path(__file__).parent / "rules"
MODULES = {path.relative_to(FOLDER) for path in FOLDER.rglob("*.py") if path.name != "__init__.py"}
HEADER = "---\nid: planning-quota-001\nobjective: planning.quota\nstatus: draft\n---\n\n"
STEM = "What comes first?\n\n"
BODY = STEM + "- [x] Budget\n- [ ] Weather\n"
IN_CASES = (
    *OVER_BANK,
    BankChanges,
    HouseError,
    TranslationPair,
)  # their examples take several files, so the case file holds them
ALSO_IN_CASES = {"STR001"}  # its examples are bytes that no docstring can hold


def rule_of(code: str) -> Rule:
    rule: Rule = import_module(RULES[code]).RULE
    return rule


def completed(example: str) -> str:
    """The example as a whole file: front matter and stem are added where it has none."""
    if example.startswith("---"):
        return example + "\n" + ("\n" + BODY if example.endswith("---") else "")
    return HEADER + (STEM if example.startswith("- [") else "") + example + "\n"


def codes(example: str) -> set[str]:
    rules = tuple(rule for rule in load_rules(RULES.values()) if rule.over not in OVER_BANK)
    setting = Setting(rules=rules, targets=("json", "qti12"), shares="moodle")
    file = decode("items/planning-quota-001.md", completed(example).encode())
    return {finding.code for finding in examine(file, setting).findings}


RUN = [code for code in RULES if rule_of(code).over not in IN_CASES and code not in ALSO_IN_CASES]


def test_the_list_is_the_folder() -> None:
    listed = {Path(*module.split(".")[3:]).with_suffix(".py") for module in RULES.values()}
    assert listed == MODULES


@pytest.mark.parametrize("code", RULES)
def test_the_rule_is_what_the_list_the_module_and_the_page_say(code: str) -> None:
    rule, page = rule_of(code), rule_page(code)
    assert (rule.code, rule.name) == (code, RULES[code].rpartition(".")[2].replace("_", "-"))
    assert all((page.summary, page.why, page.source, page.bad, page.good))
    assert not page.summary.endswith("..")


def test_names_are_unique() -> None:
    names = [rule_of(code).name for code in RULES]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("code", RUN)
def test_the_bad_example_is_found(code: str) -> None:
    assert code in codes(rule_page(code).bad)


@pytest.mark.parametrize("code", RUN)
def test_the_good_example_is_not(code: str) -> None:
    assert code not in codes(rule_page(code).good)


def test_examples_that_are_not_run_are_few() -> None:
    """Rules over documents and items have examples that can be run."""
    assert all(rule_of(code).over is not Document for code in RULES if code not in (*RUN, *ALSO_IN_CASES))
    assert len(RUN) > len(RULES) / 2


@pytest.mark.parametrize("code", RULES)
def test_the_rule_has_a_case_file(code: str) -> None:
    """With a case in which it speaks and one in which it is silent."""
    family, name = RULES[code].split(".")[-2:]
    text = (CASES / family / f"{name}.md").read_text("utf-8")
    assert text.startswith(f"# {code} {name.replace('_', '-')}\n")
    assert f" {code} " in text.partition("```findings")[2]
    assert "\n```findings\n```" in text
    assert text.count("\n```findings\n") >= 5


def test_every_case_file_is_of_a_rule() -> None:
    assert {path.relative_to(CASES).with_suffix(".py") for path in CASES.rglob("*.md")} == MODULES


@pytest.mark.parametrize("path", sorted(map(str, MODULES)))
def test_no_rule_imports_another(path: str) -> None:
    tree = ast.parse((FOLDER / path).read_text("utf-8"))
    imported = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert not [name for name in imported if name.startswith("exambank.check.rules")]


CODE = re.compile(r"\"([A-Z]{3}\d{3})\"")
SOURCES = sorted(Path(exambank.check.rules.__file__).parents[2].rglob("*.py"))


@pytest.mark.parametrize("code", OTHER_CODES)
def test_a_code_that_is_no_rule_s_has_a_page(code: str) -> None:
    page, told = rule_page(code), import_module(OTHER_CODES[code]).CODE
    name = OTHER_CODES[code].rpartition(".")[2].replace("_", "-")
    assert (page.code, page.name, page.severity) == (told.code, told.name, told.severity) == (code, name, told.severity)
    assert all((page.summary, page.why, page.source, page.bad, page.good))


def test_every_code_that_stands_in_the_source_has_a_page() -> None:
    """Whatever can be printed can be explained, by `exambank rule CODE` and in docs/rules."""
    found = {code: path for path in SOURCES for code in CODE.findall(path.read_text("utf-8"))}
    assert len(found) > len(RULES)
    assert {code: path for code, path in found.items() if code not in PAGES} == {}


def test_codes_are_given_by_the_name_of_their_page() -> None:
    """Where a code and a name stand together in the source, as those of findings that no rule makes do."""
    pair = re.compile(r"\(?\"([A-Z]{3}\d{3})\", \"([a-z-]+)\"")
    pairs = {found for path in SOURCES for found in pair.findall(path.read_text("utf-8"))}
    assert {code for code, _ in pairs} >= set(OTHER_CODES)
    assert {found for found in pairs if rule_page(found[0]).name != found[1]} == set()


def test_a_code_is_a_rule_s_or_not() -> None:
    assert set(OTHER_CODES).isdisjoint(RULES)
    folder = Path(exambank.check.codes.__file__).parent
    listed = {module.rpartition(".")[2] for module in OTHER_CODES.values()}
    assert listed == {path.stem for path in folder.glob("*.py")} - {"__init__"}
