"""QTI 1.2 in the profile that Canvas imports: one assessment, its quiz settings, pictures, and a content package."""

from exambank.formats.contract import Format

FORMAT = Format("qti12", "QTI 1.2 (Canvas)", "exambank.formats.qti12")
