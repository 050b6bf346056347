"""Makes `assets/fonts` from the full TTFs of Be Vietnam Pro and, for what it lacks, of Noto (all SIL OFL 1.1).

    python scripts/make_fonts.py FOLDER_WITH_TTFS

The folder holds, at any depth, npm's `@expo-google-fonts/be-vietnam-pro`, `…/noto-sans`, `…/noto-sans-tai-viet`,
`…/noto-emoji` and `…/noto-sans-symbols-2`, and NotoSansPahawhHmong-Regular.ttf from Debian's `fonts-noto-core`.

Pillow's basic text layout, the only engine that every platform's wheel has, knows no GPOS and scales the legacy
`kern` table wrongly (Pillow 13: a 64th of it). So each font's pairs are written beside it as `.kern.json`, and
`chuyenmuc.images.text` places the glyphs. The site gets woff2 subsets.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

IMAGES = ("Regular", "SemiBold", "Bold", "ExtraBold")
SITE = ("Regular", "Regular_Italic", "Bold", "ExtraBold")
TARGET = Path(__file__).parents[1] / "assets" / "fonts"
CHARACTERS = [
    code
    for first, last in (
        (0x20, 0x7E),  # ASCII
        (0xA0, 0x17F),  # Latin letters with marks
        (0x1A0, 0x1A1),  # Ơ ơ
        (0x1AF, 0x1B0),  # Ư ư
        (0x300, 0x323),  # marks on their own
        (0x1EA0, 0x1EF9),  # Vietnamese
        (0x2010, 0x2026),  # dashes, quotation marks
        (0x2190, 0x2192),  # arrows
        (0x2264, 0x2265),  # ≤ ≥
    )
    for code in range(first, last + 1)
] + [0x2030, 0x20AB, 0x2122, 0x2212, 0x2248]

# What titles may hold beside: Latin letters of the Êđê and others, the scripts of the Tai and Hmong peoples, symbols,
# and the emoji that offices use.
# Without flags and skin tones, which need shaping that basic layout does not do.
FALLBACKS: dict[str, tuple[str, list[tuple[int, int]]]] = {
    "NotoSans-SemiBold.ttf": (
        "NotoSans_600SemiBold.ttf",
        [(0x180, 0x1FF), (0x243, 0x243), (0x2BC, 0x2BC), (0x1E00, 0x1E9F)],
    ),
    "NotoSansTaiViet-Regular.ttf": ("NotoSansTaiViet_400Regular.ttf", [(0xAA80, 0xAADF)]),
    "NotoSansPahawhHmong-Regular.ttf": ("NotoSansPahawhHmong-Regular.ttf", [(0x16B00, 0x16B8F)]),
    "NotoSansSymbols2-Regular.ttf": ("NotoSansSymbols2_400Regular.ttf", [(0x25A0, 0x27BF)]),
    "NotoEmoji-SemiBold.ttf": (
        "NotoEmoji_600SemiBold.ttf",
        [
            (0x200D, 0x200D),  # joiner, not seen
            (0x203C, 0x3299),  # symbols
            (0xFE0E, 0xFE0F),  # selectors, not seen
            (0x1F300, 0x1F3FA),  # weather, plants, places, sport
            (0x1F400, 0x1F64F),  # animals, objects, faces
            (0x1F680, 0x1F6FF),  # traffic, signs
            (0x1F7E0, 0x1F7F0),  # coloured circles and squares
            (0x1F914, 0x1F91D),  # thinking, robot, hands, handshake
            (0x1F929, 0x1F929),
            (0x1F947, 0x1F949),  # medals
            (0x1F973, 0x1F973),
            (0x1F9D1, 0x1F9D1),  # person
            (0x1F9E0, 0x1F9F0),  # brain, puzzle, test tube, abacus, toolbox
            (0x1FAAA, 0x1FAAA),  # identity card
        ],
    ),
}
LICENCE = "OFL-Noto.txt"

Pairs = dict[tuple[str, str], int]


def listed_pairs(subtable: Any, wanted: set[str]) -> Pairs:
    found: Pairs = {}
    for glyph, pairs in zip(subtable.Coverage.glyphs, subtable.PairSet, strict=True):
        for record in pairs.PairValueRecord if glyph in wanted else []:
            if record.SecondGlyph in wanted and record.Value1:
                found[glyph, record.SecondGlyph] = getattr(record.Value1, "XAdvance", 0)
    return found


def class_pairs(subtable: Any, wanted: set[str]) -> Pairs:
    found: Pairs = {}
    first_class, second_class = subtable.ClassDef1.classDefs, subtable.ClassDef2.classDefs
    for first, second in product((glyph for glyph in subtable.Coverage.glyphs if glyph in wanted), wanted):
        record = subtable.Class1Record[first_class.get(first, 0)].Class2Record[second_class.get(second, 0)]
        if record.Value1:
            found[first, second] = getattr(record.Value1, "XAdvance", 0)
    return found


def pair_values(subtable: Any, wanted: set[str]) -> Pairs:
    if subtable.LookupType == 9:  # an extension, which only points on
        subtable = subtable.ExtSubTable
    if subtable.LookupType != 2:
        return {}
    return (listed_pairs if subtable.Format == 1 else class_pairs)(subtable, wanted)


def kerning(font: TTFont) -> Pairs:
    """All pairs of the `kern` feature in font units; an earlier subtable wins, as in GPOS."""
    wanted = {font.getBestCmap()[code] for code in CHARACTERS if code in font.getBestCmap()}
    gpos = font["GPOS"].table
    lookups = {i for f in gpos.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    pairs: Pairs = {}
    for index in sorted(lookups):
        for subtable in gpos.LookupList.Lookup[index].SubTable:
            pairs = pair_values(subtable, wanted) | pairs
    return {pair: value for pair, value in pairs.items() if value}


def kerning_file(font: TTFont) -> dict[str, Any]:
    """`values[first[a]][second[b]]` is the kerning of the characters a and b in 1/1000 em."""
    characters = {glyph: chr(code) for code, glyph in font.getBestCmap().items() if code in CHARACTERS}
    em = font["head"].unitsPerEm
    pairs = {
        (characters[a], characters[b]): round(value * 1000 / em)
        for (a, b), value in kerning(font).items()
        if a in characters and b in characters
    }
    firsts, seconds = (sorted({pair[side] for pair in pairs}) for side in (0, 1))
    rows = {a: tuple(pairs.get((a, b), 0) for b in seconds) for a in firsts}
    first_classes = list(dict.fromkeys(rows.values()))
    columns = {b: tuple(row[i] for row in first_classes) for i, b in enumerate(seconds)}
    second_classes = list(dict.fromkeys(columns.values()))
    return {
        "first": {a: first_classes.index(row) for a, row in rows.items()},
        "second": {b: second_classes.index(column) for b, column in columns.items()},
        "values": [[column[i] for column in second_classes] for i in range(len(first_classes))],
    }


def subset_of(font: TTFont, keep: list[str], codes: Iterable[int] = CHARACTERS) -> None:
    options = subset.Options()
    options.layout_features, options.name_IDs, options.hinting = keep, ["*"], False
    options.notdef_outline = codes is not CHARACTERS  # tells what a fallback lacks from its characters without ink
    options.drop_tables += ["DSIG", "GSUB", "STAT", "vhea", "vmtx", *([] if keep else ["GPOS", "GDEF"])]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=codes)
    worker.subset(font)


def source(folder: Path, style: str) -> TTFont:
    return TTFont(next(folder.rglob(f"BeVietnamPro_*00{style}.ttf")), recalcTimestamp=False)


def fallbacks(folder: Path) -> None:
    owners = []
    for name, (file, ranges) in FALLBACKS.items():
        font = TTFont(next(folder.rglob(file)), recalcTimestamp=False)
        owners.append(f"{name}: {font['name'].getDebugName(0)}")
        subset_of(font, [], [code for first, last in ranges for code in range(first, last + 1)])
        font.save(TARGET / name)
    text = next(folder.rglob("noto-emoji/LICENSE_FONT")).read_text("utf-8").partition("\n")[2]
    (TARGET / LICENCE).write_text("\n".join(owners) + "\n" + text, encoding="utf-8")


def main(folder: Path) -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    for style in IMAGES:
        font = source(folder, style)
        kerned = json.dumps(kerning_file(font), ensure_ascii=False, separators=(",", ":"))
        (TARGET / f"BeVietnamPro-{style}.kern.json").write_text(kerned + "\n", encoding="utf-8")
        subset_of(font, [])
        font.save(TARGET / f"BeVietnamPro-{style}.ttf")
    for style in SITE:
        font = source(folder, style)
        subset_of(font, ["kern", "mark", "mkmk"])
        font.flavor = "woff2"
        font.save(TARGET / f"BeVietnamPro-{style.replace('Regular_', '')}.woff2")
    fallbacks(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
