import pytest
from PIL import Image, ImageDraw

from chuyenmuc.images.text import sized, typeface
from chuyenmuc.project import SHIPPED

FONTS = SHIPPED / "assets" / "fonts"
HAS = {
    "NotoSansTaiViet-Regular.ttf": "ꪀꪼꫂꫛ꫟",
    "NotoSans-SemiBold.ttf": "ɃƀƁʼ",
    "NotoSansPahawhHmong-Regular.ttf": "𖬀𖬯𖭐𖮏",
    "NotoSansSymbols2-Regular.ttf": "■□●◆★☆☎✓✔✗➤",
    "NotoEmoji-SemiBold.ttf": "☎✅❗⭐🎉🎯🏆👉👍📌📍📞📢📱💡💻🔔🔍😀🙏🚀🛡🤖🤝🥇🧩🪪",
}


@pytest.mark.parametrize("name", HAS)
def test_a_fallback_has_its_characters_as_shapes_of_their_own(name: str) -> None:
    path = str(FONTS / name)
    face = typeface((path,))
    assert face.lacks("Ễ")
    for size in (13, 96):
        drawn = [sized(path, size).getmask(character) for character in HAS[name]]
        assert all(mask.getbbox() for mask in drawn)
        assert len({bytes(mask) for mask in drawn}) == len(drawn)
    assert not any(face.lacks(character) for character in HAS[name])


def test_what_joins_and_selects_emoji_is_known_and_takes_no_room() -> None:
    face = typeface((str(FONTS / "NotoEmoji-SemiBold.ttf"),))
    for character in "\u200d\ufe0e\ufe0f":
        assert not face.lacks(character)
        assert face.width(character) == 0


def test_a_fallback_s_letters_stand_on_the_same_baseline() -> None:
    image = Image.new("L", (300, 200))
    for name, text in HAS.items():
        ImageDraw.Draw(image).text((0, 130), text[0], 255, sized(str(FONTS / name), 100), anchor="ls")
    box = image.getbbox()
    assert box and box[1] >= 20 and box[3] <= 165


def test_fallbacks_are_light_and_travel_with_their_licence() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("Noto*.ttf")) < 900_000
    licence = (FONTS / "OFL-Noto.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(f"{name}: Copyright" in licence for name in HAS)
