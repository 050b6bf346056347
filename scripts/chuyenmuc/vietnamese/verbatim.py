"""Sentences that are kept word for word: where a text says one of them almost, but not quite.

Three sieves, each finer and slower than the one before: stretches of a sentence's consonants, of its letters, then all
its letters, of which so many may be changed. Only what passes them is held against it character by character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from chuyenmuc.vietnamese.text import fold

STOP = "\x1f"  # nothing reads on across it
QUOTES = "“”„‟\"'‘’«»‹›"
AROUND = f"{QUOTES}()[] .,;:!?…*_"
LENIENT = 15  # of a hundred letters: so many may be changed until it is another sentence
FEW = 6  # one word of so many, at least two, may be another
MOST_NEAR = 12  # stretches looked at together
FEWEST = 3  # characters: so many changed, a short sentence is still meant wherever it stands
CONSONANTS, STRETCH, MOST_PARTS = 4, 5, 6  # letters of the parts looked for, at least; how many parts
LEAST = 8  # letters: what is shorter is like too many other words
LONG = 40  # letters: what is shorter may well be said by chance
BEFORE, AFTER = 2, 1  # words shown beside a difference
ENDS = ".!?…"
SMALL = bytes(range(256)).lower()
SIGNS = bytes(byte for byte in range(128) if not chr(byte).isalnum())
VOWELS = SIGNS + b"aeiouydAEIOUYD"


@dataclass(frozen=True)
class Stretches:
    """Parts of a text, in their order; half of them at least must stand where they should, give or take `slack`."""

    parts: tuple[bytes, ...]
    slack: int

    @classmethod
    def of(cls, whole: bytes, size: int, slack: int) -> Stretches:
        count = max(1, min(MOST_PARTS, len(whole) // size))
        size = len(whole) // count
        return cls(tuple(whole[size * number : size * (number + 1)] for number in range(count)), slack)

    @cached_property
    def needed(self) -> int:
        count = len(self.parts)
        return max((count + 1) // 2, min(count - 1, MOST_PARTS // 2))

    def strewn(self, run: bytes) -> bool:
        """Whether they stand in a text about as far from each other as in their own."""
        lacking = len(self.parts) - self.needed
        for part in self.parts:
            if part not in run:
                lacking -= 1
                if lacking < 0:
                    return False
        begins = sorted(
            (place - len(part) * number, number)
            for number, part in enumerate(self.parts)
            for place in places(part, run)
        )
        for start, (first, _) in enumerate(begins):
            near = {number for begin, number in begins[start : start + MOST_NEAR] if begin - first <= self.slack}
            if len(near) >= self.needed:
                return True
        return False


@dataclass(frozen=True)
class Sentence:
    text: str

    @cached_property
    def letters(self) -> str:
        return "".join(map(bare, self.text))

    @cached_property
    def by_consonants(self) -> Stretches:
        return Stretches.of(consonants(self.text), CONSONANTS, self.most_changed)

    @cached_property
    def by_letters(self) -> Stretches:
        return Stretches.of(bare_letters(self.text), STRETCH, self.most_changed)

    @cached_property
    def exact(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){re.escape(self.text)}(?!\w)")

    @cached_property
    def most_changed(self) -> int:
        return len(self.letters) * LENIENT // 100

    @property
    def forms(self) -> tuple[str, str, str]:
        """As it is, as it stands inside another sentence, and as headlines and panels set it: all in capitals."""
        return self.text, self.text[:1].lower() + self.text[1:], self.capitals

    @cached_property
    def capitals(self) -> str:
        return self.text.upper()


@dataclass(frozen=True)
class Slip:
    """From `start` to `end` a text says almost the sentence."""

    start: int
    end: int
    sentence: str


@dataclass(frozen=True)
class Register:
    sentences: tuple[Sentence, ...]

    @cached_property
    def compared(self) -> list[Sentence]:
        return [each for each in self.sentences if len(each.letters) >= LEAST]

    @cached_property
    def verbatim(self) -> re.Pattern[str]:
        forms = sorted({form for each in self.sentences for form in each.forms}, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")

    @cached_property
    def by_form(self) -> dict[str, Sentence]:
        return {form: each for each in reversed(self.sentences) for form in reversed(each.forms)}

    def possible(self, text: str) -> list[Sentence]:
        """Those that the text may say, soon told: it has stretches of their letters, as far from each other."""
        run = consonants(text)
        found = [each for each in self.compared if each.by_consonants.strewn(run)]
        if not found:
            return []
        run = bare_letters(text)
        return [each for each in found if each.by_letters.strewn(run)]

    def spared(self, text: str) -> str:
        """Without the sentences that stand in it to the character: most texts that say one say it so."""
        for each in self.sentences:
            if each.text in text:
                text = each.exact.sub(STOP, text)
        return text

    def slips(self, text: str, *, whole: bool = False, listed: bool = False) -> Iterator[Slip]:
        """Every almost-sentence of a passage. `whole`: the passage should be one of the sentences and nothing else.

        `listed`: an entry of a list or table, which may begin with a small letter.
        """
        found = list(self.verbatim.finditer(text))
        if whole and len(found) == 1 and not text.replace(found[0][0], "").strip(AROUND):
            sentence = self.by_form[found[0][0]].text
            yield from [] if text == sentence else [Slip(0, len(text), sentence)]
            return
        for each in found:
            kept = self.by_form[each[0]]
            if each[0] not in (kept.text, kept.capitals) and begins_one(text[: each.start()], listed):
                yield Slip(each.start(), each.end(), kept.text)
        rest = self.verbatim.sub(lambda each: STOP * len(each[0]), text)
        yield from self.almost(rest, whole)

    def almost(self, text: str, whole: bool) -> Iterator[Slip]:
        possible = self.possible(text)
        while possible:
            near = [match for each in possible if (match := nearest_meant(each, text, whole))]
            if not near:
                return
            _, slip = min(near, key=lambda match: (match[0], match[1].start))
            yield slip
            text = covered(text, slip)


def places(part: bytes, run: bytes) -> Iterator[int]:
    place = run.find(part)
    while place >= 0:
        yield place
        place = run.find(part, place + 1)


@lru_cache(maxsize=64)
def register(texts: tuple[str, ...]) -> Register:
    return Register(tuple(Sentence(text) for text in texts))


def consonants(text: str) -> bytes:
    """No mark changes them, and they are soon told. Đ falls away, so d does."""
    return text.encode("ascii", "ignore").translate(SMALL, VOWELS)


def bare_letters(text: str) -> bytes:
    """Without marks. Đ falls away: that is as good for finding, and far faster."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").translate(SMALL, SIGNS)


@lru_cache(maxsize=4096)
def bare(character: str) -> str:
    """What is compared of a character: `Ề` → `e`; nothing of a sign."""
    return "".join(letter for letter in fold(character) if letter.isalnum())


def nearest_meant(sentence: Sentence, text: str, whole: bool) -> tuple[int, Slip] | None:
    while match := nearest(sentence, text):
        if meant(*match, text, whole):
            return match
        text = covered(text, match[1])
    return None


def covered(text: str, slip: Slip) -> str:
    return text[: slip.start] + STOP * (slip.end - slip.start) + text[slip.end :]


def nearest(sentence: Sentence, text: str) -> tuple[int, Slip] | None:
    """The stretch of a text that is most like the sentence, and how many letters of it are changed."""
    pairs = [(letter, place) for place, character in enumerate(text) for letter in told(character)]
    letters = [letter for letter, _ in pairs]
    scores = list(distances(sentence.letters, letters, anywhere=True))
    cost = min(scores, default=len(sentence.letters))
    if cost > sentence.most_changed:
        return None
    end = scores.index(cost)
    back = list(distances(sentence.letters[::-1], letters[end::-1], anywhere=False))
    start = end - back.index(min(back))
    first, last = pairs[start][1], pairs[end][1] + 1
    while first and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return cost, Slip(first, last, sentence.text)


def told(character: str) -> str:
    return STOP if character == STOP else bare(character)


def distances(pattern: str, letters: Iterable[str], *, anywhere: bool) -> Iterator[int]:
    """After each letter: how many must be changed, added or dropped to make the pattern of what ends there.

    It may begin `anywhere`, or at the first letter alone. By Myers' bit vectors: a handful of steps for each letter.
    """
    where: dict[str, int] = {}
    for number, letter in enumerate(pattern):
        where[letter] = where.get(letter, 0) | 1 << number
    everything, last, first = (1 << len(pattern)) - 1, 1 << len(pattern) - 1, 0 if anywhere else 1
    more, fewer, score = everything, 0, len(pattern)
    for letter in letters:
        same = where.get(letter, 0)
        down = same | fewer
        across = (((same & more) + more) ^ more) | same
        rises, falls = fewer | ~(across | more) & everything, more & across
        score += bool(rises & last) - bool(falls & last)
        rises, falls = rises << 1 | first, falls << 1
        more, fewer = (falls | ~(down | rises)) & everything, rises & down & everything
        yield score


def meant(cost: int, slip: Slip, text: str, whole: bool) -> bool:
    """Whether it is meant to be the sentence, and not a part of it or the same words said by chance."""
    if whole:
        return True
    said, right = in_words(text[slip.start : slip.end]), in_words(slip.sentence)
    steps = changes(right, said)
    if left_out(steps, len(right)) or sum(max(b - a, d - c) for _, a, b, c, d in steps) > max(2, len(right) // FEW):
        return False
    letters = sum(character.isalnum() for character in slip.sentence)
    if letters >= LONG or presented(text, slip):
        return True
    return cost <= 1 and characters_changed(text[slip.start : slip.end], slip) <= FEWEST


def characters_changed(said: str, slip: Slip) -> int:
    """Marks, signs and capitals included; how it begins aside."""
    return list(distances(slip.sentence[1:], said[1:], anywhere=False))[-1]


def in_words(text: str) -> list[str]:
    """Words alone, without marks and signs."""
    return [word for part in text.split() if (word := "".join(map(bare, part)))]


def left_out(steps: list[tuple[str, int, int, int, int]], count: int) -> bool:
    """Whether two words or more are missing at an end."""
    ends = [step for step in steps if step[1] == 0 or step[2] == count]
    return any(step[2] - step[1] - (step[4] - step[3]) >= 2 for step in ends)


def presented(text: str, slip: Slip) -> bool:
    """In quotation marks, with a capital inside a sentence, or on its own."""
    before, after = text[: slip.start].rstrip(), text[slip.end :]
    if before[-1:] in QUOTES and before:
        return True
    if text[slip.start].isupper() and not begins_one(before, False):
        return True
    return not before.strip(AROUND) and not after.strip(AROUND)


def begins_one(before: str, listed: bool) -> bool:
    """Whether a sentence begins behind these words."""
    bare_before = before.rstrip(f"{QUOTES}([*_ ")
    return bare_before.endswith(tuple(ENDS)) if bare_before else not listed


def changes(right: list[str], said: list[str]) -> list[tuple[str, int, int, int, int]]:
    steps = SequenceMatcher(None, right, said, autojunk=False).get_opcodes()
    return [step for step in steps if step[0] != "equal"]


@dataclass(frozen=True)
class Difference:
    """What should stand and what stands there, with a few words around; `at`: where in the latter it begins."""

    right: str
    said: str
    at: int
    hint: str = ""


def difference(right: str, said: str) -> Difference:
    if said.isupper() and said != right.upper():
        right = right.upper()  # that it is set in capitals is not what is wrong
    wanted, given = right.split(" "), said.split(" ")
    if wanted[0] != given[0] and wanted[0][:1].lower() + wanted[0][1:] == given[0] and wanted[1:] != given[1:]:
        wanted[0] = given[0]  # small as inside a sentence: that is not what is wrong
    steps = changes(wanted, given)
    first, last = steps[0], steps[-1]
    signs = any(not any(map(str.isalnum, "".join(words))) for words in parts(steps, wanted, given))
    after = AFTER if signs else 0
    return Difference(
        part(wanted, first[1] - BEFORE, last[2] + after),
        part(given, first[3] - BEFORE, last[4] + after),
        sum(len(word) + 1 for word in given[: first[3]]),
        hint(right, said),
    )


def parts(steps: list[tuple[str, int, int, int, int]], wanted: list[str], given: list[str]) -> Iterator[list[str]]:
    for _, a, b, c, d in steps:
        yield from (wanted[a:b], given[c:d])


def part(words: list[str], start: int, end: int) -> str:
    start, end = max(start, 0), min(end, len(words))
    return f"{'…' if start else ''}{' '.join(words[start:end])}{'…' if end < len(words) else ''}"


def hint(right: str, said: str) -> str:
    """What cannot be seen: letters of another script, characters that print nothing."""
    strange = [character for character in dict.fromkeys(said) if character not in right and is_strange(character)]
    return ", ".join(f"U+{ord(character):04X}" for character in strange)


def is_strange(character: str) -> bool:
    if character.isalpha():
        return not unicodedata.name(character, "").startswith("LATIN")
    return unicodedata.category(character) in {"Cf", "Cc", "Mn", "Co", "Cn"}
