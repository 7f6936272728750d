"""Whether an author's pattern matches, found out in another process: a pattern may take longer than anyone can wait."""

import json
import subprocess
import sys

SECONDS = 2.0  # starting Python takes 0.02 to 0.2 of them
MATCHES, DIFFERS = 10, 11  # exit codes that Python itself does not give
PROGRAM = f"""\
import json, re, sys
pattern, text, flags = json.loads(sys.stdin.buffer.read())
sys.exit({MATCHES} if re.fullmatch(pattern, text, flags) else {DIFFERS})
"""


def pattern_matches(pattern: str, text: str, *, flags: int) -> bool | None:
    """Whether the pattern matches the whole text; None where it is no pattern, or takes over two seconds."""
    given = json.dumps([pattern, text, int(flags)]).encode()
    try:
        done = subprocess.run(  # noqa: S603 -- our own program; what an author wrote goes to its standard input
            [sys.executable, "-I", "-S", "-c", PROGRAM], input=given, capture_output=True, timeout=SECONDS, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    return {MATCHES: True, DIFFERS: False}.get(done.returncode)
