"""SARIF 2.1.0, by a schema of the parts that GitHub's code scanning reads."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace
from tests.report.samples import FINDINGS, ODD, RULES, SETTINGS, any_findings, golden, written

from exambank.check.codes import OF_CHECK
from exambank.check.rules import RULES as CODES
from exambank.cli.check_report import rule_help
from exambank.finding import Finding, Fix, Place, Severity, Suppressed
from exambank.report import Settings, sarif


def record(**fields: Any) -> dict[str, Any]:
    """A schema of an object that has these fields and no others."""
    return {"type": "object", "required": list(fields), "properties": fields, "additionalProperties": False}


def several(schema: dict[str, Any], **limits: int) -> dict[str, Any]:
    return {"type": "array", "items": schema, **limits}


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["error", "warning", "note"]}
URI = {"type": "string", "pattern": "^[A-Za-z0-9._~/:%-]*$"}
REGION = record(startLine=COUNT, startColumn=COUNT, endLine=COUNT, endColumn=COUNT)
RULE = record(
    id={"type": "string"},
    name={"type": "string"},
    shortDescription=record(text={"type": "string"}),
    fullDescription=record(text=TEXT),
    help=record(text=TEXT, markdown=TEXT),
    defaultConfiguration=record(level=LEVEL),
) | {"required": ["id", "shortDescription"]}
LOCATION = record(uri=URI)
FIX = record(
    description=record(text={"type": "string"}),
    artifactChanges=several(
        record(
            artifactLocation=LOCATION,
            replacements=several(
                record(deletedRegion=REGION, insertedContent=record(text={"type": "string"})), minItems=1
            ),
        ),
        minItems=1,
        maxItems=1,
    ),
)
SUPPRESSION = record(kind={"enum": ["inSource", "external"]}, justification=TEXT)
SUPPRESSION["required"].remove("justification")
RESULT = record(
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=record(text=TEXT),
    locations=several(
        record(physicalLocation=record(artifactLocation=LOCATION, region=REGION)), minItems=1, maxItems=1
    ),
    partialFingerprints={"type": "object", "minProperties": 1, "additionalProperties": TEXT},
    fixes=several(FIX, minItems=1, maxItems=1),
    suppressions=several(SUPPRESSION, maxItems=1),
)
RESULT["required"].remove("fixes")
RESULT["required"].remove("suppressions")
DRIVER = record(name=TEXT, version=TEXT, rules=several(RULE))
RUN = record(tool=record(driver=DRIVER), columnKind={"const": "unicodeCodePoints"}, results=several(RESULT))
LOG = record(**{"$schema": {"type": "string"}, "version": {"const": "2.1.0"}, "runs": several(RUN, minItems=1)})
SCHEMA = Draft202012Validator(LOG)


def run(findings: list[Finding]) -> Any:
    log = json.loads(written(sarif, findings, SETTINGS))
    SCHEMA.validate(log)
    return log["runs"][0]


def test_the_samples(update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "VERSION", "1.2.3")
    text = written(sarif, FINDINGS, SETTINGS)
    assert text == golden("sarif.json", text, update=update)


@given(any_findings)
def test_any_finding_keeps_to_the_schema_and_names_its_rule(found: list[Finding]) -> None:
    data = run(found)
    rules = data["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in data["results"]] == [one["ruleId"] for one in data["results"]]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert len(data["results"]) == len(found)
    assert ["fixes" in one for one in data["results"]] == [bool(finding.fix and finding.fix.edits) for finding in found]


def published(text: str) -> Any:
    """The log as models read it that are made from the published schema, and refuse what it does not name."""
    models = pytest.importorskip("pydantic_sarif.model", reason="pydantic-sarif is not installed: group `test`")
    return models.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(text)


@given(any_findings)
def test_any_finding_keeps_to_the_published_schema(found: list[Finding]) -> None:
    log = published(written(sarif, found, SETTINGS))
    assert len(log.runs[0].results) == len(found)


def test_a_fix_and_a_rule_s_page_by_the_published_schema() -> None:
    log = published(written(sarif, FINDINGS, Settings(rules=rule_help)))
    driver = log.runs[0].tool.driver
    assert all(rule.help.markdown for rule in driver.rules if rule.id in CODES)
    (fix,) = [fix for result in log.runs[0].results for fix in result.fixes or ()]
    (replacement,) = fix.artifactChanges[0].replacements
    assert (replacement.deletedRegion.startColumn, replacement.insertedContent.text) == (10, "2\n")


@given(any_findings, any_findings, st.booleans(), st.text(max_size=20))
def test_what_is_suppressed_is_marked_and_all_results_say_whether_they_are(
    found: list[Finding], others: list[Finding], is_in_source: bool, reason: str
) -> None:
    silenced = [Suppressed(one, is_in_source, reason) for one in others]
    text = written(sarif, found, replace(SETTINGS, suppressed=silenced))
    SCHEMA.validate(json.loads(text))
    published(text)
    results = json.loads(text)["runs"][0]["results"]
    assert [len(one["suppressions"]) for one in results] == [0] * len(found) + [1] * len(others)
    kind = "inSource" if is_in_source else "external"
    assert all(mark["kind"] == kind for one in results for mark in one["suppressions"])
    marks = [one["partialFingerprints"] for one in run(found)["results"]]
    assert [one["partialFingerprints"] for one in results[: len(found)]] == marks, "the alerts of others stay the same"


def test_what_the_published_schema_does_not_name_is_refused() -> None:
    text = written(sarif, FINDINGS, SETTINGS).replace('"ruleIndex"', '"ruleNumber"', 1)
    with pytest.raises(ValueError, match="ruleNumber"):
        published(text)


def test_nothing_found_still_says_which_rules_ran() -> None:
    """Code scanning closes alerts of rules that ran and found nothing."""
    data = run([])
    assert data["results"] == []
    assert [rule["id"] for rule in data["tool"]["driver"]["rules"]] == [rule.code for rule in RULES]


def test_our_own_rules_are_all_explained() -> None:
    log = json.loads(written(sarif, [], Settings(rules=rule_help)))
    SCHEMA.validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules if rule["help"]["markdown"].startswith(f"# {rule['id']} ")] == [
        *CODES,
        *OF_CHECK,
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("bank/items/a.md", "bank/items/a.md"),
        ("bank/ä b.md", "bank/%C3%A4%20b.md"),
        ("a:b#c?.md", "a%3Ab%23c%3F.md"),
        ("/elsewhere/100%.md", "file:///elsewhere/100%25.md"),
        (ODD, "bank/items/%C3%A4%20%7Cb%2Cc%3A100%25%0A%3F.md"),
    ],
)
def test_a_path_as_uri(path: str, uri: str) -> None:
    assert sarif.uri(path) == uri


def test_a_fix_of_a_whole_file_is_none_here() -> None:
    """The schema wants one edit at least."""
    fix = Fix("take out a comment", True, ("metadata",), ())
    finding = Finding("SEC003", "media-metadata", Severity.WARNING, "m", "mend", Place("media/a.png"), fix)
    assert "fixes" not in sarif.result(finding, 0, "mark")
