"""Every headline on every card: whole, readable, inside the safe area, apart from all other texts, broken well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product
from math import hypot
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from chuyenmuc.content.fields import Kind
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import LEAST_CONTRAST
from chuyenmuc.images.card import DRAWN, Card
from chuyenmuc.images.color import contrast
from chuyenmuc.images.compose import DoesNotFit
from chuyenmuc.images.design import Design
from chuyenmuc.images.formats import Format
from chuyenmuc.images.ground import ground
from chuyenmuc.images.legible import LEAST_FOR_ICONS
from chuyenmuc.images.lettering import LESSER
from chuyenmuc.images.overlay import GROUND
from chuyenmuc.images.scene import Fill, Geometry, Pattern, Photo, Picture, Scene, Shade, Shape, Text
from chuyenmuc.images.sponsors import Strip, strip
from chuyenmuc.project import Project
from chuyenmuc.vietnamese.breaking import short_ending
from chuyenmuc.vietnamese.text import tidy

HEADLINES = Path(__file__).with_name("headlines.txt").read_text("utf-8").splitlines()
FORMATS = [form for form in Design.read(Project(Path("/khong-co"))).formats.values() if not form.art]
OWN = """\
bang-ron: {channel: Băng rôn, use: in, size: [3000, 300], max_kb: 900}
dai-rat-dai: {channel: Dải dài, use: in, size: [5000, 500], max_kb: 2000, safe: [30, 60, 30, 60]}
dai-vua: {channel: Dải, use: trang, size: [2000, 500], max_kb: 900}
doc: {channel: Dọc, use: màn hình, size: [1080, 1920], max_kb: 900}
vuong-nho: {channel: Vuông, use: ứng dụng, size: [600, 600], max_kb: 300, safe: [0, 0, 0, 0]}
to-roi: {channel: Tờ rơi, use: in, size: [2480, 3508], max_kb: 3000, safe: [120, 120, 120, 120]}
man-hinh: {channel: Màn hình, use: sảnh, size: [1024, 768], max_kb: 900, safe: [20, 20, 20, 20]}
huy-hieu: {channel: Huy hiệu, use: in, size: [900, 900], max_kb: 900, safe: [140, 140, 140, 140], shape: round}
cat-hai-ben: {channel: Bìa, use: bìa, size: [2000, 600], max_kb: 900, safe: [40, 300, 40, 300]}
tem: {channel: Tem, use: tin nhắn, size: [400, 250], max_kb: 300, shape: compact, min_text: 11}
chua-tren: {channel: Chừa trên, use: ứng dụng, size: [900, 1400], max_kb: 900, safe: [300, 20, 20, 100]}
chua-phai: {channel: Chừa phải, use: ứng dụng, size: [1600, 900], max_kb: 900, safe: [20, 400, 20, 20]}
"""
ORDINARY = 120  # characters
SPONSORS: list[Any] = [(), (("Ngân hàng Mẫu", "logo.png"), ("Công ty Cổ phần Giải pháp và Công nghệ Mẫu", ""))]
LABEL = "Hình ảnh minh họa · Hình do AI tạo"
VARIANTS = list(product([False, True], ["", "anh.jpg"], SPONSORS))  # other texts long, photo, sponsors
ONCE_IN = 5  # each pair of kind and format takes the next fifth of the headlines
NARROW = 2.5  # words on a line
WHOLE = re.compile(r"(?<!\S)[\w/.,%-]*\d[\w/.,%-]*|Điều \d+|(?<!đổi )(?<!dùng )số \d\S*")
WORDS = "chuyển đổi số, Ễ, Ẫ, Ữ, Ộ, phục vụ, nhân dân, 57-NQ/TW, 22/12/2024, –, số 57, Điều 5, NGHIÊNG, “mở”"


@dataclass(frozen=True)
class Composed:
    """A scene with what its rules need; `own` are the texts of the layout itself."""

    headline: str
    card: Card
    form: Format
    scene: Scene
    icons: Any
    strip: Strip | None

    @cached_property
    def texts(self) -> list[Text]:
        return self.scene.texts

    @property
    def own(self) -> list[Text]:
        return [text for text in self.texts if text not in self.sponsors and text not in self.label]

    @cached_property
    def sponsors(self) -> list[Shape]:
        return list(self.strip.shapes) if self.strip else []

    @cached_property
    def label(self) -> list[Text]:
        grounds = [(text, self.ground(text)) for text in self.texts if text.text in LABEL]
        return [text for text, below in grounds if isinstance(below, Fill) and below.color == GROUND]

    def ground(self, text: Text) -> Shape | None:
        return ground(text, self.scene.shapes)

    @cached_property
    def lines(self) -> list[Text]:
        """The lines of the headline: the run of texts that spells it; the largest where there are several."""
        wanted, found = bare(self.headline), list[list[Text]]()
        spelt = [bare(text.text) for text in self.texts]
        for start, end in combinations(range(len(spelt) + 1), 2):
            if wanted.startswith(spelt[start]) and "".join(spelt[start:end]) == wanted:
                found.append(self.texts[start:end])
        return max(found, key=lambda lines: lines[0].size, default=[])


def bare(text: str) -> str:
    return tidy(text).replace(" ", "")


def composed(stage: Any, kind: Kind, form: Format, headline: str, variant: tuple[Any, ...]) -> Composed:
    long, photo, sponsors = variant
    card = stage.card(kind, headline, long=long, photo=photo, photo_label=LABEL * bool(photo), sponsors=sponsors)
    if form.named_shape == "round" and "badge" in card.values:
        card = replace(card, values=card.values | {"badge": ""})  # stands there for the headline
    scene = stage.scene(card, form)
    centred = stage.design.layouts[stage.design.layout_for(kind, form)].centred
    lawful = None if form.named_shape == "round" else strip(card.sponsors, form, stage.look(), centred=centred)
    return Composed(headline, card, form, scene, stage.look().fonts["icons"], lawful)


# Rules: each tells what of a scene breaks it ---------------------------------------------------------------------


def inside(box: Box, whole: Box) -> bool:
    return (
        box.x >= whole.x - 1
        and box.y >= whole.y - 1
        and box.right <= whole.right + 1
        and box.bottom <= whole.bottom + 1
    )


def lost(made: Composed) -> Iterator[str]:
    if not made.lines:
        yield "the headline is not there, or not whole"


def outside(made: Composed) -> Iterator[str]:
    safe = made.strip.safe if made.strip else made.form.safe_area
    if made.scene.transparent:
        safe = made.form.frame  # the text follows the foot of the circle
    yield from (f"outside the safe area: {text.text}" for text in made.own if not inside(text.box, safe))
    yield from (f"outside the frame: {text.text}" for text in made.texts if not inside(text.box, made.form.frame))
    if made.form.avoid:
        hidden = Box(*made.form.avoid)
        yield from (f"below the platform's sign: {text.text}" for text in made.texts if text.box.meets(hidden))


def touching(made: Composed) -> Iterator[str]:
    for one, other in combinations(made.texts, 2):
        if one.box.meets(other.box.inset(1, 1, 1, 1)):
            yield f"one text on another: {one.text} / {other.text}"


def too_small(made: Composed) -> Iterator[str]:
    least = made.form.least_text - 0.01
    small = [text for text in made.own if text.font != made.icons and text.size < LESSER * least]
    yield from (f"too small: {text.text}" for text in [*small, *(t for t in made.label if t.size < LESSER * least)])
    if made.lines and made.lines[0].size < least:
        yield f"the headline is too small: {made.lines[0].size}"


def torn(made: Composed) -> Iterator[str]:
    for token in WHOLE.findall(tidy(made.headline)):
        if not any(token in text.text for text in made.texts):
            yield f"torn apart: {token}"


def lonely(made: Composed) -> Iterator[str]:
    """In a column so narrow that hardly two words stand on a line, one may stand alone, as on a poster."""
    wide = len(made.headline.split()) > NARROW * len(made.lines) > NARROW
    if wide and short_ending(made.lines[-1].text):
        yield f"a last line of one short syllable: {made.lines[-1].text}"


def unreadable(made: Composed) -> Iterator[str]:
    for text in made.texts:
        match made.ground(text):
            case Shade():
                continue  # made as strong as the text needs it
            case Fill() | Geometry() as below:
                colors = [below.color, getattr(below, "to", "") or below.color]
            case Photo() | Pattern() | Picture():
                colors = [text.color]
            case _:
                colors = [text.color if made.scene.transparent else made.scene.background]
        least = LEAST_FOR_ICONS if text.font == made.icons else LEAST_CONTRAST
        if min(contrast(text.color, color) for color in colors) < least:
            yield f"cannot be read on what it stands on: {text.text}"


def below_sponsors(made: Composed) -> Iterator[str]:
    """Or a sponsor left out."""
    if not made.strip:
        return
    told = bare("".join(text.text for text in made.texts if text in made.sponsors))
    yield from (f"no room for {name}" for name, logo in made.card.sponsors if not logo and bare(name) not in told)
    hidden = [text for text in made.texts if text not in made.sponsors and text.box.meets(made.strip.box)]
    yield from (f"below the sponsors: {text.text}" for text in hidden)


def unlabelled(made: Composed) -> Iterator[str]:
    if made.scene.has_photo and bare("".join(text.text for text in made.label)) != bare(LABEL):
        yield "a photo without its label"
    if made.label:
        plate = made.ground(made.label[0])
        assert plate
        covered = [text for text in made.texts if text not in made.label and text.box.meets(plate.box)]
        yield from (f"below the photo's label: {text.text}" for text in covered)


def past_the_circle(made: Composed) -> Iterator[str]:
    if made.form.named_shape != "round":
        return
    width, height = made.form.size
    for text in made.texts:
        corners = product((text.box.x, text.box.right), (text.box.y, text.box.bottom))
        if text not in made.label and any(hypot(x - width / 2, y - height / 2) > width / 2 for x, y in corners):
            yield f"cut off by the circle: {text.text}"


RULES = (
    *(lost, outside, touching, too_small, torn, lonely),
    *(unreadable, below_sponsors, unlabelled, past_the_circle),
)


def broken_rules(stage: Any, kind: Kind, form: Format, headline: str, variant: tuple[Any, ...]) -> list[str]:
    try:
        made = composed(stage, kind, form, headline, variant)
    except DoesNotFit as problem:
        return [f"{headline} {variant}: no room for {problem.text!r}"]
    return [f"{headline} {variant}: {told}" for rule in RULES for told in rule(made)]


# -----------------------------------------------------------------------------------------------------------------


def test_the_headlines_are_as_various_as_staff_write_them() -> None:
    assert len(set(HEADLINES)) == len(HEADLINES) > 190
    lengths = sorted(map(len, HEADLINES))
    assert lengths[0] <= 5 and lengths[-1] >= 160
    assert set("ẲẪỄỘỮỴđ“”–…%/🎉") - set("".join(HEADLINES)) <= {"…"}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.value)
def test_headlines_stand_well_on_every_card(stage: Any, kind: Kind, form: Format) -> None:
    first = list(Kind).index(kind) + FORMATS.index(form)
    chosen = HEADLINES[first % ONCE_IN :: ONCE_IN]
    told = [
        line
        for number, headline in enumerate(chosen, first)
        for line in broken_rules(stage, kind, form, headline, VARIANTS[number % len(VARIANTS)])
    ]
    assert told == []


@pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.value)
def test_an_agency_s_own_formats_of_any_ratio_and_margin_need_no_python(
    stage_of: Any, kind: Kind, tmp_path: Path
) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/formats.yml").write_text(OWN, encoding="utf-8")
    stage = stage_of(tmp_path)
    assert stage.design.findings == ()
    assert len(stage.design.formats) == len(OWN.splitlines())
    ordinary = [headline for headline in HEADLINES if len(headline) <= ORDINARY]
    told = [
        f"{form.name}: {line}"
        for first, form in enumerate(stage.design.formats.values())
        for number, headline in enumerate(ordinary[(first + list(Kind).index(kind)) % 8 :: 8])
        for line in broken_rules(stage, kind, form, headline, VARIANTS[(number + first) % len(VARIANTS)])
    ]
    assert told == []


@given(
    st.lists(st.sampled_from(WORDS.split(", ")), min_size=1, max_size=22).map(" ".join),
    st.sampled_from(FORMATS),
    st.sampled_from(DRAWN),
    st.sampled_from(VARIANTS),
)
@examples(max_examples=120, deadline=None)
def test_any_headline_of_ordinary_words_is_whole(
    stage: Any, headline: str, form: Format, kind: Kind, variant: tuple[Any, ...]
) -> None:
    made = composed(stage, kind, form, headline, variant)
    assert list(lost(made)) + list(outside(made)) + list(touching(made)) == []


def test_a_headline_no_layout_can_hold_is_refused_and_never_cut(stage: Any) -> None:
    with pytest.raises(DoesNotFit) as told:
        stage.scene(stage.card(Kind.NEWS, "W" * 120), stage.design.formats["zalo-bai-viet"])
    assert told.value.text == "W" * 120


def test_the_same_card_is_composed_the_same_whatever_came_before(stage: Any) -> None:
    form = stage.design.formats["facebook-vuong"]
    card = stage.card(Kind.NEWS, HEADLINES[-1], long=True)
    first = stage.scene(card, form)
    stage.scene(replace(card, key="khac"), stage.design.formats["tin-doc"])
    assert stage.scene(card, form) == first
