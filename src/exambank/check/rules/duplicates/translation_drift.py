"""DUP005 translation-drift: a translation says an older version of its source, or is not built as its source is.

Why: whoever answers in another language is to answer the same question. Option *n* translates option *n*, and the marks
repeat the source's: where they do not, a key has moved or an option is gone, and no package may be made of it. Accepted
numbers are the source's; the texts that a short text accepts are the translation's own. Sections and feedback that one
of the two is without are told as well.
Source: ITC Guidelines for Translating and Adapting Tests (2017), documentation; docs/format.md, translations.

Bad:
    `translates: planning-quota-007@1` where planning-quota-007 is at version 2
Good:
    `translates: planning-quota-007@2`, its texts looked at anew
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exambank.check.rule import Rule
from exambank.check.translation_pair import TranslationPair
from exambank.finding import Fault, FieldPath, Severity

if TYPE_CHECKING:
    from exambank.model.item import AnyItem
    from exambank.model.translation import Translation

SECTIONS = ("rationale", "hint")


def check(pair: TranslationPair) -> Iterator[Fault]:
    """The version, then how both are built, then what one of them lacks."""
    from exambank.model.stimulus import Stimulus
    from exambank.model.translation_differences import differences

    source, translation = pair.source, pair.translation
    if translation.source_version < source.version:
        now = f"{source.id}@{source.version}"
        yield RULE.finding(
            at=("translates",),
            message=f"the texts say version {translation.source_version} of {source.id}, which is at {source.version}",
            mend=f"bring them up to date, and write `translates: {now}`",
        )
    found = list(differences(source, translation))
    for one in found:
        yield RULE.finding(at=one.at, message=one.message, mend=one.mend, severity=Severity.ERROR)
    if not found and not isinstance(source, Stimulus):
        yield from _missing_texts(source, translation)


def _missing_texts(source: "AnyItem", translation: "Translation") -> Iterator[Fault]:
    for name in SECTIONS:
        here, there = getattr(translation, name), getattr(source, name)
        if (here is None) is not (there is None):
            lacks, has = ("the translation", source.id) if here is None else (source.id, "the translation")
            yield RULE.finding(
                at=("stem",) if here is None else (name,),
                message=f"{has} has a {name}, and {lacks} has none",
                mend="translate it" if here is None else "remove it, or write it in the source first",
            )
    yield from _missing_feedback(source.id, (), translation, source)
    gaps = {gap.id: gap for gap in getattr(source, "gaps", ())}
    for gap in translation.gaps:
        yield from _missing_feedback(source.id, ("gaps", gap.id), gap, gaps[gap.id])


def _missing_feedback(source_id: str, of: FieldPath, here: object, there: object) -> Iterator[Fault]:
    """What the source says to who chose an option, and the translation does not; `of` is the gap they are in."""
    for part in ("options", "answers"):
        ours, theirs = getattr(here, part), getattr(there, part, ())
        for number, (our, their) in enumerate(zip(ours, theirs, strict=False)):
            if their.feedback is not None and our.feedback is None:
                where = f"{part[:-1]} {number + 1}" + (f" of `#{of[-1]}`" if of else "")
                yield RULE.finding(
                    at=(*of, part, number),
                    message=f"{source_id} has feedback on {where}, and the translation has none",
                    mend="translate it",
                )


RULE = Rule("DUP005", "translation-drift", Severity.WARNING, over=TranslationPair, check=check)
