"""The command line: one verb a module, imported when it is called."""

import sys

COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("exambank.cli.init", "Start a bank in a repository of its own."),
    "new": ("exambank.cli.new", "Write the skeleton of a new item."),
    "check": ("exambank.cli.check", "Find what is wrong with items and the bank."),
    "fmt": ("exambank.cli.fmt", "Write items in their canonical form."),
    "keys": ("exambank.cli.keys", "Show and accept answer keys, record blind answers."),
    "coverage": ("exambank.cli.coverage", "Compare the bank with its blueprint."),
    "build": ("exambank.cli.build", "Write packages for LMSs to dist/."),
    "rule": ("exambank.cli.rule", "Explain a rule."),
    "lsp": ("exambank.cli.lsp", "Serve an editor: findings, completion, renaming."),
    "schema": ("exambank.cli.schema", "Write the published JSON Schemas."),
}


def main() -> int:
    """Runs the command line and returns its exit code (docs/commands.md)."""
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported
        from exambank.version import VERSION

        sys.stdout.write(f"exambank {VERSION}\n")
        return 0
    import gc

    from exambank.cli.group import run

    code = run(sys.argv[1:])
    gc.freeze()  # the process ends, and the interpreter need not look for cycles among ten thousand rows
    return code
