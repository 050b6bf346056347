"""Cards for social networks: every message in every format, and the countdown to the main day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.commission import Commission, Means
from chuyenmuc.campaigns.work import Impossible, Made, Told, Work
from chuyenmuc.content.fields import KIND_LABELS, Kind
from chuyenmuc.images.card import COUNTDOWN, OF_LAYOUT, Card, Values
from chuyenmuc.images.compose import compose
from chuyenmuc.images.encode import TooHeavy, encoded
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import Layout
from chuyenmuc.images.paint import paint
from chuyenmuc.images.scene import Scene
from chuyenmuc.vietnamese.dates import day_of, parse_when, short, weekday

TODAY = "Hôm nay"
SIGN_WORDS = 8  # of a message on an avatar: a longer one is a smudge there, and the campaign's own avatar serves
DAYS = 10  # so long before the main day does the countdown begin
MESSAGES, COUNTED, FRAMES, WALLPAPERS = "the-thong-diep", "dem-nguoc", "khung-dai-dien", "hinh-nen"
# Which formats are no cards to post, by the layout that they ask for.
GROUPS = {"anh-dai-dien": FRAMES, "khung-anh-dai-dien": FRAMES, "hinh-nen": WALLPAPERS}


@dataclass(frozen=True, repr=False)
class Laid:
    """A layout that tells itself by its digest."""

    layout: Layout
    digest: str

    def __repr__(self) -> str:
        return self.digest


@dataclass(frozen=True)
class Drawing(Work):
    card: Card
    form: Format
    laid: Laid
    means: Means

    def scene(self) -> Scene:
        return compose(self.laid.layout, self.card, self.form, self.means.look)

    def made(self) -> tuple[Made, ...]:
        scene = self.scene()
        try:
            content, suffix = encoded(paint(scene), scene.has_photo, self.form.max_kb * 1024)
        except TooHeavy:
            told = f"ảnh {self.told.channel} nặng quá {self.form.max_kb} KB"
            raise Impossible(f"{told}; tăng max_kb của khổ “{self.form.name}” trong assets/formats.yml") from None
        return (Made(content, suffix, self.form.size),)

    def tried(self) -> None:
        self.scene()

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(self.card.files)


@dataclass(frozen=True)
class Unknown(Work):
    """A format that the catalogue names and that there is none of."""

    form: str

    def made(self) -> tuple[Made, ...]:
        told = f"assets/campaigns.yml: “countdown” có khổ “{self.form}” không có chữ hoặc không có trong formats.yml"
        raise Impossible(f"{told}; sửa tên khổ hoặc bỏ khổ ấy")


def works(commission: Commission) -> Iterator[Work]:
    yield from messages(commission)
    yield from countdown(commission)


# Messages -------------------------------------------------------------------------------------------------------


def messages(commission: Commission) -> Iterator[Work]:
    brief, design = commission.brief, commission.design
    forms = [form for form in design.formats_for(Kind.MESSAGE) if not form.art]
    for number, message in enumerate(brief.messages, 1):
        shown = card(brief, Kind.MESSAGE, f"thong-diep-{number}", {"message": message, "campaign": brief.title})
        for form in forms:
            name = design.layout_for(Kind.MESSAGE, form)
            if GROUPS.get(name) == FRAMES and len(message.split()) > SIGN_WORDS:
                continue
            laid = Laid(design.layouts[name], design.digests[name])
            told = Told(
                name=f"thong-diep-{number}-{form.name}",
                group=GROUPS.get(name, MESSAGES),
                channel=specified(form.channel, f"thông điệp {number}"),
                use=form.use,
                alt=f"{message}. {brief.title}, {brief.agency}",
                transparent=laid.layout.transparent,
            )
            yield Drawing(told, shown, form, laid, commission.means)


def specified(channel: str, which: str) -> str:
    """`Facebook – bài vuông, thông điệp 1`: what stands before the dash is a heading of the library."""
    return f"{channel}{', ' if ' – ' in channel else ' – '}{which}"


def card(brief: Brief, kind: str, key: str, own: Values) -> Card:
    """`key` within the campaign: each card has its own art."""
    return Card(
        key=f"{brief.key}/{key}",
        kind=kind,
        palette=brief.palette,
        topic=0,
        values=values(brief) | own,
        sponsors=brief.sponsors,
        sign=brief.official,
        draft=brief.draft,
    )


def values(brief: Brief) -> Values:
    """What every layout may print, an agency's own as well."""
    day = brief.main_day or day_of(parse_when(brief.date))
    return {
        "title": brief.title,
        "description": brief.summary,
        "section": brief.title,
        "kind_label": KIND_LABELS[Kind.CAMPAIGN],
        "topic": 0,
        "date": brief.date,
        "day": f"{day:%d}",
        "month": f"Tháng {day.month}",
        "year": str(day.year),
        "weekday": weekday(day),
        "agency": brief.agency,
        "short_name": brief.short_name,
        "parent": brief.parent,
        "site_name": brief.site_name,
        "page_url": brief.address,
        "source": "",
        "sample": brief.sample,
        "photo": False,
    }


# Countdown ------------------------------------------------------------------------------------------------------


def countdown(commission: Commission) -> Iterator[Work]:
    """From ten days before the main day until that day; nothing where there is none."""
    main_day = commission.brief.main_day
    if main_day is None:
        return
    for left in range(DAYS, -1, -1):
        for name in dict.fromkeys(commission.catalogue.countdown):
            yield counted(commission, main_day, left, name)


def counted(commission: Commission, main_day: date, left: int, form_name: str) -> Work:
    brief, design = commission.brief, commission.design
    form = design.formats.get(form_name)
    said = f"Còn {left} ngày" if left else TODAY
    which = f"{said.lower()}, đăng ngày {short(main_day - timedelta(left))}"
    day = day_told(brief, main_day)
    when = f"{weekday(main_day)}, {day}/{main_day.year}"
    told = Told(
        name=f"dem-nguoc-{left:02}-{form_name}",
        group=COUNTED,
        channel=specified(form.channel if form else form_name, which),
        use=form.use if form else "",
        alt=f"{said}: {brief.title}, {when}. {brief.agency}",
        field="title",
    )
    if not form or form.art:
        return Unknown(told, form_name)
    shown = ("", str(left), "ngày nữa") if left else (TODAY, day, "")
    own = dict(zip(OF_LAYOUT[COUNTDOWN], (*shown, when, brief.theme), strict=True))
    laid = Laid(design.layouts[COUNTDOWN], design.digests[COUNTDOWN])
    return Drawing(told, card(brief, COUNTDOWN, f"dem-nguoc-{left}", own), form, laid, commission.means)


def day_told(brief: Brief, day: date) -> str:
    """The day and month as the campaign itself writes them: its badge, or the way of its title."""
    plain, padded = f"{day.day}/{day.month}", f"{day:%d/%m}"
    return padded if plain not in (told := f"{brief.badge} {brief.title}") and padded in told else plain
