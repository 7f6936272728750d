"""SEC003 media-metadata: a picture's file says more than the picture.

Why: cameras and editors write into it who made it, when, with what and where (GPS), and a comment may tell the key;
packages carry files as they are. Looked for are EXIF, XMP, IPTC, comments and texts, times, content credentials, and
in SVG metadata, comments and names of files; not in what a picture holds in another, or as CSS. `--fix` writes the file
without them, every other byte as it was; of EXIF the orientation stays, since viewers turn the picture by it. Data
behind a picture may belong to it (HDR, motion), and such a file is left to its owner. So is one that cannot be looked
through.
Source: leak paths, docs/security.md; PNG (third edition), ITU-T T.81, GIF89a, RFC 9649, SVG 2.

Bad:
    `media/office.jpg` as it came out of a telephone
Good:
    the same after `exambank check --fix`
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, FieldFix, Severity


def check(bank: BankView) -> Iterator[Fault]:
    """Each picture of the bank, used or not."""
    for path, said in bank.pictures().items():
        if said.fault:
            yield RULE.finding(
                at=(),
                message=f"the picture cannot be looked through: {said.fault}",
                mend="export it anew from the program that it was made with",
                path=path,
            )
        elif said.kinds:
            kinds = ", ".join(said.kinds)
            yield RULE.finding(
                at=(),
                message=f"the picture's file holds {kinds}",
                mend="write it without" if said.can_be_stripped else "export it anew, without anything but the picture",
                path=path,
                fix=FieldFix(f"take out {kinds}", True, ("metadata",)) if said.can_be_stripped else None,
            )


RULE = Rule("SEC003", "media-metadata", Severity.WARNING, over=BankView, check=check)
