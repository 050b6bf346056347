from __future__ import annotations


def test_a_fact_check_never_leads_to_what_it_refutes(desk) -> None:
    desk.section("kc", kind="kiem-chung")
    desk.item("kc/a.md", claim="Trang https://sai.vn/a nói phải nộp tiền", evidence=["Bản gốc: https://vbpl.vn"])
    assert desk.told() == [
        "content/kc/a.md:8 có địa chỉ “https://sai.vn/a” trong thông tin cần kiểm chứng; "
        "xóa địa chỉ, kể lại bằng lời; không dẫn người đọc tới nơi đăng"
    ]
