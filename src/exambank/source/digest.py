"""Digests of bytes and of plain data."""

import hashlib
import json
from json.encoder import encode_basestring

FEW = 50  # entries of a list
ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(data: bytes) -> str:
    """SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(value: object) -> str:
    """SHA-256 of plain data (strings, numbers, lists, mappings) in its one JSON form."""
    return digest(_json(value).encode("utf-8", "surrogatepass"))


def _json(value: object) -> str:
    """As the encoder writes it, which takes longer to begin than a few texts take to write."""
    if type(value) is str:
        return encode_basestring(value)
    if type(value) is list and len(value) < FEW:
        return f"[{','.join(map(_json, value))}]"
    return ENCODER.encode(value)
