"""Jobs, what becomes of them, and what staff are told of what could not be drawn."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from chuyenmuc.content.agency import settings
from chuyenmuc.content.finding import Finding
from chuyenmuc.images import pool
from chuyenmuc.images.cache import Cache
from chuyenmuc.images.complaints import complaints
from chuyenmuc.images.job import ITEMS, Job, Outcome, draw, jobs, measure
from chuyenmuc.images.plan import Plan
from chuyenmuc.images.studio import Studio

FORMATS = """\
bia-trang: {channel: Trang web, use: bìa, size: [320, 180], max_kb: 60, art: true}
facebook-lien-ket: {channel: Facebook, use: a, size: [600, 315], max_kb: 120, min_text: 10}
zalo-bai-viet: {channel: Zalo, use: a, size: [300, 190], max_kb: 120, min_text: 9, shape: compact}
"""
TOO_LONG = "Nghiêngnghiêng" * 12
SUFFIXES = {".png", ".jpg"}


@pytest.fixture
def news(desk: Any) -> Any:
    desk.write("assets/formats.yml", FORMATS)
    desk.section("tin-tuc")
    return desk


def studio(desk: Any) -> Studio:
    return Studio.open(desk.project, settings(desk.project))


def plans(desk: Any) -> list[Plan]:
    return [plan for _, plan in studio(desk).planned(desk.read().items)]


def told(desk: Any, work: Callable[[Job], Outcome] = measure) -> list[Finding]:
    made = studio(desk)
    planned = made.planned(desk.read().items)
    waiting = jobs((plan for _, plan in planned), lambda key: True, made.cache.folder)
    return list(complaints(planned, [work(job) for job in waiting]))


# Jobs -----------------------------------------------------------------------------------------------------------


def test_jobs_hold_a_few_items_and_only_what_is_lacking(news: Any, tmp_path: Path) -> None:
    for number in range(2 * ITEMS + 1):
        news.item(f"tin-tuc/{number}.md")
    made = plans(news)
    there = {plan.files[0].key for plan in made}
    found = list(jobs(made, lambda key: key not in there, tmp_path))
    assert [len(job.plans) for job in found] == [ITEMS, ITEMS, 1]
    assert sum(job.size for job in found) == 2 * len(made)
    assert list(jobs(made, lambda key: False, tmp_path)) == []


def test_a_job_travels_to_another_process_and_back(news: Any, tmp_path: Path) -> None:
    news.item("tin-tuc/a.md")
    (job,) = jobs(plans(news), lambda key: True, tmp_path)
    assert pickle.loads(pickle.dumps(job)) == job
    outcome = draw(job)
    assert pickle.loads(pickle.dumps(outcome)) == outcome


def test_what_is_drawn_lies_whole_in_the_cache(news: Any, tmp_path: Path) -> None:
    news.item("tin-tuc/a.md")
    (job,) = jobs(plans(news), lambda key: True, tmp_path / "anh")
    outcome = draw(job)
    assert (outcome.done, outcome.tight, outcome.heavy) == (3, (), ())
    assert {file.key for file in outcome.drawn} == {file.key for plan in job.plans for file in plan.files}
    sizes = {(320, 180), (600, 315), (300, 190)}
    assert {Image.open(file.path).size for file in outcome.drawn} == sizes
    assert {Path(file.path).suffix for file in outcome.drawn} <= SUFFIXES


def test_measuring_draws_nothing(news: Any, tmp_path: Path) -> None:
    news.item("tin-tuc/a.md")
    (job,) = jobs(plans(news), lambda key: True, tmp_path / "anh")
    outcome = measure(job)
    assert set(outcome.fitting) == {file.key for plan in job.plans for file in plan.files}
    assert (outcome.drawn, list((tmp_path / "anh").glob("*"))) == ((), [])


def test_one_text_that_does_not_fit_keeps_no_other_image_from_being_drawn(news: Any, tmp_path: Path) -> None:
    news.item("tin-tuc/a.md", title=TOO_LONG)
    news.item("tin-tuc/b.md")
    (job,) = jobs(plans(news), lambda key: True, tmp_path)
    outcome = draw(job)
    assert (outcome.done, len(outcome.drawn)) == (6, 4)
    assert [text for _, text in outcome.tight] == [TOO_LONG] * 2
    assert set(measure(job).tight) == set(outcome.tight)


# Complaints -----------------------------------------------------------------------------------------------------


def test_nothing_wrong_is_told_as_nothing(news: Any) -> None:
    news.item("tin-tuc/a.md")
    assert told(news) == told(news, draw) == []


def test_a_long_title_is_told_once_with_all_channels_and_the_number_of_characters(news: Any) -> None:
    news.item("tin-tuc/a.md", title=TOO_LONG)
    for work in (measure, draw):
        (found,) = told(news, work)
        assert (found.file, found.line, found.field, found.rule) == ("content/tin-tuc/a.md", 2, "title", "khong-vua")
        assert found.message == (
            f"tiêu đề không vừa ảnh Facebook, Zalo; thừa khoảng {len(TOO_LONG)} ký tự hoặc có từ quá dài"
        )
        assert found.fix == f"rút bớt ít nhất {len(TOO_LONG)} ký tự"


def test_the_excess_is_about_what_must_go(news: Any) -> None:
    title = "Nghiêng nghiêng " * 70
    news.item("tin-tuc/a.md", title=title.strip())
    (found,) = told(news)
    excess = int(found.fix.split()[4])
    assert 0 < excess < len(title)
    news.item("tin-tuc/a.md", title=title.strip()[: len(title) - excess - 1].rsplit(" ", 1)[0])
    assert told(news) == []


def test_each_text_that_is_too_long_is_told_once(news: Any) -> None:
    news.section("van-ban", kind="van-ban", title="Văn bản")
    news.item("van-ban/a.md", title=TOO_LONG)
    news.item("van-ban/b.md", number="9" * 90)
    news.item("tin-tuc/a.md", title=TOO_LONG)
    found = told(news)
    assert [(finding.file, finding.field) for finding in found] == [
        ("content/tin-tuc/a.md", "title"),
        ("content/van-ban/a.md", "title"),
        ("content/van-ban/b.md", "number"),
    ]
    assert all("Facebook, Zalo" in finding.message for finding in found)


def test_a_quotation_that_is_too_long_is_told_at_its_own_field(news: Any) -> None:
    news.section("trich-dan", kind="trich-dan", title="Trích dẫn")
    news.item("trich-dan/a.md", quote=TOO_LONG)
    (found,) = told(news)
    assert found.field == "quote"
    assert found.message.startswith(f"“{TOO_LONG}” không vừa ảnh Facebook, Zalo; thừa khoảng")


def test_a_sponsor_s_name_without_room_is_told_with_what_helps(news: Any) -> None:
    news.item("tin-tuc/a.md", sponsors=["Ngân hàng Mẫu", TOO_LONG])
    (found,) = told(news)
    assert (found.field, found.line) == ("sponsors", 8)
    assert found.message == f"tên đơn vị đồng hành “{TOO_LONG}” không vừa ảnh Zalo"
    assert found.fix == "viết gọn tên, dùng biểu trưng (logo), hoặc bớt đơn vị"


def test_an_image_too_heavy_is_told_with_its_format(news: Any) -> None:
    news.write("assets/formats.yml", FORMATS.replace("[320, 180], max_kb: 60", "[960, 540], max_kb: 10"))
    Image.effect_noise((1000, 700), 120).convert("RGB").save(news.root / "content/tin-tuc/anh.png")
    news.item("tin-tuc/a.md", cover="anh.png")
    assert told(news, measure) == []
    (found,) = told(news, draw)
    assert (found.field, found.rule) == ("cover", "qua-nang")
    assert found.message == "ảnh “Trang web” không nén được dưới 10 KB"
    assert found.fix == "tăng max_kb của “bia-trang” trong assets/formats.yml, hoặc dùng ảnh bìa ít chi tiết hơn"


def test_an_item_that_cannot_be_drawn_whole_is_not_offered(news: Any) -> None:
    news.item("tin-tuc/a.md", title=TOO_LONG)
    news.item("tin-tuc/b.md")
    library, found = studio(news).render(news.read())
    assert set(library.by_item) == {"tin-tuc/b"}
    assert [finding.field for finding in found] == ["title"]


# Executors ------------------------------------------------------------------------------------------------------


class Lazy(Executor):
    """Does a job when its result is asked for."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def counted(job: Job) -> Outcome:
    return Outcome(job.size)


@pytest.mark.parametrize("executor", [None, Lazy, ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_gives_every_outcome_once(
    news: Any, tmp_path: Path, executor: Callable[[], Executor] | None
) -> None:
    for number in range(9):
        news.item(f"tin-tuc/{number}.md")
    waiting = list(jobs(plans(news), lambda key: True, tmp_path / "anh"))
    own = executor() if executor else None
    outcomes = list(pool.run(draw, waiting, few=0, executor=own))
    assert sum(outcome.done for outcome in outcomes) == 27
    assert len({file.key for outcome in outcomes for file in outcome.drawn}) == 27
    if own:
        own.shutdown()


def test_few_files_start_no_other_process(news: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news.item("tin-tuc/a.md")
    waiting = list(jobs(plans(news), lambda key: True, tmp_path))
    monkeypatch.setattr(pool, "ProcessPoolExecutor", None)
    assert [outcome.done for outcome in pool.run(counted, waiting, few=3)] == [3]
    with pytest.raises(TypeError):
        list(pool.run(counted, waiting, few=2))


def test_a_failure_cancels_what_has_not_begun(news: Any, tmp_path: Path) -> None:
    for number in range(6 * ITEMS):
        news.item(f"tin-tuc/{number}.md")
    waiting = list(jobs(plans(news), lambda key: True, tmp_path))
    begun: list[Job] = []

    def failing(job: Job) -> Outcome:
        begun.append(job)
        raise OSError(28, "No space left on device")

    with ThreadPoolExecutor(1) as threads, pytest.raises(OSError, match="No space"):
        list(pool.run(failing, waiting, few=0, executor=threads))
    assert len(begun) < len(waiting)


# What a stop midway leaves --------------------------------------------------------------------------------------


def test_an_interrupted_run_keeps_what_it_has_drawn(news: Any) -> None:
    for number in range(3 * ITEMS):
        news.item(f"tin-tuc/{number}.md")
    done: list[int] = []

    def stop(files: int, total: int) -> None:
        done.append(files)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        studio(news).render(news.read(), stop, Lazy())
    cache = Cache(studio(news).cache.folder)
    kept = [file.key for plan in plans(news) for file in plan.files if cache.get(file.key)]
    assert len(kept) >= sum(done) > 0
    seen: list[int] = []
    library, _ = studio(news).render(news.read(), lambda files, total: seen.append(files), Lazy())
    assert sum(seen) == 3 * ITEMS * 3 - len(kept)
    assert len(library.records) == 3 * ITEMS * 3


def test_two_studios_keep_each_other_s_files_in_the_index(news: Any) -> None:
    news.item("tin-tuc/a.md")
    one = studio(news)
    assert one.cache.noted == {}
    other = studio(news)
    archive = news.read()
    news.item("tin-tuc/b.md")
    other.render(news.read())
    one.render(archive)
    cache = Cache(one.cache.folder)
    assert all(cache.get(file.key) for plan in plans(news) for file in plan.files)


def test_what_was_found_to_fit_is_not_measured_again(news: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    news.item("tin-tuc/a.md")
    assert studio(news).measure(news.read().items) == []
    monkeypatch.setattr("chuyenmuc.images.job.compose", None)
    assert studio(news).measure(news.read().items) == []
    news.item("tin-tuc/a.md", title="Tên khác")
    with pytest.raises(TypeError):
        studio(news).measure(news.read().items)
