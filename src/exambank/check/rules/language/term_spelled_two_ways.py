"""LNG007 term-spelled-two-ways: items of one bank spell a word, or a term that the bank defines, in two ways.

Why: a candidate who meets "e-mail" and "email" on one form may look for a difference. Compared are words with several
spellings by a list for the language (colour and color, website and web site), compounds with and without a hyphen after
non-, multi- and the like, and the terms of bank.yaml's `glossary`, capitals within a sentence included. Not compared is
what two spellings part in meaning or kind (log in and login, practice and practise). Quiet on code, formulae and
addresses, and for retired items; told once a word, at the first item with the rarer spelling.
Source: W3C and publishers' style guides; Haladyna, Downing & Rodriguez 2002, guideline 12, on consistent form.

Bad:
    "She sends an e-mail" in one item, "The email arrives" in another
Good:
    "email" in both
"""

from collections import defaultdict
from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.language.spellings import spellings_of
from exambank.check.rule import Rule
from exambank.check.spellings import DEFINED
from exambank.finding import Fault, Severity, plural, quoted
from exambank.model.base import RETIRED

MEND = "write one of them throughout; `house_words` in bank.yaml can ask for it"


def check(bank: BankView) -> Iterator[Fault]:
    """Each word with two spellings or more, in order of the words; then defined terms."""
    groups: defaultdict[tuple[str, str], defaultdict[str, list[Facts]]] = defaultdict(lambda: defaultdict(list))
    terms: defaultdict[str, list[Facts]] = defaultdict(list)
    for facts in bank.items:
        if facts.status in RETIRED:
            continue
        words = spellings_of(facts.language)
        for form in facts.spellings:
            if DEFINED in form:
                terms[form].append(facts)
            else:
                groups[facts.language, words.get(form) or form.replace("-", "")][form].append(facts)
    for _, forms in sorted(groups.items()):
        if len(forms) > 1:
            yield of_forms(forms)
    for form, items in sorted(terms.items()):
        found, _, term = form.partition(DEFINED)
        message = f"{quoted(found)} stands in {plural(len(items), 'item')}; the bank's glossary has {quoted(term)}"
        yield fault(items, message, "write it as the glossary does")


def of_forms(forms: dict[str, list[Facts]]) -> Fault:
    """The finding on one word, at the rarest of its spellings."""
    ordered = sorted(forms.items(), key=lambda pair: (len(pair[1]), pair[0]))
    (rarest, items), *others = ordered
    said = ", ".join(f"{quoted(form)} in {len(found)}" for form, found in reversed(others))
    return fault(items, f"{quoted(rarest)} stands in {plural(len(items), 'item')}, {said}", MEND)


def fault(items: list[Facts], message: str, mend: str) -> Fault:
    """The finding, at the first of these items."""
    return RULE.finding(at=("stem",), message=message, mend=mend, path=min(facts.path for facts in items))


RULE = Rule("LNG007", "term-spelled-two-ways", Severity.INFO, over=BankView, check=check)
