"""Blind answers put on record for tests, without a sheet: who agrees with the keys as they are, and who differs."""

from datetime import date
from pathlib import Path

from exambank.check.bank_files import read_bank_files
from exambank.check.bank_rules import bank_view
from exambank.check.run import bank_facts
from exambank.keys.lock import entry_name
from exambank.keys.second_keys import SECOND_KEYS_FILE, write_second_keys
from exambank.model.second_key import SecondKey

DAY = date(2026, 11, 20)


def put_on_record(root: Path, lines: str) -> None:
    """Adds, for every item as it is, a line's answer: `agrees: NAME` or `differs: NAME`."""
    view = bank_view(read_bank_files(root), (), bank_facts(root, use_cache=False))
    entries = list(view.second_keys.entries)
    for line in lines.splitlines():
        word, _, name = line.partition(": ")
        assert word in {"agrees", "differs"}, line
        for facts in view.items:
            stimulus = next((one.text_digest for one in view.stimuli if one.id == facts.stimulus), None)
            entries.append(
                SecondKey(
                    item=entry_name(facts.id, facts.version),
                    by=name,
                    on=DAY,
                    match=word == "agrees",
                    key=facts.key_digest,
                    text=facts.text_digest,
                    stimulus=stimulus,
                )
            )
    (root / SECOND_KEYS_FILE).write_text(write_second_keys(entries), "utf-8", newline="\n")
