"""Where readers pass an item on and answer to it: plain addresses, no program of anybody else's."""

from __future__ import annotations

import json
from base64 import b64encode
from urllib.parse import quote

from chuyenmuc.content.items import Item
from chuyenmuc.site.views.viewer import View, Viewer

REPORT = "Trang: {page}\n\nNội dung cần sửa (chép nguyên câu):\n\nNên sửa thành:\n"


def address(viewer: Viewer, item: Item) -> str:
    """The page's full address; empty while the site has none."""
    return f"{viewer.settings.site_url}{item.place.url}" if viewer.settings.site_url else ""


def links(viewer: Viewer, item: Item) -> View:
    page = address(viewer, item)
    return {
        "address": page,
        "share": share(item.title, page) if page else [],
        "feedback_url": feedback(viewer, item, page),
        "report_url": answer(viewer.settings.agency.email, f"Báo lỗi: {item.title}", REPORT.format(page=page)),
    }


def share(title: str, page: str) -> list[View]:
    """Zalo takes the address in JSON in base 64, as its own button hands it over."""
    zalo = b64encode(json.dumps({"url": page}).encode()).decode()
    return [
        {"name": "Facebook", "url": f"https://www.facebook.com/sharer/sharer.php?u={quote(page, safe='')}"},
        {"name": "Zalo", "url": f"https://sp.zalo.me/share_inline?d={quote(zalo, safe='')}"},
        {"name": "Thư điện tử", "url": letter("", title, f"{title}\n{page}")},
    ]


def feedback(viewer: Viewer, item: Item, page: str) -> str:
    """The agency's form, told of the page; without one a letter; without either nothing."""
    agency = viewer.settings.agency
    if agency.feedback_url:
        joint = "&" if "?" in agency.feedback_url else "?"
        return f"{agency.feedback_url}{joint}trang={quote(page or item.place.url, safe='')}"
    return answer(agency.email, f"Góp ý: {item.title}", f"Trang: {page}\n\nThông tin này có hữu ích với bạn không?\n\n")


def answer(to: str, subject: str, body: str) -> str:
    return letter(to, subject, body) if to else ""


def letter(to: str, subject: str, body: str) -> str:
    """A `mailto:` link, its lines ended as RFC 6068 asks."""
    written = quote(body.replace("\n", "\r\n"), safe="")
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}&body={written}"
