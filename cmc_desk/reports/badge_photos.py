"""Photographs on badges: read whatever comes, cropped to their frame, made small, without what a camera noted in them."""

import io
import warnings
from functools import lru_cache

from PIL import Image, ImageOps

_DOTS = 300 / 72
_QUALITY = 88
# Where a photograph is too high for its frame, more is taken away below the face than above it.
_FACE = 0.3


@lru_cache(maxsize=256)
def prepared(photo: bytes, width: float, height: float) -> bytes | None:
    """Return the photograph as a JPEG for a frame of so many points, or None if it cannot be read.

    It fills the frame: what is too much at its longer sides is cut off. What Pillow refuses as a bomb is not read: more than 178 million pixels.
    """
    target = max(round(width * _DOTS), 1), max(round(height * _DOTS), 1)
    try:
        with warnings.catch_warnings():
            # Pillow warns of pictures that a good camera makes; it refuses those of twice that size.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(photo), formats=("JPEG", "PNG")) as image:
                # A JPEG is read at about the size that is needed: a hundred million pixels take no longer than a few.
                image.draft("RGB", (target[0] * 2, target[1] * 2))
                upright = ImageOps.exif_transpose(image)
                fitted = ImageOps.fit(_on_white(upright), target, Image.Resampling.LANCZOS, centering=(0.5, _FACE))
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError):
        return None
    stream = io.BytesIO()
    fitted.save(stream, "JPEG", quality=_QUALITY, optimize=True)
    return stream.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return image.convert("RGB")
