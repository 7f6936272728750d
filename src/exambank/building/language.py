"""Items and stimuli in the language that a build is asked for: as they are, or as their translations have them."""

from dataclasses import dataclass
from pathlib import Path

from exambank.finding import Finding, Place, Severity
from exambank.model.composed import composed_item, composed_stimulus
from exambank.model.from_translation import translation
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.translation import Translation
from exambank.model.translation_differences import Source, differences, has_shares
from exambank.source.read import read
from exambank.syntax import document

NOT_TRANSLATED = ("EXP005", "not-translated")


@dataclass(frozen=True, slots=True)
class Untranslated:
    """An item that is not there in the language: its id, its path, and why, as a clause."""

    item_id: str
    path: str
    reason: str


class UntranslatedError(Exception):
    """Why something is not there in the language, as a clause."""


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a build, that of the bank, and the statuses that a translation may have."""

    root: Path
    tag: str
    of_bank: str
    statuses: frozenset[str]

    def item(self, source: AnyItem, path: str) -> AnyItem:
        """The item in the language, with the ids and keys of its source.

        Raises:
            UntranslatedError: it has no translation that may be built.
        """
        found = self._translation(source, path)
        return source if found is None else composed_item(source, found, self.tag)

    def stimulus(self, source: Stimulus, path: str) -> Stimulus:
        """The stimulus in the language.

        Raises:
            UntranslatedError: it has no translation that may be built.
        """
        try:
            found = self._translation(source, path)
        except UntranslatedError as error:
            raise UntranslatedError(f"of its stimulus {source.id}, {error}") from None
        return source if found is None else composed_stimulus(source, found, self.tag)

    def _translation(self, source: Source, path: str) -> Translation | None:
        """The translation; None where the source is in the language itself."""
        if (source.lang or self.of_bank).casefold() == self.tag.casefold():
            return None
        file = read(self.root, f"{path.removesuffix('.md')}.{self.tag}.md")
        parsed = document.parse(file)
        if parsed.body is None or parsed.kind != "translation":
            raise UntranslatedError("there is no translation")
        if isinstance(source, Stimulus):
            document.as_passage(parsed)
        found, _ = translation(parsed, has_shares=has_shares(source))
        if found is None or found.source_id != source.id or any(True for _ in differences(source, found)):
            raise UntranslatedError("the translation does not fit")
        if found.source_version != source.version:
            said = f"the translation says version {found.source_version}"
            raise UntranslatedError(f"{said}, and the source is at {source.version}")
        if found.status not in self.statuses:
            raise UntranslatedError(f"the translation is {found.status}")
        return found


def not_translated(one: Untranslated, tag: str) -> Finding:
    """The finding that stops a build."""
    code, name = NOT_TRANSLATED
    return Finding(
        code,
        name,
        Severity.ERROR,
        f"{one.item_id} cannot be built in `{tag}`: {one.reason}",
        "translate it, or build without what is not there by `--untranslated leave-out`",
        Place(one.path),
    )
