"""What no version of QTI that we write holds of an item."""

from collections.abc import Mapping

from exambank.formats.feature import Denial, Feature

DENIED: Mapping[Feature, Denial] = {
    Feature.RAW_HTML: Denial(
        "Raw HTML is left out.",
        "the item schemas of QTI 2.1, 2.2 and 3.0 allow only their own subset of XHTML",
    ),
    Feature.HINT: Denial(
        "The hint is left out.",
        "QTI 2.1 implementation guide, adaptive items: only these can show something before the answer, by an"
        " endAttemptInteraction, and importers do not take them",
    ),
    Feature.PATTERN: Denial(
        "Answers that are patterns are left out.",
        "QTI 2.1 information model, patternMatch: patterns of XML Schema, always with capitals; qti-components 7.27 and"
        " qti3-item-player 1.1 read JavaScript's",
    ),
    Feature.DROPDOWN_MARKUP: Denial(
        "Options of a dropdown become plain text: formulae as TeX, pictures as their alternative text.",
        "QTI 2.1 information model, inlineChoice: text only; players of QTI 3 show a list of plain texts",
    ),
    Feature.NOTES: Denial("Notes for authors are left out.", "they are exported nowhere, by design", is_content=False),
    Feature.METADATA: Denial(
        "Version, objective, difficulty, status, references and the like are left out.",
        "qtiMetadata in the manifest has no field for them; importers ignore the IEEE LOM record that could hold some",
        is_content=False,
    ),
}
