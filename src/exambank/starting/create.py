"""Writes a file that is not there yet, and never touches one that is."""

from pathlib import Path


def create_file(path: Path, text: str) -> bool:
    """Writes the file with its folders; False where anything of that name exists, which stays as it is.

    Raises:
        OSError: the file cannot be written; none is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        out = path.open("xb")
    except FileExistsError:
        return False
    try:
        with out:
            out.write(text.encode())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    return True
