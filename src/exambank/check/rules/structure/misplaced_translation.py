"""STR022 misplaced-translation: a translation is not ID.LANG.md beside its source, or not in a language of its own.

Why: a translation is found by its name, so that nothing but a folder has to be looked at. One language has one
translation, and the source's own has none: two texts for one purpose would drift apart.
Source: docs/format.md, translations.

Bad:
    items/deutsch/planning-quota-007.md with `translates: planning-quota-007@1`
Good:
    items/planning-quota-007.de.md, beside items/planning-quota-007.md
"""

from collections.abc import Iterator, Sequence

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.source.discover import source_of


def check(bank: BankView) -> Iterator[Fault]:
    """Each translation's name, place and language."""
    seen: dict[str, str] = {}
    for facts in sorted(bank.translations, key=lambda one: one.path):
        owners = bank.by_id.get(facts.source_id, ())
        name = source_of(facts.path)
        if name is None:
            mend = f"call it {_beside(owners, facts.source_id, facts.lang or 'LANG')}, with the tag of its language"
            yield _fault(facts, "", "the file's name has no language", mend)
            continue
        beside, lang = name
        if facts.lang and facts.lang.casefold() != lang.casefold():
            message = f"`lang: {facts.lang}` is not the language of the file's name, `{lang}`"
            yield _fault(facts, "lang", message, "mend one of the two; `lang` may be left out")
        if owners and all(one.path != beside for one in owners):
            message = f"{facts.source_id} is in {owners[0].path}, and its translation not beside it"
            mend = f"move it to {_beside(owners, facts.source_id, lang)}"
            yield _fault(facts, "translates", message, mend)
        elif owners and lang.casefold() == _language(bank, owners[0]).casefold():
            message = f"{facts.source_id} is in `{lang}` itself"
            yield _fault(facts, "translates", message, "change its own text, and remove the translation")
        first = seen.setdefault(facts.id.casefold(), facts.path)
        if first != facts.path:
            message = f"{facts.source_id} has a translation into `{lang}` already: {first}"
            yield _fault(facts, "translates", message, "keep one of the two")


def _fault(facts: Facts, at: str, message: str, mend: str) -> Fault:
    return RULE.finding(at=(at,) if at else (), message=message, mend=mend, path=facts.path)


def _beside(owners: Sequence[Facts], source_id: str, lang: str) -> str:
    """Where a translation should be."""
    path = owners[0].path if owners else f"{source_id}.md"
    return f"{path.removesuffix('.md')}.{lang}.md"


def _language(bank: BankView, source: Facts) -> str:
    """The language of an item or a stimulus."""
    return source.lang or (bank.bank.language if bank.bank is not None else "")


RULE = Rule("STR022", "misplaced-translation", Severity.ERROR, over=BankView, check=check)
