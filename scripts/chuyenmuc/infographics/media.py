"""What an infographic becomes: each medium with its measure, and the words by which staff find it.

`assets/infographics.yml` says which of them an agency wants.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from chuyenmuc.content.finding import Finding
from chuyenmuc.content.yamltext import YamlProblem, load_whole
from chuyenmuc.images.box import Box
from chuyenmuc.project import Project

FILE = "assets/infographics.yml"
Make = Literal["tall", "slides", "deck", "poster"]
DOT = 10  # pixels of a scene to a millimetre of paper
POINT = 25.4 / 72 * DOT


@dataclass(frozen=True)
class Medium:
    """`size` in pixels of a scene, with bleed; `safe` what edges keep clear (top, right, bottom, left).

    `em` is the comfortable size of running text, `most` the largest, `least` the smallest of any text. Papers give
    their size in millimetres once cut.
    """

    name: str
    make: Make
    channel: str
    use: str
    size: tuple[int, int]
    safe: tuple[int, int, int, int]
    em: float
    most: float
    least: float
    paper: tuple[float, float] | None = None
    bleed: float = 0

    @property
    def frame(self) -> Box:
        return Box(0, 0, *self.size)

    @property
    def area(self) -> Box:
        return self.frame.inset(*self.safe)

    @property
    def one_file(self) -> bool:
        """Whether its pages stand in one file."""
        return self.make in {"deck", "poster"}


def poster(name: str, width: float, height: float, least: float, em: float) -> Medium:
    """A sheet of paper with 3 mm of bleed; `least` and `em` in points."""
    bleed, margin = 3.0, round(0.062 * width)
    whole = round((width + 2 * bleed) * DOT), round((height + 2 * bleed) * DOT)
    edge = round((margin + bleed) * DOT)
    return Medium(
        name=f"ap-phich-{name.lower()}",
        make="poster",
        channel=f"Áp phích {name} – PDF để in",
        use=f"In {width:g} × {height:g} mm dán bảng tin, bảng niêm yết; chữ và hình đều là nét, đã chừa 3 mm để xén",
        size=whole,
        safe=(edge, edge, edge, edge),
        em=em * POINT,
        most=3 * em * POINT,
        least=least * POINT,
        paper=(width, height),
        bleed=bleed,
    )


MEDIA = (
    Medium(
        "do-hoa-cao", "tall", "Facebook, Zalo – ảnh đồ họa cao",
        "Trọn đồ họa trong một ảnh; đăng kèm bài, gửi vào nhóm Zalo", (1080, 8000), (0, 72, 0, 72), 38, 38, 26,
    ),
    Medium(
        "bang-chuyen-vuong", "slides", "Facebook, Instagram, Zalo – băng chuyền vuông",
        "Đăng nhiều ảnh một lần, đúng thứ tự số; ảnh nào tách riêng cũng đủ nghĩa",
        (1080, 1080), (72, 72, 72, 72), 38, 50, 26,
    ),
    Medium(
        "bang-chuyen-doc", "slides", "Facebook, Instagram – băng chuyền dọc 4:5",
        "Như băng chuyền vuông, chiếm nhiều màn hình điện thoại hơn", (1080, 1350), (72, 72, 72, 72), 40, 52, 26,
    ),
    Medium(
        "story", "slides", "Story, Reels, TikTok – bộ ảnh dọc 9:16",
        "Đăng lần lượt làm story; chừa trên và dưới cho nút của ứng dụng", (1080, 1920), (250, 72, 250, 72), 42, 55, 28,
    ),
    Medium(
        "trinh-chieu", "deck", "Trình chiếu 16:9 – PDF",
        "Mở toàn màn hình để trình bày trong cuộc họp; chữ và hình là nét, phóng to không vỡ",
        (1920, 1080), (84, 110, 84, 110), 42, 60, 28, (338.67, 190.5),
    ),
    poster("A4", 210, 297, 7.5, 11),
    poster("A3", 297, 420, 9, 15),
    poster("A2", 420, 594, 12, 21),
)  # fmt: skip


def chosen(project: Project) -> tuple[tuple[Medium, ...], tuple[Finding, ...]]:
    """The media that an agency wants; all of them where its list cannot be read, which is told."""
    try:
        values, lines = load_whole(project.find(FILE).read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return MEDIA, (wrong(1, "không đọc được tệp", "lưu lại tệp với mã hóa UTF-8"),)
    except YamlProblem as problem:
        return MEDIA, (wrong(problem.line, problem.message, problem.fix),)
    names: Any = values.get("media") if isinstance(values, dict) else None
    if not isinstance(names, list) and not (isinstance(values, dict) and names in ("", None) and "media" in values):
        return MEDIA, (wrong(1, "chưa có danh sách “media:”", "viết “media:”, bên dưới mỗi dòng một bản"),)
    known = {medium.name: medium for medium in MEDIA}
    strange = [(number, name) for number, name in enumerate(names or [], 1) if str(name) not in known]
    fix = f"dùng được: {', '.join(known)}"
    told = tuple(wrong(lines.get(f"media[{number}]", 1), f"không có bản “{name}”", fix) for number, name in strange)
    return tuple(medium for medium in MEDIA if medium.name in (names or [])), told


def wrong(line: int, message: str, fix: str) -> Finding:
    return Finding(FILE, line, "media", "do-hoa", "error", message, fix)
