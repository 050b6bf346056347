from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from chuyenmuc.channels.captions import Captions, announced, tidied
from chuyenmuc.content.agency import settings

Said = Callable[..., dict[str, str]]
LINK = "https://so.mau.gov.vn/nq57"


@pytest.fixture
def captions(desk) -> Captions:
    return Captions(desk.project, settings(desk.project))


@pytest.fixture
def said(desk, captions: Captions) -> Said:
    """The captions of one item of a kind, by the names of their templates."""

    def made(kind: str, **keys: object) -> dict[str, str]:
        desk.section("muc", kind=kind)
        desk.item("muc/a.md", **keys)
        (item,) = desk.read().items
        return {caption.name: caption.text for caption in captions.of(item)}

    return made


def test_news_bring_title_sapo_link_and_hashtags(said: Said) -> None:
    made = said("tin", title="Tập huấn", description="Câu một. Câu hai.", tags="kỹ năng số, AI")
    assert made == {
        "facebook": f"Tập huấn\n\nCâu một. Câu hai.\n\nĐọc toàn bài: {LINK}/muc/a/\n\n#KỹNăngSố #AI",
        "nhom-trao-doi": (
            f"[Tin] Tập huấn\n\nCâu một. Câu hai.\n\nĐọc toàn bài: {LINK}/muc/a/\nNguồn: Sở Mẫu, ngày 05/01/2026"
        ),
        "zalo": f"Tập huấn\n\nCâu một.\n\n{LINK}/muc/a/",
    }


def test_declared_hashtags_stand_first_in_a_campaign_and_in_what_belongs_to_it(desk, captions: Captions) -> None:
    desk.section("tin", kind="tin")
    desk.section("dot/2027", kind="tin")
    days = {"start": "2026-01-01", "end": "2026-01-10"}
    tags = ["ThángTiêuDùngSố", "#TieuDungSo_2027"]
    desk.item("dot/2027/index.md", kind="chien-dich", hashtags=tags, tags=["AI"], tag="mua sắm", **days)
    desk.item("dot/2027/a.md", tags=["kỹ năng số", "tháng tiêu dùng số"])
    desk.item("tin/a.md", tags=["mua sắm"])
    desk.item("tin/b.md", tags=["kỹ năng số"])
    archive = desk.read()
    last = {
        item.place.key: captions.filled(item, announced(item, archive))["facebook.txt"].split("\n")[-1]
        for item in archive.items
    }
    assert last == {
        "dot/2027": "#ThángTiêuDùngSố #TieuDungSo_2027 #AI",
        "dot/2027/a": "#ThángTiêuDùngSố #TieuDungSo_2027 #KỹNăngSố",
        "tin/a": "#ThángTiêuDùngSố #TieuDungSo_2027 #MuaSắm",
        "tin/b": "#KỹNăngSố",
    }


def test_events_tell_when_and_where(said: Said) -> None:
    made = said("su-kien", start="2026-10-10 08:00", location="Hội trường", online_url="https://hop.mau.vn/1")
    told = "Thời gian: 08:00, thứ Bảy, 10/10/2026\nĐịa điểm: Hội trường"
    assert all(told in text for text in made.values())
    assert "Tham dự trực tuyến: https://hop.mau.vn/1" in made["facebook"]
    assert "Xem chi tiết:" in made["facebook"]


def test_documents_tell_number_issuer_and_date(said: Said) -> None:
    made = said("van-ban")
    assert "Số, ký hiệu: 57-NQ/TW\nCơ quan ban hành: Bộ Chính trị\nNgày ban hành: 22/12/2024" in made["facebook"]
    assert "Số, ký hiệu: 57-NQ/TW (Bộ Chính trị, 22/12/2024)" in made["zalo"]
    assert "Xem văn bản:" in made["nhom-trao-doi"]


def test_campaigns_bring_their_messages_and_infographics_their_figures(said: Said) -> None:
    campaign = said("chien-dich", start="2026-10-01", end="2026-10-10", messages=["Một, hai", "Ba"])
    assert "Thời gian: 01/10 – 10/10/2026\n– Một, hai\n– Ba" in campaign["facebook"]
    infographic = said("infographic")
    assert "– 80%: thủ tục làm trực tuyến" in infographic["facebook"]


def test_a_sample_says_so_in_every_caption(said: Said) -> None:
    made = said("tin", sample="true")
    assert len(made) == 3
    assert all(text.startswith("[Nội dung mẫu] ") for text in made.values())


def test_a_site_without_an_address_gives_no_link(desk) -> None:
    desk.section("muc")
    desk.item("muc/a.md", title="Tập huấn")
    (item,) = desk.read().items
    nowhere = Captions(desk.project, replace(settings(desk.project), site_url=""))
    made = {caption.name: caption.text for caption in nowhere.of(item)}
    assert made["zalo"] == "Tập huấn\n\nMột câu tóm tắt."
    assert "Đọc toàn bài" not in made["facebook"]


def test_an_agency_changes_and_adds_captions_without_touching_the_program(desk, captions: Captions, said: Said) -> None:
    desk.write("templates/captions/zalo.txt", "{{ title }} – {{ agency }}")
    desk.write("templates/captions/telegram.txt", "{# Telegram – kênh #}\n{{ title }}")
    made = said("tin", title="Tập huấn")
    assert (made["zalo"], made["telegram"]) == ("Tập huấn – Sở Mẫu", "Tập huấn")
    assert (captions.labels["zalo.txt"], captions.labels["telegram.txt"]) == ("zalo", "Telegram – kênh")


def test_the_shipped_templates_are_sound_for_every_kind(desk, captions: Captions) -> None:
    for kind in ("tin", "bai", "su-kien", "infographic", "van-ban", "chien-dich"):
        desk.section(kind, kind=kind)
        desk.item(f"{kind}/a.md", number="57-NQ/TW" if kind == "van-ban" else None)
    assert list(captions.check(desk.read())) == []


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        (b"{{ title }}\n{% if %}", 2, "sai cú pháp; xem lại các cặp dấu {{ }}, {% %}"),
        (b"{{ titel }}", 1, "không có “titel” để điền; dùng được: title, "),
        (b"{{ title / 2 }}", 1, "không điền được cho bài content/muc/a.md (unsupported operand"),
        (b"{{ ''.__class__.mro() }}", 1, "không điền được cho bài content/muc/a.md ("),
        ("{{ title }} số".encode("cp1258", "replace") + b"\xd0", 1, "không phải chữ Unicode (UTF-8); lưu lại tệp"),
    ],
)
def test_a_broken_template_is_told_and_gives_no_caption(
    desk, captions: Captions, said: Said, content: bytes, line: int, told: str
) -> None:
    desk.write("templates/captions/facebook.txt", content)
    made = said("tin")
    found = next(iter(captions.check(desk.read())))
    assert (found.file, found.line, found.level) == ("templates/captions/facebook.txt", line, "error")
    assert f"{found.message}; {found.fix}".startswith(told)
    assert "zalo" in made


def test_empty_lines_never_stand_together() -> None:
    assert tidied("\n a  \n\n\n\nb \n") == "a\n\nb"
