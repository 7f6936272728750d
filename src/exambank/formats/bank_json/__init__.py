"""exambank's own package: the whole bank as one JSON document and its pictures, with a published schema."""

from exambank.formats.contract import Format

FORMAT = Format("json", "exambank JSON", "exambank.formats.bank_json", keeps_markdown=True)
