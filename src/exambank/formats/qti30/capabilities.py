"""What QTI 3.0 does not hold."""

from exambank.formats.asi.limits import DENIED

__all__ = ["DENIED"]
