"""Office files as the same bytes each time they are made: a package's parts in one order and with one date."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

DAY = (1980, 1, 1, 0, 0, 0)  # the first that a .zip can tell
FIRST = ("[Content_Types].xml", "_rels/.rels")  # where every program that opens a package looks first
CORE = "docProps/core.xml"
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def fixed(content: bytes, made: datetime | None = None) -> bytes:
    """A .docx, .xlsx or .pptx packed anew. `made` is told as the day on which it was written, instead of the clock's.

    Text is packed tightly and by one method, whatever library wrote the file.
    """
    moment = f"{made or datetime(*DAY, tzinfo=UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name not in FIRST, name)):
            part = source.read(name)
            part = STAMP.sub(rb"\g<1>" + moment + rb"\g<2>", part) if name == CORE else part
            target.writestr(entry(name), part)
    return packed.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, DAY)
    made.compress_type = zipfile.ZIP_STORED if name.endswith((".png", ".jpg")) else zipfile.ZIP_DEFLATED
    made.create_system = 0  # whatever system packs it
    return made
