"""A board's frames one after the other, as an animated GIF and as an MP4: held until read, never flashing."""

from __future__ import annotations

import io
import platform
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import cast

from PIL import Image

from chuyenmuc.campaigns.commission import Means
from chuyenmuc.campaigns.led.frames import Page, drawn
from chuyenmuc.campaigns.work import Made, Work
from chuyenmuc.images.color import RGB
from chuyenmuc.images.encode import png

START, EACH_WORD, LEAST_HOLD = 1.5, 0.35, 3.0  # seconds: to turn one's eyes to the board, to read a word
RATE = 10  # pictures a second: what stands still needs no more, and a fade passes in as many steps as are seen
FADE = 5  # pictures between two frames
EXACT, SHADES = 32, 224  # colours of an animation
MOST_COLORS = 1 << 16
SEEN = 900  # dots: the longer side of the picture that stands for a film
EVERYWHERE = "asm=SSE2" if platform.machine().lower() in ("amd64", "x86_64") else "asm=0"
"""Instructions that every processor has. With its newest ones (AVX-512) x264 reads memory that nothing was written to,
and with others it rounds in another way: the same film would have other bytes now and then, and on other machines."""
CODER = {"preset": "veryfast", "tune": "stillimage", "crf": "20", "threads": "1", "x264-params": EVERYWHERE}
CONTAINER = {"movflags": "+faststart", "fflags": "+bitexact"}
LIMITED, FULL, BT709 = 1, 2, 1  # as H.264 numbers ranges and colour spaces
TELEVISION = (LIMITED, BT709, BT709, BT709)


def hold(page: Page) -> float:
    """Seconds, to the tenth, that a frame stays."""
    return max(LEAST_HOLD, round(START + EACH_WORD * len(page.read.split()), 1))


@dataclass(frozen=True)
class Loop(Work):
    pages: tuple[Page, ...]
    means: Means

    def tried(self) -> None:
        """Its words have been set before it was ordered."""

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(path for page in self.pages for path in page.files)

    @property
    def images(self) -> list[Image.Image]:
        return [drawn(page, self.means) for page in self.pages]

    @property
    def holds(self) -> list[float]:
        return [hold(page) for page in self.pages]


@dataclass(frozen=True)
class Animation(Loop):
    """A GIF: each frame once, for as long as it is held."""

    def made(self) -> tuple[Made, ...]:
        return (Made(gif(self.images, self.holds), ".gif", self.pages[0].size),)


@dataclass(frozen=True)
class Film(Loop):
    def made(self) -> tuple[Made, ...]:
        images = self.images
        moving = film(images, self.holds)
        seen = images[0]
        seen.thumbnail((SEEN, SEEN))
        return Made(moving, ".mp4", even(self.pages[0].size)), Made(png(seen), ".png", seen.size)


def gif(images: Sequence[Image.Image], holds: Sequence[float]) -> bytes:
    """All in one table of colours, repeated for ever."""
    table = colors(images)
    first, *others = [image.quantize(palette=table, dither=Image.Dither.NONE) for image in images]
    file = io.BytesIO()
    times = [round(1000 * seconds) for seconds in holds]
    first.save(file, "GIF", save_all=True, append_images=others, duration=times, loop=0, optimize=False, disposal=1)
    return file.getvalue()


def colors(images: Sequence[Image.Image]) -> Image.Image:
    """A table for all frames together: what covers most exactly, and the many shades of smooth edges shared out."""
    width, height = images[0].size
    strip = Image.new("RGB", (width, height * len(images)))
    for row, image in enumerate(images):
        strip.paste(image, (0, row * height))
    counted = strip.getcolors(MOST_COLORS)
    if counted is None:
        return strip.quantize(EXACT + SHADES)
    found = [cast(RGB, color) for _, color in sorted(counted, reverse=True)]
    each_once = Image.new("RGB", (len(found), 1))
    each_once.putdata(found)
    shades = each_once.quantize(SHADES).getpalette() or []
    table = Image.new("P", (1, 1))
    table.putpalette([channel for color in found[:EXACT] for channel in color] + shades[: 3 * SHADES])
    return table


def film(images: Sequence[Image.Image], holds: Sequence[float]) -> bytes:
    """H.264 that every player shows; the same bytes each time: one thread, no clock, no name of a program."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "phim.mp4"  # its head is written last and put first, for which it must be a file
        write(path, images, holds)
        return path.read_bytes()


def write(path: Path, images: Sequence[Image.Image], holds: Sequence[float]) -> None:
    import av  # heavy: only where a film is made

    with av.open(str(path), "w", options=CONTAINER) as container:
        stream = container.add_stream("libx264", rate=RATE, options=CODER)
        stream.width, stream.height = even(images[0].size)
        stream.pix_fmt = "yuv420p"
        coder = stream.codec_context
        coder.color_range, coder.colorspace, coder.color_primaries, coder.color_trc = TELEVISION
        time = count()
        for image, times in shown(images, holds):
            full: av.VideoFrame = av.VideoFrame.from_image(padded(image))  # type: ignore[no-untyped-call]
            picture = full.reformat(
                format="yuv420p", dst_colorspace=BT709, src_color_range=FULL, dst_color_range=LIMITED, threads=1
            )
            for _ in range(times):
                picture.pts, picture.time_base = next(time), Fraction(1, RATE)
                container.mux(stream.encode(picture))
        container.mux(stream.encode(None))


def shown(images: Sequence[Image.Image], holds: Sequence[float]) -> Iterator[tuple[Image.Image, int]]:
    """Each frame with how many pictures long it stands, and between two of them those of a fade."""
    for image, following, seconds in zip(images, [*images[1:], images[0]], holds, strict=True):
        yield image, round(seconds * RATE)
        if following is not image:
            yield from ((Image.blend(image, following, step / (FADE + 1)), 1) for step in range(1, FADE + 1))


def even(size: tuple[int, int]) -> tuple[int, int]:
    """H.264 shares colours among two dots each way."""
    return size[0] + size[0] % 2, size[1] + size[1] % 2


def padded(image: Image.Image) -> Image.Image:
    """With a column or a row of ground more, where their number is odd."""
    if even(image.size) == image.size:
        return image
    larger = Image.new("RGB", even(image.size), image.getpixel((0, 0)))
    larger.paste(image, (0, 0))
    return larger
