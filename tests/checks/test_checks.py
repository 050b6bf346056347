from __future__ import annotations

from chuyenmuc.checks import check
from chuyenmuc.content.fields import Kind


def test_good_content_has_nothing_to_tell(desk) -> None:
    for kind in Kind:
        desk.section(kind.value, kind=kind.value)
        desk.item(f"{kind}/bai-{kind}.md")
    assert desk.findings() == []


def test_every_problem_of_every_file_is_told_at_once_and_in_order(desk) -> None:
    desk.section("tin-tuc")
    desk.write("content/tin-tuc/d.md", "không khai báo")
    desk.item("tin-tuc/c.md", titel="x", updated="2026-01-01")
    desk.item("tin-tuc/b.md", body="[x](khong-co.md)\n<script>", approved_by=None)
    desk.item("tin-tuc/a.md", title="Theo 57/NQ-TW")
    found = desk.findings()
    assert found == sorted(found)
    assert [(problem.file[-4:], problem.rule) for problem in found] == [
        ("a.md", "vien-dan"),
        ("b.md", "phe-duyet"),
        ("b.md", "lien-ket"),
        ("b.md", "ma-nguy-hiem"),
        ("c.md", "khoa-la"),
        ("c.md", "thu-tu-ngay"),
        ("d.md", "thieu-khai-bao"),
    ]
    assert all(problem.fix and problem.message for problem in found)


def test_one_problem_is_told_once(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", body="57/NQ-TW rồi lại 57/NQ-TW")
    assert len(check(desk.read())) == 1
