"""Lines that lie outside an encrypted meeting file and that nobody reads without its key: each sealed by itself.

Keys are drawn from the data key with keyed BLAKE2b; a line is masked with the same function in counter mode under a random nonce
and then authenticated (encrypt-then-MAC, as the key file is), so that a line that was torn or changed is told apart and loses
only itself. There is no other cipher in what the program is locked to.
"""

import base64
import binascii
import hashlib
import hmac
import secrets

from cmc_desk.db.keys import DataKey

_NONCE, _TAG, _BLOCK = 24, 32, 64


class LineSeal:
    """Seals and opens the lines of one meeting; `purpose` keeps the lines of one kind of file from passing for another's."""

    def __init__(self, key: DataKey, *, purpose: str) -> None:
        self._mask = _drawn(key, purpose, "mask")
        self._tag = _drawn(key, purpose, "tag")

    def seal(self, content: bytes) -> bytes:
        """Return `content` as one line of base64, without its end."""
        nonce = secrets.token_bytes(_NONCE)
        masked = self._masked(content, nonce)
        return base64.b64encode(nonce + masked + self._tagged(nonce + masked))

    def open(self, line: bytes) -> bytes:
        """Return what was sealed; raises ValueError if this line is not one of ours, or not whole."""
        try:
            raw = base64.b64decode(line, validate=True)
        except binascii.Error as error:
            raise ValueError("not a sealed line") from error
        body, tag = raw[:-_TAG], raw[-_TAG:]
        if len(body) < _NONCE or not hmac.compare_digest(self._tagged(body), tag):
            raise ValueError("not a line of this meeting, or not whole")
        return self._masked(body[_NONCE:], body[:_NONCE])

    def _masked(self, content: bytes, nonce: bytes) -> bytes:
        stream = b"".join(
            hashlib.blake2b(nonce + number.to_bytes(8, "big"), key=self._mask, digest_size=_BLOCK).digest()
            for number in range(-(-len(content) // _BLOCK))
        )
        return bytes(a ^ b for a, b in zip(content, stream, strict=False))

    def _tagged(self, body: bytes) -> bytes:
        return hashlib.blake2b(body, key=self._tag, digest_size=_TAG).digest()


def _drawn(key: DataKey, purpose: str, part: str) -> bytes:
    return hashlib.blake2b(f"cmc-desk {purpose} {part}".encode(), key=key.raw, digest_size=32).digest()
