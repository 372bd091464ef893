"""A photograph from anywhere becomes one for a badge: upright, cropped, small, and without what cameras write into it."""

import warnings
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageCms, ImageOps
from PIL.JpegImagePlugin import JpegImageFile

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

WIDTH, HEIGHT = 300, 400
MOST_STORED = 25_000
# What is looked at while it is cropped: the longer side in points.
_SEEN = 900
_MOST_SEEN = 400_000
# The shares of the width and height of the picture as it is seen: left, top, right, bottom.
Crop = tuple[float, float, float, float]
_MOST_BYTES = 128 * 1024 * 1024
_MEGA = 1_000_000
_MOST_PIXELS = 64 * _MEGA
_MOST_JPEG_PIXELS = 256 * _MEGA
# A progressive JPEG is held whole, six bytes a pixel, before the first row of it comes out.
_MOST_PROGRESSIVE_PIXELS = 32 * _MEGA
# Four bytes each, and twice that while the picture is turned.
_MOST_DECODED_PIXELS = 24 * _MEGA
_SMALLEST = (75, 100)
_SCALES = (8, 4, 2, 1)
_JPEG = b"\xff\xd8\xff"
# No formats that run a program of their own, such as PostScript.
_FORMATS = ("PNG", "WEBP", "TIFF", "BMP", "GIF")
_QUALITIES = (90, 84, 78, 70, 60, 50, 40, 30, 20, 10, 5)


def badge_photo(data: bytes, *, crop: Crop | None = None) -> bytes:
    """Return a picture as a JPEG of 300 × 400 and at most 25 kB, upright, without anything but the picture itself.

    `crop` is what is to be seen of it; of another shape than 3:4 its middle is taken, and without it the middle of the
    picture, nearer to its top, where faces are. Raises Refusal if `data` is no picture, is damaged, too large or too small.
    """
    return _read(data, lambda: _encoded(_cropped(_upright(_decoded(data, crop)), crop), most=MOST_STORED))


def small_picture(data: bytes) -> bytes:
    """Return a picture whole, upright and small enough to look at while it is cropped, as JPEG; raises as `badge_photo` does."""
    return _read(data, lambda: _encoded(_in_three_colours(_shrunk(_upright(_decoded(data, None))))))


def _read(data: bytes, make: Callable[[], bytes]) -> bytes:
    if len(data) > _MOST_BYTES:
        raise _too_large()
    with warnings.catch_warnings():
        # Readers of pictures complain of what cameras write into them, which is not kept anyway.
        warnings.simplefilter("ignore")
        try:
            return make()
        except Refusal:
            raise
        except Image.DecompressionBombError as error:
            raise _too_large() from error
        except Exception as error:  # what a damaged file makes the readers raise is of every kind
            raise Refusal(
                _("This is no picture that can be read: choose a JPEG or PNG file, or save it as one."), field="photo"
            ) from error


def _shrunk(image: Image.Image) -> Image.Image:
    # Sixteen bits of grey cannot be made smaller smoothly.
    image = _in_three_colours(image) if image.mode.startswith("I") else image
    image.thumbnail((_SEEN, _SEEN), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image


def _decoded(data: bytes, crop: Crop | None) -> Image.Image:
    # `Image.open` refuses a JPEG of more than 179 megapixels, which the reader can make small while it decodes.
    if not data.startswith(_JPEG):
        image = Image.open(BytesIO(data), formats=_FORMATS)
        _check_pixels(image, _MOST_PIXELS)
        return image
    jpeg = JpegImageFile(BytesIO(data))
    _check_pixels(jpeg, _MOST_PROGRESSIVE_PIXELS if "progressive" in jpeg.info else _MOST_JPEG_PIXELS)
    width, height = jpeg.size
    scale = _scale(width, height, crop)
    jpeg.draft(jpeg.mode, (max(1, width // scale), max(1, height // scale)))
    return jpeg


def _scale(width: int, height: int, crop: Crop | None) -> int:
    """Return by how much a JPEG is made smaller while it is decoded: as much as the badge allows, and as memory asks."""
    left, top, right, bottom = crop or (0.0, 0.0, 1.0, 1.0)
    # Whether the picture lies on its side is not known yet: the shorter way must do.
    least = min(right - left, bottom - top) * min(width, height)
    for scale in _SCALES:
        if least / scale >= HEIGHT or width * height // (scale // 2 or 1) ** 2 > _MOST_DECODED_PIXELS:
            return scale
    return 1


def _check_pixels(image: Image.Image, most: int) -> None:
    if image.width * image.height > most:
        raise _too_large()


def _upright(image: Image.Image) -> Image.Image:
    image.load()
    try:
        return ImageOps.exif_transpose(image)
    except Exception:
        # Damaged notes of a camera are no reason to lose its picture.
        return image


def _cropped(image: Image.Image, crop: Crop | None) -> Image.Image:
    left, top, width, height = _place(image.size, crop)
    if width < _SMALLEST[0] or height < _SMALLEST[1]:
        raise Refusal(
            _("This picture is too small for a badge: {width} × {height} points where {least} are needed.").format(
                width=round(width), height=round(height), least="{} × {}".format(*_SMALLEST)
            ),
            field="photo",
        )
    # Rounded outwards first: only what is seen of a large picture is given other colours.
    x, y = int(left), int(top)
    part = image.crop((x, y, min(image.width, int(left + width) + 1), min(image.height, int(top + height) + 1)))
    box = (left - x, top - y, min(left - x + width, part.width), min(top - y + height, part.height))
    small = _in_three_colours(part).resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)
    return _in_screen_colours(small, image.info.get("icc_profile"))


def _place(size: tuple[int, int], crop: Crop | None) -> tuple[float, float, float, float]:
    """Return left, top, width and height of what is taken of a picture, in its points."""
    shares = crop or (0.0, 0.0, 1.0, 1.0)
    left, top, right, bottom = (min(1.0, max(0.0, share)) for share in shares)
    left, right, top, bottom = left * size[0], right * size[0], top * size[1], bottom * size[1]
    width = max(0.0, min(right - left, (bottom - top) * WIDTH / HEIGHT))
    height = width * HEIGHT / WIDTH
    above = (bottom - top - height) / (2 if crop else 3)
    return left + (right - left - width) / 2, top + above, width, height


def _in_three_colours(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        # Sixteen bits of grey.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        picture = image.convert("RGBA")
        ground = Image.new("RGB", picture.size, "white")
        ground.paste(picture, mask=picture.getchannel("A"))
        return ground
    return image.convert("RGB")


def _in_screen_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture whose camera has colours of its own in those of every screen."""
    if not profile:
        return image
    try:
        found = ImageCms.profileToProfile(
            image, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        )
    except (ImageCms.PyCMSError, OSError):
        # A profile for other than three colours, or a broken one: the picture is as good as its points.
        return image
    return found or image


def _encoded(image: Image.Image, *, most: int = _MOST_SEEN) -> bytes:
    # A new picture, so that nothing of the old one goes along but its points.
    plain = Image.new("RGB", image.size)
    plain.paste(image)
    best = b""
    for quality in _QUALITIES:
        file = BytesIO()
        plain.save(file, "JPEG", quality=quality, optimize=True)
        best = file.getvalue()
        if len(best) <= most:
            break
    return best


def _too_large() -> Refusal:
    return Refusal(
        _("This picture is too large: save it smaller than {number} megapixels, or as an ordinary JPEG.").format(
            number=_MOST_PIXELS // _MEGA
        ),
        field="photo",
    )
