from __future__ import annotations

from typing import Any

import pytest

PROOF = ["Bản gốc: https://vbpl.vn/quyet-dinh"]


@pytest.fixture
def refuted(desk):
    def made(**keys: Any) -> list[tuple[str, str, int, str]]:
        desk.section("kc", kind="kiem-chung")
        desk.item("kc/a.md", **{"evidence": PROOF} | keys)
        return [(found.level, found.field, found.line, found.message) for found in desk.findings()]

    return made


def test_a_fact_check_never_leads_to_what_it_refutes(desk) -> None:
    desk.section("kc", kind="kiem-chung")
    desk.item("kc/a.md", claim="Trang https://sai.vn/a nói phải nộp tiền", evidence=PROOF)
    assert desk.told() == [
        "content/kc/a.md:8 có địa chỉ “https://sai.vn/a” trong thông tin cần kiểm chứng; "
        "xóa địa chỉ, kể lại bằng lời; không dẫn người đọc tới nơi đăng"
    ]


@pytest.mark.parametrize("verdict", ["sai", "thieu-can-cu", "gay-hieu-nham"])
def test_what_refutes_is_the_agencys_own_work(refuted, verdict: str) -> None:
    ((level, field, line, message),) = refuted(verdict=verdict, source_url="https://tin-gia.example/nguon")
    assert (level, field, line) == ("error", "source_url", 13)
    assert "không có bài gốc để dẫn" in message


def test_what_is_true_may_name_its_source(refuted) -> None:
    assert refuted(verdict="dung", source_url="https://chinhphu.vn/bai", body="Xem https://youtu.be/abc") == []


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://www.facebook.com/tin-gia/1", "www.facebook.com"),
        ("facebook.com/tin-gia", "facebook.com"),
        ("https://vm.tiktok.com/x", "vm.tiktok.com"),
        ("https://tin.blogspot.com", "tin.blogspot.com"),
        ("http://t.me/kenh", "t.me"),
        ("https://X.com/ai", "X.com"),
        ("https://zalo.me/g/nhom", "zalo.me"),
    ],
)
def test_links_to_social_networks_are_reminded_of(refuted, address: str, named: str) -> None:
    message = f"có địa chỉ mạng xã hội “{named}” trong bài bác bỏ một thông tin"
    assert refuted(body=f"Một đoạn.\n\nBài sai ở {address}.") == [("warning", "", 17, message)]
    assert refuted(evidence=[*PROOF, f"Nơi đăng: {address}"]) == [("warning", "evidence", 11, message)]


@pytest.mark.parametrize(
    "text",
    ["https://netflix.com/a", "hop@facebook.com", "Facebook lan truyền", "`facebook.com/a`", "m.mei.vn, at.co.vn"],
)
def test_other_words_and_addresses_pass(refuted, text: str) -> None:
    assert refuted(body=text) == []
