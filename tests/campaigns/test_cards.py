"""Cards of messages, the countdown, and the words to copy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from chuyenmuc.campaigns import cards, wording
from chuyenmuc.campaigns.cards import Drawing
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.work import Impossible
from chuyenmuc.content.fields import Kind
from chuyenmuc.images.card import COMMON, COUNTDOWN, OF_KIND, OF_LAYOUT
from chuyenmuc.images.encode import TooHeavy
from chuyenmuc.images.scene import Pattern, Picture, Scene

from .conftest import MESSAGES, with_brief

SHORT = "Học số suốt đời"
CHARACTERS = "".join(MESSAGES).replace(" ", "")


@pytest.fixture
def drawings(commission: Commission) -> dict[str, Drawing]:
    works = [work for work in cards.works(commission) if isinstance(work, Drawing)]
    assert len({work.told.name for work in works}) == len(works)
    return {work.told.name: work for work in works}


def said(scene: Scene) -> str:
    return " ".join(text.text for text in scene.texts)


def test_every_message_is_on_a_card_of_every_format_that_bears_text(
    commission: Commission, drawings: dict[str, Drawing]
) -> None:
    forms = [form for form in commission.design.formats_for(Kind.MESSAGE) if not form.art]
    forms = [form for form in forms if form.named_shape != "round"]
    expected = {f"thong-diep-{number}-{form.name}" for number in range(1, 6) for form in forms}
    assert expected == {name for name in drawings if name.startswith("thong-diep-")}


@pytest.mark.parametrize("number", range(1, 6))
def test_a_message_stands_letter_by_letter_on_each_of_its_cards(drawings: dict[str, Drawing], number: int) -> None:
    for name, work in drawings.items():
        if name.startswith(f"thong-diep-{number}-"):
            assert MESSAGES[number - 1] in said(work.scene()), name


def test_cards_are_grouped_by_what_they_are_taken_for(commission: Commission, drawings: dict[str, Drawing]) -> None:
    short = with_brief(commission, messages=(SHORT,))
    told = {name: work.told for name, work in drawings.items()} | {
        work.told.name: work.told for work in cards.messages(short) if "anh-dai-dien" in work.told.name
    }
    assert told["thong-diep-1-facebook-vuong"].group == "the-thong-diep"
    assert told["thong-diep-1-facebook-vuong"].channel == "Facebook – bài vuông, thông điệp 1"
    assert told["thong-diep-1-anh-dai-dien"].group == told["thong-diep-1-khung-anh-dai-dien"].group == "khung-dai-dien"
    assert told["thong-diep-1-anh-dai-dien"].channel == "Ảnh đại diện – thông điệp 1"
    assert told["thong-diep-1-hinh-nen-may-tinh"].group == "hinh-nen"
    assert [name for name, each in told.items() if each.transparent] == ["thong-diep-1-khung-anh-dai-dien"]


def test_an_avatar_bears_a_short_message_and_no_long_one(commission: Commission) -> None:
    """The campaign's own avatar, with its badge, serves instead."""
    works = cards.messages(with_brief(commission, messages=(SHORT, MESSAGES[0])))
    faces = [work.told.name for work in works if work.told.group == cards.FRAMES]
    assert faces == ["thong-diep-1-anh-dai-dien", "thong-diep-1-khung-anh-dai-dien"]


def test_a_long_campaign_is_named_on_each_card(commission: Commission) -> None:
    title = "Ngày Khoa học, công nghệ và đổi mới sáng tạo Việt Nam 18/5/2027"
    sponsors = (("Ngân hàng Mẫu", ""), ("Công ty Mẫu", ""))
    for work in cards.messages(with_brief(commission, title=title, sponsors=sponsors, messages=(SHORT, MESSAGES[1]))):
        assert isinstance(work, Drawing)
        if work.told.group != cards.FRAMES:
            assert title in said(work.scene()), work.told.name


def test_pills_on_two_lines_stand_each_in_the_middle(commission: Commission) -> None:
    changed = with_brief(commission, title="Ngày Khoa học, công nghệ và đổi mới sáng tạo Việt Nam", sample=True)
    work = next(work for work in cards.messages(changed) if work.told.name == "thong-diep-1-facebook-vuong")
    assert isinstance(work, Drawing)
    title, sample = (text for text in work.scene().texts if text.text in (changed.brief.title, "Nội dung mẫu"))
    assert sample.y > title.y
    for text in (title, sample):
        assert text.box.x + text.box.width / 2 == pytest.approx(540, abs=3)


def test_each_message_has_art_of_its_own(drawings: dict[str, Drawing]) -> None:
    scenes = [drawings[f"thong-diep-{number}-facebook-vuong"].scene() for number in range(1, 6)]
    assert len({shape.seed for scene in scenes for shape in scene.shapes if isinstance(shape, Pattern)}) == 5


def test_cards_give_layouts_all_that_they_may_print(drawings: dict[str, Drawing]) -> None:
    message, counted = drawings["thong-diep-1-facebook-vuong"], drawings["dem-nguoc-10-facebook-vuong"]
    assert set(message.card.values) == {*COMMON, *OF_KIND[Kind.MESSAGE]}
    assert set(counted.card.values) == {*COMMON, *OF_LAYOUT[COUNTDOWN]}


SIGNLESS = ("email-dau-thu", "khung-anh-dai-dien")  # a line of text; a frame around somebody's own picture


@pytest.mark.parametrize("size", [(900, 300), (600, 600), (300, 700)])
def test_the_official_sign_stands_on_each_card_clear_of_its_words(
    commission: Commission, tmp_path: Path, size: tuple[int, int]
) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGBA", size, (200, 16, 46, 255)).save(logo)
    for work in cards.works(with_brief(commission, logo=str(logo))):
        assert isinstance(work, Drawing)
        if work.form.name in SIGNLESS:
            continue
        scene, safe = work.scene(), work.form.safe_area
        (sign,) = (shape for shape in scene.shapes if isinstance(shape, Picture))
        assert sign.path == str(logo) in work.files, work.told.name
        assert sign.box.width / sign.box.height == pytest.approx(size[0] / size[1])
        assert sign.box.overlap(safe).width == pytest.approx(sign.box.width), work.told.name
        assert sign.box.overlap(safe).height == pytest.approx(sign.box.height), work.told.name
        assert not any(sign.box.meets(text.box) for text in scene.texts), work.told.name
        assert sign.box.height >= 0.04 * work.form.size[1] or sign.box.width >= 0.1 * work.form.size[0]


def test_a_card_is_the_same_file_each_time(drawings: dict[str, Drawing]) -> None:
    work = drawings["thong-diep-3-zalo-bai-viet"]
    (made,), (again,) = work.made(), replace(work).made()
    assert made == again
    assert (made.suffix, made.size, Image.open(BytesIO(made.content)).size) == (".png", (500, 320), (500, 320))


def test_the_key_of_a_card_tells_the_message_and_the_layout(drawings: dict[str, Drawing]) -> None:
    told = repr(drawings["thong-diep-2-facebook-vuong"])
    assert MESSAGES[1] in told
    assert drawings["thong-diep-2-facebook-vuong"].laid.digest in told
    assert len(told) < 4000


def test_an_image_that_is_too_heavy_tells_what_to_change(
    drawings: dict[str, Drawing], monkeypatch: pytest.MonkeyPatch
) -> None:
    def heavy(*_: Any) -> None:
        raise TooHeavy

    monkeypatch.setattr(cards, "encoded", heavy)
    with pytest.raises(Impossible, match="tăng max_kb của khổ “zalo-bai-viet”"):
        drawings["thong-diep-1-zalo-bai-viet"].made()


def test_drafts_and_sponsors_are_seen_on_cards(commission: Commission) -> None:
    (work, *_) = cards.works(with_brief(commission, draft=True, sponsors=(("Công ty Mẫu", "/logo.png"),)))
    assert isinstance(work, Drawing)
    assert work.card.draft
    assert work.files == ("/logo.png",)


def test_a_message_of_three_words_is_large_on_the_wallpaper(commission: Commission) -> None:
    works = {work.told.name: work for work in cards.messages(with_brief(commission, messages=(SHORT,)))}
    scene = drawn(works["thong-diep-1-hinh-nen-may-tinh"])
    assert next(text.size for text in scene.texts if text.text in SHORT) >= 96


def test_the_wallpaper_leaves_its_left_third_calm(drawings: dict[str, Drawing]) -> None:
    for number in range(1, 6):
        scene = drawings[f"thong-diep-{number}-hinh-nen-may-tinh"].scene()
        assert (scene.width, scene.height) == (1920, 1080)
        assert min(shape.box.x for shape in scene.shapes) >= 1920 / 3


# Countdown ------------------------------------------------------------------------------------------------------


def test_the_countdown_runs_from_ten_days_before_to_the_day(drawings: dict[str, Drawing]) -> None:
    names = [name for name in drawings if name.startswith("dem-nguoc-")]
    assert names[:3] == ["dem-nguoc-10-facebook-vuong", "dem-nguoc-10-tin-doc", "dem-nguoc-10-zalo-bai-viet"]
    assert len(names) == 33
    first, last = drawings[names[0]].told, drawings[names[-1]].told
    assert first.channel == "Facebook – bài vuông, còn 10 ngày, đăng ngày 30/09/2025"
    assert last.channel == "Zalo – ảnh bìa bài viết, hôm nay, đăng ngày 10/10/2025"
    assert first.group == last.group == "dem-nguoc"


@pytest.mark.parametrize("form", ["facebook-vuong", "tin-doc", "zalo-bai-viet"])
def test_a_countdown_card_tells_how_long_and_until_what(drawings: dict[str, Drawing], form: str) -> None:
    for left in range(1, 11):
        scene = drawings[f"dem-nguoc-{left:02}-{form}"].scene()
        words = [text.text for text in scene.texts]
        assert words[1:3] == [str(left), "ngày nữa"]
        assert "Thứ Sáu, 10/10/2025 " in said(scene)
        assert "Ngày Chuyển đổi số quốc gia 10/10/2025" in said(scene)
        sizes = {text.text: text.size for text in scene.texts}
        assert sizes[str(left)] > 3 * sizes["ngày nữa"] > 3 * sizes["Thứ Sáu, 10/10/2025"]


def test_on_the_day_itself_the_card_says_today(drawings: dict[str, Drawing]) -> None:
    words = [text.text for text in drawings["dem-nguoc-00-facebook-vuong"].scene().texts]
    assert words[1:3] == ["Hôm nay", "10/10"]


@pytest.mark.parametrize(
    ("badge", "title", "told"),
    [("18/5", "Ngày 18/5", "18/5"), ("", "Ngày 18/05/2027", "18/05"), ("", "Tháng tiêu dùng số", "18/5")],
)
def test_the_day_is_written_as_the_campaign_writes_it(
    commission: Commission, badge: str, title: str, told: str
) -> None:
    changed = with_brief(commission, badge=badge, title=title, main_day=date(2027, 5, 18), theme="")
    works = {work.told.name: work for work in cards.countdown(changed)}
    scene = drawn(works["dem-nguoc-00-facebook-vuong"])
    assert [text.text for text in scene.texts if text.text == told]
    assert f"Thứ Ba, {told}/2027" in said(scene)


@pytest.mark.parametrize("form", ["facebook-vuong", "tin-doc", "zalo-bai-viet"])
def test_nothing_beside_the_number_may_be_read_with_it(drawings: dict[str, Drawing], form: str) -> None:
    for left in (0, 5, 10):
        work = drawings[f"dem-nguoc-{left:02}-{form}"]
        scene = work.scene()
        number = next(text for text in scene.texts if text.text in (str(left), "10/10"))
        (cover,) = (shape for shape in scene.shapes if isinstance(shape, Pattern))
        assert cover.box.x - number.box.right >= 0.39 * number.size
        assert number.color not in cover.colors


def test_the_small_countdown_names_the_agency(commission: Commission, drawings: dict[str, Drawing]) -> None:
    for left in range(11):
        assert commission.brief.agency in said(drawings[f"dem-nguoc-{left:02}-zalo-bai-viet"].scene())


def drawn(work: Any) -> Scene:
    assert isinstance(work, Drawing)
    return work.scene()


def test_the_theme_stands_on_the_countdown_if_there_is_one(commission: Commission) -> None:
    theme = commission.brief.theme
    for given, shown in ((theme, True), ("", False)):
        works = {work.told.name: work for work in cards.countdown(with_brief(commission, theme=given))}
        work = works["dem-nguoc-05-tin-doc"]
        assert isinstance(work, Drawing)
        assert (theme in said(work.scene())) is shown


def test_without_a_main_day_nothing_is_counted(commission: Commission) -> None:
    assert not list(cards.countdown(with_brief(commission, main_day=None)))


def test_a_countdown_may_cross_a_year(commission: Commission) -> None:
    works = list(cards.countdown(with_brief(commission, main_day=date(2026, 1, 5))))
    assert works[0].told.channel.endswith("đăng ngày 26/12/2025")


def test_a_format_that_there_is_none_of_is_told(commission: Commission) -> None:
    catalogue = replace(commission.catalogue, countdown=("facebook-tron",))
    (work, *_) = cards.countdown(replace(commission, catalogue=catalogue))
    with pytest.raises(Impossible, match="“facebook-tron” không có chữ"):
        work.tried()


# Words ----------------------------------------------------------------------------------------------------------


def words(commission: Commission) -> str:
    (work,) = wording.works(commission)
    (made,) = work.made()
    assert (work.told.name, work.told.group, made.suffix) == ("thong-diep", "thong-diep-chu", ".txt")
    assert made.content.startswith(b"\xef\xbb\xbf")
    text = made.content.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n")
    return text.replace("\r\n", "\n")


def test_the_words_hold_each_message_twice_letter_by_letter(commission: Commission) -> None:
    text = words(commission)
    for message in MESSAGES:
        assert text.count(message) == 2
    assert "Chủ đề: Chuyển đổi số: Nhanh hơn - hiệu quả hơn - gần dân hơn" in text
    assert "#" not in text


def test_a_post_is_short_enough_for_a_group(commission: Commission) -> None:
    text = words(with_brief(commission, hashtags=("#NgayChuyenDoiSo", "#1010")))
    posts = [part.partition("–\n")[2].strip() for part in text.split("– Bài ")[1:]]
    assert len(posts) == 5
    for post, message in zip(posts, MESSAGES, strict=True):
        first = post.split("\n\n")[0]
        assert len(first) <= 200
        assert first.splitlines() == [message, commission.brief.address, "#NgayChuyenDoiSo #1010"]


def test_what_finds_no_room_in_a_post_is_left_out_whole(commission: Commission) -> None:
    long = "Một thông điệp thật dài " * 7
    text = words(with_brief(commission, messages=(long.strip(), "x" * 201)))
    assert text.count(commission.brief.address) == 1
    assert "– Bài 1 –" in text
    assert "– Bài 2 –" not in text


def test_drafts_and_samples_say_so(commission: Commission) -> None:
    assert words(with_brief(commission, draft=True, sample=True)).splitlines()[1:3] == [
        "BẢN NHÁP – chưa được duyệt, không đăng",
        "Nội dung mẫu",
    ]
    assert not list(wording.works(with_brief(commission, messages=())))


def test_messages_break_at_their_dashes_and_the_answer_has_the_spark_s_colour(drawings: dict[str, Drawing]) -> None:
    for number in (2, 3, 4, 5):
        first, _, _ = MESSAGES[number - 1].partition(" – ")
        for name, work in drawings.items():
            if name.startswith(f"thong-diep-{number}-"):
                told = [text for text in work.scene().texts if text.text in MESSAGES[number - 1]]
                end = next(place for place, text in enumerate(told) if text.text.endswith("–"))
                assert " ".join(text.text for text in told[: end + 1]) == f"{first} –", name
                spark = work.means.look.color("spark")
                assert [text.color == spark for text in told] == [place > end for place in range(len(told))], name


def test_a_theme_stands_below_its_colon(drawings: dict[str, Drawing]) -> None:
    lines = [text.text for text in drawings["dem-nguoc-05-facebook-vuong"].scene().texts]
    assert "Chuyển đổi số:" in lines
