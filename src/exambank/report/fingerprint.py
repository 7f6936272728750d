"""What tells a finding from others, now and after other lines of its file have moved."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from exambank.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """A digest of code, path and message for each finding, and of how many equal ones stand before it."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = (finding.code, finding.place.path, finding.message)
        text = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        yield sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
