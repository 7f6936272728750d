"""What exambank's own package does not hold: nothing that an exam needs."""

from collections.abc import Mapping

from exambank.formats.feature import Denial, Feature

DENIED: Mapping[Feature, Denial] = {
    Feature.RAW_HTML: Denial(
        "Raw HTML stays in the Markdown, and every reader of it is asked to leave it out.",
        "schemas/package.schema.json",
        is_dropped=False,
        is_content=False,
    ),
    Feature.NOTES: Denial("Notes for authors are left out.", "they are exported nowhere, by design", is_content=False),
}
