from collections.abc import Mapping

import pytest

from chuyenmuc.content.fields import Kind
from chuyenmuc.content.items import MODELS, own_keys
from chuyenmuc.images.card import OF_KIND
from chuyenmuc.images.specimens import OWN, specimens


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.value)
def test_every_kind_has_a_short_and_a_long_specimen_that_says_it_is_one(kind: Kind) -> None:
    short, long = specimens(kind)
    assert type(short) is type(long) is MODELS[kind]
    assert len(short.title) < 20 < 150 < len(long.title)
    assert short.sample and long.sample
    assert len({short.place.key, long.place.key}) == 2


@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.value)
def test_the_long_specimen_fills_what_images_print_of_its_kind(kind: Kind) -> None:
    printed = set(own_keys(MODELS[kind])) & {*OF_KIND[kind], "slides", "photos"}
    long: Mapping[str, object] = OWN[kind][1]
    assert printed <= set(long) | {"source"}
