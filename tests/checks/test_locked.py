"""Locked sentences stand everywhere as they were announced."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import MKDOCS

from chuyenmuc.checks import check, locked
from chuyenmuc.checks.memory import Memory
from chuyenmuc.content.locked import FILE, lock_of
from chuyenmuc.content.prose import passages
from chuyenmuc.content.reader import read
from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.site.edition import inspect
from chuyenmuc.vietnamese.verbatim import Register, register

MESSAGES = [
    "Chuyển đổi số là động lực quan trọng để phát triển nhanh và bền vững đất nước",
    "Dữ liệu số là tài nguyên mới – càng khai thác hiệu quả, giá trị mang lại càng lớn",
    "Mỗi người dân là một hạt nhân chuyển đổi số – cùng chung tay kiến tạo xã hội số",
    "Doanh nghiệp chuyển đổi số – bứt phá tăng trưởng, nâng cao năng lực cạnh tranh",
    "Chính quyền số phục vụ tốt hơn – minh bạch hơn – gần dân hơn",
]
THEMES = [
    "Khai thác dữ liệu số để tạo ra giá trị",
    "Chuyển đổi số: Nhanh hơn - hiệu quả hơn - gần dân hơn",
]
ENTRY = '- text: "{0}"\n  lock: {1}\n  source: Kế hoạch của Sở\n'
REGISTER = "".join(ENTRY.format(text, lock_of(text)) for text in [*MESSAGES, *THEMES])
PEOPLE, OFFICES, DATA = MESSAGES[2], MESSAGES[4], THEMES[0]
CHANGED = PEOPLE.replace("nhân", "nhan")


@pytest.fixture
def tin(desk):
    desk.section("tin-tuc")
    desk.write(f"content/{FILE}", REGISTER)
    return desk


def told(tin: Any, body: str = "Nội dung.", **keys: Any) -> list[tuple[int, str, str]]:
    tin.item("tin-tuc/a.md", body=body, **keys)
    found = [finding for finding in tin.findings() if finding.rule == "nguyen-van"]
    assert all(finding.level == "error" for finding in found)
    return [(finding.line, finding.field, finding.message) for finding in found]


VTT = """\
WEBVTT

STYLE
::cue {{ color: white }}

mo-dau
00:00:01.000 --> 00:00:04.000 line:90%
<v Người dẫn>Mỗi người dân là một
hạt {0} chuyển đổi số –

00:00:04.000 --> 00:00:07.000
cùng chung tay kiến tạo &amp; giữ
"""


@pytest.mark.parametrize(("word", "wrong"), [("nhân", False), ("nhan", True)])
def test_captions_that_say_a_locked_sentence_say_it_right(tin: Any, word: str, wrong: bool) -> None:
    text = VTT.format(word).replace("kiến tạo &amp; giữ", "kiến tạo xã hội số &amp; giữ")
    tin.write("content/tin-tuc/phim.vtt", text)
    found = told(tin, kind="video", watch_url="https://www.youtube.com/watch?v=abcdefghijk", captions="phim.vtt")
    assert [(line > 1, field) for line, field, _ in found] == [(True, "captions")] * wrong
    assert all(each[2].startswith("tệp phụ đề “phim.vtt” dòng 9: thông điệp đã khóa bị sửa") for each in found)


def words(body: str) -> list[str]:
    """What of a body is found to be almost a locked sentence."""
    return [
        passage.text[slip.start : slip.end]
        for passage in passages(body)
        for slip in everything().slips(passage.text, listed=passage.listed)
    ]


@cache
def everything() -> Register:
    return register((*MESSAGES, *THEMES))


def test_a_lost_mark_is_told_with_what_should_stand_there(tin) -> None:
    ((line, field, message),) = told(tin, f"Đoạn đầu.\n\nSở nêu: “{CHANGED}”.")
    assert (line, field) == (12, "")
    assert message == "thông điệp đã khóa bị sửa: “…một hạt nhân…” đang ghi “…một hạt nhan…”"
    (found,) = tin.findings()
    assert found.fix == f"chép lại nguyên văn: {PEOPLE}"


@pytest.mark.parametrize(
    ("right", "wrong", "told_right", "told_wrong"),
    [
        ("hạt nhân", "hạt nhâm", "…một hạt nhân…", "…một hạt nhâm…"),
        ("số – cùng", "số - cùng", "…đổi số – cùng…", "…đổi số - cùng…"),
        ("số – cùng", "số — cùng", "…đổi số – cùng…", "…đổi số — cùng…"),
        ("số – cùng", "số, cùng", "…chuyển đổi số –…", "…chuyển đổi số,…"),
        ("Mỗi người", "Mỗi Người", "Mỗi người…", "Mỗi Người…"),
        ("một hạt", "hạt", "…dân là một hạt…", "…dân là hạt…"),
        ("là một", "đều là một", "…người dân là…", "…người dân đều là…"),
        ("kiến tạo", "xây dựng", "…chung tay kiến tạo…", "…chung tay xây dựng…"),
        ("xã hội số", "xã hội", "…xã hội số", "…xã hội"),
        (PEOPLE, PEOPLE.upper().replace("HẠT", "HAT"), "…LÀ MỘT HẠT…", "…LÀ MỘT HAT…"),
        (PEOPLE, "Moi nguoi dan la mot hat nhan chuyen doi so - cung chung tay kien tao xa hoi so", "Mỗi", "Moi"),
        ("hạt nhân", "hạt nh\u0430n", "…một hạt nhân…", "…một hạt nh\u0430n…” (có ký tự lạ U+0430)"),
        ("hạt nhân", "hạt\u200b nhân", "…là một hạt…", "…là một hạt\u200b…” (có ký tự lạ U+200B)"),
    ],
)
def test_every_change_is_shown(tin, right: str, wrong: str, told_right: str, told_wrong: str) -> None:
    ((_, _, message),) = told(tin, f"Theo kế hoạch, {PEOPLE.replace(right, wrong)}; việc này bắt đầu từ thôn.")
    expected, _, said = message.removeprefix("thông điệp đã khóa bị sửa: ").partition(" đang ghi ")
    assert told_right in expected
    assert told_wrong in said


@pytest.mark.parametrize(
    "body",
    [
        PEOPLE,
        f"{PEOPLE}.",
        PEOPLE.upper(),
        f"## Thông điệp “{PEOPLE.upper()}”",
        f"Sở nêu: “{PEOPLE}”, và còn nữa.",
        f"Nhớ rằng {PEOPLE[0].lower()}{PEOPLE[1:]}!",
        f"**{PEOPLE}**",
        PEOPLE.replace("hạt nhân", "**hạt nhân**"),
        PEOPLE.replace("chuyển đổi số", "[chuyển đổi số](https://so.mau.gov.vn/hat-nhan)"),
        PEOPLE.replace("chuyển đổi số", "[chuyển đổi số][1]") + "\n\n[1]: https://so.mau.gov.vn/",
        PEOPLE.replace(" – ", " –\n"),
        PEOPLE.replace(" – ", " –  \n"),
        PEOPLE.replace(" – ", " –<br>"),
        PEOPLE.replace(" – ", "&nbsp;&ndash; "),
        PEOPLE.replace(" – ", "\u00a0– "),
        f"> {PEOPLE.replace(' – ', ' –' + chr(10) + '> ')}",
        f"- {PEOPLE};\n- {OFFICES};\n- {DATA[0].lower()}{DATA[1:]}.",
        f"1. {PEOPLE}\n2. {OFFICES}\n",
        f"| Năm | Chủ đề |\n|---|---|\n| 2023 | {DATA} |\n| 2025 | {THEMES[1]} |",
        f"## {PEOPLE}\n\nĐoạn sau.",
        f"{PEOPLE}[^1]\n\n[^1]: {OFFICES}.",
        f"Nội dung: {'; '.join(MESSAGES)}.",
        f"<blockquote>{PEOPLE}</blockquote>",
        f"```\n{CHANGED}\n```",
        # Parts of one, and words that others use too.
        "Mỗi người dân là một hạt nhân chuyển đổi số, thông điệp ấy nói vậy.",
        "“Cùng chung tay kiến tạo xã hội số” là vế sau.",
        "Doanh nghiệp chuyển đổi số để nâng cao năng lực cạnh tranh và tăng trưởng.",
        "Chính quyền số phục vụ tốt hơn – minh bạch hơn.",
        "Nhanh hơn, hiệu quả hơn, gần dân hơn: chủ đề năm 2025.",
        "Các xã thi đua chuyển đổi số nhanh hơn, hiệu quả hơn, gần dân hơn trong cả năm.",
        "Cơ quan khai thác dữ liệu để tạo ra giá trị mới, từ đó phục vụ người dân.",
        "Chuyển đổi số là động lực quan trọng để phát triển kinh tế số.",
        "Xem [tại đây](https://so.mau.gov.vn/moi-nguoi-dan-la-mot-hat-nhan-chuyen-doi-so-cung-chung-tay-kien-tao-xa-hoi-so).",
        "https://so.mau.gov.vn/moi-nguoi-dan-la-mot-hat-nhan-chuyen-doi-so-cung-chung-tay-kien-tao-xa-hoi-so",
    ],
)
def test_what_is_right_or_something_else_is_left_alone(tin, body: str) -> None:
    assert told(tin, body) == []


def test_a_small_letter_may_begin_it_only_inside_a_sentence() -> None:
    small = PEOPLE[0].lower() + PEOPLE[1:]
    assert words(f"{small}.") == words(f"Sở họp. {small}.") == [small]
    assert words(f"Sở nói: {small}.") == words(f"- {small};") == []


@pytest.mark.parametrize(
    ("keys", "field"),
    [
        ({"title": f"Hội nghị: {CHANGED}"}, "title"),
        ({"description": f"Sở nêu “{CHANGED}”."}, "description"),
        ({"tags": [CHANGED]}, "tags"),
        ({"cover": {"src": "a.png", "alt": f"Băng rôn ghi {CHANGED}", "credit": "Sở"}}, "cover"),
        ({"kind": "thong-diep", "message": CHANGED}, "message"),
        ({"kind": "thong-diep", "message": f"{PEOPLE}."}, "message"),
        ({"kind": "thong-diep", "message": f"“{PEOPLE}.”"}, "message"),
        ({"kind": "chien-dich", "messages": [OFFICES, f"{PEOPLE};"]}, "messages"),
        ({"kind": "chien-dich", "messages": [PEOPLE[0].lower() + PEOPLE[1:]]}, "messages"),
        ({"kind": "chien-dich", "messages": [PEOPLE.upper()]}, "messages"),
        ({"kind": "chien-dich", "messages": [MESSAGES[3].removesuffix(" cạnh tranh")]}, "messages"),
        ({"kind": "chien-dich", "theme": THEMES[1].replace(" - ", " – "), "theme_source": "https://a.vn"}, "theme"),
        ({"kind": "chien-dich", "results": [f"Treo 20 băng rôn “{CHANGED}”"]}, "results"),
        ({"kind": "chien-dich", "tasks": [{"what": f"In “{CHANGED}”"}]}, "tasks"),
        ({"kind": "trich-dan", "quote": CHANGED}, "quote"),
        ({"kind": "infographic", "blocks": [{"text": "Một."}, {"text": CHANGED}]}, "blocks"),
    ],
)
def test_front_matter_is_held_against_them_too(tin, keys: dict[str, Any], field: str) -> None:
    tin.write("content/tin-tuc/a.png", b"")
    ((line, found, _),) = told(tin, **keys)
    text = (tin.root / "content/tin-tuc/a.md").read_text().split("\n")
    assert found == field
    assert field in "\n".join(text[max(0, line - 8) : line])


def test_what_differs_in_capitals_alone_is_said_so_and_shortly(tin) -> None:
    ((_, _, message),) = told(tin, kind="thong-diep", message=PEOPLE.upper())
    said = "“Mỗi người dân là một hạt…” đang ghi “MỖI NGƯỜI DÂN LÀ MỘT HẠT…”"
    assert message == f"thông điệp đã khóa bị đổi chữ hoa, chữ thường: {said}"


@pytest.mark.parametrize(
    "body",
    [
        f'Lời.\n\n![Ảnh](a.png "{CHANGED}")',
        f"Lời.\n\n[tại đây](<a b.pdf> '{CHANGED}')",
        f'Lời.\n\n<img src="a.png" alt="Băng rôn" title="{CHANGED}">',
    ],
)
def test_what_is_said_below_pictures_is_held_against_them(tin, body: str) -> None:
    tin.write("content/tin-tuc/a.png", b"")
    tin.write("content/tin-tuc/a b.pdf", b"")
    assert len(told(tin, body.replace(CHANGED, PEOPLE))) == 0
    ((line, field, _),) = told(tin, body)
    text = (tin.root / "content/tin-tuc/a.md").read_text().split("\n")
    assert (CHANGED in text[line - 1], field) == (True, "")


def test_sections_and_the_site_are_held_against_them(tin) -> None:
    tin.section("tin-tuc", title=f"Tin “{CHANGED}”", description=f"Tin, bài về {PEOPLE}")
    tin.write("mkdocs.yml", MKDOCS.replace("site_url", f"site_description: {CHANGED}\nsite_url"))
    found = [each for each in inspect(tin.project).findings if each.rule == locked.RULE]
    assert [(each.file, each.line, each.field, each.level) for each in found] == [
        ("content/tin-tuc/.meta.yml", 1, "title", "error"),
        ("mkdocs.yml", 2, "site_description", "error"),
    ]
    assert found[0].message == "thông điệp đã khóa bị sửa: “…một hạt nhân…” đang ghi “…một hạt nhan…”"


def test_the_line_is_that_of_what_is_wrong(tin) -> None:
    ((line, _, _),) = told(
        tin,
        "Mở đầu.\n\nSở nêu: mỗi người dân là một hạt nhân\nchuyển đổi sô – cùng chung tay\nkiến tạo xã hội số.",
    )
    assert line == 13


def test_each_of_several_in_a_paragraph_is_told(tin) -> None:
    body = f"Sở nêu: {CHANGED}; {OFFICES}; {MESSAGES[1].replace('–', '-')}; {CHANGED}."
    assert sorted(words(body)) == sorted([CHANGED, MESSAGES[1].replace("–", "-"), CHANGED])


def test_of_two_alike_each_may_be_said(desk) -> None:
    other = PEOPLE.replace("kiến tạo", "xây dựng")
    desk.section("tin-tuc")
    desk.write(f"content/{FILE}", "".join(ENTRY.format(text, lock_of(text)) for text in (PEOPLE, other)))
    assert told(desk, f"{PEOPLE}. {other}.") == []
    ((_, _, message),) = told(desk, f"{PEOPLE}. {other.replace('số –', 'số -')}.")
    assert "đổi số – cùng" in message


def test_another_sentence_that_is_meant_may_be_added(tin) -> None:
    told(tin, f"{PEOPLE.replace('kiến tạo', 'xây dựng')}.")
    (found,) = tin.findings()
    assert found.fix.endswith(f"nếu đây là một câu khác đã được công bố thì ghi thêm câu ấy vào content/{FILE}")


BEFORE = st.sampled_from(["", "Sở nêu thông điệp “", "Đại biểu nhắc: **", "- ", "> ", "Nội dung: "])
AFTER = st.sampled_from(["", ".", "”, theo kế hoạch.", "**, rồi kết luận.", "; việc này kéo dài."])
SENTENCES = st.sampled_from([*MESSAGES, *THEMES])
CHARACTERS = st.sampled_from(
    [*"aăâbcdđeêiouơưyáàảãạếềểễệốồổỗộớờởỡợ", *"AĐMX09", *"-–—,.;:!?()%&'\"“”/", "\u0430", "\u200b"]
)


@given(SENTENCES, BEFORE, AFTER)
def test_to_the_character_it_is_never_told(sentence: str, before: str, after: str) -> None:
    assert words(f"Đoạn đầu.\n\n{before}{sentence}{after}\n\nĐoạn cuối.") == []


@given(SENTENCES, BEFORE, AFTER, st.data())
def test_any_one_character_changed_is_told(sentence: str, before: str, after: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(sentence) - 2))
    how = data.draw(st.sampled_from(["change", "add", "drop", "swap"]))
    head, tail, character = sentence[:place], sentence[place + 1 :], data.draw(CHARACTERS)
    changed = {
        "change": head + character + tail,
        "add": head + character + sentence[place:],
        "drop": head + tail,
        "swap": head + sentence[place].swapcase() + tail,
    }[how]
    if " ".join(changed.split()) != sentence:
        assert len(words(f"Đoạn đầu.\n\n{before}{changed}{after}\n\nĐoạn cuối.")) == 1


def test_a_change_of_the_register_judges_all_anew(tin) -> None:
    tin.item("tin-tuc/a.md", body=f"{PEOPLE}. {CHANGED}.")
    memory, archive = Memory(), tin.read()
    assert len(check(archive, memory)) == 1
    assert check(replace(archive, locked=()), memory) == []
    assert len(check(archive, memory)) == 1


def test_the_shipped_content_keeps_them_all() -> None:
    archive = read(Project(SHIPPED))
    assert list(locked.check(archive)) == []


def test_many_articles_are_soon_judged(tin) -> None:
    """A tenth of five thousand articles of 4 KB, of words that the messages use as well."""
    tin.item("tin-tuc/a.md")
    (item,) = tin.read().items
    prose = (
        "Chuyển đổi số của mỗi người dân, doanh nghiệp và chính quyền là việc phải làm để phát triển đất nước. " * 40
    )
    many = tuple(item.model_copy(update={"body": f"{prose[: 4000 - number]}"}) for number in range(500))
    archive = replace(tin.read(), items=many)
    start = time.process_time()
    assert list(locked.check(archive)) == []
    assert time.process_time() - start < 1


SAFE = "Người dân yên tâm – dữ liệu được bảo vệ, quyền lợi được bảo đảm"
SEASON = {"kind": "chien-dich", "start": "2026-10-01", "end": "2026-10-10", "title": "Ngày 10/10 năm 2026"}


@pytest.fixture
def season(desk):
    """A campaign whose one message stands in no register."""
    desk.section("tin-tuc")
    desk.section("chien-dich/10-10/2026", title="Năm 2026")
    desk.item("chien-dich/10-10/2026/index.md", **SEASON, messages=[SAFE], tag="ngày 10/10")
    return desk


@pytest.mark.parametrize(
    ("path", "keys", "body", "count"),
    [
        ("chien-dich/10-10/2026/a.md", {"kind": "tin"}, SAFE.replace("tâm", "tam"), 1),
        ("chien-dich/10-10/2026/a.md", {"kind": "tin"}, SAFE.replace("–", "-"), 1),
        ("chien-dich/10-10/2026/a.md", {"kind": "thong-diep", "message": SAFE.replace("–", "-")}, "Lời.", 1),
        ("tin-tuc/a.md", {"tags": ["Ngày 10/10"], "date": "2026-10-02"}, SAFE.replace("tâm", "tam"), 1),
        ("tin-tuc/a.md", {"tags": ["Ngày 10/10"], "date": "2025-10-02"}, SAFE.replace("tâm", "tam"), 0),
        ("tin-tuc/a.md", {"date": "2026-10-02"}, SAFE.replace("tâm", "tam"), 0),
        ("chien-dich/10-10/2026/a.md", {"kind": "tin"}, f"Sở nêu: “{SAFE}”.", 0),
    ],
)
def test_a_campaigns_own_messages_are_kept_in_all_of_it(season, path, keys, body, count) -> None:
    season.item(path, body=body, **keys)
    found = season.findings()
    assert [each.file for each in found] == [f"content/{path}"] * count
    for each in found:
        assert each.level == "error"
        assert each.message.startswith("thông điệp của đợt “Ngày 10/10 năm 2026” bị sửa: ")
        assert each.fix == f"chép lại nguyên văn trong content/chien-dich/10-10/2026/index.md: {SAFE}"


def test_a_campaigns_message_that_breaks_the_lock_is_no_model(season) -> None:
    season.write(f"content/{FILE}", REGISTER)
    season.item("chien-dich/10-10/2026/index.md", **SEASON, messages=[CHANGED])
    season.item("chien-dich/10-10/2026/a.md", kind="tin", body=PEOPLE)
    ((file, message),) = [(found.file, found.message) for found in season.findings()]
    assert file.endswith("index.md")
    assert message.startswith("thông điệp đã khóa bị sửa")


def test_a_change_of_a_campaigns_messages_judges_all_anew(season) -> None:
    season.item("tin-tuc/a.md", tags=["ngày 10/10"], date="2026-10-02", body=SAFE)
    memory, before = Memory(), season.read()
    assert check(before, memory) == []
    season.item("chien-dich/10-10/2026/index.md", **SEASON, messages=[SAFE.replace("–", "-")], tag="ngày 10/10")
    front, article = season.read().items[0], before.items[1]
    found = [each.file for each in check(replace(before, items=(front, article)), memory) if each.rule == locked.RULE]
    assert found == ["content/tin-tuc/a.md"]


@pytest.mark.parametrize(
    ("path", "count"),
    [
        *(("chien-dich/10-10/2026", 1), ("chien-dich/10-10", 1), ("chien-dich", 1), ("chien-dich/10-10/2026/xa", 1)),
        *(("tin-tuc", 0), ("chien-dich/10-10/2025", 0), ("chien-dich/10", 0)),
    ],
)
def test_sections_around_a_campaign_keep_its_messages(season, path: str, count: int) -> None:
    season.section(path, title="Một mục", description=SAFE.replace("tâm", "tam"))
    season.item(f"{path}/a.md", kind="tin")
    found = [each for each in season.findings() if each.rule == locked.RULE]
    assert [(each.file, each.field) for each in found] == [(f"content/{path}/.meta.yml", "description")] * count
