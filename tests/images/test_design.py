"""Design files that an agency has broken: told like articles, with line and fix; the shipped file serves meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.content.agency import settings
from chuyenmuc.content.fields import Kind
from chuyenmuc.content.finding import Finding
from chuyenmuc.images.card import DRAWN
from chuyenmuc.images.design import Design
from chuyenmuc.images.formats import Format
from chuyenmuc.images.studio import Studio
from chuyenmuc.project import SHIPPED, Project

BRAND, FORMATS = "assets/brand.yml", "assets/formats.yml"
NEWS, BASE = "templates/cards/tin.yml", "templates/cards/_khung.yml"
KINDS = ", ".join(Kind)
SHAPES = "dùng được: strip, banner, wide, landscape, square, portrait, tall, compact, round"
PARTS = "dùng được: fill, shape, cover, veil, shade, stack"
COMPARE = "xem lời chú đầu tệp, so với tệp mẫu đi kèm chương trình"

Broken = Callable[..., Design]


@pytest.fixture
def broken(tmp_path: Path) -> Broken:
    """The design of a project whose copy of a shipped file says other things in some places."""

    def made(name: str, *changes: tuple[str, str]) -> Design:
        text = (SHIPPED / name).read_text("utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        return written(tmp_path, name, text)

    return made


def written(root: Path, name: str, content: str | bytes) -> Design:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Design.read(Project(root))


def at(root: Path, finding: Finding) -> str:
    """What stands at the line that a finding names."""
    return (root / finding.file).read_text("utf-8").splitlines()[finding.line - 1].strip()


def shipped() -> Design:
    return Design.read(Project(Path("/khong-co")))


def test_the_shipped_design_is_sound() -> None:
    design = shipped()
    assert design.findings == ()
    assert {kind for layout in design.layouts.values() for kind in layout.kinds} == set(DRAWN)


# Brand ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "fix"),
    [
        (
            *('"#C4212F"     # màu nhấn', "do", "accent: do"),
            *("“colors”, “accent”: “do” không phải màu", "viết sáu chữ số như #0B2A6B, trong dấu ngoặc kép"),
        ),
        (
            *("BeVietnamPro-Bold.ttf", "Khac.ttf", "bold: assets/fonts/Khac.ttf"),
            *("không dùng được tệp phông “assets/fonts/Khac.ttf”", "chép tệp .ttf hoặc .otf vào assets/fonts"),
        ),
        (
            *("NotoSansSymbols2-Regular.ttf ", "Khac.ttf ", "- assets/fonts/Khac.ttf"),
            *("không dùng được tệp phông “assets/fonts/Khac.ttf”", "chép tệp .ttf hoặc .otf vào assets/fonts"),
        ),
        (
            *("fonts/BeVietnamPro-Bold.ttf", "fonts/OFL.txt", "bold: assets/fonts/OFL.txt"),
            *("không dùng được tệp phông “assets/fonts/OFL.txt”", "chép tệp .ttf hoặc .otf vào assets/fonts"),
        ),
        (
            *("sponsor_share: 12", "sponsor_share: 21", "sponsor_share: 21"),
            *("“sponsor_share” “21” không dùng được", "luật cho nhiều nhất 20, ít nhất nên là 5"),
        ),
        (
            *("sponsor_share: 12", "sponsor_share: nhiều", "sponsor_share: nhiều"),
            *("“sponsor_share” không đúng kiểu", COMPARE),
        ),
        ("corner: 1", "corner: 9", "corner: 9", "“corner” lớn quá", "dùng số từ 3 trở xuống"),
        ("names: []", "ten: []", "ten: []", "“ten” không dùng được ở đây", "xóa dòng này"),
        (
            *('emblem: ""', "emblem: assets/bieu-trung.png", "emblem: assets/bieu-trung.png"),
            *("tệp biểu trưng “assets/bieu-trung.png” không có", "chép tệp PNG nền trong suốt vào assets"),
        ),
        (
            *('emblem: ""', "emblem: assets/fonts/OFL.txt", "emblem: assets/fonts/OFL.txt"),
            *("tệp biểu trưng “assets/fonts/OFL.txt” không mở được", "chép tệp PNG nền trong suốt vào assets"),
        ),
        (
            *("default_palette: xanh-lam", "default_palette: xanh", "default_palette: xanh"),
            *("không có bảng màu “xanh”", "chọn một trong: " + ", ".join(shipped().brand.palettes)),
        ),
    ],
)
def test_a_broken_brand_is_told_and_the_shipped_one_serves(
    tmp_path: Path, broken: Broken, old: str, new: str, line: str, message: str, fix: str
) -> None:
    made = broken(BRAND, (old, new))
    (found,) = made.findings
    assert (found.file, found.level, found.message, found.fix) == (BRAND, "error", message, fix)
    assert at(tmp_path, found).startswith(line)
    assert made.brand == shipped().brand


def test_faint_palettes_are_told_with_their_contrast(tmp_path: Path, broken: Broken) -> None:
    found = broken(BRAND, ('deep: "#0B2A6B"', 'deep: "#9AB0E0"')).findings
    assert {(finding.rule, finding.field, finding.fix) for finding in found} == {
        ("tuong-phan", "palettes.xanh-lam", "chọn màu đậm hoặc nhạt hơn")
    }
    assert found[0].message == "chữ #FFFFFF trên nền #9AB0E0 chỉ tương phản 2.2:1, cần 4.5:1"
    assert len(found) == 3
    assert all(at(tmp_path, finding).startswith("xanh-lam:") for finding in found)


def test_several_mistakes_are_told_at_once(tmp_path: Path, broken: Broken) -> None:
    accent = ('"#C4212F"     # màu nhấn', "do")
    found = broken(BRAND, ("corner: 1", "corner: to"), accent, ("sponsor_share: 12", "sponsor_share: 99")).findings
    assert [at(tmp_path, finding).split()[0] for finding in found] == ["accent:", "corner:", "sponsor_share:"]


def test_mistakes_in_all_files_are_told_at_once(tmp_path: Path, broken: Broken) -> None:
    broken(BRAND, ("corner: 1", "corner: 9"))
    broken(NEWS, ("color: quiet", "color: choe"))
    found = broken(FORMATS, ("max_kb: 300", "max_kb: 3")).findings
    assert {finding.file for finding in found} == {BRAND, NEWS, FORMATS}


# Formats --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "fix"),
    [
        (
            "size: [1200, 630]",
            "size: [1200]",
            "size: [1200]",
            "“size”, mục 2: còn thiếu",
            "viết đủ các số trong dấu [ ]",
        ),
        (
            "size: [1200, 630]",
            "size: [12000, 630]",
            "size: [12000, 630]",
            "“size”, mục 1: lớn quá",
            "dùng số từ 5000 trở xuống",
        ),
        ("max_kb: 300", "max_kb: nhẹ", "max_kb: nhẹ", "“max_kb” không phải số nguyên", "viết một con số, ví dụ 10"),
        ("shape: round", "shape: tron", "shape: tron", "“shape” không dùng được giá trị này", SHAPES),
        ("safe: [48, 56, 48, 56]", "safe: 48", "safe: 48", "“safe” không đúng kiểu", COMPARE),
        (
            *("safe: [48, 56, 48, 56]", "safe: [400, 56, 400, 56]", "safe: [400, 56, 400, 56]"),
            *("“safe” chừa gần hết ảnh", "bớt đi để còn ít nhất 40 điểm ảnh mỗi chiều"),
        ),
        (
            *("layout: anh-dai-dien", "layout: khong-co", "layout: khong-co", "không có bố cục “khong-co”"),
            "dùng được: " + ", ".join(shipped().layouts),
        ),
        (
            *("kinds: [chien-dich, thong-diep]", "kinds: [chien-dich, thong]", "kinds: [chien-dich, thong]"),
            *("không có loại nội dung “thong”", f"dùng được: {KINDS}"),
        ),
    ],
)
def test_a_broken_format_is_told_and_the_shipped_ones_serve(
    tmp_path: Path, broken: Broken, old: str, new: str, line: str, message: str, fix: str
) -> None:
    made = broken(FORMATS, (old, new))
    (found,) = made.findings
    assert (found.file, found.level, found.message, found.fix) == (FORMATS, "error", message, fix)
    assert at(tmp_path, found) == line
    assert made.formats == shipped().formats


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "tệp trống hoặc sai cấu trúc"),
        ("- a\n- b\n", 1, "tệp trống hoặc sai cấu trúc"),
        ("\na: 1\n", 2, "“1” không phải một khổ ảnh"),
        ("a:\n  size: [1, 2\nb: 1\n", 3, "danh sách mở bằng “[” mà không đóng"),
    ],
)
def test_a_file_that_holds_no_formats_is_told(tmp_path: Path, text: str, line: int, message: str) -> None:
    made = written(tmp_path, FORMATS, text)
    assert [(found.file, found.line, found.message) for found in made.findings] == [(FORMATS, line, message)]
    assert made.formats == shipped().formats


def test_shapes_follow_from_the_ratio_of_the_safe_area() -> None:
    sizes: dict[tuple[Any, ...], str] = {
        (3000, 300): "strip",
        (2000, 500): "wide",
        (1920, 600, (56, 384, 56, 384)): "banner",
        (1200, 630): "landscape",
        (1080, 1080): "square",
        (1080, 1350): "portrait",
        (1080, 1920): "tall",
        (1080, 1920, (500, 0, 500, 0)): "square",
    }
    for (width, height, *safe), shape in sizes.items():
        form = Format(name="a", channel="a", use="a", size=(width, height), max_kb=100, safe=safe[0] if safe else None)
        assert form.named_shape == shape, (width, height)


def test_text_keeps_off_the_edge_where_a_format_says_nothing_of_it() -> None:
    form = Format(name="a", channel="a", use="a", size=(1000, 500), max_kb=100)
    assert 10 < form.safe_area.x == form.safe_area.y < 50
    assert Format(name="a", channel="a", use="a", size=(1000, 500), max_kb=100, art=True).safe_area == form.frame


def test_the_least_text_is_what_a_phone_can_show() -> None:
    def least(size: tuple[int, int], **more: Any) -> float:
        return Format(name="a", channel="a", use="a", size=size, max_kb=100, **more).least_text

    assert least((1080, 1080)) == 24
    assert least((2160, 2160)) == 48
    assert least((1640, 624), safe=(44, 280, 44, 280)) == 24  # the sides are cut off
    assert least((500, 320), min_text=13) == 13
    assert 30 < least((3000, 300)) < 50  # nobody sees it whole on a phone


# Layouts --------------------------------------------------------------------------------------------------------

COLORS = [*shipped().brand.colors, *shipped().brand.roles, "text", "title", "quiet", "mark"]


@pytest.mark.parametrize(
    ("name", "old", "new", "message", "fix"),
    [
        (NEWS, "color: quiet", "color: choe", "không có màu “choe”", f"dùng được: {', '.join(COLORS)}"),
        (NEWS, "color: quiet", "color: main 20% giay", "không có màu “giay”", f"dùng được: {', '.join(COLORS)}"),
        (NEWS, "color: quiet", "color: main 20 ink", "không có màu “main 20 ink”", f"dùng được: {', '.join(COLORS)}"),
        (NEWS, "font: headline", "font: dam", "không có phông “dam”", "dùng được: regular, semibold, bold, headline"),
        (NEWS, "area: panel", "area: khung", "areas không có vùng “khung”", "thêm vùng ấy hoặc sửa tên"),
        (NEWS, "base: _khung", "base: _nen", "không có bố cục nền “_nen”", "bỏ dòng base hoặc sửa tên"),
        (NEWS, "base: _khung", "base: bai", "không có bố cục nền “bai”", "bỏ dòng base hoặc sửa tên"),
        (NEWS, "kinds: [tin]", "kinds: [tinn]", "không có loại nội dung “tinn”", f"dùng được: {KINDS}"),
        (NEWS, "when: photo", 'when: "anh = 1"', "“anh = 1” sai cú pháp", "viết như “sample” hoặc “not photo”"),
        (NEWS, "{{ section }}", "{{ section }", "“{{ section }” sai cú pháp", "xem lại cặp dấu {{ }}"),
        (NEWS, "part: cover", "part: bia", "không có “bia”", PARTS),
        (NEWS, "gap: 2.6", "gap: to", "“gap”: không đúng kiểu", COMPARE),
        (NEWS, "size: 2.35", "size: 235", "“size”: lớn quá", "dùng số từ 60 trở xuống"),
        (NEWS, "grow: true", "lon-len: true", "“lon-len”: không dùng được ở đây", "xóa dòng này"),
        (BASE, "color: quiet", "color: choe", "không có màu “choe”", f"dùng được: {', '.join(COLORS)}"),
        (
            BASE,
            "align: center",
            "align: giua",
            "“align”: không dùng được giá trị này",
            "dùng được: top, center, bottom",
        ),
    ],
)
def test_a_broken_layout_is_told_once_at_its_line_and_the_shipped_one_serves(
    tmp_path: Path, broken: Broken, name: str, old: str, new: str, message: str, fix: str
) -> None:
    made = broken(name, (old, new))
    (found,) = made.findings
    assert (found.file, found.level, found.fix) == (name, "error", fix)
    assert message in found.message
    assert new in at(tmp_path, found)
    assert made.layouts == shipped().layouts


@pytest.mark.parametrize(("name", "line"), [(NEWS, 3), (BASE, 8)])
def test_broken_yaml_of_a_layout_is_told(broken: Broken, name: str, line: int) -> None:
    old, new = ("kinds: [tin]", "kinds: [tin") if name == NEWS else ("areas:", "areas: [")
    made = broken(name, (old, new))
    told = [(found.file, found.line, found.message) for found in made.findings]
    assert told == [(name, line, "danh sách mở bằng “[” mà không đóng")]
    assert made.layouts == shipped().layouts


def test_an_unknown_icon_is_told_with_those_that_are_near(broken: Broken) -> None:
    (found,) = broken("templates/cards/trich-dan.yml", ("format-quote-open", "format-qoute-open")).findings
    assert "không có biểu tượng “material/format-qoute-open”" in found.message
    assert "material/format-quote-open" in found.fix


def test_a_name_unknown_to_a_kind_is_told_with_those_it_knows(tmp_path: Path, broken: Broken) -> None:
    (found,) = broken(NEWS, ("{{ section }}", "{{ speaker }}")).findings
    assert found.message == "không có giá trị “speaker” cho loại “tin”"
    assert found.fix.startswith("dùng được: title, description, ")
    assert "{{ speaker }}" in at(tmp_path, found)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    made = written(tmp_path, "templates/cards/rieng.yml", b"\xff\xfe\x00")
    assert [found.file for found in made.findings] == ["templates/cards/rieng.yml"]


def test_an_agency_s_own_layout_and_colours_need_no_python(tmp_path: Path) -> None:
    own = (SHIPPED / NEWS).read_text("utf-8").replace("kinds: [tin]", "kinds: [bai]")
    made = written(tmp_path, "templates/cards/aaa-rieng.yml", own.replace("color: quiet", 'color: "#334455"'))
    assert made.findings == ()
    assert made.layout_for("bai", made.formats["facebook-vuong"]) == "aaa-rieng"
    assert made.layout_for("tin", made.formats["facebook-vuong"]) == "tin"


def test_an_agency_s_own_base_serves_every_layout_upon_it(broken: Broken) -> None:
    made = broken(BASE, ("{{ date }}  ·  {{ site_name }}", "{{ agency }}"))
    assert made.findings == ()
    assert all("{{ agency }}" in str(made.layouts[name].parts[-2:]) for name in ("tin", "su-kien"))
    assert made.digests["tin"] != shipped().digests["tin"]
    assert made.digests["bia"] == shipped().digests["bia"]


def test_each_format_has_a_layout_for_each_kind() -> None:
    design = shipped()
    for form in design.formats.values():
        for kind in DRAWN:
            name = design.layout_for(kind, form)
            assert (name == "bia") is form.art
            assert form.layout in {"", name}
            assert form.art or form.layout or kind in design.layouts[name].kinds


def test_no_channel_takes_an_image_of_a_plain_page() -> None:
    design = shipped()
    assert design.formats_for(Kind.PAGE) == []
    assert all(design.formats_for(kind) for kind in DRAWN)


# Contrast of layouts, computed ----------------------------------------------------------------------------------


def faint(desk: Any, *changes: tuple[str, str], name: str = NEWS) -> list[Finding]:
    text = (SHIPPED / name).read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    desk.write(name, text)
    archive = desk.read()
    studio = Studio.open(desk.project, settings(desk.project))
    assert studio.design.findings == ()
    return list(studio.check(archive))


@pytest.fixture
def full(desk: Any) -> Any:
    """A desk with the shipped formats."""
    (desk.root / FORMATS).unlink()
    return desk


def test_the_shipped_layouts_are_read_in_every_palette(full: Any) -> None:
    assert faint(full) == []


def test_a_colour_too_faint_in_some_palette_is_told_at_its_line(full: Any) -> None:
    (found,) = faint(full, ("color: quiet, size", "color: light, size"))
    assert (found.file, found.rule, found.level) == (NEWS, "tuong-phan", "error")
    assert found.message.startswith("chữ màu light trên nền paper chỉ tương phản 1,")
    assert found.message.endswith(", cần 4,5:1")
    assert found.fix == "đổi màu chữ hoặc màu nền của phần ấy"
    assert "color: light" in at(full.root, found)


def test_a_mixture_too_faint_is_told(full: Any) -> None:
    (found,) = faint(full, ("color: quiet, size", "color: main 90% paper, size"))
    assert found.message.startswith("chữ màu main 90% paper trên nền paper chỉ tương phản 1,")


def test_text_straight_on_a_picture_is_told(full: Any) -> None:
    found = faint(full, ("  - {part: fill, area: panel,", "  - {part: fill, area: base,"))
    assert found
    assert {(finding.file, finding.rule) for finding in found} == {(NEWS, "tuong-phan")}
    assert all(finding.message.endswith("nằm thẳng trên hình") for finding in found)
    assert {finding.fix for finding in found} == {"thêm nền (fill) hoặc lớp mờ (shade) bên dưới"}


def test_that_nothing_is_faint_is_remembered(full: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert faint(full) == []
    monkeypatch.setattr("chuyenmuc.images.studio.faint", None)
    assert faint(full) == []
    with pytest.raises(TypeError):
        faint(full, ("gap: 2.6", "gap: 2.7"))
