"""Text as it is stored, compared and recognised."""

from __future__ import annotations

import re
import unicodedata

from chuyenmuc.vietnamese._legacy import is_legacy_word, words_of

_INVISIBLE = re.compile(
    "[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"  # the controls that count as white space are left to split()
)
_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_STRAY_JOINER = re.compile(f"(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
_D_WITH_STROKE = str.maketrans("đðɖ", "ddd")  # ð and ɖ: their capitals look like Đ, and get typed for it
_FEW_WORDS = 3


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """One line: NFC, nothing invisible, single plain spaces."""
    seen = _STRAY_JOINER.sub("", _INVISIBLE.sub("", nfc(text)))
    return " ".join(nfc(seen).split())


def fold(text: str) -> str:
    """Search key: `Chuyển đổi số` → `chuyen doi so`."""
    apart = unicodedata.normalize("NFD", tidy(text).lower())
    bare = "".join(c for c in apart if unicodedata.category(c) not in {"Mn", "Me", "Cf"})
    return " ".join(nfc(bare).translate(_D_WITH_STROKE).split())


def tight(text: str) -> str:
    """Letters and digits alone, folded: `1450/QĐ-UBND` → `1450qdubnd`."""
    return "".join(c for c in fold(text) if c.isalnum())


def looks_legacy(text: str) -> bool:
    """Typed in TCVN3 (ABC) or VNI and read as Latin-1: `C«ng nghÖ`, `Coâng ngheä`."""
    if text.isascii():
        return False
    words = words_of(text)
    suspicious = {word for word in words if is_legacy_word(word)}
    return len(suspicious) > 1 or (len(suspicious) == 1 and len(words) <= _FEW_WORDS)


def folded_words(*texts: str) -> str:
    """Words with đ in their folded form: search engines pass over tones and marks, but take đ for another letter."""
    words = {fold(word) for text in texts for word in re.findall(r"\w*[đĐ]\w*", text)}
    return " ".join(sorted(words))
