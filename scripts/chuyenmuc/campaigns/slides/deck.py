"""An empty PowerPoint file written from nothing: its theme, its master, its layouts, and not one default left over.

Measures are pixels of a slide 1280 wide and 720 high. Whatever is drawn is drawn with shapes in the theme's colours,
so that the file is light and that another theme colours all of it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from chuyenmuc.images.box import Box

WIDTH, HEIGHT = 1280, 720
PIXEL = 9525  # of the unit that Office measures in
POINT = 96 / 72  # pixels
LANGUAGE = "vi-VN"
# Every Windows and macOS has it, LibreOffice has its like to the very width, and it has all of Vietnamese: a deck is
# passed on and shown on machines where the brand's own font is missing, and would be set anew in whatever is there.
FONT = "Arial"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.presentationml"
# The theme's colours by what they are in a palette or in the brand.
THEME = {
    **{"dk1": "ink", "lt1": "paper", "dk2": "deep", "lt2": "soft", "accent1": "main", "accent2": "spark"},
    **{"accent3": "light", "accent4": "good", "accent5": "warn", "accent6": "accent"},
    **{"hlink": "main", "folHlink": "muted"},
}
SCHEME = {"ink": "tx1", "paper": "bg1", "deep": "tx2", "soft": "bg2"} | {
    role: name for name, role in THEME.items() if name.startswith("accent")
}
MAPPING = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"'
    ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
QUARTER = (
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
    '<a:path w="100" h="100"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="100" y="0"/></a:lnTo>'
    '<a:arcTo wR="100" hR="100" stAng="0" swAng="5400000"/><a:close/></a:path></a:pathLst></a:custGeom>'
)
NUMBERED = f'<a:buAutoNum {SPACES.split(" xmlns:r")[0]} type="arabicPeriod"/>'
FLIPS = ("", ' flipH="1"', ' flipH="1" flipV="1"', ' flipV="1"')
Form = Literal["square", "circle", "quarter"]
Holds = Literal["title", "ctrTitle", "subTitle", "body", "obj", "sldNum"]


@dataclass(frozen=True)
class Tile:
    """A square, a disc, or a quarter of a disc whose centre is the first, second … corner, clockwise."""

    box: Box
    form: Form
    color: str
    turn: int = 0


@dataclass(frozen=True)
class Slot:
    """A place to write in. `size` in points; `prompt` is what stands there until someone writes."""

    holds: Holds
    name: str
    index: int
    box: Box
    prompt: str
    size: float = 0
    color: str = ""
    bold: bool = False
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["l", "r"] = "l"
    plain: bool = True
    """Without bullets."""


@dataclass(frozen=True)
class Label:
    """Words that stand on every slide of a layout."""

    text: str
    box: Box
    size: float
    color: str
    bold: bool = False
    fill: str = ""


@dataclass(frozen=True)
class Page:
    """A layout: `name` is what staff choose it by."""

    name: str
    kind: str
    ground: str
    tiles: tuple[Tile, ...]
    slots: tuple[Slot, ...]
    labels: tuple[Label, ...] = ()


def deck(pages: Sequence[Page], title: str, colors: dict[str, str], small: bytes) -> bytes:
    """The package; `colors` by role, `small` the JPEG that a folder shows of the file."""
    numbers = range(1, len(pages) + 1)
    overrides = [
        ("/ppt/presentation.xml", f"{TYPES}.presentation.main+xml"),
        ("/ppt/slideMasters/slideMaster1.xml", f"{TYPES}.slideMaster+xml"),
        *((f"/ppt/slideLayouts/slideLayout{number}.xml", f"{TYPES}.slideLayout+xml") for number in numbers),
        ("/ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(overrides),
        "_rels/.rels": relations(
            [
                (f"{OFFICE}/relationships/officeDocument", "ppt/presentation.xml"),
                (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
                (f"{PACKAGE}/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg"),
            ]
        ),
        "docProps/thumbnail.jpeg": small,
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties"/>',
        "docProps/core.xml": core(),
        "ppt/presentation.xml": presentation(),
        "ppt/_rels/presentation.xml.rels": relations(
            [
                (f"{OFFICE}/relationships/slideMaster", "slideMasters/slideMaster1.xml"),
                (f"{OFFICE}/relationships/theme", "theme/theme1.xml"),
            ]
        ),
        "ppt/theme/theme1.xml": theme(title, colors),
        "ppt/slideMasters/slideMaster1.xml": master(len(pages)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            [
                *((f"{OFFICE}/relationships/slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in numbers),
                (f"{OFFICE}/relationships/theme", "../theme/theme1.xml"),
            ]
        ),
    }
    for number, page in enumerate(pages, 1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = layout(page)
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = relations(
            [(f"{OFFICE}/relationships/slideMaster", "../slideMasters/slideMaster1.xml")]
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return packed.getvalue()


# The package ----------------------------------------------------------------------------------------------------


def content_types(overrides: Iterable[tuple[str, str]]) -> str:
    known = (("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"))
    pictures = (("jpeg", "image/jpeg"), ("png", "image/png"))
    defaults = "".join(f'<Default Extension="{end}" ContentType="{sort}"/>' for end, sort in (*known, *pictures))
    named = "".join(f'<Override PartName="{part}" ContentType="{sort}"/>' for part, sort in overrides)
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{named}</Types>'


def relations(targets: Iterable[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{sort}" Target="{target}"/>'
        for number, (sort, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def core() -> str:
    stamps = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{stamps}</cp:coreProperties>'
    )


def presentation() -> str:
    return (
        f'{HEAD}<p:presentation {SPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldSz cx="{WIDTH * PIXEL}" cy="{HEIGHT * PIXEL}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels(18, 'ink', indented=False)}</p:defaultTextStyle></p:presentation>"
    )


def theme(title: str, colors: dict[str, str]) -> str:
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{colors[role].removeprefix("#")}"/></a:{name}>' for name, role in THEME.items()
    )
    fonts = "".join(
        f'<a:{use}Font><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/></a:{use}Font>'
        for use in ("major", "minor")
    )
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f"{HEAD}<a:theme {SPACES.split(' xmlns:r')[0]} name={quoteattr(title)}><a:themeElements>"
        f"<a:clrScheme name={quoteattr(title)}>{scheme}</a:clrScheme>"
        f'<a:fontScheme name="{FONT}">{fonts}</a:fontScheme><a:fmtScheme name="Phẳng">'
        f"<a:fillStyleLst>{plain * 3}</a:fillStyleLst><a:lnStyleLst>"
        + "".join(f'<a:ln w="{width}">{plain}</a:ln>' for width in (9525, 19050, 28575))
        + f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


# Master and layouts ---------------------------------------------------------------------------------------------


def master(count: int) -> str:
    slots = (
        Slot("title", "Tiêu đề", 0, Box(72, 56, 1100, 100), "Tiêu đề trang", anchor="b"),
        Slot("body", "Nội dung", 1, Box(72, 190, 1100, 440), "Nội dung", plain=False),
        Slot("sldNum", "Số trang", 4, Box(1036, 660, 96, 36), "", 12, "deep", anchor="ctr", align="r"),
    )
    listed = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(count))
    return (
        f"{HEAD}<p:sldMaster {SPACES}>{drawing('paper', [slot(each) for each in slots])}{MAPPING}"
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{heading(paragraph(1, 32, 'deep', bold=True))}</p:titleStyle>"
        f"<p:bodyStyle>{levels(22, 'ink', indented=True)}</p:bodyStyle>"
        f"<p:otherStyle>{levels(18, 'ink', indented=False)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout(page: Page) -> str:
    kind = f' type="{page.kind}"' if page.kind else ""
    shapes = [tile(each, number) for number, each in enumerate(page.tiles, 1)]
    shapes += [label(each) for each in page.labels] + [slot(each) for each in page.slots]
    return (
        f'{HEAD}<p:sldLayout {SPACES}{kind} preserve="1" userDrawn="1">'
        f"{drawing(page.ground, shapes, page.name)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def drawing(ground: str, shapes: Iterable[str], name: str = "") -> str:
    """The shapes, numbered in their order."""
    numbered = "".join(shape.replace('id="0"', f'id="{number}"', 1) for number, shape in enumerate(shapes, 2))
    named = f" name={quoteattr(name)}" if name else ""
    return (
        f"<p:cSld{named}><p:bg><p:bgPr>{filled(ground)}<a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr>"
        '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{numbered}</p:spTree></p:cSld>"
    )


def tile(each: Tile, number: int) -> str:
    preset = {"square": "rect", "circle": "ellipse"}.get(each.form)
    shape = f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>' if preset else QUARTER
    flip = "" if preset else FLIPS[each.turn]
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name="Hoa văn {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{placed(each.box, flip)}{shape}{filled(each.color)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def label(each: Label) -> str:
    shape = "roundRect" if each.fill else "rect"
    rounded = '<a:gd name="adj" fmla="val 50000"/>' if each.fill else ""
    ground = filled(each.fill) if each.fill else "<a:noFill/>"
    middle = ' algn="ctr"' if each.fill else ""
    run = f'<a:rPr lang="{LANGUAGE}" sz="{round(100 * each.size)}" b="{int(each.bold)}">{filled(each.color)}</a:rPr>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(each.text)}/><p:cNvSpPr txBox="1"/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{placed(each.box)}<a:prstGeom prst="{shape}">'
        f"<a:avLst>{rounded}</a:avLst></a:prstGeom>{ground}</p:spPr>"
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
        f"<a:p><a:pPr{middle}/><a:r>{run}<a:t>{escape(each.text)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def slot(each: Slot) -> str:
    index = f' idx="{each.index}"' if each.index else ""
    style = ""
    if each.size:
        style = paragraph(1, each.size, each.color, bold=each.bold, bullet=not each.plain, align=each.align)
    style = heading(style) if each.holds in {"title", "ctrTitle"} else style
    sort = "" if each.holds == "obj" else f' type="{each.holds}"'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(each.name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{sort}{index}/></p:nvPr></p:nvSpPr>"
        f'<p:spPr>{placed(each.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{each.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{style}</a:lstStyle>{prompt(each)}</p:txBody></p:sp>"
    )


def prompt(each: Slot) -> str:
    if each.holds == "sldNum":
        return page_number()
    return f'<a:p><a:r><a:rPr lang="{LANGUAGE}"/><a:t>{escape(each.prompt)}</a:t></a:r></a:p>'


def numbering(index: int, name: str, identity: int) -> str:
    """The number of a slide, on the slide itself: a layout's is not shown."""
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{identity}" name={quoteattr(name)}/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldNum" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{page_number()}</p:txBody></p:sp>"
    )


def run_properties(size: float) -> str:
    return f'<a:rPr {SPACES.split(" xmlns:r")[0]} lang="{LANGUAGE}" sz="{round(100 * size)}"/>'


def plate(box: Box, number: int) -> str:
    """What an official logo stands on, so that it is seen on any ground."""
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{100 + 2 * number}" name="Nền của biểu trưng"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{placed(box)}<a:prstGeom prst="roundRect"><a:avLst>'
        f'<a:gd name="adj" fmla="val 9000"/></a:avLst></a:prstGeom>{filled("paper")}<a:ln><a:noFill/></a:ln></p:spPr>'
        "</p:sp>"
    )


def picture(box: Box, relation: str, alt: str, number: int) -> str:
    return (
        f'<p:pic {SPACES}><p:nvPicPr><p:cNvPr id="{101 + 2 * number}" name="Biểu trưng" descr={quoteattr(alt)}/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{placed(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def page_number() -> str:
    field = "{7D0C9F52-3F5A-4C0B-9E60-0A9C5D1B7A11}"
    return f'<a:p><a:fld id="{field}" type="slidenum"><a:rPr lang="{LANGUAGE}"/><a:t>‹#›</a:t></a:fld></a:p>'


# What shapes are made of ----------------------------------------------------------------------------------------


def placed(box: Box, flip: str = "") -> str:
    left, top, width, height = (round(side * PIXEL) for side in (box.x, box.y, box.width, box.height))
    return f'<a:xfrm{flip}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def filled(color: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{SCHEME[color]}"/></a:solidFill>'


def heading(style: str) -> str:
    return style.replace("+mn-", "+mj-")


def levels(size: float, color: str, *, indented: bool) -> str:
    """Five levels of paragraphs, each a little smaller than the one above it."""
    return "".join(
        paragraph(level, max(14, size - 2 * (level - 1)), color, indent=level if indented else 0, bullet=indented)
        for level in range(1, 6)
    )


def paragraph(
    level: int,
    size: float,
    color: str,
    *,
    bold: bool = False,
    indent: int = 0,
    bullet: bool = False,
    align: Literal["l", "ctr", "r"] = "l",
) -> str:
    margin = 30 * PIXEL * (indent or int(bullet))
    hanging = 30 * PIXEL if margin else 0
    mark = f'<a:buClr><a:schemeClr val="{SCHEME["main"]}"/></a:buClr><a:buFont typeface="{FONT}"/><a:buChar char="•"/>'
    return (
        f'<a:lvl{level}pPr marL="{margin}" indent="{-hanging}" algn="{align}" rtl="0">'
        f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="{900 if bullet else 0}"/></a:spcBef>'
        f"{mark if bullet else '<a:buNone/>'}"
        f'<a:defRPr lang="{LANGUAGE}" sz="{round(100 * size)}" b="{int(bold)}" kern="1200">{filled(color)}'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        f"</a:lvl{level}pPr>"
    )
