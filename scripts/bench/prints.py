"""Run in Typst's own environment: one message in the largest of sizes on a coloured sheet, as PDF and as picture."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

SEEN = 900  # pixels of the picture's longer side
PAGE = """
#set page(width: {w}mm, height: {h}mm, margin: {edge}mm, fill: cmyk(100%, 85%, 10%, 40%))
#set text(font: "Be Vietnam Pro", weight: 800, fill: cmyk(0%, 0%, 0%, 0%), lang: "vi", hyphenate: false)
#let words = [{words}]
#layout(room => context {{
  let size = 8mm
  while measure(text(size: size * 1.12, words), width: room.width).height < room.height {{ size = size * 1.12 }}
  align(center + horizon, text(size: size, words))
}})
"""


def main() -> None:
    told, fonts = Path(sys.argv[1]), sys.argv[2]
    asked = json.loads(told.read_text("utf-8"))
    folder = told.parent / "typst"
    folder.mkdir(exist_ok=True)
    for width, height in asked["sizes"]:
        for number, words in enumerate(asked["messages"], 1):
            source = folder / "to.typ"
            source.write_text(PAGE.format(w=width, h=height, edge=0.06 * min(width, height), words=words), "utf-8")
            stem = folder / f"{width}x{height}-{number}"
            compiler = typst.Compiler(str(source), font_paths=[fonts])
            stem.with_suffix(".pdf").write_bytes(compiler.compile(format="pdf"))
            dots = SEEN / max(width, height) * 25.4
            stem.with_suffix(".png").write_bytes(compiler.compile(format="png", ppi=dots))


main()
