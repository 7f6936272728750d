"""What QTI 2.2 does not hold."""

from exambank.formats.asi.limits import DENIED

__all__ = ["DENIED"]
