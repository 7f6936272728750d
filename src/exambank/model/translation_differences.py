"""What a translation and its source are not alike in, though they must be for one to stand in for the other."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from exambank.finding import FieldPath, plural
from exambank.model.interactions import numeric
from exambank.model.interactions.choice import Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem, Gap
from exambank.model.interactions.numeric import NumericAnswer, NumericItem
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.translation import TranslatedGap, TranslatedOption, Translation

Source = AnyItem | Stimulus

COMPOSABLE = frozenset({"choice", "multiple-response", "true-false", "numeric", "short-text", "cloze"})
SHOWN = "write what the source says, in its order"


class Difference(Struct, frozen=True):
    """Where a translation is not built as its source is, and how to mend it."""

    at: FieldPath
    message: str
    mend: str


def has_shares(source: Source | None) -> bool:
    """Whether a percentage behind an option is its share of the points."""
    return isinstance(source, OptionItem) and source.scoring == "per-option"


def differences(source: Source, translation: Translation) -> Iterator[Difference]:
    """What keeps the translation from standing in for its source; nothing where it can."""
    if isinstance(source, Stimulus):
        return
    if source.interaction not in COMPOSABLE:
        yield Difference(("translates",), f"{source.interaction} items cannot be translated yet", "remove the file")
        return
    yield from _of_another_kind(source, translation)
    if isinstance(source, OptionItem):
        yield from _of_options(source.id, translation.options, source.options)
    elif isinstance(source, ClozeItem):
        yield from _of_gaps(source, translation)
    elif isinstance(source, NumericItem):
        yield from _of_numbers(source, translation)
    elif not translation.answers:
        mend = "write what its language accepts under `## Answer`"
        yield Difference(("stem",), "the translation accepts no answer", mend)


def _of_another_kind(source: AnyItem, translation: Translation) -> Iterator[Difference]:
    """Options, answers or gaps where the source has none."""
    if translation.options and not isinstance(source, OptionItem):
        yield Difference(
            ("options",), f"{source.id} is {source.interaction}, without options", "write it as the source"
        )
    if translation.answers and isinstance(source, OptionItem | ClozeItem):
        message = f"{source.id} is {source.interaction}, without `## Answer`"
        yield Difference(("answers", 0), message, "remove the section")
    if translation.gaps and not isinstance(source, ClozeItem):
        at: FieldPath = ("gaps", translation.gaps[0].id)
        yield Difference(at, f"{source.id} is {source.interaction}, without gaps", "write it as the source")


def _of_options(
    source_id: str, ours: Sequence[TranslatedOption], theirs: Sequence[Option], of: FieldPath = ()
) -> Iterator[Difference]:
    """Other counts, marks or shares; `of` is the field of the gap whose options they are."""
    there = f"{of[-1]} of {source_id}" if of else source_id
    if len(ours) != len(theirs):
        here = f"the translation has {plural(len(ours), 'option')}"
        at = (*of, "options", 0) if ours else (of or ("stem",))
        yield Difference(at, f"{here}, and {there} has {len(theirs)}", f"translate each of them: {SHOWN}")
        return
    for number, (our, their) in enumerate(zip(ours, theirs, strict=True)):
        at = (*of, "options", number)
        if our.is_key is not their.is_key:
            mark = "[x]" if their.is_key else "[ ]"
            is_key = "is a key" if their.is_key else "is no key"
            message = f"option {number + 1} {is_key} in {there}, and here it {'is' if our.is_key else 'is not'}"
            yield Difference(at, message, f"look which option it translates, and mark it `{mark}`")
        elif our.share != their.share:
            message = f"option {number + 1} has {_percent(our.share)} here, and {_percent(their.share)} in {there}"
            yield Difference(at, message, "write the source's share")


def _of_gaps(source: ClozeItem, translation: Translation) -> Iterator[Difference]:
    """Gaps are told by their names, since a sentence may have them in another order."""
    ours = {gap.id: gap for gap in translation.gaps}
    theirs = {gap.id: gap for gap in source.gaps}
    for name in (one for one in theirs if one not in ours):
        mend = f"write `[____](#{name})` where it belongs, and its section as the source has it"
        yield Difference(("stem",), f"{source.id} has a gap `#{name}`, and the translation has none", mend)
    for name, our in ours.items():
        if name in theirs:
            yield from _of_gap(source.id, our, theirs[name])
        else:
            message = f"the translation has a gap `#{name}`, and {source.id} has none"
            yield Difference(("gaps", name), message, "remove it; gaps keep their names in every language")


def _of_gap(source_id: str, our: TranslatedGap, their: Gap) -> Iterator[Difference]:
    if bool(our.options) is not their.is_dropdown:
        kinds = ("is a dropdown", "is typed into")
        here, there = kinds if our.options else kinds[::-1]
        message = f"`#{our.id}` {here}, and in {source_id} it {there}"
        yield Difference(("gaps", our.id), message, "write it as the source")
    elif their.is_dropdown:
        yield from _of_options(source_id, our.options, their.options, ("gaps", our.id))
    elif not our.answers:
        yield Difference(("gaps", our.id), f"`#{our.id}` accepts nothing", "write what its language accepts")


def _percent(share: object) -> str:
    return "no share" if share is None else f"({share}%)"


def _of_numbers(source: NumericItem, translation: Translation) -> Iterator[Difference]:
    ours, theirs = translation.answers, source.answers
    if len(ours) != len(theirs):
        message = f"the translation accepts {plural(len(ours), 'answer')}, and {source.id} accepts {len(theirs)}"
        at: FieldPath = ("answers", 0) if ours else ("stem",)
        yield Difference(at, message, f"{SHOWN}; only units are translated")
        return
    for number, (our, their) in enumerate(zip(ours, theirs, strict=True)):
        read = numeric.read_answer(our.text)
        if read is None or _number(NumericAnswer(**read)) != _number(their):  # type: ignore[arg-type]  # as it reads
            message = f"answer {number + 1} is `{our.text}`, and in {source.id} it is `{numeric.write_answer(their)}`"
            yield Difference(("answers", number), message, "write the source's number; only the unit is translated")


def _number(answer: NumericAnswer) -> NumericAnswer:
    """The answer but for what is translated: whether it has a unit counts, not which."""
    unit = "unit" if answer.unit else None
    return msgspec.structs.replace(answer, unit=unit, feedback=None, figures=answer.figures)
