"""Campaigns: places, days, official files, tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.conftest import DOT

from chuyenmuc.checks import check
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.locked import FILE, lock_of

PATH = "chien-dich/10-10/2026/index.md"
FIELDS: dict[str, Any] = {
    "kind": "chien-dich",
    "start": "2026-10-01",
    "end": "2026-10-10",
    "day": "2026-10-10",
    "messages": ["Một, hai", "Ba, bốn"],
}
PLACE: dict[str, Any] = {"where": "Cổng trụ sở", "piece": "bang-ron", "size": "6 x 1,5 m", "count": 2}
PLACE |= {"up": "2026-09-28", "down": "2026-10-12"}


@pytest.fixture
def tenth(desk):
    desk.section("chien-dich", title="Chiến dịch", kind="chien-dich")
    desk.section("chien-dich/10-10/2026", title="Năm 2026")
    return desk


def told(tenth: Any, path: str = PATH, today: date | None = None, **keys: Any) -> list[Finding]:
    tenth.item(path, **FIELDS | keys)
    return check(tenth.read(), today=today)


def line_of(tenth: Any, text: str) -> int:
    lines = (tenth.root / f"content/{PATH}").read_text().split("\n")
    (line,) = (number for number, line in enumerate(lines, 1) if line.strip().removeprefix("- ").startswith(text))
    return line


def test_one_that_is_all_right_tells_nothing(tenth) -> None:
    assert told(tenth, places=[PLACE | {"messages": [1, 2]}], badge="10/10", today=date(2026, 10, 5)) == []


def test_a_place_names_messages_that_there_are(tenth) -> None:
    (found,) = told(tenth, places=[PLACE, PLACE | {"where": "Sảnh", "messages": "2, 3, 6"}])
    assert (found.level, found.field) == ("error", "places[2].messages")
    assert found.line == line_of(tenth, "messages: 2, 3, 6")
    assert found.message == "“Sảnh” ghi thông điệp 3, 6 mà đợt này mới có 2 thông điệp"


def test_what_hangs_says_something(tenth) -> None:
    (found,) = told(tenth, places=[PLACE], messages=None)
    assert (found.level, found.message) == ("warning", "có nơi treo mà chưa có thông điệp nào để in")


def test_political_art_bears_no_advertising(tenth) -> None:
    (found,) = told(tenth, sponsors=["Công ty Mẫu"])
    assert (found.level, found.field) == ("error", "sponsors")
    assert found.message == "ấn phẩm cổ động chính trị không mang quảng cáo"
    assert told(tenth, sponsors=["Công ty Mẫu"], political="false") == []


def test_a_theme_says_where_it_was_announced(tenth) -> None:
    (found,) = told(tenth, theme="Một chủ đề")
    assert (found.level, found.field, found.message) == ("warning", "theme", "chủ đề chưa ghi nơi công bố")
    assert told(tenth, theme="Một chủ đề", theme_source="https://mau.gov.vn/chu-de") == []


def test_a_sign_is_short(tenth) -> None:
    (found,) = told(tenth, badge="Ngày 10/10")
    assert (found.level, found.message) == ("warning", "dấu hiệu “Ngày 10/10” dài 10 ký tự, in lớn không đủ chỗ")


@pytest.mark.parametrize(
    ("path", "level", "message"),
    [
        ("khong-co.png", "error", "không thấy tệp “khong-co.png”"),
        ("../../../../../anh.png", "error", "“../../../../../anh.png” ở ngoài thư mục content và assets"),
        ("logo.svg", "error", "tệp nhận diện “logo.svg” không phải ảnh PNG hoặc JPEG"),
        ("https://dx.gov.vn/logo.png", "error", "“https://dx.gov.vn/logo.png” là địa chỉ ở trang khác"),
        ("chu.png", "error", "tệp nhận diện “chu.png” không mở được như một ảnh PNG hoặc JPEG"),
        ("logo.png", "warning", "tệp nhận diện “logo.png” chỉ có 1 × 1 điểm ảnh, in lên áp phích A2 sẽ nhòe, vỡ nét"),
    ],
)
def test_official_files_are_pictures_that_are_there(tenth, path: str, level: str, message: str) -> None:
    for name, content in {"logo.svg": "<svg/>", "logo.png": DOT, "chu.png": "<svg/>"}.items():
        tenth.write(f"content/chien-dich/10-10/2026/{name}", content)
    found = told(tenth, identity={"visual": path, "source": "https://dx.gov.vn"})
    expected = [(level, "identity.visual", message)] if level else []
    assert [(each.level, each.field, each.message) for each in found] == expected
    assert [each.line for each in found] == [line_of(tenth, "visual:") for _ in expected]


def test_the_main_day_falls_into_the_campaign(tenth) -> None:
    (found,) = told(tenth, day="2026-10-11")
    assert (found.level, found.field) == ("warning", "day")
    assert found.message == "ngày chính 11/10/2026 nằm ngoài đợt (01/10/2026 đến 10/10/2026)"
    assert told(tenth, day="2026-10-10 20:00") == []


def test_last_year_copied_is_noticed(tenth) -> None:
    days = {"start": "2025-10-01", "end": "2025-10-10", "day": "2025-10-10"}
    (found,) = told(tenth, **days)
    assert (found.level, found.field) == ("warning", "day")
    assert found.message == "thư mục ghi năm 2026 mà đợt diễn ra năm 2025"


@pytest.mark.parametrize(
    ("up", "down", "message"),
    [
        ("2026-10-11", "2026-10-20", "“Cổng trụ sở” treo sau khi đợt kết thúc"),
        ("2025-09-28", "2025-10-12", "“Cổng trụ sở” tháo trước khi đợt bắt đầu"),
    ],
)
def test_things_hang_in_the_days_of_the_campaign(tenth, up: str, down: str, message: str) -> None:
    (found,) = told(tenth, places=[PLACE | {"up": up, "down": down}])
    assert (found.level, found.message, found.line) == ("warning", message, line_of(tenth, "up:"))


@pytest.mark.parametrize(
    ("keys", "down", "count"),
    [
        ({"sponsors": ["Công ty Mẫu"], "political": "false"}, "2026-10-12", 0),
        ({"sponsors": ["Công ty Mẫu"], "political": "false"}, "2026-10-13", 1),
        ({}, "2026-10-13", 0),
    ],
)
def test_advertising_hangs_fifteen_days(tenth, keys: dict[str, Any], down: str, count: int) -> None:
    found = told(tenth, places=[PLACE | {"down": down}, PLACE | {"piece": "pano", "down": down}], **keys)
    assert [each.level for each in found] == ["warning"] * count
    if found:
        assert found[0].message == "“Cổng trụ sở” treo 16 ngày mà có biểu trưng nhà tài trợ"
        assert "đối chiếu lại luật" in found[0].fix


def test_a_pitch_is_of_boards_alone(tenth) -> None:
    (found,) = told(tenth, places=[PLACE | {"pitch": "P5"}])
    assert found.message == "“Cổng trụ sở” có bước điểm “pitch” mà không phải bảng LED màu"
    assert found.line == line_of(tenth, "pitch:")


def test_tasks_are_done_in_time(tenth) -> None:
    tasks = [
        {"what": "Đặt in", "who": "Văn phòng", "due": "2026-09-15"},
        {"what": "Duyệt", "due": "2026-09-10", "done": "true"},
        {"what": "Tháo", "due": "2026-10-12"},
        "Chụp ảnh",
    ]
    assert told(tenth, tasks=tasks) == told(tenth, tasks=tasks, today=date(2026, 9, 15)) == []
    (found,) = told(tenth, tasks=tasks, today=date(2026, 9, 16))
    assert (found.level, found.message) == ("warning", "việc “Đặt in” quá hạn 15/09/2026 (Văn phòng)")
    assert found.line == line_of(tenth, "due: '2026-09-15'")


def test_results_are_written_after_two_weeks(tenth) -> None:
    assert told(tenth, today=date(2026, 10, 23)) == []
    (found,) = told(tenth, today=date(2026, 10, 24))
    assert (found.level, found.message) == ("warning", "đợt kết thúc ngày 10/10/2026 mà chưa ghi kết quả")
    assert told(tenth, today=date(2026, 10, 24), results=["Treo 20 băng rôn"]) == []


def test_a_plain_campaign_is_held_to_the_same(tenth) -> None:
    path = "chien-dich/dot-khac.md"
    (found,) = told(tenth, path, sponsors=["Công ty Mẫu"])
    assert found.file == f"content/{path}"
    assert told(tenth, "chien-dich/dot-khac.md", today=date(2027, 1, 1)) == []


def test_what_cannot_be_read_is_told_once(tenth) -> None:
    (found,) = told(tenth, messages={"một": "hai"}, places=[PLACE | {"messages": [6]}])
    assert found.field == "messages"


def test_a_title_of_another_year_is_noticed(tenth) -> None:
    (found,) = told(tenth, title="Ngày Chuyển đổi số 10/10/2025")
    assert (found.level, found.field) == ("warning", "title")
    assert found.message == "tiêu đề ghi năm 2025 mà đợt diễn ra năm 2026"
    assert told(tenth, title="Ngày Chuyển đổi số 10/10/2026, tiếp nối 2025") == []


@pytest.mark.parametrize(
    ("days", "message"),
    [
        ({"down": "2027-10-12"}, "“Cổng trụ sở” ghi “down: 2027-10-12”, cách đợt hơn 60 ngày: sai năm hoặc tháng?"),
        ({"up": "2026-07-28"}, "“Cổng trụ sở” ghi “up: 2026-07-28”, cách đợt hơn 60 ngày: sai năm hoặc tháng?"),
        (
            {"up": "2026-08-10", "down": "2026-12-01"},
            "“Cổng trụ sở” treo 114 ngày, từ 10/08/2026 đến 01/12/2026",
        ),
        ({"up": "2026-09-01", "down": "2026-10-31"}, ""),
    ],
)
def test_days_far_off_are_likely_mistyped(tenth, days: dict[str, str], message: str) -> None:
    found = told(tenth, places=[PLACE | days])
    assert [(each.level, each.message) for each in found] == ([("warning", message)] if message else [])


@pytest.mark.parametrize(
    ("message", "told_of_it"),
    [
        ("Dữ liệu số là tài nguyên mới.", "có dấu chấm cuối câu, in trên băng rôn thành thừa"),
        ("Dữ liệu số là 🚀 tài nguyên ✔", "có ký hiệu “🚀✔” mà bảng chữ chạy và nhiều phông chữ không hiện được"),
        ("Một, hai", "trùng với thông điệp 1"),
        ("Nhanh hơn – 100% trực tuyến, ở nhiệt độ 5°…", ""),
    ],
)
def test_a_message_is_fit_for_boards(tenth, message: str, told_of_it: str) -> None:
    found = told(tenth, messages=["Một, hai", message])
    assert [each.message for each in found] == ([f"thông điệp 2 {told_of_it}"] if told_of_it else [])
    lines = (tenth.root / f"content/{PATH}").read_text().split("\n")
    assert [each.line for each in found] == [lines.index("messages:") + 3 for _ in found]


@pytest.mark.parametrize("mark", ["**", "__", "`"])
def test_markdown_in_a_message_would_be_printed(tenth, mark: str) -> None:
    (found,) = told(tenth, messages=["Một, hai", f"Mua {mark}sắm{mark} số"])
    assert (found.level, found.line) == ("error", line_of(tenth, "Mua"))
    assert found.message == f"thông điệp 2 có dấu “{mark}” của Markdown, lên ấn phẩm sẽ in nguyên dấu ấy"


@pytest.mark.parametrize(
    ("message", "told_of_it"),
    [
        ("Nghị quyết số 57-NQ/TW - người dân là trung tâm", "ghi dấu gạch nối “ - ” giữa hai vế"),
        ("Không tiền mặt–tiết kiệm", "có gạch ngang dính vào chữ (“t–t”)"),
        ("Không tiền mặt – tiết kiệm", ""),
        ("Giai đoạn 2025–2030, tỷ lệ 3-4", ""),
    ],
)
def test_odd_dashes_are_noticed_unless_announced_so(tenth, message: str, told_of_it: str) -> None:
    found = told(tenth, messages=[message])
    assert [(each.level, each.message) for each in found] == (
        [("warning", f"thông điệp 1 {told_of_it}")] if told_of_it else []
    )
    tenth.write(f"content/{FILE}", f'- text: "{message}"\n  lock: {lock_of(message)}\n  source: Kế hoạch\n')
    assert told(tenth, messages=[message]) == []


def test_hashtags_are_written_in_one(tenth) -> None:
    (found,) = told(tenth, hashtags=["#Tháng tiêu dùng số", "TieuDungSo2027"])
    assert (found.level, found.field) == ("warning", "hashtags")
    assert found.message == "hashtag “#Tháng tiêu dùng số” không viết liền, mạng xã hội chỉ nhận “#Tháng”"
    assert found.fix.startswith("viết liền: #ThángTiêuDùngSố;")


@pytest.mark.parametrize(
    ("typed", "line"), [("hashtags: #Mot", 1), ("hashtags:\n- Hai\n- #Mot\n", 3), ("hashtags:  # ghi chú", 0)]
)
def test_a_hashtag_lost_as_a_comment_is_noticed(tenth, typed: str, line: int) -> None:
    file = tenth.item(PATH, **FIELDS)
    file.write_text(file.read_text().replace("kind:", f"{typed}\nkind:", 1))
    found = tenth.findings()
    assert [(each.field, each.level) for each in found] == [("hashtags", "warning")] * bool(line)
    if line:
        text = file.read_text().split("\n")
        assert "#Mot" in text[found[0].line - 1]


@pytest.mark.parametrize(
    ("places", "message"),
    [
        ([PLACE | {"messages": [1, 1], "count": 1}], "“Cổng trụ sở” ghi thông điệp 1 nhiều lần, chỉ tính một"),
        ([PLACE, PLACE | {"count": 5}], "nơi thứ 2 trùng với nơi thứ 1 (“Cổng trụ sở”)"),
        (
            [PLACE | {"count": 1}],
            "“Cổng trụ sở” đặt 1 tấm mà có 2 thông điệp: phiếu đặt in sẽ ghi “Chọn 1 trong 2 nội dung”",
        ),
        (
            [PLACE | {"piece": "backdrop", "messages": [1]}],
            "“Cổng trụ sở”: phông nền sân khấu là của cả đợt, “messages” không có tác dụng",
        ),
        ([PLACE | {"piece": "to-roi", "size": "A5", "count": 1}], ""),
        ([PLACE, PLACE | {"up": "2026-09-29"}, PLACE | {"where": "Chợ"}], ""),
        ([PLACE | {"messages": [2], "count": 1}], ""),
        ([PLACE | {"count": None}], ""),  # one of each
    ],
)
def test_numbers_that_are_not_what_they_seem(tenth, places: list[dict[str, Any]], message: str) -> None:
    kept = [{key: value for key, value in place.items() if value is not None} for place in places]
    found = told(tenth, places=kept)
    assert [(each.level, each.message) for each in found] == ([("warning", message)] if message else [])


@pytest.mark.parametrize(
    ("keys", "field", "where"),
    [
        ({"description": "Mua sắm trong tháng 10 năm 2025."}, "description", "sapo"),
        ({"body": "## Vì sao\n\nTháng 10/2025, xã phát động.\n\nNăm 2025 nữa."}, "", "phần mở đầu của lời"),
        ({"description": "Năm 2026 tiếp nối năm 2025."}, "", ""),
        ({"description": "Theo Nghị quyết của năm 2024."}, "", ""),
    ],
)
def test_words_left_from_the_year_before_are_noticed(tenth, keys: dict[str, str], field: str, where: str) -> None:
    past = {"start": "2025-10-01", "end": "2025-10-10", "day": "2025-10-10"}
    tenth.section("chien-dich/10-10/2025", title="Năm 2025")
    tenth.item("chien-dich/10-10/2025/index.md", **FIELDS | past | {"description": "Của năm 2025."})
    found = [(each.level, each.field, each.message) for each in told(tenth, **keys)]
    message = f"{where} nhắc năm 2025 mà đợt diễn ra năm 2026"
    assert found == ([("warning", field, message)] if where else [])


def test_html_in_a_message_is_told_at_its_line(tenth) -> None:
    (found,) = told(tenth, messages=["Một, hai", "Ba <b>bốn</b>"])
    assert found.line == line_of(tenth, "Ba <b>")


def test_official_files_say_where_they_are_from_and_are_light(tenth) -> None:
    from PIL import Image

    file = tenth.write("content/chien-dich/10-10/2026/logo.png", b"")
    Image.new("L", (6000, 10)).save(file)
    (found,) = told(tenth, identity={"logo": "logo.png", "source": "https://dx.gov.vn"})
    assert (found.level, found.line) == ("warning", line_of(tenth, "logo:"))
    assert found.message.startswith("tệp nhận diện “logo.png” lớn hơn cần thiết (cạnh dài 6.000 điểm ảnh, nặng 0,0 MB)")
    assert "Paint không giữ được" in found.fix
    Image.new("L", (1000, 1000)).save(file)
    (found,) = told(tenth, identity={"logo": "logo.png"})
    assert (found.level, found.message) == ("warning", "tệp nhận diện chưa ghi nơi công bố")


@pytest.mark.parametrize(
    ("size", "places", "piece", "needed"),
    [
        ((60, 60), [PLACE], "băng rôn ngang 6 × 1,5 m", "800"),
        ((700, 700), [PLACE], "băng rôn ngang 6 × 1,5 m", "800"),
        ((800, 800), [PLACE], "", ""),
        ((1000, 400), [PLACE], "băng rôn ngang 6 × 1,5 m", "1.200"),
        ((500, 500), [], "áp phích A2", "600"),
        ((600, 600), [], "", ""),
        ((60, 60), [{"where": "Sảnh", "piece": "led", "size": "3,84 x 1,92 m", "pitch": "P5"}], "áp phích A2", "600"),
        ((600, 600), [PLACE | {"size": "10 x 2 m"}, PLACE], "băng rôn ngang 6 × 1,5 m", "800"),
    ],
)
def test_an_official_sign_is_sharp_on_the_largest_piece(tenth, size, places, piece: str, needed: str) -> None:
    from PIL import Image

    Image.new("L", size).save(tenth.write("content/chien-dich/10-10/2026/logo.png", b""))
    found = told(tenth, identity={"logo": "logo.png", "source": "https://dx.gov.vn"}, places=places or None)
    assert [each.level for each in found] == ["warning"] * bool(piece)
    if piece:
        assert f"chỉ có {size[0]} × {size[1]} điểm ảnh, in lên {piece} sẽ nhòe" in found[0].message
        assert f"cạnh dài từ {needed} đến 3.000 điểm ảnh" in found[0].fix


def test_a_second_campaign_in_its_folder_is_told(tenth) -> None:
    tenth.item(PATH, **FIELDS, title="Ngày 10/10")
    (found,) = told(tenth, "chien-dich/10-10/2026/khac.md")
    assert (found.level, found.file) == ("warning", "content/chien-dich/10-10/2026/khac.md")
    assert found.message == "thư mục này đã là của đợt “Ngày 10/10” (index.md); tệp này chỉ thành một bài"


def test_a_years_folder_without_its_page_is_told(tenth) -> None:
    tenth.section("chien-dich/10-10/2027", title="Năm 2027", kind="tin")
    assert told(tenth) == []
    tenth.item("chien-dich/10-10/2027/tin.md")
    (found,) = told(tenth)
    assert (found.level, found.file) == ("warning", "content/chien-dich/10-10/2027")
    assert "không có index.md nên đợt ấy không có trang" in found.message
    tenth.write("content/chien-dich/10-10/2027/index.md", "---\nkind: [\n---\n")
    assert all("không có index.md" not in each.message for each in told(tenth))
