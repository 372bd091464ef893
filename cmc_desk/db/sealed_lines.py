"""Lines that lie outside an encrypted meeting file and that nobody reads without its key: each sealed by itself, in its place.

Keys are drawn from the data key with keyed BLAKE2b; a line is masked with the same function in counter mode under a random nonce
and then authenticated (encrypt-then-MAC, as the key file is), so that a line that was torn or changed is told apart and loses
only itself. There is no other cipher in what the program is locked to. The form of the line, its number and the name of its file
are authenticated too: a line holds only where it was written, and whoever reads them all sees that one is missing before the last.
Lines of the first form, which knew neither number nor file, are still opened: what somebody typed lies in them.
"""

import base64
import binascii
import hashlib
import hmac
import secrets

from cmc_desk.db.keys import DataKey

_FORM = b"\x01"
_NUMBER, _NONCE, _TAG, _BLOCK = 4, 24, 32, 64
_HEAD = len(_FORM) + _NUMBER


class LineSeal:
    """Seals and opens the lines of one meeting; `purpose` keeps the lines of one kind of file from passing for another's."""

    def __init__(self, key: DataKey, *, purpose: str) -> None:
        self._mask = _drawn(key, purpose, "mask")
        self._tag = _drawn(key, purpose, "tag")

    def seal(self, content: bytes, *, place: str, number: int) -> bytes:
        """Return `content` as line `number` of the file named `place`, in base64 and without its end."""
        nonce = secrets.token_bytes(_NONCE)
        body = _FORM + number.to_bytes(_NUMBER, "big") + nonce + self._masked(content, nonce)
        return base64.b64encode(body + self._tagged(body, place))

    def open(self, line: bytes, *, place: str) -> tuple[int | None, bytes]:
        """Return the number of a line of the file named `place`, and what was sealed; one of the first form has none.

        Raises ValueError if it is not ours, or not whole.
        """
        try:
            raw = base64.b64decode(line, validate=True)
        except binascii.Error as error:
            raise ValueError("not a sealed line") from error
        body, tag = raw[:-_TAG], raw[-_TAG:]
        start = _HEAD + _NONCE
        if len(body) >= start and body.startswith(_FORM) and hmac.compare_digest(self._tagged(body, place), tag):
            return int.from_bytes(body[len(_FORM) : _HEAD], "big"), self._masked(body[start:], body[_HEAD:start])
        if len(body) >= _NONCE and hmac.compare_digest(self._digest(body), tag):
            return None, self._masked(body[_NONCE:], body[:_NONCE])
        raise ValueError(
            "not a line of this meeting and file, or not whole, or of a form that this program does not know"
        )

    def _masked(self, content: bytes, nonce: bytes) -> bytes:
        stream = b"".join(
            hashlib.blake2b(nonce + number.to_bytes(8, "big"), key=self._mask, digest_size=_BLOCK).digest()
            for number in range(-(-len(content) // _BLOCK))
        )
        return bytes(a ^ b for a, b in zip(content, stream, strict=False))

    def _tagged(self, body: bytes, place: str) -> bytes:
        # The name stands after its length, so that no other name and body are the same bytes.
        name = place.encode("utf-8", "surrogateescape")
        return self._digest(len(name).to_bytes(_NUMBER, "big") + name + body)

    def _digest(self, told: bytes) -> bytes:
        return hashlib.blake2b(told, key=self._tag, digest_size=_TAG).digest()


def _drawn(key: DataKey, purpose: str, part: str) -> bytes:
    return hashlib.blake2b(f"cmc-desk {purpose} {part}".encode(), key=key.raw, digest_size=32).digest()
