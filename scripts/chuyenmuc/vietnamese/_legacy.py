"""A word is legacy-encoded when it is no Vietnamese syllable as it stands and becomes one once decoded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TCVN3 = str.maketrans(
    dict(zip("¡¢£¤¥¦§¨©ª«¬\u00ad®", "ĂÂÊÔƠƯĐăâêôơưđ", strict=True))
    | dict(zip("µ¶·¸¹»¼½¾ÆÇÈÉÊË", "àảãáạằẳẵắặầẩẫấậ", strict=True))
    | dict(zip("ÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞ", "èẻẽéẹềểễếệìỉĩíị", strict=True))
    | dict(zip("ßáâãäåæçèéêëìíî", "òỏõóọồổỗốộờởỡớợ", strict=True))
    | dict(zip("ïñòóôõö÷øùúûüýþ", "ùủũúụừửữứựỳỷỹýỵ", strict=True))
)

# VNI writes most letters in two characters: the vowel, then its marks.
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = _TONES = "\u0301\u0300\u0309\u0303\u0323"
_ROOF, _BREVE = "\u0302", "\u0306"
_VNI_PAIRS = (
    {base + mark: base + tone for base in "aeouyôö" for mark, tone in zip("ùøûõï", _TONES, strict=True)}
    | {base + "â": base + _ROOF for base in "aeo"}
    | {base + mark: base + _ROOF + tone for base in "aeo" for mark, tone in zip("áàåãä", _TONES, strict=True)}
    | {"aê": "a" + _BREVE}
    | {"a" + mark: "a" + _BREVE + tone for mark, tone in zip("éèúüë", _TONES, strict=True)}
)
_VNI_SINGLES = str.maketrans("æóòôöîñ", "ỉĩịơưỵđ")
_VNI_PAIR = re.compile("|".join(_VNI_PAIRS))

_RIMES = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây"
    "|e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu"
    "|i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu"
    "|o|oa|oac|oach|oai|oan|oang|oanh|oao|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|oong|op|ot"
    "|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt"
    "|u|ua|uân|uâng|uât|uây|uc|uê|uêch|uênh|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|up|ut"
    "|uy|uya|uych|uyên|uyêt|uynh|uyt|uyu|uơ"
    "|ư|ưa|ưc|ưi|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu|y|yêm|yên|yêt|yêu"
)
_BEFORE_ANY = "b|ch|d|đ|gi|h|kh|l|m|n|nh|p|ph|r|s|t|th|tr|v|x"
_SYLLABLE = re.compile(
    rf"(?:(?:{_BEFORE_ANY})(?!y)|[hlmstv](?=y$)|(?:c|ng)(?![eêiy])|g(?![eêy])|(?:k|gh|ngh)(?=[eêiy])"
    rf"|qu(?![uư])|q(?=uy))?(?:{_RIMES})"
)
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_FOREIGN = frozenset({"où", "thaï", "loïc", "laïc", "caïn", "haï", "dû", "mû", "µm"})
_GAPS = re.compile(r"[\s/\-–—]+")
_EDGES = " \t.,;:!?…()[]{}\"'“”‘’«»–—*_#>|"


def words_of(text: str) -> list[str]:
    parts = _GAPS.split(unicodedata.normalize("NFC", text))
    return [word for part in parts if (word := part.strip(_EDGES))]


@lru_cache(maxsize=8192)
def is_legacy_word(word: str) -> bool:
    if len(word) < 2 or word.isascii() or any(c > "\xff" or c.isdigit() for c in word):
        return False
    if word.lower() in _FOREIGN or _is_syllable(word):
        return False
    return _is_syllable(word.translate(_TCVN3)) or _is_syllable(_from_vni(word))


def _from_vni(word: str) -> str:
    horned = str.maketrans("ôö", "ơư")  # before the pairs are written out: an ô made of o + â stays an ô
    paired = _VNI_PAIR.sub(lambda found: _VNI_PAIRS[found[0]].translate(horned), word.lower())
    return unicodedata.normalize("NFC", paired).translate(_VNI_SINGLES)


def _is_syllable(word: str) -> bool:
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in apart if c in _TONES]
    bare = unicodedata.normalize("NFC", "".join(c for c in apart if c not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not _STOPPED.search(bare) or tones in ([_ACUTE], [_DOT])  # tộc, tốc; never tôc, tổc
