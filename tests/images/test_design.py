from pathlib import Path

from chuyenmuc.images.design import Design
from chuyenmuc.images.formats import Format
from chuyenmuc.project import SHIPPED, Project


def design(tmp_path: Path, name: str, text: str) -> Design:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Design.read(Project(tmp_path))


def shipped(name: str) -> str:
    return (SHIPPED / name).read_text("utf-8")


def test_a_faint_palette_is_told_with_its_contrast(tmp_path: Path) -> None:
    brand = shipped("assets/brand.yml").replace('deep: "#0B2A6B"', 'deep: "#9AB0E0"')
    found = design(tmp_path, "assets/brand.yml", brand).findings
    assert [(f.file, f.field, f.level) for f in found] == [("assets/brand.yml", "palettes.xanh-lam", "error")] * len(
        found
    )
    assert "tương phản" in found[0].message


def test_a_colour_that_is_none_is_told(tmp_path: Path) -> None:
    brand = shipped("assets/brand.yml").replace('"#C4212F"     # màu nhấn', "do")
    found = design(tmp_path, "assets/brand.yml", brand).findings
    assert "“do” không phải màu" in found[0].message
    assert found[0].field == "colors.accent"


def test_a_missing_font_is_told(tmp_path: Path) -> None:
    brand = shipped("assets/brand.yml").replace("BeVietnamPro-Bold.ttf", "Khac.ttf")
    assert "không thấy tệp phông" in design(tmp_path, "assets/brand.yml", brand).findings[0].message


def test_a_broken_formats_file_is_told_with_its_line(tmp_path: Path) -> None:
    found = design(tmp_path, "assets/formats.yml", "a:\n  size: [1, 2\n").findings
    assert found[0].file == "assets/formats.yml"
    assert found[0].line > 1


def test_a_layout_that_names_an_unknown_part_is_told_and_the_shipped_one_serves(tmp_path: Path) -> None:
    layout = shipped("templates/cards/tin.yml").replace("part: cover", "part: bia", 1)
    made = design(tmp_path, "templates/cards/tin.yml", layout)
    assert made.findings[0].file == "templates/cards/tin.yml"
    assert made.layouts["tin"].parts


def test_a_layout_that_lacks_an_area_is_told(tmp_path: Path) -> None:
    layout = shipped("templates/cards/tin.yml").replace("    art: [62, 0, 38, 100]\n", "", 1)
    found = design(tmp_path, "templates/cards/tin.yml", layout).findings
    assert found[0].message == "areas còn thiếu landscape: art"


def test_a_broken_expression_is_told(tmp_path: Path) -> None:
    layout = shipped("templates/cards/tin.yml").replace("{{ section }}", "{{ section }", 1)
    assert "sai cú pháp" in design(tmp_path, "templates/cards/tin.yml", layout).findings[0].message


def test_an_agency_s_own_layout_and_format_need_no_python(tmp_path: Path) -> None:
    own = shipped("templates/cards/tin.yml").replace("kinds: [tin]", "kinds: [bai]")
    made = design(tmp_path, "templates/cards/aaa-rieng.yml", own)
    assert made.findings == ()
    assert made.layout_for("bai", made.formats["facebook-vuong"]) == "aaa-rieng"


def test_shapes_follow_from_the_ratio() -> None:
    sizes = {(1920, 600): "banner", (1200, 630): "landscape", (1080, 1080): "square"}
    sizes |= {(1080, 1350): "portrait", (1080, 1920): "tall"}
    for size, shape in sizes.items():
        assert Format(name="a", channel="a", use="a", size=size, max_kb=100).named_shape == shape


def test_a_name_that_a_layout_does_not_know_is_told(tmp_path: Path) -> None:
    layout = shipped("templates/cards/tin.yml").replace("{{ section }}", "{{ khongco }}", 1)
    (found,) = design(tmp_path, "templates/cards/tin.yml", layout).findings
    assert found.message == "không có “khongco” cho loại “tin”"
    assert found.fix.startswith("dùng được: title, ")
