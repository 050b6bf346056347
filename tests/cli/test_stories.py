from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from chuyenmuc.checks.placeholders import PLACEHOLDER
from chuyenmuc.cli.stories import FOLDER, NEVER_TAKEN, USUAL
from chuyenmuc.content.infographic import SORTS, Style
from chuyenmuc.content.items import Infographic, keys, own_keys
from chuyenmuc.project import SHIPPED

FILES = sorted((SHIPPED / FOLDER).glob("*.md"))
STORIES = [file.stem for file in FILES]
GIVEN = {"description": "Một câu tóm tắt.", "as_of": "2026-01-05"}


def begun(desk, run, story: str) -> Path:
    assert run("new", "infographic", "--mau", story, "Chuyện mới", "--today", "2026-01-05").code == 0
    (file,) = desk.project.content.rglob("*.md")
    return file


def fill(file: Path) -> None:
    """Does what the comments ask: brackets give way to words, notes on made-up numbers go, empty keys are filled."""
    text = re.sub(r"^ +note: .*\n", "", file.read_text("utf-8"), flags=re.M)
    text = re.sub(r"(?m)^(?!\s*#|.*columns: )(.*)$", lambda line: PLACEHOLDER.sub("chữ thật", line[0]), text)
    for key, answer in GIVEN.items():
        text = re.sub(rf"^{key}:(?=  )", f"{key}: {answer}", text, flags=re.M)
    file.write_text(text, "utf-8")


def test_the_stories_are_those_that_help_lists(run) -> None:
    out = run("new", "--help").out
    listed = re.findall(r"^ {4,8}([a-z-]+)  +\S", out[out.index("Mẫu dựng sẵn") :], flags=re.M)
    assert sorted(listed) == STORIES
    assert len(STORIES) == 5


def test_the_stories_together_teach_every_sort_and_every_style() -> None:
    fronts = [yaml.safe_load(file.read_text("utf-8").split("---\n")[1]) for file in FILES]
    assert {sort for front in fronts for block in front["blocks"] for sort in SORTS if sort in block} == set(SORTS)
    assert {front["style"] for front in fronts} == set(Style)


@pytest.mark.parametrize("file", FILES, ids=STORIES)
def test_each_sort_that_a_story_uses_is_explained(file: Path) -> None:
    text = file.read_text("utf-8")
    blocks = yaml.safe_load(text.split("---\n")[1])["blocks"]
    told = re.findall(r"^  # ([a-z]+) – .+\.$", text, flags=re.M)
    assert told == [next(sort for sort in SORTS if sort in block) for block in blocks]


@pytest.mark.parametrize("story", STORIES)
def test_a_story_just_begun_is_a_draft_with_reminders_only(desk, run, story: str) -> None:
    begun(desk, run, story)
    (item,) = desk.read().items
    assert isinstance(item, Infographic)
    assert (item.title, item.status, item.place.wrong) == ("Chuyện mới", "draft", frozenset())
    found = desk.findings()
    assert {finding.level for finding in found} == {"warning"}
    assert any("“description” chưa có" in line for line in desk.told())
    assert any("chỗ chưa điền: [" in line for line in desk.told())
    assert run("check", "--today", "2026-01-05").code == 0


@pytest.mark.parametrize("story", STORIES)
def test_a_story_whose_every_placeholder_is_filled_has_nothing_left(desk, run, story: str) -> None:
    fill(begun(desk, run, story))
    assert [line for line in desk.told() if "tiểu mục chưa có tên" not in line] == []


@pytest.mark.parametrize("story", STORIES)
def test_a_story_keeps_the_keys_of_every_item_with_their_comments(desk, run, story: str) -> None:
    lines = begun(desk, run, story).read_text("utf-8").splitlines()
    written = [line.split(":")[0] for line in lines if re.match(r"[a-z_]+:", line)]
    common = set(keys(Infographic)) - set(own_keys(Infographic)) - {"sponsors"}
    assert len(written) == len(set(written))
    assert set(written) == common | {"style", "as_of", "blocks"}
    assert written[:4] == ["kind", "title", "date", "description"]


def test_without_a_name_the_usual_story_is_written_and_the_others_are_told(desk, run) -> None:
    out = run("new", "infographic", "Chuyện mới").out
    (file,) = desk.project.content.rglob("*.md")
    assert f"Mẫu “{USUAL}”" in file.read_text("utf-8")
    assert f"Viết theo mẫu “{USUAL}”." in out
    assert all(story in out for story in STORIES)


def test_a_name_may_be_typed_with_marks(desk, run) -> None:
    run("new", "infographic", "--mau", "Trước – sau", "Chuyện mới")
    (file,) = desk.project.content.rglob("*.md")
    assert "Mẫu “truoc-sau”" in file.read_text("utf-8")


def test_an_unknown_name_is_refused_with_those_there_are(desk, run) -> None:
    ran = run("new", "infographic", "--mau", "ban-do", "Chuyện mới")
    assert ran.code == 2
    assert ran.err.splitlines()[0] == f"Lỗi: không có mẫu “ban-do”; chọn một trong: {', '.join(STORIES)}"
    assert list(desk.root.rglob("*.md")) == []


def test_other_kinds_have_no_stories(desk, run) -> None:
    ran = run("new", "tin", "--mau", "ket-qua", "Tên")
    assert ran.code == 2
    told = "Lỗi: tùy chọn --mau chỉ dùng cho infographic, không dùng cho loại “tin”; bỏ tùy chọn này"
    assert ran.err.splitlines()[0] == told
    assert list(desk.root.rglob("*.md")) == []


def test_an_agency_uses_a_finished_infographic_as_a_story_of_its_own(desk, run) -> None:
    finished = (
        "# Của cơ quan.\nkind: infographic\ntitle: Cũ\nstatus: approved\nsource: Báo cáo\nblocks:\n  - steps: [a]"
    )
    desk.write(f"{FOLDER}/rieng.md", f"---\n{finished}\n---\n\nLời.\n")
    text = begun(desk, run, "rieng").read_text("utf-8")
    assert "Cũ" not in text
    assert "# Của cơ quan." in text
    assert "\nsource: Báo cáo\nblocks:\n  - steps: [a]\nauthors:" in text
    assert "\nstatus: draft" in text
    assert text.endswith("---\n\nLời.\n")
    assert {"title", "status"} <= NEVER_TAKEN


@pytest.mark.parametrize("content", ["Không khai báo\n", b"\xff\xfe"])
def test_a_story_that_cannot_be_read_is_refused(desk, run, content: str | bytes) -> None:
    desk.write(f"{FOLDER}/hong.md", content)
    ran = run("new", "infographic", "--mau", "hong", "Chuyện mới")
    assert ran.code == 2
    assert ran.err.startswith(f"Lỗi: mẫu {FOLDER}/hong.md không")
