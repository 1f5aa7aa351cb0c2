#!/usr/bin/env python3
"""make.py SCOWL NAMES RIGOUR: writes english-words.csv, attested-names.csv and frequent-names.csv beside this script.

SCOWL  the folder usr/share/dict/scowl of Debian's package scowl (2020.12.07)
NAMES  the folder names of the PyPI package names (0.3.0), which holds the lists of the US Census of 1990
RIGOUR the library rigour/_core*.so of the PyPI package rigour (2.6.1), which holds the name parts of Wikidata, packed with
       zstd; reading it needs the PyPI package zstandard

The surnames of ../names/surnames.csv and of ../names/surnames-borne.csv count as fairly frequent names.
"""
import csv
import re
import sys
import unicodedata
from pathlib import Path

SIZES = (10, 20, 35, 40, 50, 55, 60, 70, 80, 95)
VARIETIES = ("english", "american", "british", "british_z", "canadian", "australian")
SPECIAL = str.maketrans({"đ": "dj", "ð": "d", "þ": "th", "ł": "l", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


def fold(word):
    """The key of src/names/fold.rs."""
    word = unicodedata.normalize("NFD", word.lower().translate(SPECIAL))
    return "".join(c for c in word if c.isalnum())


def scowl(folder, kind, largest):
    """Words of a kind with the smallest size band that has them."""
    for size in SIZES:
        for variety in VARIETIES:
            path = folder / f"{variety}-{kind}.{size}"
            if size <= largest and path.exists():
                for word in path.read_text(encoding="utf-8").split():
                    yield word.removesuffix("'s"), size


def smallest(pairs):
    bands = {}
    for word, band in pairs:
        bands[word] = min(band, bands.get(word, band))
    return bands


def census(folder):
    """Surnames and first names with a band by rank, from 1 (frequent) to 3 (rare)."""
    for name in ("dist.all.last", "dist.female.first", "dist.male.first"):
        for line in (folder / name).read_text(encoding="ascii").splitlines():
            word, _, _, rank = line.split()
            rank = int(rank)
            if name == "dist.all.last":
                band = 1 if rank <= 5000 else 2 if rank <= 25000 else 3
            else:
                band = 1 if rank <= 1000 else 2
            yield fold(word), band, "census"


def frequent(folder):
    """The surnames of rank 30,000 and above and all first names of the Census, each with its best rank."""
    ranks = {}
    for part, name in (("surname", "dist.all.last"), ("given-name", "dist.female.first"), ("given-name", "dist.male.first")):
        for line in (folder / name).read_text(encoding="ascii").splitlines():
            word, _, _, rank = line.split()
            key = (fold(word), part)
            if len(word) > 2 and int(rank) <= 30_000:
                ranks[key] = min(int(rank), ranks.get(key, 30_000))
    return sorted((*key, rank, "census") for key, rank in ranks.items())


LATIN = re.compile(r"[^\W\d_]+")
BY_EAR = [
    ("sch", "s"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("cz", "c"), ("sz", "s"),
    ("gh", "g"), ("dh", "d"), ("qu", "kv"), ("c", "k"), ("q", "k"), ("w", "v"), ("x", "ks"), ("y", "i"), ("j", "i"), ("z", "s"),
]


def by_ear(word):
    """A rough key under which a name and its spelling by ear are one."""
    for letters, sound in BY_EAR:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", word.replace("h", ""))


def is_latin(word):
    return LATIN.fullmatch(word) and all(unicodedata.name(c, "").startswith("LATIN") for c in word)


def name_parts(library, attested):
    """Name parts of Wikidata in Latin letters. Of the forms of one name that sound alike, those in other lists count, or else the
    one with the most letters that a spelling by ear would not have: *macron*, not *makron*."""
    import zstandard

    packed = library.read_bytes()
    frames = (m.start() for m in re.finditer(re.escape(b"\x28\xb5\x2f\xfd"), packed))
    for frame in frames:
        text = zstandard.ZstdDecompressor().decompressobj().decompress(packed[frame:])
        if b" => Q" in text[:1000]:
            break
    for line in text.decode("utf-8").splitlines():
        forms = line.partition(" => ")[0].split(", ")
        alike = {}
        for form in {fold(form) for form in forms if is_latin(form)}:
            alike.setdefault(by_ear(form), set()).add(form)
        for group in alike.values():
            known = group & attested
            foreign = {form: sum(form.count(c) for c in "cqwxy") + len(form) / 100 for form in group}
            most = max(foreign.values())
            yield from known or (form for form in group if foreign[form] == most)


def surnames(tables, attested):
    """The surnames of some tables, each with its source, but for those that sound like another name that is attested: *Šmit* is a
    surname of Croats, and oftener a Smith or Schmidt spelt by ear."""
    sounds = {}
    for word in attested:
        sounds.setdefault(by_ear(word), set()).add(word)
    for table in tables:
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                word = fold(row["name"])
                if sounds.get(by_ear(word), set()) <= {word}:
                    yield word, row["source"]


def write(path, header, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    scowl_folder, names_folder, library = map(Path, sys.argv[1:])
    here = Path(__file__).parent
    words = smallest(
        (fold(word), size)
        for kind in ("words", "contractions")
        for word, size in scowl(scowl_folder, kind, 70)
    )
    write(
        here / "english-words.csv",
        ("word", "size", "source"),
        sorted((word, size, "scowl") for word, size in words.items() if word.isascii() and len(word) > 1),
    )
    write(here / "frequent-names.csv", ("name", "part", "rank", "source"), frequent(names_folder))
    names, others = {}, {}
    attested = list(census(names_folder)) + [
        (fold(word), 1 if size <= 50 else 2 if size <= 70 else 3, "scowl")
        for kind in ("upper", "proper-names")
        for word, size in scowl(scowl_folder, kind, 80)
    ]
    for word, band, source in attested:
        if word.isascii() and word.isalpha() and len(word) > 1:
            names[word] = min((band, source), names.get(word, (band, source)))
    common = {word for word, (band, _) in names.items() if band < 3}
    tables = [here.parent / "names" / table for table in ("surnames.csv", "surnames-borne.csv")]
    for word, source in surnames(tables, common):
        if word.isascii() and word.isalpha() and len(word) > 2 and names.get(word, (3, ""))[0] == 3:
            others[word] = (2, source)
    for word in name_parts(library, set(names)):
        # Longer ones are like no other anyway.
        if word.isascii() and word.isalpha() and 2 < len(word) <= 10:
            names.setdefault(word, (3, "rigour"))
    names.update(others)
    write(
        here / "attested-names.csv",
        ("name", "band", "source"),
        sorted((word, band, source) for word, (band, source) in names.items()),
    )


main()
