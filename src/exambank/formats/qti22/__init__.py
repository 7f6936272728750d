"""QTI 2.2: an item a file, a test over them, and a content package around it all."""

from exambank.formats.contract import Format

FORMAT = Format("qti22", "QTI 2.2", "exambank.formats.qti22")
