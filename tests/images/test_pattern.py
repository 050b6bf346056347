import pytest

from chuyenmuc.images.pattern import FAMILIES, grid, pattern

COLORS = ("#0B2A6B", "#1D55D0", "#8FB4FF", "#EAF1FF", "#FFB81C")


def test_the_same_seed_draws_the_same_cover() -> None:
    assert pattern(300, 200, "tin/a", 3, COLORS).tobytes() == pattern(300, 200, "tin/a", 3, COLORS).tobytes()


def test_another_item_or_topic_has_another_cover() -> None:
    first = pattern(300, 200, "tin/a", 3, COLORS).tobytes()
    assert pattern(300, 200, "tin/b", 3, COLORS).tobytes() != first
    assert pattern(300, 200, "tin/a", 4, COLORS).tobytes() != first


@pytest.mark.parametrize("topic", FAMILIES)
def test_every_topic_draws(topic: int) -> None:
    image = pattern(240, 240, "x", topic, COLORS)
    assert image.size == (240, 240)
    assert len(image.getcolors(100_000) or []) > 4


@pytest.mark.parametrize("size", [(960, 540), (30, 1920), (1920, 60), (9, 9)])
def test_patches_cover_any_area(size: tuple[int, int]) -> None:
    for tile in (0, 40, 500):
        columns, rows, side = grid(*size, tile)
        assert columns * side >= size[0]
        assert rows * side >= size[1]
    assert columns * side - size[0] < columns  # whole ones beside one another
    assert pattern(*size, "x", 1, COLORS).size == size
