"""QTI 3.0: an item a file, a test over them, and a content package around it all."""

from exambank.formats.contract import Format

FORMAT = Format("qti30", "QTI 3.0", "exambank.formats.qti30")
