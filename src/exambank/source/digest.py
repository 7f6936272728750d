"""Digests of bytes and of plain data."""

import hashlib
import json

ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(data: bytes) -> str:
    """SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(value: object) -> str:
    """SHA-256 of plain data (strings, numbers, lists, mappings) in its one JSON form."""
    return digest(ENCODER.encode(value).encode("utf-8", "surrogatepass"))
