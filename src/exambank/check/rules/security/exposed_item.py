"""SEC004 exposed-item: a form holds an item that is compromised or suspended, or a secure bank is in public.

Why: an item that candidates may have seen, or that is under review, must not decide on anybody's score. Retired forms
are left alone. And whoever may read a repository knows the keys of its bank: where bank.yaml says `security: secure`,
a CI job of a public repository fails, as GitHub or GitLab tell the job. Outside of CI nobody says what a repository is.
Source: NCCA standard 16; docs/forms.md, docs/security.md.

Bad:
    a form with planning-quota-007, which has `status: compromised`
Good:
    the form with another item in its place
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.source.discover import BANK_FILE

EXPOSED = frozenset({"compromised", "suspended"})


def check(bank: BankView) -> Iterator[Fault]:
    """The bank itself, then each item and each stimulus of each form that is not retired."""
    if bank.is_public and bank.bank is not None and bank.bank.security == "secure":
        yield RULE.finding(
            at=("security",),
            message="the bank is secure, and the repository of this CI job is public",
            mend="move the bank to a private repository, count its keys as known, or write `security: open`",
            path=BANK_FILE,
        )
    for path, form in bank.live_forms:
        for field, number, pin in form.pins:
            for facts in bank.by_id.get(pin.name, ()):
                if facts.status in EXPOSED:
                    yield RULE.finding(
                        at=(field, number, "id"),
                        message=f"{pin.name} is {facts.status}",
                        mend="put another in its place, or retire the form",
                        path=path,
                    )


RULE = Rule("SEC004", "exposed-item", Severity.ERROR, over=BankView, check=check)
