"""Symbols of official documents: `57-NQ/TW` of the Party, `71/NQ-CP`, `224/2026/NĐ-CP`, `148/2025/QH15`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chuyenmuc.vietnamese.text import nfc, tidy

# Kinds of documents by the abbreviations in use; a dispatch (công văn) has none: 4878/BTTTT-CĐSQG.
_KIND = (
    "NQ|NĐ|QĐ|CT|QC|QyĐ|QĐi|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|CV|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB|TT"
    "|TTLT|NQLT|PL|KL|L"
)
_NUMBER = r"(?P<number>[0-9]{1,5}(?:\.[0-9]{1,3})?[a-zđ]?)"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_NAME = r"[A-ZĐƯ][A-Za-zĐđƯư]+[0-9]{0,2}"
_FORMS = (
    rf"{_NUMBER}/{_YEAR}/(?P<issuer>(?:UBTV)?QH[0-9]{{1,2}})",
    rf"{_NUMBER}/{_YEAR}/(?P<kind>{_KIND})-(?P<issuer>{_NAME}(?:-{_NAME})*)",
    rf"{_NUMBER}/(?P<kind>{_KIND})-(?P<issuer>{_NAME}(?:-{_NAME})*)",
    rf"{_NUMBER}-(?P<kind>{_KIND})/(?P<issuer>{_NAME}(?:-{_NAME})*)",
    rf"{_NUMBER}/(?P<issuer>{_NAME}(?:-{_NAME})+)",
)
_WHOLE = tuple(re.compile(form) for form in _FORMS)
_UNNAMED = [re.sub(r"\?P<\w+>", "?:", form) for form in _FORMS]
_ANY = re.compile(rf"(?<![\w/.-])(?:{'|'.join(_UNNAMED)})(?!\w|[-/]\w)")
_SPACED = re.compile(r"\s*([/‐‑‒–—−-])\s*")
_LOOSE = re.compile(rf"(?P<number>[0-9]{{1,5}})[/-](?P<kind>{_KIND})[/-](?P<issuer>{_NAME})")
_PARTY = re.compile(r"(?:BTG|BTGDV|BTC|VP|UBKT|BNC|BDV|BCĐ)?(?:TW|TU)|HU|ĐU")
_STATE = frozenset({"CP", "TTg", "UBND", "HĐND"})


@dataclass(frozen=True)
class Symbol:
    number: str
    year: int | None
    kind: str
    """`NQ`, `KH`…; empty where the symbol names none: laws (`148/2025/QH15`) and dispatches."""
    issuer: str
    text: str

    @classmethod
    def parse(cls, text: str) -> Symbol | None:
        line = nfc(text).strip()
        found = next((match for form in _WHOLE if (match := form.fullmatch(line))), None)
        if found is None:
            return None
        parts = found.groupdict()
        year = int(parts["year"]) if "year" in parts else None
        return cls(parts["number"], year, parts.get("kind", ""), parts["issuer"], line)


def find(text: str) -> list[Symbol]:
    symbols = (Symbol.parse(found[0]) for found in _ANY.finditer(nfc(text)))
    return [symbol for symbol in symbols if symbol]


def suggest(text: str) -> str | None:
    """The right form of a malformed symbol; None when it is fine or beyond recognition."""
    right = _right_form(_SPACED.sub(_plain_mark, tidy(text).replace("Ð", "Đ")))
    return right if right and right != nfc(text).strip() else None


def _plain_mark(found: re.Match[str]) -> str:
    return "/" if found[1] == "/" else "-"


def _right_form(compact: str) -> str | None:
    if found := _LOOSE.fullmatch(compact):
        number, kind, issuer = found.group("number", "kind", "issuer")
        if _PARTY.fullmatch(issuer):
            return f"{number}-{kind}/{issuer}"
        if issuer in _STATE:
            return f"{number}/{kind}-{issuer}"
    symbol = Symbol.parse(compact)
    return compact if symbol and (symbol.kind or symbol.year) else None
