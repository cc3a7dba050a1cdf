"""Whether two names can be spellings of one: blocked by sound, compared letter by letter (rapidfuzz)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA, Levenshtein

from testimonia.base.languages import table
from testimonia.link.entities.forms import normal, skeleton

NEAR_VOWELS = {frozenset(pair) for pair in ("ae", "ei", "iy", "ou", "ey", "ie", "uw", "ov", "oa")}
SAME_SOUND = {frozenset(pair) for pair in ("kq", "kc", "vw", "sz", "yj", "ij", "fv", "gj", "kx", "zj")}
HEARD = (("tsch", "c"), ("tch", "c"), ("ts", "c"), ("tz", "c"), ("ch", "c"), ("ph", "f"), ("oy", "ou"))
SILENT = set("aehyiwo")
FULL = (2, 3, 4)  # words of a full name
SLIPS = (3, 8)  # letters of a word that let one of them be another, and two
BLOCK = 40  # names compared with each other in one block; in a larger one only neighbours are
FATHERS = {"abou", "abo", "ebu", "aboe", "abw"}  # of Arabic names, as they are written in other languages
PARTICLES = frozenset(str(table("und", "names")["loose_particles"]).split())


def spelling(a: str, b: str) -> bool:
    """Whether two words differ only as transliterations and slips of the pen do."""
    a, b = heard(a), heard(b)
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or a[:1].isdigit() or b[:1].isdigit() or abs(len(a) - len(b)) > 3:
        return False
    if OSA.distance(a, b, score_cutoff=1) == 1 and sorted(a) == sorted(b):
        return len(a) >= 4
    if skeleton(a) != skeleton(b):
        return len(a) >= 7 and OSA.distance(a, b, score_cutoff=1) == 1 and a[:2] == b[:2] and a[-2:] == b[-2:] and len(a) != len(b)
    return (
        all(harmless(a, b, (op.tag, op.src_pos, op.dest_pos)) for op in Levenshtein.editops(a, b))
        and Levenshtein.distance(a, b) <= 1 + min(len(a), len(b)) // 4
    )


def heard(word: str) -> str:
    """A word with one spelling of sounds that transliterations write with one letter or several (*oy* is the Greek *u*)."""
    for spelling, sound in HEARD:
        word = word.replace(spelling, sound)
    return word


def harmless(a: str, b: str, op: tuple[str, int, int]) -> bool:
    """Whether one edit is a vowel heard differently, a doubled or a silent letter. A last a against o or e tells women from men: never."""
    kind, i, j = op
    if kind == "replace":
        pair = frozenset((a[i], b[j]))
        last = i == len(a) - 1 and j == len(b) - 1
        return (pair in NEAR_VOWELS and not (last and pair & {"a", "o"})) or pair in SAME_SOUND
    word, at = (a, i) if kind == "delete" else (b, j)
    letter = word[at]
    doubled = letter in (word[at - 1 : at], word[at + 1 : at + 2])
    return doubled or (letter in SILENT and not (at == len(word) - 1 and letter in "aoe"))


def same_name(a: Sequence[str], b: Sequence[str], kind: str) -> str | None:
    """Why two names (as words) can be one: `spelling` or `word order`; none when they cannot."""
    left, right = core(a), core(b)
    if len(left) != len(right) or not left or left == right:
        return "spelling" if left == right and left else None
    if sorted(left) == sorted(right):
        return "word order" if kind == "person" and len(left) == 2 else None
    if "".join(left) == "".join(right):
        return "spelling"
    if all(spelling(x, y) for x, y in zip(left, right, strict=True)):
        return "spelling" if enough(left, right) else None
    if kind == "person" and len(left) == 2 and all(spelling(x, y) for x, y in zip(left, reversed(right), strict=True)):
        return "word order"
    return None


def alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: spellings of each other, or one holds all words of the other."""
    short, long = sorted((a, b), key=lambda words: sum(map(len, words)))
    initials = short[-1] == long[-1] and all(len(word) == 1 for word in short[:-1]) and short[0][0] == long[0][0]
    left, right = set(core(a)), set(core(b))
    return initials or set(a) <= set(b) or set(b) <= set(a) or left <= right or right <= left or same_name(a, b, "person") is not None


def near_spellings(names: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Of some other names those that are nearly one of `names`: a person has to say whether they are the same, no rule joined them."""
    known = [words for name in names if (words := core(normal(name).split()))]
    folded = ((other, core(normal(other).split())) for other in others)
    return tuple(sorted({other for other, words in folded if words and any(nearly(words, own) for own in known)}))


def nearly(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names end in nearly the same word, and begin so too where both have several (or have the same initial)."""
    if not slip(a[-1], b[-1]):
        return False
    initial = a[0][:1] == b[0][:1] and min(len(a[0]), len(b[0])) == 1
    return len(a) == 1 or len(b) == 1 or initial or slip(a[0], b[0])


def slip(a: str, b: str) -> bool:
    """Whether two words are the same but for a letter, or two letters of long ones, as they are heard."""
    a, b = heard(a), heard(b)
    allowed = sum(min(len(a), len(b)) >= letters for letters in SLIPS)
    return a == b or OSA.distance(a, b, score_cutoff=allowed) <= allowed


def enough(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether names whose words are spellings of each other are long enough to say that they are one."""
    changed = sum(x != y for x, y in zip(a, b, strict=True))
    return sum(map(len, a)) >= 4 + 2 * changed and (len(a) > 1 or len(a[0]) >= 6)


def core(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without particles, as long as two are left; "father of" in one spelling."""
    words = tuple("abu" if word in FATHERS else word for word in words)
    kept = tuple(word for word in words if word not in PARTICLES)
    return kept if len(kept) > 1 or len(words) == 1 else words


def blocks(keys: Iterable[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    """Names that may be spellings of one: the same sounds in any order, the same letters, or all words but one the same."""
    grouped: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(set(keys)):
        kept = core(words)
        for block in block_keys(kept):
            grouped[block].append(words)
    for _, held in sorted(grouped.items()):
        if len(held) > 1:
            yield held


def block_keys(kept: tuple[str, ...]) -> set[str]:
    """The keys of the blocks that a name stands in."""
    if sum(map(len, kept)) < 4:
        return set()
    sounds = sorted(map(skeleton, kept))
    found = {"s:" + " ".join(sounds), "l:" + "".join(sorted("".join(kept)))}
    if 2 <= len(kept) <= 4:
        found |= {f"w{i}:" + " ".join(ends_only(kept, i)) for i in range(len(kept)) if len(kept[i]) >= 7}
    return found


def ends_only(kept: tuple[str, ...], i: int) -> Iterator[str]:
    """The words of a name, of one of them only its first and last two letters."""
    for at, word in enumerate(kept):
        yield word[:2] + word[-2:] if at == i else word


def pairs(keys: Iterable[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The pairs worth comparing, each once; in a large block only names that stand near each other in order."""
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for held in blocks(keys):
        reach = len(held) if len(held) <= BLOCK else 5
        for pair in ((a, b) for i, a in enumerate(held) for b in held[i + 1 : i + 1 + reach]):
            if pair not in seen:
                seen.add(pair)
                yield pair
