"""QTI 2.1: an item a file, a test over them, and a content package around it all."""

from exambank.formats.contract import Format

FORMAT = Format("qti21", "QTI 2.1", "exambank.formats.qti21")
