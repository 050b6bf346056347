import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.conftest import DOT

from chuyenmuc.checks import campaigns
from chuyenmuc.images import photo_check
from chuyenmuc.images.photo_check import Verdicts, problems

LONG_AGO = 1_700_000_000_000_000_000


def photo(path: Path, color: str = "navy", size: tuple[int, int] = (900, 700)) -> Path:
    Image.new("RGB", size, color).save(path)
    return path


@pytest.fixture
def decoding(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the photos that were decoded."""
    names: list[str] = []

    def watched(path: Path, room: tuple[int, int]) -> Image.Image:
        names.append(path.name)
        return opened(path, room)

    opened = photo_check.opened
    monkeypatch.setattr(photo_check, "opened", watched)
    return names


@pytest.fixture
def old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files written now count as written long ago."""
    monkeypatch.setattr(photo_check, "SETTLED", -(10**18))


def test_a_photo_is_decoded_once_and_remembered(tmp_path: Path, decoding: list[str], old: None) -> None:
    path, notes = photo(tmp_path / "a.jpg"), tmp_path / "cache" / "photos.json"
    verdicts = Verdicts(notes)
    first = verdicts.of(path)
    assert (first.told, first.width, first.height) == ("", 900, 700)
    verdicts.save()
    assert Verdicts(notes).of(path) == verdicts.of(path) == first
    assert decoding == ["a.jpg"]


def test_an_untouched_photo_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: None) -> None:
    path = photo(tmp_path / "a.jpg")
    verdicts = Verdicts()
    verdicts.of(path)

    def never(_: Path) -> bytes:
        raise AssertionError

    monkeypatch.setattr(Path, "read_bytes", never)
    assert verdicts.of(path).told == ""


def test_a_photo_that_moved_or_was_touched_is_known_by_its_bytes(tmp_path: Path, decoding: list[str]) -> None:
    path = photo(tmp_path / "a.jpg")
    verdicts = Verdicts()
    verdicts.of(path)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    verdicts.of(path)
    verdicts.of(path.rename(tmp_path / "b.jpg"))
    assert decoding == ["a.jpg"]


def test_other_bytes_are_judged_anew_though_size_and_time_are_the_same(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.png", "navy", (900, 700))
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    verdicts = Verdicts()
    assert verdicts.of(path).told == ""
    path.write_bytes(b"?" * path.stat().st_size)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    assert "không phải tệp ảnh" in verdicts.of(path).told


def test_another_program_judges_anew(
    tmp_path: Path, decoding: list[str], monkeypatch: pytest.MonkeyPatch, old: None
) -> None:
    path, notes = photo(tmp_path / "a.jpg"), tmp_path / "photos.json"
    verdicts = Verdicts(notes)
    verdicts.of(path)
    verdicts.save()
    monkeypatch.setattr(photo_check, "judge", lambda: "another")
    Verdicts(notes).of(path)
    assert decoding == ["a.jpg", "a.jpg"]


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "{}", '{"judge": "%s", "photos": [1]}', '{"judge": "%s", "photos": {"a": {"told": ""}}}']
)
def test_damaged_notes_are_passed_over(tmp_path: Path, damage: str) -> None:
    notes = tmp_path / "photos.json"
    notes.write_text(damage.replace("%s", photo_check.judge()))
    verdicts = Verdicts(notes)
    assert verdicts.of(photo(tmp_path / "a.jpg")).told == ""
    verdicts.save()
    assert Verdicts(notes).known


def test_notes_forget_photos_that_are_gone_and_are_not_rewritten_in_vain(tmp_path: Path, old: None) -> None:
    notes = tmp_path / "photos.json"
    gone, kept = photo(tmp_path / "a.jpg"), photo(tmp_path / "b.jpg", "red")
    verdicts = Verdicts(notes)
    verdicts.of(gone)
    gone.unlink()
    verdicts.of(kept)
    verdicts.save()
    again = Verdicts(notes)
    assert list(again.known) == [str(kept)]
    notes.unlink()
    again.of(kept)
    again.save()
    assert not notes.exists()


def test_too_heavy_a_photo_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", None)
    assert "nặng hơn 40 MB" in Verdicts().of(tmp_path / "a.jpg").told


def test_a_heif_photo_that_would_end_the_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Path(__file__).with_name("turned.heic").read_bytes()
    path = tmp_path / "a.heic"
    path.write_bytes(whole)
    assert (Verdicts().of(path).told, Verdicts().of(path).width) == ("", 64)
    path.write_bytes(whole[:400])
    assert Verdicts().of(path).told
    path.write_bytes(whole[:179] + b"\x66" + whole[180:])  # ends pi-heif 1.4 by a segmentation fault
    Verdicts().of(path)
    monkeypatch.setattr(photo_check, "TRIAL", "import os; os.abort()")
    assert "hỏng" in Verdicts().of(path).told


def test_an_item_s_photos_are_told_as_before(desk: Any) -> None:
    desk.section("tin")
    desk.write("content/tin/hong.jpg", b"<html>")
    photo(desk.root / "content/tin/nho.png", "red", (400, 300))
    cover = {"src": "nho.png", "alt": "Một hội nghị", "credit": "Sở Mẫu"}
    desk.item("tin/a.md", body="![Ảnh](hong.jpg)", cover=cover)
    (item,) = desk.read().items
    for found in (list(problems(item)), list(problems(item, Verdicts(desk.root / "photos.json")))):
        assert [(finding.rule, finding.level) for finding in found] == [("anh-nho", "warning"), ("anh-hong", "error")]
        assert "“nho.png” chỉ có 400×300 điểm ảnh" in found[0].message


def test_what_is_no_logo_is_told_once_with_one_remedy(desk: Any) -> None:
    desk.section("chien-dich", kind="chien-dich")
    desk.write("content/chien-dich/x.png", "chữ")
    source = "https://so.mau.gov.vn"
    keys = {"political": "false", "identity": {"logo": "x.png", "source": source}, "start": "2026-10-01"}
    desk.item("chien-dich/a.md", sponsors=[{"name": "Mẫu", "logo": "x.png"}], **keys)
    (item,) = desk.read().items
    told = [*campaigns.check(desk.read()), *problems(item)]
    assert [(each.field, each.level) for each in told] == [("identity.logo", "error"), ("sponsors", "error")]
    assert "xin lại tệp gốc" in told[0].fix and told[1].fix == photo_check.LOGO
    (desk.root / "content/chien-dich/x.png").write_bytes(DOT[:40])
    (told_once,) = (each for each in [*campaigns.check(desk.read()), *problems(item)] if each.field == "identity.logo")
    assert told_once.rule == "anh-hong"
