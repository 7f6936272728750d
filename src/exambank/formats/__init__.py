"""The formats that packages are written in and read from: one folder each, and this list."""

FORMATS: dict[str, str] = {
    "json": "exambank.formats.bank_json",
    "qti12": "exambank.formats.qti12",
    "qti21": "exambank.formats.qti21",
    "qti22": "exambank.formats.qti22",
    "qti30": "exambank.formats.qti30",
}
