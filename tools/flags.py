"""Paint the drawings of the flags as pictures for paper, which reportlab can print: `resources/flags-paper`.

python3 run.py flags
"""

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZE = (640, 480)
# Painted larger and made small, so that edges are as smooth as paper shows them.
_TIMES = 3
_COLOURS = 64


def main() -> None:
    """Renew the pictures of this checkout."""
    _application = QGuiApplication.instance() or QGuiApplication([])
    resources = Path(__file__).resolve().parent.parent / "resources"
    for line in renew(resources / "flags", resources / "flags-paper"):
        print(line)


def renew(drawings: Path, pictures: Path) -> list[str]:
    """Paint every drawing and take away pictures that have none; return a line on what was done."""
    pictures.mkdir(parents=True, exist_ok=True)
    made = {drawing.stem: as_png(painted(drawing)) for drawing in sorted(drawings.glob("*.svg"))}
    gone = [picture for picture in pictures.glob("*.png") if picture.stem not in made]
    for picture in gone:
        picture.unlink()
    for code, content in made.items():
        (pictures / f"{code}.png").write_bytes(content)
    size = sum(map(len, made.values())) // 1024
    return [f"{len(made)} flags, {size} kB in {pictures.name}", *(f"{picture.name} is gone" for picture in gone)]


def painted(drawing: Path) -> Image.Image:
    """Return a drawing as a picture of `SIZE` in all its colours."""
    image = QImage(SIZE[0] * _TIMES, SIZE[1] * _TIMES, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.read_bytes())).render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    size = image.width(), image.height()
    large = Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "BGRX", image.bytesPerLine(), 1)
    return large.resize(SIZE, Image.Resampling.BOX)


def as_png(picture: Image.Image) -> bytes:
    """Return a picture with a palette, which flags need no more than a few colours of."""
    stream = io.BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


if __name__ == "__main__":
    main()
