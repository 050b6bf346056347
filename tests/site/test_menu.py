from __future__ import annotations

from chuyenmuc.site.views.menu import menu


def titles(entries: list[dict[str, object]]) -> list[object]:
    return [entry["title"] for entry in entries]


def test_a_short_menu_stands_in_the_bar_at_every_width(desk) -> None:
    desk.section("b", title="Hai", order="2")
    desk.section("a", title="Một", order="1")
    bar = menu(desk.read())["bar"]
    assert [(entry["title"], entry["url"], entry["from"]) for entry in bar] == [("Một", "a/", 60), ("Hai", "b/", 60)]


def test_of_twenty_five_sections_the_first_stand_in_the_bar_and_all_in_the_tree(desk) -> None:
    for number in range(25):
        desk.section(f"muc-{number}", title=f"Chuyển đổi số {number:02}", order=str(number))
    made = menu(desk.read())
    assert titles(made["bar"]) == [f"Chuyển đổi số {number:02}" for number in range(len(made["bar"]))]
    assert 4 <= len(made["bar"]) <= 7
    widths = [entry["from"] for entry in made["bar"]]
    assert widths == sorted(widths)
    assert len(made["tree"]) == 25


def test_sections_inside_others_stand_below_them(desk) -> None:
    desk.section("tin", title="Tin tức")
    desk.section("tin/xa", title="Cấp xã")
    desk.section("tin/xa/thon", title="Thôn")
    made = menu(desk.read())
    assert titles(made["bar"]) == titles(made["tree"]) == ["Tin tức"]
    (child,) = made["tree"][0]["below"]
    assert (child["title"], titles(child["below"])) == ("Cấp xã", ["Thôn"])


def test_only_what_there_is_to_look_up_is_offered(desk) -> None:
    assert "Tra cứu văn bản" not in titles(menu(desk.read())["lookup"])
    desk.section("vb", kind="van-ban")
    desk.section("sk", kind="su-kien")
    desk.item("vb/57.md")
    desk.item("sk/hop.md")
    desk.item("gioi-thieu.md", kind="trang", title="Giới thiệu")
    made = menu(desk.read())
    assert titles(made["lookup"])[:2] == ["Tra cứu văn bản", "Lịch sự kiện"]
    assert titles(made["quick"])[:2] == ["Văn bản", "Lịch"]
    assert titles(made["about"])[0] == "Giới thiệu"
