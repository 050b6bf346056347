"""What hangs and stands: a printer's boxes and inks, a reader's letters, the law's share for sponsors."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader
from pypdf.generic import ContentStream

from chuyenmuc.campaigns.catalogue import Piece, piece
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.prints.faces import letters_of
from chuyenmuc.campaigns.prints.grounds import Plan
from chuyenmuc.campaigns.prints.hangings import SORTS, Hanging, works
from chuyenmuc.campaigns.prints.patrons import strip
from chuyenmuc.campaigns.prints.scribe import CAPITAL, Scribe
from chuyenmuc.campaigns.work import Impossible, Made
from chuyenmuc.content.campaign import Sort
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import MOST_SPONSORED
from chuyenmuc.images.color import contrast
from chuyenmuc.images.scene import Code, Fill, Geometry, Picture, Scene, Stamp, Text
from chuyenmuc.images.slogans import DASH
from chuyenmuc.images.sponsors import TITLE
from chuyenmuc.images.text import typeface
from chuyenmuc.typesetting.pen import TooTight
from chuyenmuc.vietnamese.measures import parse_size

from .conftest import FRONT, MESSAGES, commissioned, with_brief

MM = 72 / 25.4
MARGIN = 8  # millimetres of paper for the marks
LONGEST = (
    "Chuyển đổi số toàn diện, toàn dân – lấy người dân, doanh nghiệp làm trung tâm, chủ thể, mục tiêu và động lực; "
    "không để ai bị bỏ lại phía sau"
)
SHORTEST = "Dữ liệu là tài nguyên"
OF_SCREENS = {"rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN"}


def hangings(commission: Commission, sort: Sort | None = None) -> list[Hanging]:
    made = [work for work in works(commission) if isinstance(work, Hanging)]
    return [work for work in made if sort in (None, work.piece.sort)]


def first_of_each(commission: Commission) -> list[Hanging]:
    return list({work.piece.sort: work for work in reversed(hangings(commission))}.values())


def with_pieces(commission: Commission, *sizes: tuple[Sort, str, float]) -> Commission:
    asked = tuple(piece(sort, parse_size(size), distance) for sort, size, distance in sizes)
    return replace(commission, catalogue=replace(commission.catalogue, pieces=asked))


def lines_of(scene: Scene, message: str) -> list[str]:
    """The lines of the message: the first of the texts that put together give it."""
    texts = [text.text for text in scene.texts]
    for start in range(len(texts)):
        for end in range(start + 1, len(texts) + 1):
            if " ".join(texts[start:end]) == message:
                return texts[start:end]
    raise AssertionError(f"{message!r} is not in {texts}")


def pdf_of(work: Hanging) -> PdfReader:
    return PdfReader(io.BytesIO(work.made()[0].content))


@pytest.fixture
def pictures(tmp_path: Path) -> tuple[str, str]:
    """An official logo that is see-through around its sign, and a sponsor's."""
    logo, own = Image.new("RGBA", (300, 200)), Image.new("RGB", (300, 120), "#1B7F49")
    ImageDraw.Draw(logo).ellipse((50, 0, 250, 199), fill=(196, 33, 47, 255))
    logo.save(tmp_path / "logo.png")
    own.save(tmp_path / "own.jpg")
    return str(tmp_path / "logo.png"), str(tmp_path / "own.jpg")


@pytest.fixture
def laden(commission: Commission, pictures: tuple[str, str]) -> Commission:
    """With everything that a piece can bear."""
    logo, own = pictures
    sponsors = (("Tập đoàn Viễn thông Mẫu", own), ("Ngân hàng Mẫu", ""))
    return with_brief(commission, logo=logo, sponsors=sponsors, draft=True)


# What there is --------------------------------------------------------------------------------------------------


def test_every_piece_is_made_of_every_message_and_a_backdrop_once(commission: Commission) -> None:
    names = [work.told.name for work in hangings(commission)]
    assert len(set(names)) == len(names)
    assert "bang-ron-6x1-5m-thong-diep-1" in names
    assert [name for name in names if name.startswith("backdrop")] == ["backdrop-5x3m"]
    wanted = [each for each in commission.catalogue.pieces if each.sort in SORTS and each.sort is not Sort.BACKDROP]
    assert len(names) == len(wanted) * len(MESSAGES) + 1
    told = next(work.told for work in hangings(commission) if work.told.name == "bang-ron-6x1-5m-thong-diep-1")
    assert (told.group, told.channel) == ("bang-ron", "Băng rôn ngang – 6 × 1,5 m, thông điệp 1")
    assert told.alt == MESSAGES[0]
    assert "1:10" in told.use
    assert "25 m" in told.use


def test_a_place_may_ask_for_its_own_size_with_some_messages(tenth: Any) -> None:
    place = {"where": "Cổng", "piece": "bang-ron", "size": "7 x 1,2 m", "messages": [2, 9], "distance": "20 m"}
    tenth.item(FRONT, kind="chien-dich", day="2025-10-10", messages=MESSAGES, places=[place])
    mine = [work for work in hangings(commissioned(tenth.project)) if "7x1-2m" in work.told.name]
    assert [work.told.name for work in mine] == ["bang-ron-7x1-2m-thong-diep-2"]
    assert mine[0].told.field == "places"


def test_a_theme_stands_on_a_backdrop_only_where_there_is_one(commission: Commission) -> None:
    (stage,) = hangings(commission, Sort.BACKDROP)
    assert " ".join(lines_of(stage.scene(), commission.brief.theme)) == commission.brief.theme
    (stage,) = hangings(with_brief(commission, theme=""), Sort.BACKDROP)
    assert lines_of(stage.scene(), commission.brief.title)


# For the printer ------------------------------------------------------------------------------------------------


def test_boxes_bleed_and_scale_are_those_of_the_piece(commission: Commission) -> None:
    for work in {each.piece.sort: each for each in hangings(commission)}.values():
        page, each = pdf_of(work).pages[0], work.piece
        trim, bleed, media = page.trimbox, page.bleedbox, page.mediabox
        width, height = each.size.width / each.scale, each.size.height / each.scale
        assert [float(trim.width), float(trim.height)] == pytest.approx([width * MM, height * MM], abs=0.01)
        assert float(trim.left - bleed.left) == pytest.approx(each.bleed / each.scale * MM, abs=0.01)
        assert float(bleed.left - media.left) == pytest.approx(MARGIN * MM, abs=0.01)
        text = page.extract_text()
        assert text == unicodedata.normalize("NFC", text)
        assert f"tỉ lệ 1:{each.scale}" in text
        assert commission.brief.title in text.replace("\n", " ")
        assert work.made()[0].size == (round(each.size.width), round(each.size.height))


def test_a_press_gets_its_own_inks_fonts_and_no_letters_made_of_dots(laden: Commission) -> None:
    for work in first_of_each(laden):
        reader = pdf_of(work)
        (page,) = reader.pages
        contents = page.get_contents()
        assert contents is not None
        used = {operator.decode() for _, operator in ContentStream(contents, reader).operations}
        assert not used & OF_SCREENS, work.told.name
        assert b"DeviceRGB" not in contents.get_data()
        resources: Any = page["/Resources"]
        shown = [entry.get_object() for entry in resources["/XObject"].values()]
        assert {str(image["/ColorSpace"]) for image in shown} == {"/DeviceCMYK"}
        assert len(shown) == 2  # the logo and the sponsor's: all else is drawn
        assert all("DeviceRGB" not in str(image.get("/SMask", "")) for image in shown)
        for entry in resources["/Font"].values():
            descriptor = entry.get_object()["/FontDescriptor"]
            assert "/FontFile2" in descriptor


def test_files_are_the_same_each_time(laden: Commission) -> None:
    work = first_of_each(laden)[0]
    assert work.made() == work.made()


def test_a_sample_and_a_draft_say_so_in_the_line_beside_the_sheet(commission: Commission) -> None:
    marked = with_brief(commission, sample=True, draft=True)
    work = hangings(marked, Sort.POSTER)[-1]
    assert isinstance(work.scene().shapes[-1], Stamp)
    reader = pdf_of(work)
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("MẪU – BẢN NHÁP – ")
    assert "MẪU" in reader.pages[0].extract_text()
    plain = hangings(commission, Sort.POSTER)[-1]
    assert "MẪU" not in plain.title
    assert not any(isinstance(shape, Stamp) for shape in plain.scene().shapes)


def test_a_picture_of_the_cut_sheet_stands_for_each_file(commission: Commission) -> None:
    file, seen = hangings(commission, Sort.FLAG)[0].made()
    assert isinstance(seen, Made)
    assert (file.suffix, seen.suffix) == (".pdf", ".png")
    assert max(seen.size) <= 900
    assert seen.size[0] / seen.size[1] == pytest.approx(0.6 / 2, rel=0.01)


# For the reader -------------------------------------------------------------------------------------------------


def assert_readable(work: Hanging) -> None:
    """All but what sponsors are, which is told in passing."""
    for text in work.scene().texts:
        if text.text in TITLE:
            continue
        capital = text.size * typeface(text.font).glyph(CAPITAL)[1]
        assert capital >= work.piece.letters, f"{work.told.name}: {text.text} {capital}"


def test_no_letter_is_smaller_than_its_readers_need(commission: Commission) -> None:
    for work in hangings(commission):
        assert_readable(work)


def read_in(scene: Scene) -> Iterator[Box]:
    for shape in scene.shapes:
        if isinstance(shape, Text | Picture | Code):
            yield shape.box


def assert_safe(work: Hanging) -> None:
    safe = Plan(work.piece).safe
    for box in read_in(work.scene()):
        over = (safe.x - box.x, safe.y - box.y, box.right - safe.right, box.bottom - safe.bottom)
        assert max(over) < 0.01, f"{work.told.name}: {box}"


def assert_apart(work: Hanging) -> None:
    """No ink of a line over that of another, stacked marks and all."""
    boxes = list(read_in(work.scene()))
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            common = box.overlap(other)
            assert min(common.width, common.height) < 0.01, f"{work.told.name}: {box} {other}"


def test_nothing_but_ground_leaves_the_safe_area_and_no_marks_collide(commission: Commission) -> None:
    for work in hangings(commission):
        assert_safe(work)
        assert_apart(work)


@pytest.mark.parametrize("message", [LONGEST, SHORTEST])
def test_long_and_short_messages_are_set_whole_with_all_else(laden: Commission, message: str) -> None:
    bearing = with_brief(laden, messages=(message,), draft=False)
    for work in hangings(bearing):
        assert_readable(work)
        assert_safe(work)
        assert_apart(work)
        if work.piece.sort is not Sort.BACKDROP:
            assert lines_of(work.scene(), message)


def test_lines_end_at_dashes_first(commission: Commission) -> None:
    for work in hangings(commission):
        if work.piece.sort is not Sort.BACKDROP:
            lines = lines_of(work.scene(), work.copy.lead)
            at_dashes = sum(line.endswith(DASH) for line in lines[:-1])
            assert at_dashes == min(len(lines) - 1, work.copy.lead.count(DASH)), lines
            assert not any(line.startswith(DASH) for line in lines)


def test_what_follows_a_dash_answers_in_another_colour(commission: Commission) -> None:
    look = commission.means.look
    work = hangings(commission, Sort.POSTER)[1]
    lines = lines_of(work.scene(), MESSAGES[1])
    colors = {text.text: text.color for text in work.scene().texts}
    turn = next(number for number, line in enumerate(lines) if line.endswith(DASH))
    assert {colors[line] for line in lines[: turn + 1]} == {look.color("paper")}
    assert {colors[line] for line in lines[turn + 1 :]} == {look.color("spark")}


def test_texts_stand_out_from_what_they_lie_on_in_every_palette(commission: Commission) -> None:
    brand = commission.design.brand
    for name, palette in brand.palettes.items():
        look = replace(commission.means.look, colors=brand.colors | dict(palette.roles()), palette=palette)
        dressed = replace(commission, means=replace(commission.means, look=look))
        for work in first_of_each(dressed):
            for shape, ground in on_grounds(work.scene()):
                assert contrast(shape.color, ground) >= 4.5, f"{name}, {work.told.name}: {shape.text}"


def on_grounds(scene: Scene) -> Iterator[tuple[Text, str]]:
    for number, shape in enumerate(scene.shapes):
        if isinstance(shape, Text):
            yield from ((shape, ground) for ground in grounds(scene, number))


def grounds(scene: Scene, number: int) -> list[str]:
    """Colours that lie below both ends and the middle of a text."""
    box, found = scene.shapes[number].box, []
    for x in (box.x, box.x + box.width / 2, box.right):
        color = scene.background
        for shape in scene.shapes[:number]:
            if isinstance(shape, Fill | Geometry) and covers(shape, x, box.y + box.height / 2):
                color = shape.color
        found.append(color)
    return found


def covers(shape: Fill | Geometry, x: float, y: float) -> bool:
    box = shape.box
    if isinstance(shape, Fill):
        return box.x <= x <= box.right and box.y <= y <= box.bottom
    away = ((x - box.x - box.width / 2) ** 2 + (y - box.y - box.height / 2) ** 2) ** 0.5
    return away <= box.width / 2 and (shape.form != "ring" or away >= 0.84 * box.width / 2)


# Signs and sponsors ---------------------------------------------------------------------------------------------


def test_the_official_sign_stands_whole_on_a_light_plate(laden: Commission, pictures: tuple[str, str]) -> None:
    paper = laden.means.look.color("paper")
    for work in first_of_each(laden):
        scene = work.scene()
        place = next(n for n, s in enumerate(scene.shapes) if isinstance(s, Picture) and s.path == pictures[0])
        box = scene.shapes[place].box
        assert box.width / box.height == pytest.approx(1.5)
        for x, y in ((box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom)):
            discs = [s for s in scene.shapes[:place] if isinstance(s, Geometry) and covers(s, x, y)]
            assert discs, work.told.name
            assert discs[-1].color == paper, work.told.name


def test_without_sign_or_badge_nothing_is_put_in_their_place(commission: Commission) -> None:
    bare = with_brief(commission, badge="", main_day=None)
    for work in first_of_each(bare):
        assert "10/10" not in [text.text for text in work.scene().texts]
        assert not any(isinstance(shape, Picture) for shape in work.scene().shapes)


def test_sponsors_take_no_more_than_the_law_lets_them_and_their_lawful_place(laden: Commission) -> None:
    paper = laden.means.look.color("paper")
    for work in hangings(laden):
        trim = Plan(work.piece).trim
        scene = work.scene()
        words = next(text for text in scene.texts if text.text and TITLE.startswith(text.text))
        plates = [s for s in scene.shapes if isinstance(s, Fill) and s.color == paper and s.box.meets(words.box)]
        box = plates[-1].box
        seen = box.overlap(trim)
        assert seen.width * seen.height <= MOST_SPONSORED / 100 * trim.width * trim.height + 1e-6
        if work.piece.sort is Sort.BANNER:
            assert box.x > trim.x + trim.width / 2
            assert (box.y, box.right) == (0, scene.width)
        else:
            assert box.y > trim.y + trim.height / 2
            assert (box.x, box.bottom) == (0, scene.height)
        own = {"Ngân", "Ngân hàng", "Ngân hàng Mẫu"}
        assert own & {text.text for text in scene.texts}


def test_a_strip_is_as_narrow_as_its_names_let_it_be(commission: Commission) -> None:
    each = piece(Sort.BANNER, parse_size("6 x 1,5 m"), 25_000)
    assert share(each, commission, "Mẫu") < 0.09
    assert share(each, commission, "Ngân hàng Mẫu") <= 0.12
    assert 0.12 < share(each, commission, "Trung tâm Nghiêngnghiêngng") <= 0.2
    with pytest.raises(TooTight, match="Nghiêng" * 4):
        share(each, commission, "Nghiêng" * 4)


def share(each: Piece, commission: Commission, name: str) -> float:
    plan, scribe = Plan(each), Scribe(commission.means.look, each.letters)
    found = strip(((name, ""),), scribe, plan.trim, plan.bleed, plan.safe, wide=True, most=scribe.least("bold"))
    assert found is not None
    return found.box.overlap(plan.trim).width / plan.trim.width


# Sets -----------------------------------------------------------------------------------------------------------


def sets(commission: Commission) -> list[list[Hanging]]:
    found: dict[str, list[Hanging]] = {}
    for work in hangings(commission):
        if work.piece.sort is not Sort.BACKDROP:
            found.setdefault(work.piece.name, []).append(work)
    return list(found.values())


def test_what_hangs_side_by_side_speaks_about_as_loud(commission: Commission) -> None:
    for each in sets(commission):
        sizes = [letters_of(work.scene(), work.copy.lead) for work in each]
        assert max(sizes) <= 1.2 * min(sizes), each[0].piece.name


def test_the_occasion_is_named_on_all_of_a_set_or_on_none(commission: Commission) -> None:
    named = {each[0].piece.name: {tells(work, commission.brief.title) for work in each} for each in sets(commission)}
    assert all(len(found) == 1 for found in named.values()), named
    assert sum(True in found for found in named.values()) >= 0.8 * len(named)


def tells(work: Hanging, words: str) -> bool:
    return words in " ".join(text.text for text in work.scene().texts)


def test_without_a_badge_no_figure_is_drawn_and_nothing_bright(commission: Commission) -> None:
    spark = commission.means.look.color("spark")
    for work in first_of_each(with_brief(commission, badge="")):
        assert "10/10" not in [text.text for text in work.scene().texts]
        assert not any(isinstance(shape, Geometry) and shape.color == spark for shape in work.scene().shapes)


def test_a_stamp_spans_a_flag(commission: Commission) -> None:
    work = hangings(with_brief(commission, draft=True), Sort.FLAG)[0]
    assert work.scene().shapes[-1].box.width >= 0.7 * work.piece.size.width


def test_sponsors_speak_lower_than_the_agency(commission: Commission) -> None:
    regular = commission.means.look.fonts["regular"]
    for work in first_of_each(with_brief(commission, sponsors=(("Ngân hàng Mẫu", ""),))):
        texts = {text.text: text for text in work.scene().texts}
        names = [text for text in texts.values() if text.font == regular]
        agency = [text for text in texts.values() if text.text in commission.brief.agency]
        assert names
        assert max(text.size for text in names) <= min(text.size for text in agency) + 0.01
        trim, safe = Plan(work.piece).trim, Plan(work.piece).safe
        assert all(trim.bottom - text.box.bottom > trim.bottom - safe.bottom for text in names)


def test_a_sponsor_too_long_is_told_alike_for_every_message(commission: Commission) -> None:
    tight = with_brief(commission, sponsors=(("Nghiêng" * 9, ""),))
    told = set()
    for work in hangings(with_pieces(tight, (Sort.BANNER, "3 x 1 m", 15_000))):
        with pytest.raises(Impossible, match="dải nhà tài trợ") as problem:
            work.tried()
        told.add(str(problem.value))
    assert len(told) == 1


# What speaks loudest --------------------------------------------------------------------------------------------

MOTTO = "Học số suốt đời"
WIDE_LONG = "Đổi mới sáng tạo là chìa khóa mở cánh cửa tăng trưởng xanh và chuyển đổi số"
OCCASION = "Ngày Khoa học, công nghệ và đổi mới sáng tạo Việt Nam 18/5/2027"
GIVERS = "Agribank Lạng Sơn", "Viettel Lạng Sơn"


@pytest.fixture
def heavy(commission: Commission, pictures: tuple[str, str]) -> Commission:
    """A long title, an official sign, three sponsors; messages of three words, of many and of very many."""
    logo, own = pictures
    sponsors = (("Tập đoàn Mẫu", own), *((name, "") for name in GIVERS))
    return with_brief(
        commission, title=OCCASION, badge="18/5", logo=logo, sponsors=sponsors, messages=(MOTTO, WIDE_LONG, LONGEST)
    )


def sizes_of(scene: Scene, words: str) -> list[float]:
    """Of the texts that are part of these words."""
    return [text.size for text in scene.texts if text.text in words]


def test_a_message_speaks_louder_than_all_that_stands_beside_it(heavy: Commission, commission: Commission) -> None:
    for work in (*hangings(heavy), *hangings(commission)):
        if work.piece.sort is Sort.BACKDROP:
            continue
        scene = work.scene()
        lead, brief = letters_of(scene, work.copy.lead), work.copy
        others = [letters_of(scene, words) for words in (brief.title, brief.agency, brief.period, TITLE)]
        assert lead >= (1.02 if work.piece.sort is Sort.FLAG else 1.2) * max(others), work.told.name
        assert lead >= 1.1 * others[0], work.told.name
        assert others[0] <= 1.21 * others[1], work.told.name


def test_what_sponsors_are_is_smaller_than_their_names_which_are_alike(heavy: Commission) -> None:
    for work in hangings(heavy):
        texts = [text for text in work.scene().texts if text.font == heavy.means.look.fonts["regular"]]
        assert len({text.size for text in texts}) == 1, work.told.name
        assert letters_of(work.scene(), TITLE) <= 0.6 * texts[0].size + 0.01


def test_on_a_backdrop_the_event_speaks_louder_than_its_theme_and_that_than_its_days(heavy: Commission) -> None:
    for each in (heavy, with_brief(heavy, logo="", sponsors=())):
        (work,) = hangings(each, Sort.BACKDROP)
        scene = work.scene()
        lead, theme, days = (letters_of(scene, text) for text in (OCCASION, work.copy.theme, work.copy.period))
        assert lead >= 1.8 * days
        assert theme >= 1.1 * days


def test_a_short_message_fills_its_piece_whatever_hangs_beside_it(heavy: Commission) -> None:
    alone = with_brief(heavy, messages=(MOTTO,))
    for each, single in zip(sets(heavy), sets(alone), strict=True):
        sizes = {work.copy.lead: letters_of(work.scene(), work.copy.lead) for work in each}
        assert sizes[MOTTO] >= 1.5 * sizes[WIDE_LONG] >= 1.5 * sizes[LONGEST], each[0].piece.name
        assert sizes[MOTTO] >= 0.75 * letters_of(single[0].scene(), MOTTO), each[0].piece.name
    (large,) = (work for work in hangings(alone, Sort.POSTER) if "a0" in work.told.name)
    assert letters_of(large.scene(), MOTTO) >= 420 * 25.4 / 72


def test_a_long_title_stands_on_every_set_that_has_room_for_it(heavy: Commission) -> None:
    for each in sets(heavy):
        assert all(letters_of(work.scene(), OCCASION) for work in each), each[0].piece.name


def test_an_official_sign_takes_most_of_its_disc(heavy: Commission, tmp_path: Path) -> None:
    Image.new("RGB", (340, 100), "#C4212F").save(tmp_path / "long.png")
    for path in (heavy.brief.logo, str(tmp_path / "long.png")):
        asked = with_pieces(with_brief(heavy, logo=path), (Sort.HOARDING, "4 x 3 m", 20_000))
        scene, trim = (work := hangings(asked)[0]).scene(), Plan(work.piece).trim
        box = next(shape.box for shape in scene.shapes if isinstance(shape, Picture) and shape.path == path)
        paper = heavy.means.look.color("paper")
        disc = next(shape.box for shape in scene.shapes if isinstance(shape, Geometry) and shape.color == paper)
        chord = disc.right - trim.x
        assert box.width >= 0.5 * chord if path == heavy.brief.logo else box.width >= 0.65 * chord


def test_one_sponsor_of_a_banner_stands_on_a_plate_in_the_corner(commission: Commission) -> None:
    for work in hangings(with_brief(commission, sponsors=((GIVERS[1], ""),)), Sort.BANNER):
        scene, trim = work.scene(), Plan(work.piece).trim
        paper = commission.means.look.color("paper")
        (plate,) = (shape.box for shape in scene.shapes if isinstance(shape, Fill) and shape.color == paper)
        seen = plate.overlap(trim)
        assert (plate.right, plate.bottom) == pytest.approx((scene.width, scene.height))
        assert seen.width * seen.height <= 0.08 * trim.width * trim.height, work.told.name


def test_sponsors_keep_away_from_the_cut(heavy: Commission) -> None:
    asked = with_pieces(heavy, (Sort.HOARDING, "12 x 5 m", 60_000), (Sort.STANDEE, "0,8 x 2 m", 4_000))
    for work in hangings(asked):
        trim = Plan(work.piece).trim
        least = 0.028 * min(trim.width, trim.height)
        for text in (text for text in work.scene().texts if text.text in TITLE or text.text in GIVERS):
            assert text.box.x - trim.x >= least
            assert trim.bottom - text.box.bottom >= least


# What cannot be -------------------------------------------------------------------------------------------------


def test_letters_that_would_be_too_small_are_refused_with_how_far_they_can_be_read(commission: Commission) -> None:
    (work, *_) = hangings(with_pieces(commission, (Sort.BANNER, "3 x 1 m", 60_000)))
    with pytest.raises(Impossible) as told:
        work.tried()
    message, _, fix = str(told.value).partition("; ")
    assert message.startswith(
        "Băng rôn ngang – 3 × 1 m, thông điệp 1: đọc được từ 60 m thì chữ in hoa phải cao ít nhất"
    )
    assert "200 mm" in message
    assert "đọc được từ" in message.partition("cao nhất chỉ được")[2]
    assert "rút ngắn chữ" in fix
    assert ";" not in message


def test_what_is_said_to_be_possible_is(commission: Commission) -> None:
    (work, *_) = hangings(with_pieces(commission, (Sort.FLAG, "0,6 x 2 m", 60_000)))
    with pytest.raises(Impossible) as told:
        work.made()
    far = str(told.value).partition("cao nhất chỉ được")[2].partition("đọc được từ ")[2].partition(" m")[0]
    metres = float(far.replace(",", "."))
    assert 8 < metres < 60
    (nearer, *_) = hangings(with_pieces(commission, (Sort.FLAG, "0,6 x 2 m", 990 * metres)))
    nearer.tried()


def test_a_file_that_is_no_picture_is_told(commission: Commission, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("không phải ảnh")
    (work, *_) = hangings(with_brief(commission, logo=str(tmp_path / "logo.png")))
    with pytest.raises(Impossible, match="không phải tệp ảnh"):
        work.tried()


def test_a_badge_is_given_up_before_the_message(commission: Commission) -> None:
    tight = with_pieces(commission, (Sort.FLAG, "0,4 x 1,2 m", 9_000))
    for work in hangings(with_brief(tight, messages=(LONGEST[:70],))):
        assert_readable(work)
        assert_safe(work)


def test_a_poster_that_lies_has_its_code_and_days_too(commission: Commission) -> None:
    lying = with_pieces(commission, (Sort.POSTER, "A3 ngang", 1_500), (Sort.STANDEE, "0,6 x 1,6 m", 4_000))
    for work in hangings(lying):
        scene = work.scene()
        assert any(isinstance(shape, Code) for shape in scene.shapes)
        assert commission.brief.period in [text.text for text in scene.texts]
        assert_safe(work)
        assert_apart(work)
