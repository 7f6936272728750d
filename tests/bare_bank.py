"""A bank of one objective and no items, for tests that bring their own."""

from pathlib import Path

BANK = "id: small\ntitle: Small\nversion: 1.0.0\n"
BLUEPRINT = """title: Small
version: 1.0.0
form: {length: 1}
domains: [{id: planning, title: Planning, weight: 100, objectives: [{id: planning.quota, title: Plan}]}]
"""


def write_bare_bank(root: Path) -> Path:
    """Writes its two files into a new folder."""
    root.mkdir()
    (root / "bank.yaml").write_text(BANK, "utf-8", newline="\n")
    (root / "blueprint.yaml").write_text(BLUEPRINT, "utf-8", newline="\n")
    return root
