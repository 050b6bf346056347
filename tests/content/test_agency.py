from __future__ import annotations

import pytest

from chuyenmuc.content.agency import Channel, settings


def errors(desk, text: str) -> list[tuple[int, str, str, str]]:
    desk.write("mkdocs.yml", text)
    found = [problem for problem in settings(desk.project).findings if problem.level == "error"]
    return [(problem.line, problem.field, problem.message, problem.fix) for problem in found]


def test_the_agency_is_read_from_the_configuration_of_the_site(desk) -> None:
    read = settings(desk.project)
    assert (read.site_name, read.site_url, read.findings) == ("Chuyên mục mẫu", "https://so.mau.gov.vn/nq57/", ())
    assert (read.agency.name, read.agency.parent) == ("Sở Mẫu", "Ủy ban nhân dân tỉnh Mẫu")


def test_keys_left_empty_and_channels_are_read(desk) -> None:
    desk.write(
        "mkdocs.yml",
        "site_url: https://a.vn/b\nextra:\n  agency:\n    name: Sở Mẫu\n    phone:\n"
        "    channels:\n      - {name: Zalo, url: https://zalo.me/so}\n    names: [Sở Mẫu]\n",
    )
    read = settings(desk.project)
    assert read.site_url == "https://a.vn/b/"
    assert read.agency.channels == [Channel(name="Zalo", url="https://zalo.me/so")]
    assert (read.agency.phone, read.agency.names) == ("", ["Sở Mẫu"])


def test_tags_that_only_mkdocs_understands_are_passed_over(desk) -> None:
    desk.write(
        "mkdocs.yml",
        "site_name: !ENV [TEN, Mẫu]\nhook: !!python/name:os.system\nrun: !!python/object/apply:os.abort []\n"
        "extra: {agency: {name: Sở Mẫu}}\n",
    )
    read = settings(desk.project)
    assert (read.site_name, read.agency.name) == ("Chuyên mục", "Sở Mẫu")
    assert "error" not in {found.level for found in read.findings}


def test_what_a_home_page_must_say_of_its_publisher_is_asked_for(desk) -> None:
    desk.write("mkdocs.yml", "extra: {agency: {name: Sở Mẫu, parent: Tỉnh Mẫu, email: so@mau.gov.vn, phone: }}\n")
    (found,) = settings(desk.project).findings
    assert (found.level, found.message) == ("warning", "thông tin cơ quan còn trống: address, phone, responsible")


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
        ("extra: {agency: {phone: a}}\n", (1, "name", "“name” chưa có", "thêm dòng “name: …”")),
        (
            "extra: {agency: {name: A, adress: b}}\n",
            (1, "adress", "không có khóa “adress” cho extra.agency", "có phải là “address”?"),
        ),
        (
            "extra: {agency: {name: A, portal_url: cong.vn}}\n",
            (
                1,
                "portal_url",
                "“portal_url” “cong.vn” không phải địa chỉ trang",
                "viết đủ, ví dụ https://vanban.chinhphu.vn",
            ),
        ),
        (
            "extra: {agency: {name: A, channels: [{name: Zalo}]}}\n",
            (1, "channels[1].url", "“channels[1].url” chưa có", "thêm dòng “channels[1].url: …”"),
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
    assert errors(desk, "extra: {agency: {name: Sở Mẫu, phone: 19001234}}\n") == []
