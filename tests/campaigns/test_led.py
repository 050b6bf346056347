from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

import av
import pytest
from PIL import Image, ImageChops, ImageSequence

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.catalogue import FILE, Board, parsed
from chuyenmuc.campaigns.commission import Commission, Means
from chuyenmuc.campaigns.led import boards, ticker
from chuyenmuc.campaigns.led.dots import Hand
from chuyenmuc.campaigns.led.frames import Frame, Page, Saying, Stage, Words, drawn, grounded, sayings
from chuyenmuc.campaigns.led.loop import CODER, FADE, LEAST_HOLD, RATE, Animation, Film, Loop, even, film, gif, hold
from chuyenmuc.campaigns.led.modules import is_even, nearest, pixels
from chuyenmuc.campaigns.work import Impossible, Work
from chuyenmuc.campaigns.workshops import works
from chuyenmuc.content.campaign import Placement
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.color import contrast, luminance
from chuyenmuc.images.design import BRAND
from chuyenmuc.images.design import parsed as parsed_design
from chuyenmuc.images.scene import Fill
from chuyenmuc.project import SHIPPED
from chuyenmuc.vietnamese.breaking import BEST, pieces
from chuyenmuc.vietnamese.measures import parse_size

from .conftest import MESSAGES, with_brief

COMMON, TINY, STRIP, TOWER = (
    ("3,84 x 1,92 m", "P10"),
    ("1,92 x 0,48 m", "P10"),
    ("7,68 x 0,32 m", "P10"),
    ("1 x 2 m", "P5"),
)
BOARDS = (COMMON, TINY, STRIP, TOWER, ("1,92 x 0,96 m", "P10"), ("1,28 x 0,64 m", "P10"), ("3,84 x 1,92 m", "P2,5"))
MODULES = parsed((SHIPPED / FILE).read_bytes())[0].modules


def board(size: str, pitch: str, *numbers: int, where: str = "") -> Board:
    return Board(parse_size(size), pitch, where, numbers)


def with_boards(commission: Commission, *asked: Board) -> Commission:
    return replace(commission, catalogue=replace(commission.catalogue, boards=asked))


def made_for(commission: Commission, *asked: Board) -> list[Work]:
    return list(boards.works(with_boards(commission, *asked)))


def pages_of(commission: Commission, asked: Board) -> list[Page]:
    return [work.page for work in made_for(commission, asked) if isinstance(work, Frame)]


def loops(commission: Commission, asked: Board) -> tuple[Animation, Film]:
    animation, moving = (work for work in made_for(commission, asked) if isinstance(work, Loop))
    assert isinstance(animation, Animation)
    assert isinstance(moving, Film)
    return animation, moving


# Modules ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "pitch", "dots"),
    [
        ("3,84 x 1,92 m", "P10", (384, 192)),
        ("3,84 x 1,92 m", "P5", (768, 384)),
        ("3,072 x 1,536 m", "P4", (768, 384)),
        ("3,84 x 1,92 m", "P3", (1280, 640)),
        ("3,84 x 1,92 m", "P2,5", (1536, 768)),
        ("320 x 160 mm", "P10", (32, 16)),
        ("7,68 x 0,32 m", "P10", (768, 32)),
        ("4 x 2 m", "P5", (768, 384)),
        ("3,07 x 1,54 m", "P4", (768, 384)),
    ],
)
def test_a_board_has_the_dots_of_its_whole_modules(size: str, pitch: str, dots: tuple[int, int]) -> None:
    assert pixels(board(size, pitch), MODULES) == dots


def test_an_uneven_size_is_told_with_those_that_come_out_even(commission: Commission) -> None:
    asked = board("4 x 2 m", "P5")
    assert not is_even(asked, MODULES)
    assert [str(size) for size in nearest(asked, MODULES)] == ["3,84 × 1,92 m", "4,16 × 2,08 m"]
    assert [str(size) for size in nearest(board("0,2 x 0,1 m", "P5"), MODULES)] == ["0,32 × 0,16 m"]
    first = made_for(commission, asked)[0].told
    assert "768 × 384 điểm ảnh" in first.channel
    assert "3,84 × 1,92 m" in first.use


def test_an_even_size_is_its_own_nearest(commission: Commission) -> None:
    asked = board(*COMMON)
    assert is_even(asked, MODULES)
    assert nearest(asked, MODULES) == (asked.size,)
    assert "chia hết" not in made_for(commission, asked)[0].told.use


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (board("3 x 2 m", "P7", where="Sảnh"), "(Sảnh): không có mô-đun “P7”; dùng P10, P5, P4, P3, P2,5, hoặc thêm"),
        (board("0,3 x 0,1 m", "P10"), "nhỏ hơn một mô-đun 0,32 × 0,16 m; sửa lại “size”"),
        (board("3,84 x 0,16 m", "P10"), "chỉ có 384 × 16 điểm ảnh"),
        (board("0,32 x 1,92 m", "P10"), "chỉ có 32 × 192 điểm ảnh"),
    ],
)
def test_what_cannot_be_built_is_told_once_with_how_to_mend_it(commission: Commission, asked: Board, said: str) -> None:
    (only,) = made_for(commission, asked)
    with pytest.raises(Impossible) as problem:
        only.tried()
    assert said in str(problem.value)
    assert only.told.field == ("places" if asked.where else "messages")


# Frames -------------------------------------------------------------------------------------------------------------


def test_frames_have_the_very_dots_of_the_board(commission: Commission) -> None:
    for which in BOARDS:
        asked = board(*which)
        frames = [work for work in made_for(commission, asked) if isinstance(work, Frame)]
        (made,) = frames[0].made()
        image = Image.open(io.BytesIO(made.content))
        assert image.size == made.size == pixels(asked, MODULES)
        assert not ImageChops.difference(image, drawn(frames[0].page, commission.means)).getbbox()
        assert len({work.told.name for work in frames}) == len(frames)


def signed(commission: Commission, folder: Path, size: tuple[int, int]) -> Commission:
    logo = folder / "logo.png"
    Image.new("RGB", size, (200, 16, 46)).save(logo)
    return with_brief(commission, logo=str(logo))


@pytest.mark.parametrize("size", [(900, 300), (600, 600)])
def test_the_official_sign_opens_the_loop_whole_on_a_light_plate(
    commission: Commission, tmp_path: Path, size: tuple[int, int]
) -> None:
    first, *others = made_for(signed(commission, tmp_path, size), board(*COMMON))
    assert isinstance(first, Frame)
    assert first.told.name == "led-p10-3-84x1-92m-nhan-dien"
    assert first.told.channel.endswith(", nhận diện")
    image = Image.open(io.BytesIO(first.made()[0].content)).convert("RGB")
    red = image.point([255 if value > 150 else 0 for value in range(256)] * 3).split()
    plate = red[0].getbbox()
    sign = ImageChops.subtract(red[0], red[1]).getbbox()
    assert plate and sign
    assert plate[0] < sign[0] < sign[2] < plate[2]
    assert plate[1] < sign[1] < sign[3] < plate[3]
    assert (sign[2] - sign[0]) / (sign[3] - sign[1]) == pytest.approx(size[0] / size[1], rel=0.05)
    animation, moving = (work for work in others if isinstance(work, Loop))
    assert first.files == animation.files == moving.files
    assert flashes(timed_gif(animation.made()[0].content)) <= 1
    assert timed_gif(animation.made()[0].content)[1][0] >= LEAST_HOLD


def test_a_board_too_low_for_it_shows_no_official_sign(commission: Commission, tmp_path: Path) -> None:
    works = made_for(signed(commission, tmp_path, (600, 600)), board(*STRIP))
    assert not any(work.files for work in works)


def test_nothing_is_clipped_and_lines_keep_apart(commission: Commission) -> None:
    for page in (page for which in BOARDS for page in pages_of(commission, board(*which))):
        width, height = page.size
        boxes = [ink(page, words, commission.means) for words in page.words]
        for left, top, right, bottom in boxes:
            assert left >= 1
            assert top >= 1
            assert right <= width - 1
            assert bottom <= height - 1
        for (one, above), (two, below) in pairwise(zip(page.words, boxes, strict=True)):
            if one.baseline < two.baseline:
                assert below[1] - above[3] >= 1, (one.text, two.text)


def ink(page: Page, words: Words, means: Means) -> tuple[int, int, int, int]:
    """Where a line's ink is on a board that is larger all around."""
    image = Image.new("RGB", (page.size[0] + 80, page.size[1] + 80))
    hand = Hand(means.look.fonts[words.font], words.size)
    hand.write(image, words.text, words.x + 40, words.baseline + 40, "#FFFFFF")
    found = image.getbbox()
    assert found
    return found[0] - 40, found[1] - 40, found[2] - 40, found[3] - 40


def test_capitals_are_at_least_twelve_dots_high(commission: Commission) -> None:
    pages = [page for which in BOARDS for page in pages_of(commission, board(*which))]
    for font, size in {(words.font, words.size) for page in pages for words in page.words}:
        image = Image.new("L", (4 * size, 4 * size))
        Hand(commission.means.look.fonts[font], size).write(image, "H", size, 2 * size, "#FFFFFF")
        box = image.point(lambda value: 255 if value > 127 else 0).getbbox()
        assert box
        assert box[3] - box[1] >= 12


def test_capitals_are_larger_where_the_board_has_room(commission: Commission) -> None:
    for which, least in ((COMMON, 15), (STRIP, 12), (("3,84 x 1,92 m", "P2,5"), 54)):
        message = [page for page in pages_of(commission, board(*which)) if page.read in MESSAGES]
        assert message
        for page in message:
            words = page.words[0]
            assert Hand(commission.means.look.fonts[words.font], words.size).capital >= least


def test_the_frames_of_a_message_say_it_to_the_letter(commission: Commission) -> None:
    for which in BOARDS:
        pages = pages_of(commission, board(*which))
        assert " ".join(page.read for page in pages) == " ".join([commission.brief.theme, *MESSAGES])
        for page in pages:
            assert " ".join(words.text for words in page.words).startswith(page.read)


def test_a_message_is_cut_at_its_dash_first(commission: Commission) -> None:
    read = [page.read for page in pages_of(commission, board(*TINY))]
    assert "Dữ liệu số là tài nguyên mới –" in read
    assert "minh bạch hơn – gần dân hơn" in read
    assert "để phát triển nhanh và bền vững đất nước" in read
    on_strip = [page.read for page in pages_of(commission, board(*STRIP))]
    assert on_strip[2:4] == ["Dữ liệu số là tài nguyên mới –", "càng khai thác hiệu quả, giá trị mang lại càng lớn"]


def test_names_tell_board_message_and_frame(commission: Commission) -> None:
    works = {work.told.name: work.told for work in made_for(commission, board("3,84 x 1,92 m", "P5"), board(*TINY))}
    assert works["led-p5-3-84x1-92m-thong-diep-2"].alt == MESSAGES[1]
    assert works["led-p10-1-92x0-48m-thong-diep-2-1"].channel.endswith("thông điệp 2, khung 1/3")
    assert {"led-p5-3-84x1-92m-chu-de", "led-p5-3-84x1-92m-anh-dong", "led-p5-3-84x1-92m-phim"} <= works.keys()
    assert {told.group for told in works.values()} == {"led"}


def test_a_board_may_ask_for_some_messages(commission: Commission) -> None:
    read = [page.read for page in pages_of(commission, board(*COMMON, 5, 1))]
    assert read == [commission.brief.theme, MESSAGES[0], MESSAGES[4]]


def test_the_agency_and_the_badge_stand_where_there_is_room(commission: Commission) -> None:
    (large, *_), (small, *_) = pages_of(commission, board(*COMMON)), pages_of(commission, board(*TINY))
    assert "10/10" in {words.text for words in large.words}
    assert "10/10" not in {words.text for words in small.words}


def test_every_palette_is_read_on_its_grounds(commission: Commission) -> None:
    brand = Brand(**parsed_design(SHIPPED / BRAND))
    for palette in brand.palettes.values():
        stage = Stage(384, 192, replace(commission.means.look, palette=palette), commission.brief, signed=True)
        for scene in (stage.ground(opening=False), stage.ground(opening=True)):
            for ground in (scene.background, scene.shapes[0].color):
                assert min(contrast(text, ground) for text in ("#FFFFFF", palette.soft, palette.spark)) >= 4.5


def test_a_draft_says_so(commission: Commission) -> None:
    draft, asked = with_brief(commission, draft=True), [board(*which) for which in (COMMON, TINY, STRIP)]
    both = [[page for each in asked for page in pages_of(work, each)] for work in (draft, commission)]
    for page, plain in zip(*both, strict=True):
        assert replace(page, draft=False) == plain
        changed = ImageChops.difference(drawn(page, draft.means), drawn(plain, draft.means)).getbbox()
        assert changed
        assert changed[2] - changed[0] >= 60
        assert changed[3] - changed[1] >= 12


def test_nothing_is_made_without_boards_or_messages(commission: Commission) -> None:
    assert made_for(commission) == []
    assert made_for(with_brief(commission, messages=()), board(*COMMON)) == []
    assert not list(ticker.works(with_brief(commission, messages=())))


def test_the_workshops_make_all_this(commission: Commission) -> None:
    made = list(works(with_boards(commission, board(*TINY))))
    assert {"led-p10-1-92x0-48m-phim", "chu-led"} <= {work.told.name for work in made}


# Loops --------------------------------------------------------------------------------------------------------------


def test_frames_are_held_until_they_are_read(commission: Commission) -> None:
    animation, _ = loops(commission, board(*TINY))
    shown = ImageSequence.Iterator(Image.open(io.BytesIO(animation.made()[0].content)))
    for image, page in zip(shown, animation.pages, strict=True):
        words = len(page.read.split())
        assert image.info["duration"] >= 1000 * max(3.0, 1.5 + 0.35 * words) - 50
        assert image.info["loop"] == 0
    assert min(animation.holds) == LEAST_HOLD


def test_the_theme_opens_the_loop(commission: Commission) -> None:
    assert loops(commission, board(*COMMON))[0].pages[0].read == commission.brief.theme
    without = with_brief(commission, theme="")
    assert [page.read for page in loops(without, board(*COMMON))[0].pages] == MESSAGES


def test_an_animation_is_light_and_shows_the_frames(commission: Commission) -> None:
    animation, _ = loops(commission, board("3,84 x 1,92 m", "P2,5"))
    content = animation.made()[0].content
    assert len(content) <= 2_000_000
    image = Image.open(io.BytesIO(content))
    image.seek(2)
    far = ImageChops.difference(image.convert("RGB"), animation.images[2])
    assert max(far.tobytes()) <= 24


def test_a_film_plays_everywhere(commission: Commission) -> None:
    _, moving = loops(commission, board(*COMMON))
    made, seen = moving.made()
    assert (made.suffix, made.size) == (".mp4", (384, 192))
    assert Image.open(io.BytesIO(seen.content)).size == seen.size
    assert made.content.index(b"moov") < made.content.index(b"mdat")
    with av.open(io.BytesIO(made.content), "r") as container:
        (stream,) = container.streams
        assert (stream.codec.canonical_name, stream.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert stream.average_rate == stream.base_rate == RATE
        frames = [frame.to_image() for frame in container.decode(stream)]
    seconds = sum(hold(page) for page in moving.pages) + len(moving.pages) * FADE / RATE
    assert len(frames) == round(RATE * seconds)
    assert frames[0].size == (384, 192)
    (apart,) = ImageChops.difference(frames[5].convert("L"), moving.images[0].convert("L")).split()
    assert apart.getbbox() is None or max(apart.tobytes()) < 48, "letters are blurred"
    assert len(made.content) < 500_000


def test_a_film_has_an_even_number_of_dots_each_way(commission: Commission) -> None:
    image = Image.new("RGB", (33, 17), "#102030")
    with av.open(io.BytesIO(film([image], [3.0])), "r") as container:
        picture = next(container.decode(video=0))
        assert (picture.width, picture.height) == even(image.size) == (34, 18)


def test_one_message_needs_no_animation(commission: Commission) -> None:
    made = made_for(with_brief(commission, theme=""), board(*COMMON, 5))
    assert [work.made()[0].suffix for work in made] == [".png", ".mp4"]


def test_the_same_bytes_each_time(commission: Commission) -> None:
    def digests() -> list[str]:
        grounded.cache_clear()
        made = (work.made() for work in made_for(commission, board(*TINY)))
        return [hashlib.sha256(each.content).hexdigest() for files in made for each in files]

    assert digests() == digests()


def test_a_film_is_the_same_on_every_processor(commission: Commission, monkeypatch: pytest.MonkeyPatch) -> None:
    _, moving = loops(commission, board("1,3 x 0,7 m", "P5"))
    images, holds = moving.images, moving.holds
    here = film(images, holds)
    monkeypatch.setitem(CODER, "x264-params", "asm=0")
    assert film(images, holds) == here


# Flashes: WCAG 2.2, general flash – a pair of opposing changes of a tenth or more of full luminance, the darker image
# below 0.8; no more than three in any one second. Stricter here: of any part, however small.


def test_no_loop_flashes(commission: Commission) -> None:
    animation, moving = loops(commission, board("1,92 x 0,96 m", "P10"))
    assert flashes(timed_gif(animation.made()[0].content)) <= 1
    assert flashes(timed_film(moving.made()[0].content)) <= 1


def test_flashes_are_counted() -> None:
    black, white = (Image.new("RGB", (64, 32), color) for color in ("#000000", "#FFFFFF"))
    assert flashes(timed_gif(gif([black, white] * 10, [0.1] * 20))) == 5
    assert flashes(timed_film(film([black, white], [1.0, 1.0]))) <= 1


Timed = list[tuple[float, Image.Image]]


def timed_gif(content: bytes) -> Timed:
    time, found = 0.0, []
    for image in ImageSequence.Iterator(Image.open(io.BytesIO(content))):
        found.append((time, image.convert("RGB")))
        time += image.info["duration"] / 1000
    return [*found, (time, found[0][1])]


def timed_film(content: bytes) -> Timed:
    with av.open(io.BytesIO(content), "r") as container:
        found = [(float(frame.time), frame.to_image()) for frame in container.decode(video=0)]
    return [*found, (found[-1][0] + 1 / RATE, found[0][1])]


def flashes(shown: Timed) -> int:
    """The most flashes of any part of the picture within one second."""
    parts = [(time, lights(image)) for time, image in shown]
    return max(most_in_a_second([(time, row[place]) for time, row in parts]) for place in range(len(parts[0][1])))


def lights(image: Image.Image) -> list[float]:
    small = image.resize((32, 16), Image.Resampling.BOX)
    raw = small.tobytes()
    return [light(raw[place : place + 3]) for place in range(0, len(raw), 3)]


@cache
def light(color: bytes) -> float:
    return luminance(f"#{color.hex()}")


def most_in_a_second(course: list[tuple[float, float]]) -> int:
    turns = list(changes(course))
    within = [sum(1 for later in turns if 0 <= later - time < 1) for time in turns]
    return max(within, default=0) // 2


def changes(course: list[tuple[float, float]]) -> Iterator[float]:
    """When the light has gone a tenth of its range the other way than before."""
    low = high = course[0][1]
    way = 0
    for time, value in course:
        low, high = min(low, value), max(high, value)
        if way <= 0 and value - low >= 0.1 and low < 0.8:
            yield time
            way, high, low = 1, value, value
        elif way >= 0 and high - value >= 0.1 and value < 0.8:
            yield time
            way, low, high = -1, value, value
        if way > 0:
            low = high
        elif way < 0:
            high = low


# One-colour boards --------------------------------------------------------------------------------------------------


def test_one_colour_boards_get_their_text_in_upper_case(commission: Commission) -> None:
    (work,) = ticker.works(commission)
    (made,) = work.made()
    assert made.suffix == ".txt"
    assert made.content.startswith(b"\xef\xbb\xbf")
    lines = made.content.decode("utf-8-sig").split("\r\n")
    assert lines == [
        "CHUYỂN ĐỔI SỐ LÀ ĐỘNG LỰC QUAN TRỌNG ĐỂ PHÁT TRIỂN NHANH VÀ BỀN VỮNG ĐẤT NƯỚC",
        "DỮ LIỆU SỐ LÀ TÀI NGUYÊN MỚI – CÀNG KHAI THÁC HIỆU QUẢ, GIÁ TRỊ MANG LẠI CÀNG LỚN",
        "MỖI NGƯỜI DÂN LÀ MỘT HẠT NHÂN CHUYỂN ĐỔI SỐ – CÙNG CHUNG TAY KIẾN TẠO XÃ HỘI SỐ",
        "DOANH NGHIỆP CHUYỂN ĐỔI SỐ – BỨT PHÁ TĂNG TRƯỞNG, NÂNG CAO NĂNG LỰC CẠNH TRANH",
        "CHÍNH QUYỀN SỐ PHỤC VỤ TỐT HƠN – MINH BẠCH HƠN – GẦN DÂN HƠN",
        "",
    ]
    assert (work.told.name, work.told.group) == ("chu-led", "chu-led")


def test_they_show_the_messages_that_all_of_them_name(commission: Commission) -> None:
    gate, hall = (
        Placement(where=where, piece="chu-led", messages=each) for where, each in (("Cổng", [5]), ("Sảnh", [2]))
    )
    (work,) = ticker.works(with_brief(commission, places=(gate, hall)))
    assert [line.lower() for line in work.lines] == [MESSAGES[1].lower(), MESSAGES[4].lower()]
    any_of_them = Placement(where="Chợ", piece="chu-led")
    (work,) = ticker.works(with_brief(commission, places=(gate, any_of_them)))
    assert len(work.lines) == len(MESSAGES)


def test_a_draft_text_is_told_as_one(commission: Commission) -> None:
    (work,) = ticker.works(with_brief(commission, draft=True))
    assert work.told.use.startswith("BẢN NHÁP")


@pytest.mark.parametrize(("width", "height"), [(640, 64), (640, 96), (192, 96), (600, 32), (320, 160)])
def test_lines_end_where_sense_does(commission: Commission, width: int, height: int) -> None:
    said = sayings(commission.brief, (), width, height, commission.means.look)
    for page in (page for saying in said for page in saying.pages):
        lines = [words.text for words in page.words if words.color != "soft"]
        assert not [line for line in lines[:-1] if line.split()[-1] == "để"], lines
        assert "mới –" not in lines
        assert not {"số phục vụ", "dân hơn"} & {*lines}
        hands = [(words, Hand(commission.means.look.fonts[words.font], words.size)) for words in page.words]
        assert min(words.baseline - hand.heights(words.text)[0] for words, hand in hands) >= 2


# Sense, and one family of frames ------------------------------------------------------------------------------------

SCIENCE = (
    "Khoa học, công nghệ và đổi mới sáng tạo – Động lực tăng trưởng mới",
    "Học số suốt đời",
    "Đổi mới sáng tạo là chìa khóa mở cánh cửa tăng trưởng xanh và chuyển đổi số",
    "Phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số là đột phá quan trọng hàng đầu để đất nước "
    "phát triển nhanh, bền vững",
)
TRADE = (
    "",
    "Mua sắm số an toàn",
    "Thanh toán không dùng tiền mặt giúp người dân mua bán nhanh chóng, minh bạch, an toàn và giúp cơ quan nhà nước "
    "phục vụ nhân dân ngày càng tốt hơn",
)
GRIDS = ((192, 48), (192, 96), (192, 192), (256, 128), (320, 160), (384, 64), (384, 192), (448, 64), (768, 32))


def campaigns(commission: Commission) -> list[Brief]:
    others = [replace(commission.brief, theme=theme, messages=tuple(messages)) for theme, *messages in (SCIENCE, TRADE)]
    return [commission.brief, *others]


def boards_of(commission: Commission) -> Iterator[list[Saying]]:
    """What each campaign says on each board."""
    for width, height in GRIDS:
        for brief in campaigns(commission):
            yield sayings(brief, (), width, height, commission.means.look)


def said_on(brief: Brief, width: int, height: int, commission: Commission) -> dict[str, list[list[str]]]:
    """The lines of each frame of each message, without the foot."""
    return {
        saying.text: [said_by(page) for page in saying.pages]
        for saying in sayings(brief, (), width, height, commission.means.look)
    }


def said_by(page: Page) -> list[str]:
    lines = [words.text for words in page.words]
    return next(lines[:count] for count in range(1, len(lines) + 1) if " ".join(lines[:count]) == page.read)


def test_no_word_is_torn_and_a_dash_ends_its_line(commission: Commission) -> None:
    for saying in (saying for said in boards_of(commission) for saying in said):
        parts, total = pieces(saying.text, commission.means.look.names), len(saying.text.split())
        ends = list(accumulate(len(part.text.split()) for part in parts))
        allowed = {end for part, end in zip(parts, ends, strict=True) if part.rank >= 0 or part.joint}
        dashes = {end for part, end in zip(parts, ends, strict=True) if part.rank == BEST} | {0, total}
        breaks = list(accumulate((len(line.split()) for page in saying.pages for line in said_by(page)), initial=0))
        assert {*breaks} <= allowed | {0, total}, saying.pages
        for start, end in pairwise(breaks):
            assert {start, end} <= dashes or not [dash for dash in dashes if start < dash < end], saying.pages


def test_frames_are_even_and_their_letters_alike(commission: Commission) -> None:
    for said in boards_of(commission):
        usual = [saying for saying in said if len(saying.text.split()) > 5]
        sizes = {page.words[0].size for saying in usual for page in saying.pages}
        assert max(sizes) <= 1.15 * min(sizes)
        for saying in said:
            counts = [len([word for word in page.read.split() if word not in "–-"]) for page in saying.pages]
            assert not [pair for pair in pairwise(counts) if min(pair) < 4 and max(pair) > 8], saying
            lines = [len(said_by(page)) for page in saying.pages]
            assert max(lines) - min(lines) < 3, saying


def test_a_small_board_tears_no_compound(commission: Commission) -> None:
    said = said_on(commission.brief, 192, 96, commission)[MESSAGES[3]]
    assert said == [
        ["Doanh nghiệp", "chuyển đổi số –"],
        ["bứt phá tăng trưởng,", "nâng cao năng lực", "cạnh tranh"],
    ]


def test_a_long_message_is_cut_before_a_clause(commission: Commission) -> None:
    science, trade = campaigns(commission)[1:]
    for width, height in ((192, 96), (256, 128), (384, 192)):
        frames = [" ".join(lines) for lines in said_on(science, width, height, commission)[SCIENCE[3]]]
        assert [frame.split()[0] for frame in frames] == ["Phát", "là"]
        frames = [" ".join(lines) for lines in said_on(trade, width, height, commission)[TRADE[2]]]
        assert {" ".join(frame.split()[:2]) for frame in frames} <= {"Thanh toán", "giúp người", "và giúp"}


def test_a_long_message_takes_longer_lines_to_be_as_large_as_the_others(commission: Commission) -> None:
    said = said_on(commission.brief, 384, 192, commission)
    assert said[MESSAGES[2]] == [
        ["Mỗi người dân là một", "hạt nhân chuyển đổi số –", "cùng chung tay", "kiến tạo xã hội số"]
    ]


@pytest.mark.parametrize(("width", "height"), GRIDS)
def test_all_boards_are_of_one_family(commission: Commission, width: int, height: int) -> None:
    """A bar beside the words, the theme in its colour, and so what answers a message's first dash."""
    spark = commission.means.look.palette.spark
    theme, *said = sayings(commission.brief, (), width, height, commission.means.look)
    for page in (page for saying in (theme, *said) for page in saying.pages):
        (bar,) = (shape for shape in page.ground.shapes if isinstance(shape, Fill))
        assert bar.color == spark
        assert 2 <= bar.box.width <= 4
        assert bar.box.right + 3 <= min(words.x for words in page.words[: len(said_by(page))])
    assert {words.color for page in theme.pages for words in page.words[: len(said_by(page))]} == {"spark"}
    colored = {color_of(saying, word) for saying in said[1:2] for word in ("Dữ liệu", "càng lớn")}
    assert colored == {("Dữ liệu", "paper"), ("càng lớn", "spark")}
    assert {words.color for page in said[0].pages for words in page.words[: len(said_by(page))]} == {"paper"}


def color_of(saying: Saying, word: str) -> tuple[str, str]:
    return word, next(words.color for page in saying.pages for words in page.words if word in words.text)


def test_a_theme_breaks_behind_its_colon(commission: Commission) -> None:
    (theme, *_) = sayings(commission.brief, (), 640, 96, commission.means.look)
    assert [words.text for words in theme.pages[0].words][:1] == ["Chuyển đổi số:"]


def test_a_short_saying_is_larger_than_long_ones_beside_it(commission: Commission) -> None:
    said = with_brief(commission, theme="", messages=("Học số suốt đời", MESSAGES[1], MESSAGES[2]))
    first, *others = [page.words[0].size for page in pages_of(said, board(*COMMON))]
    assert 1.3 * max(others) < first <= 1.6 * max(others)
