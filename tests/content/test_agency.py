from __future__ import annotations

import pytest

from chuyenmuc.content.agency import Channel, Spokesperson, settings

# A whole agency in one line, to be closed with `}}`.
WHOLE = (
    "extra: {agency: {name: Sở Mẫu, parent: Tỉnh Mẫu, address: Số 1, email: so@mau.gov.vn, phone: 0200 000 000, "
    "responsible: Văn phòng Sở"
)


def addressed(text: str) -> str:
    """With the site's address in the last line, so that the others keep their numbers."""
    whole = "\nextra: {agency: {" in f"\n{text}" and text.endswith("}}\n") and "site_url" not in text
    return f"{text}site_url: https://so.mau.gov.vn/nq57/\n" if whole else text


def told(desk, text: str) -> list[tuple[str, int, str]]:
    desk.write("mkdocs.yml", addressed(text))
    return [(found.level, found.line, f"{found.message}; {found.fix}") for found in settings(desk.project).findings]


def errors(desk, text: str) -> list[tuple[int, str, str, str]]:
    desk.write("mkdocs.yml", addressed(text))
    found = [problem for problem in settings(desk.project).findings if problem.level == "error"]
    return [(problem.line, problem.field, problem.message, problem.fix) for problem in found]


def test_the_agency_is_read_from_the_configuration_of_the_site(desk) -> None:
    read = settings(desk.project)
    assert (read.site_name, read.site_url, read.findings) == ("Chuyên mục mẫu", "https://so.mau.gov.vn/nq57/", ())
    assert (read.agency.name, read.agency.parent) == ("Sở Mẫu", "Ủy ban nhân dân tỉnh Mẫu")
    assert (read.agency.trial, read.agency.spokesperson, read.agency.embed_hosts) == (False, None, [])


def test_keys_left_empty_and_channels_are_read(desk) -> None:
    desk.write(
        "mkdocs.yml",
        "site_url: https://a.vn/b\nextra:\n  agency:\n    name: Sở Mẫu\n    phone:\n"
        "    channels:\n      - {name: Zalo, url: https://zalo.me/so, note: giờ hành chính}\n    names: [Sở Mẫu]\n",
    )
    read = settings(desk.project)
    assert read.site_url == "https://a.vn/b/"
    assert read.agency.channels == [Channel(name="Zalo", url="https://zalo.me/so", note="giờ hành chính")]
    assert (read.agency.phone, read.agency.names) == ("", ["Sở Mẫu"])


def test_tags_that_only_mkdocs_understands_are_passed_over(desk) -> None:
    desk.write(
        "mkdocs.yml",
        "site_name: !ENV [TEN, Mẫu]\nsite_url: !ENV [DIA_CHI, '']\n"
        "hook: !!python/name:os.system\nrun: !!python/object/apply:os.abort []\n"
        f"{WHOLE}}}}}\n",
    )
    read = settings(desk.project)
    assert (read.site_name, read.agency.name) == ("Chuyên mục", "Sở Mẫu")
    assert "error" not in {found.level for found in read.findings}


BLANKS = """\
site_name: Mẫu
site_url: https://so.mau.gov.vn/nq57/
extra:
  agency:
    name: Sở Mẫu
    parent: không
    phone:
    email: so@mau.gov.vn
"""


def test_each_fact_that_a_home_page_must_give_is_asked_for_at_its_line(desk) -> None:
    assert told(desk, BLANKS) == [
        (
            "error",
            4,
            "“address” còn trống: trang của cơ quan nhà nước phải ghi địa chỉ trụ sở; điền dòng “address: …” "
            "(số nhà, đường, phường hoặc xã, tỉnh); còn dựng thử thì thêm dòng “trial: true” dưới agency:",
        ),
        (
            "error",
            7,
            "“phone” còn trống: trang của cơ quan nhà nước phải ghi số điện thoại; điền dòng “phone: …” "
            "(0205 3812 345); còn dựng thử thì thêm dòng “trial: true” dưới agency:",
        ),
        (
            "error",
            4,
            "“responsible” còn trống: trang của cơ quan nhà nước phải ghi người chịu trách nhiệm nội dung; điền dòng "
            "“responsible: …” (họ tên, chức vụ); còn dựng thử thì thêm dòng “trial: true” dưới agency:",
        ),
    ]
    assert settings(desk.project).agency.parent == ""


def test_a_trial_site_is_only_reminded(desk) -> None:
    reminder = "trang ghi là bản dựng thử (“trial: true”)"
    assert told(desk, BLANKS + "    trial: true\n") == [
        (
            "warning",
            9,
            f"{reminder}; thông tin cơ quan còn trống: address, phone, responsible; "
            "điền đủ, rồi xóa dòng “trial: true” khi đăng thật",
        )
    ]
    assert told(desk, f"{WHOLE}, trial: true}}}}\n") == [
        ("warning", 1, f"{reminder}; xóa dòng “trial: true” khi đăng thật")
    ]
    assert [level for level, _, _ in told(desk, "extra: {agency: {trial: true}}\n")] == ["warning"]


def test_the_parent_portal_alone_may_frame_the_site_unless_others_are_named(desk) -> None:
    desk.write("mkdocs.yml", f"{WHOLE}, portal_url: https://Mau.gov.vn/trang-chu}}}}\n")
    assert settings(desk.project).agency.embed_hosts == ["https://mau.gov.vn"]
    others = "portal_url: https://mau.gov.vn, embed_hosts: [https://xa.mau.gov.vn/, http://localhost:8000]"
    desk.write("mkdocs.yml", f"{WHOLE}, {others}}}}}\n")
    assert settings(desk.project).agency.embed_hosts == ["https://xa.mau.gov.vn", "http://localhost:8000"]


def test_a_group_of_empty_lines_counts_as_absent(desk) -> None:
    desk.write("mkdocs.yml", addressed(f"{WHOLE}, spokesperson: {{name: , phone: }}, channels: [{{name: }}]}}}}\n"))
    read = settings(desk.project)
    assert (read.agency.spokesperson, read.agency.channels, read.findings) == (None, [], ())
    desk.write("mkdocs.yml", f"{WHOLE}, spokesperson: {{name: Văn phòng, phone: 1022}}}}}}\n")
    assert settings(desk.project).agency.spokesperson == Spokesperson(name="Văn phòng", phone="1022")


@pytest.mark.parametrize(
    "phone", ["0200 000 000", "1022", "+84 205 3812 345", "(0205) 3812.345", "0205 3812 345 máy lẻ 12", "113; 114"]
)
def test_telephone_numbers_as_agencies_write_them(desk, phone: str) -> None:
    assert told(desk, f"{WHOLE.replace('0200 000 000', chr(34) + phone + chr(34))}}}}}\n") == []


@pytest.mark.parametrize(
    ("key", "wrong", "message"),
    [
        ("phone: 0200 000 000", "phone: xem bảng", "“phone” “xem bảng” không phải số điện thoại"),
        ("phone: 0200 000 000", "phone: 12", "“phone” “12” không phải số điện thoại"),
        ("email: so@mau.gov.vn", "email: so.mau.gov.vn", "“email” “so.mau.gov.vn” không phải một địa chỉ thư"),
        ("email: so@mau.gov.vn", "email: a@b.vn c@d.vn", "“email” “a@b.vn c@d.vn” không phải một địa chỉ thư"),
        ("address: Số 1", "feedback_url: form", "“feedback_url” “form” không phải địa chỉ trang"),
        (
            "address: Số 1",
            "embed_hosts: [https://a.vn/b]",
            "“embed_hosts”, mục 1: “https://a.vn/b” không phải địa chỉ gốc",
        ),
        ("address: Số 1", "spokesperson: {phone: 113}", "“spokesperson”, “name”: chưa có"),
    ],
)
def test_what_is_no_number_or_address_is_told(desk, key: str, wrong: str, message: str) -> None:
    assert any(said.startswith(message) for _, _, said in told(desk, f"{WHOLE.replace(key, wrong)}}}}}\n"))


def test_mail_outside_the_state_s_domain_is_a_reminder(desk) -> None:
    ((level, line, said),) = told(desk, f"{WHOLE.replace('so@mau.gov.vn', 'so.mau@gmail.com')}}}}}\n")
    assert (level, line) == ("warning", 1)
    assert said.startswith("thư điện tử “so.mau@gmail.com” không thuộc tên miền .gov.vn")


@pytest.mark.parametrize(
    ("url", "level"),
    [
        ("https://tinh.gov.vn", ""),
        ("https://xa.tinh.gov.vn/nq57/", ""),
        ("http://so.tinh.gov.vn/", "warning"),
        ("https://so.vn/nq57", "warning"),
        ("https://gov.vn.lua.com/", "warning"),
        ("so.tinh.gov.vn", "error"),
    ],
)
def test_the_site_s_own_address_is_judged(desk, url: str, level: str) -> None:
    found = told(desk, f"site_name: Mẫu\nsite_url: {url}\n{WHOLE}}}}}\n")
    assert [(level_, line) for level_, line, _ in found] == ([(level, 2)] if level else [])


ADDRESSLESS = "chưa có “site_url”: không có địa chỉ trang thì không có RSS, sơ đồ cho máy tìm kiếm, cấu hình cho cổng"
EXAMPLE = "điền dòng “site_url: …” (https://sotuphap.langson.gov.vn/nghi-quyet-57/)"


@pytest.mark.parametrize(("given", "line"), [("", 1), ("site_url:\n", 2), ("site_url: ''\n", 2)])
def test_a_site_without_an_address_is_no_site_yet(desk, given: str, line: int) -> None:
    desk.write("mkdocs.yml", f"site_name: Mẫu\n{given}{WHOLE}}}}}\n")
    (found,) = settings(desk.project).findings
    assert (found.level, found.file, found.line, found.field) == ("error", "mkdocs.yml", line, "site_url")
    assert found.message == ADDRESSLESS
    assert found.fix == f"{EXAMPLE}; còn dựng thử thì thêm dòng “trial: true” dưới agency:"


def test_a_trial_without_an_address_is_reminded_of_it(desk) -> None:
    desk.write("mkdocs.yml", f"{WHOLE}, trial: true}}}}\n")
    (found,) = [found for found in settings(desk.project).findings if found.field == "site_url"]
    assert (found.level, found.line, found.message) == ("warning", 1, ADDRESSLESS)
    assert found.fix == f"{EXAMPLE} trước khi đăng thật"


def test_what_a_trial_sends_out_says_so_itself(desk) -> None:
    assert settings(desk.project).marked("Tin mới") == "Tin mới"
    desk.write("mkdocs.yml", addressed(f"{WHOLE}, trial: true}}}}\n"))
    assert settings(desk.project).marked("Tin mới") == "[Bản dựng thử] Tin mới"


def test_without_the_file_the_way_out_is_told(desk) -> None:
    desk.project.config.unlink()
    read = settings(desk.project)
    assert read.agency.name == "Cơ quan"
    assert [(found.message, found.fix) for found in read.findings] == [
        (
            "không thấy mkdocs.yml",
            "chép mkdocs.yml của Chuyên mục vào đây rồi điền tên cơ quan, hoặc chạy lệnh ở đúng thư mục (-C)",
        )
    ]


NO_AGENCY = (1, "extra.agency", "chưa khai báo cơ quan", "thêm nhóm extra: agency: với ít nhất dòng name: tên cơ quan")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_name: A\nextra: {agency: [\n", (3, "", "sai cú pháp YAML", "viết mỗi dòng theo mẫu “khóa: giá trị”")),
        ("site_name: A\n", NO_AGENCY),
        ("", NO_AGENCY),
        ("- a\n", NO_AGENCY),
        ("extra: {agency: Sở Mẫu}\n", NO_AGENCY),
        (
            f"{WHOLE}, adress: b}}}}\n",
            (1, "adress", "không có khóa “adress” cho extra.agency", "có phải là “address”?"),
        ),
        (
            f"site_name: A\n{WHOLE}, portal_url: cong.vn}}}}\n",
            (
                2,
                "portal_url",
                "“portal_url” “cong.vn” không phải địa chỉ trang",
                "viết đủ, ví dụ https://vanban.chinhphu.vn",
            ),
        ),
        (
            f"{WHOLE}, channels: [{{name: Zalo}}]}}}}\n",
            (1, "channels[1].url", "“channels”, mục 1, “url”: chưa có", "thêm dòng “url: …” trong “channels”, mục 1"),
        ),
    ],
)
def test_what_is_wrong_with_the_configuration_is_told(desk, text: str, expected: tuple[int, str, str, str]) -> None:
    assert errors(desk, text) == [expected]


def test_a_configuration_that_is_not_unicode_is_told(desk) -> None:
    desk.write("mkdocs.yml", b"site_name: S\xe2u\n")
    assert "không phải chữ Unicode" in settings(desk.project).findings[0].message


def test_an_extra_that_is_no_mapping_is_told(desk) -> None:
    assert errors(desk, "extra: Sở Mẫu\n") == [NO_AGENCY]


def test_a_telephone_number_without_quotes_is_text(desk) -> None:
    assert errors(desk, f"{WHOLE.replace('0200 000 000', '19001234')}}}}}\n") == []
