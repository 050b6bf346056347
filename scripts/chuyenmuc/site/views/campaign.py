"""What the page of a campaign prints: theme, messages, days, all that was published for it, all there is to fetch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from chuyenmuc.campaigns.groups import GROUPS
from chuyenmuc.content.archive import tag_key
from chuyenmuc.content.campaign import Campaign, Task
from chuyenmuc.content.fields import Kind
from chuyenmuc.content.items import Event, Infographic, Item, Lesson, Message
from chuyenmuc.content.links import is_picture, local_file, present
from chuyenmuc.images.library import Record
from chuyenmuc.site.views import downloads, files, pictures, places
from chuyenmuc.site.views.agenda import agenda_entry
from chuyenmuc.site.views.countdown import OVER, Days, countdown
from chuyenmuc.site.views.front import badge, host, main_day, period, summary, theme
from chuyenmuc.site.views.season import weeks
from chuyenmuc.site.views.slogans import slogan_html
from chuyenmuc.site.views.viewer import WEB_COVER, View, Viewer
from chuyenmuc.vietnamese.dates import day_of, short, starts
from chuyenmuc.vietnamese.numbers import file_size
from chuyenmuc.vietnamese.text import tidy
from chuyenmuc.vietnamese.unbroken import in_html

CALENDAR = "lich.ics"
MOST_NEWS, MOST_INFOGRAPHICS, MOST_LESSONS, MOST_SEEN = 9, 3, 6, 8
OF_MESSAGE, SQUARE = "the-thong-diep", "facebook-vuong"
# The pictures of a message that most people look for, by the shape that they have on every channel.
SHAPES = (
    ("Ảnh vuông", SQUARE, 1.0),
    ("Ảnh dọc", "tin-doc", 9 / 16),
    ("Ảnh ngang", "facebook-lien-ket", 1.91),
)
# Sorts of works of which a picture is shown, those first that tell most of the campaign.
FIRST_SEEN = (
    *("bang-ron", "phuon", "led", "ap-phich", "the-thong-diep", "standee", "to-roi", "the-ky-nang"),
    *("pano", "backdrop", "dem-nguoc", "mau-trinh-chieu", "hinh-nen", "to-gap", "khung-dai-dien"),
)
STILL = frozenset({"image/png", "image/jpeg", "image/webp"})  # what moves by itself is not shown unasked
NEAR = 0.15  # of a shape


@dataclass(frozen=True)
class Shown:
    """What a campaign's page shows of other items, each kind in its order."""

    viewer: Viewer
    front: Campaign

    @cached_property
    def members(self) -> list[Item]:
        return self.viewer.archive.members(self.front)

    @cached_property
    def events(self) -> list[Event]:
        found = (item for item in self.members if isinstance(item, Event))
        return sorted(found, key=lambda item: (starts(item.start), item.place.key))

    @cached_property
    def infographics(self) -> list[Item]:
        return self.newest(Infographic)[:MOST_INFOGRAPHICS]

    @cached_property
    def lessons(self) -> list[Item]:
        return self.newest(Lesson)[:MOST_LESSONS]

    @cached_property
    def news(self) -> list[Item]:
        apart = (Event, Infographic, Lesson, Message, Campaign)
        found = [item for item in self.newest(Item) if not isinstance(item, apart) and item.kind is not Kind.PAGE]
        return found[:MOST_NEWS]

    @cached_property
    def message_pages(self) -> dict[str, Item]:
        return {tidy(item.message): item for item in self.members if isinstance(item, Message)}

    @cached_property
    def years(self) -> list[Campaign]:
        return self.viewer.archive.other_years(self.front)

    def newest(self, model: type[Item]) -> list[Item]:
        found = (item for item in self.members if isinstance(item, model))
        return sorted(found, key=lambda item: (starts(item.date), item.place.key), reverse=True)

    def all(self) -> list[Item]:
        told = [self.message_pages[tidy(text)] for text in self.front.messages if tidy(text) in self.message_pages]
        return [*self.events, *self.infographics, *self.lessons, *self.news, *told, *self.years]


def page(viewer: Viewer, front: Campaign) -> View:
    shown, days = Shown(viewer, front), Days.of(front)
    state = days.state(viewer.today) if days else ""
    kits = downloads.by_use(viewer, front)
    seen = previews(viewer, front)
    view: View = {
        **badge(front),
        **theme(front, over=state == OVER, themed=viewer.archive.has_themes(front), names=viewer.settings.agency.names),
        "state": state,
        "over": state == OVER,
        "period": period(front),
        "main_day": main_day(front),
        "countdown": countdown(front, viewer.today),
        "results_html": [in_html(result) for result in front.results],
        "messages": [message(shown, number, text) for number, text in enumerate(front.messages, 1)],
        "hashtags": front.hashtags,
        "agenda": [agenda_entry(viewer, item, f"lich--{item.place.key.replace('/', '-')}") for item in shown.events],
        "ics": f"{front.place.url}{CALENDAR}" if days or shown.events else "",
        "weeks": weeks(front, shown.events, viewer.today) if days or shown.events else [],
        "news": [viewer.card(item) for item in shown.news],
        "infographics": [viewer.card(item) for item in shown.infographics],
        "lessons": [viewer.card(item) for item in shown.lessons],
        "more": more(viewer, front),
        "kits": kits,
        "seen": seen,
        "library": library(viewer, front),
        "identity": identity(viewer, front),
        "years": [year(viewer, item) for item in shown.years],
        "staff": staff(viewer, front),
    }
    return view | {"ways": list(ways(view))}


def made_of(viewer: Viewer, front: Campaign) -> Iterator[object]:
    """Beside the campaign itself, whose own pictures every item's page names."""
    for item in Shown(viewer, front).all():
        drawn = viewer.library.by_item.get(item.place.key, {})
        yield from (item, item.place.section, *(f"{r.url} {r.sha256} {r.alt}" for r in (drawn.get(WEB_COVER),) if r))
    yield from viewer.use_kits.get(front.place.key, ())
    yield str(more(viewer, front))


def ways(view: View) -> Iterator[View]:
    """To the parts of the page that it has."""
    parts = {
        "thong-diep": ("Thông điệp", view["messages"]),
        "lich": ("Lịch", view["weeks"] or view["agenda"]),
        "tin-bai": ("Tin, bài", view["news"] or view["infographics"] or view["lessons"]),
        "tai-ve": ("Tải về", view["kits"] or view["seen"]),
        "cac-nam": ("Các năm", view["years"]),
    }
    yield from ({"title": title, "url": f"#{anchor}"} for anchor, (title, has) in parts.items() if has)


# Other years -------------------------------------------------------------------------------------------------------


def year(viewer: Viewer, front: Campaign) -> View:
    """A campaign of another year, as a card tells it."""
    told = {"title_html": viewer.title_html(front), "url": front.place.url, "color": front.place.section.color}
    marks = {"sample": front.sample, "draft": not front.due(viewer.today), "status_note": viewer.status_note(front)}
    return told | marks | summary(front, viewer.today, themed=viewer.archive.has_themes(front))


# Messages ------------------------------------------------------------------------------------------------------------


def message(shown: Shown, number: int, text: str) -> View:
    """Word for word; a line may break after a dash, never before it."""
    own = shown.message_pages.get(tidy(text))
    return {
        "number": number,
        "text": text,
        "html": slogan_html(text, shown.viewer.settings.agency.names),
        "pictures": list(of_message(shown.viewer, shown.front, number)),
        "url": own.place.url if own else "",
    }


def of_message(viewer: Viewer, front: Campaign, number: int) -> Iterator[View]:
    """A square picture, a tall one and a wide one of the message, as far as they were made."""
    start = f"thong-diep-{number}-"
    drawn = [r for r in viewer.library.offered(front.place.key) if r.group == OF_MESSAGE and r.format.startswith(start)]
    for label, name, ratio in SHAPES:
        exact = next((record for record in drawn if record.format == start + name), None)
        if found := exact or nearest(drawn, ratio):
            size = f"{found.width} × {found.height}, {found.source.suffix[1:].upper()} {file_size(found.bytes)}"
            yield {"label": label, "url": found.url, "file": found.file, "size": size}


def nearest(records: Iterable[Record], ratio: float) -> Record | None:
    fitting = [r for r in records if abs(r.width / r.height / ratio - 1) <= NEAR]
    return min(fitting, key=lambda r: abs(r.width / r.height / ratio - 1), default=None)


# What was published for it -------------------------------------------------------------------------------------------


def more(viewer: Viewer, front: Campaign) -> View | None:
    """The list of all that bears the campaign's tag, where there is one."""
    key = tag_key(front.tag) if front.tag else ""
    count = len(viewer.archive.by_tag.get(key, ()))
    return {"url": places.tag_url(front.tag), "tag": viewer.archive.tag_titles[key], "count": count} if count else None


# What there is to fetch ----------------------------------------------------------------------------------------------


def previews(viewer: Viewer, front: Campaign) -> list[View]:
    """One picture of each sort of work, to show what is there."""
    drawn = viewer.library.by_item.get(front.place.key, {})
    stand = {record.stands_for: record for record in drawn.values() if record.stands_for}
    found: dict[str, View] = {}
    offered = viewer.library.offered(front.place.key)
    for record in sorted(offered, key=lambda record: not record.format.endswith(SQUARE)):
        seen = stand.get(record.format) or (record if record.media_type in STILL else None)
        if record.group in GROUPS and record.group not in found and seen:
            told = {"label": GROUPS[record.group].label, "alt": record.alt, "format": record.format}
            found[record.group] = told | size(seen)
    return [found[group] for group in FIRST_SEEN if group in found][:MOST_SEEN]


def size(record: Record) -> View:
    return {"url": record.url, "width": record.width, "height": record.height}


def library(viewer: Viewer, front: Campaign) -> View | None:
    count = len(viewer.library.offered(front.place.key))
    return {"url": viewer.library_url(front), "count": count} if count else None


def identity(viewer: Viewer, front: Campaign) -> View | None:
    """The year's official files as they were given, and where they come from."""
    given = front.identity
    if given is None or not (given.logo or given.visual or given.source):
        return None
    source = {"url": given.source, "name": host(given.source)} if given.source else None
    shown = {"logo": picture(viewer, front, given.logo), "visual": picture(viewer, front, given.visual)}
    files_given = [view for name in (given.logo, given.visual) if (view := given_file(front, name))]
    return shown | {"files": files_given, "source": source, "given": bool(files_given)}


def picture(viewer: Viewer, front: Campaign, name: str) -> View | None:
    file = local_file(front.place, name) if name else None
    if file is None or not present(file) or not is_picture(file):
        return None
    return pictures.picture_of(front, file, viewer.library)


def given_file(front: Campaign, name: str) -> View | None:
    file = local_file(front.place, name) if name else None
    return files.view(front, file, "") if file and present(file) else None


# For staff -----------------------------------------------------------------------------------------------------------


def staff(viewer: Viewer, front: Campaign) -> View | None:
    """In a preview alone: what is still to be done, what is late first."""
    if not viewer.preview or not front.tasks:
        return None
    open_tasks = [task for task in front.tasks if not task.done]
    late = [task for task in open_tasks if is_late(task, viewer.today)]
    rest = [task for task in open_tasks if task not in late]
    return {
        "late": [told(task) for task in by_day(late)],
        "open": [told(task) for task in by_day(rest)],
        "done": len(front.tasks) - len(open_tasks),
        "count": len(front.tasks),
    }


def is_late(task: Task, today: date) -> bool:
    return task.due is not None and day_of(task.due) < today


def by_day(tasks: Sequence[Task]) -> list[Task]:
    return sorted(tasks, key=lambda task: day_of(task.due) if task.due else date.max)


def told(task: Task) -> View:
    return {"what": task.what, "who": task.who, "due": short(task.due) if task.due else ""}
