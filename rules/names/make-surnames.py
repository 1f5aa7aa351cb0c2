#!/usr/bin/env python3
"""make-surnames.py FAKER: writes surnames.csv beside this script.

FAKER is the folder `faker` of the PyPI package Faker (40.54.0), whose lists of surnames are taken for the languages below, those in
Cyrillic and Greek as English writes them. The rows of the source `editor` stay as they are.
"""
import csv
import importlib
import sys
import unicodedata
from pathlib import Path

COLUMNS = ["name", "gender", "language", "source"]
LOCALES = {
    "bg": ["bg_BG"], "cs": ["cs_CZ"], "de": ["de_DE", "de_AT"], "el": ["el_GR"], "es": ["es_ES", "es_MX", "es_CO", "es_CL"],
    "fr": ["fr_FR"], "hr": ["hr_HR"], "hu": ["hu_HU"], "it": ["it_IT"], "mk": ["mk_MK"], "pl": ["pl_PL"], "ro": ["ro_RO"],
    "ru": ["ru_RU"], "sl": ["sl_SI"], "tr": ["tr_TR"], "uk": ["uk_UA"],
}  # fmt: skip
# A gender is said only of a list that is for one gender and of a name that stands in no list of the other.
LISTS = {
    "last_names_male": "m", "last_names_female": "f", "last_names_male_only": "m", "last_names_female_only": "f",
    "male_last_names": "m", "unisex_last_names": "", "last_names_common": "", "last_names": None,
}  # fmt: skip

RUSSIAN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                   "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split()))  # fmt: skip
LETTERS = {
    "bg": RUSSIAN | {"х": "h", "щ": "sht", "ъ": "a", "ь": "y"},
    "ru": RUSSIAN,
    "uk": RUSSIAN | {"г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "ю": "iu", "я": "ia", "'": "-", "’": "-"},
    "mk": RUSSIAN | {"ж": "ž", "х": "h", "ц": "c", "ч": "č", "ш": "š", "ј": "j", "љ": "lj", "њ": "nj", "ѓ": "gj", "ќ": "kj",
                     "ѕ": "dz", "џ": "dž"},
    "el": dict(zip("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t y f ch ps o s".split())),
}  # fmt: skip
# Several letters that are one sound, before the letters by themselves.
SEQUENCES = {
    "el": [("ου", "ou"), ("γγ", "ng"), ("γκ", "gk"), ("γχ", "nch"), ("αυ", "av"), ("ευ", "ev")],
    "ru": [("ий ", "y "), ("ый ", "y "), ("ье", "ye")],
    "uk": [("зг", "zgh"), (" є", " ye"), (" ї", " yi"), (" й", " y"), (" ю", " yu"), (" я", " ya")],
}


def bare(name):
    """The name without the accents of Greek, which no other alphabet here has beside its letters."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if c not in "\u0301\u0308") if is_greek(name) else name


def is_greek(name):
    return any("\u0370" <= c <= "\u03ff" or "\u1f00" <= c <= "\u1fff" for c in name)


def romanised(name, language):
    letters = LETTERS.get(language)
    if letters is None or name.isascii():
        return name
    text = f" {bare(name).lower()} "
    for written, latin in SEQUENCES.get(language, []):
        text = text.replace(written, latin)
    text = "".join(letters.get(c, c) for c in text).replace("-", "").strip()
    return text[:1].upper() + text[1:]


def is_surname(name):
    """One word in Latin letters; double names follow from their parts."""
    latin = all(unicodedata.name(c, "").startswith("LATIN") or c in "'’" for c in name)
    return latin and len(name) > 1 and name[0].isupper() and not name.isupper()


def genders(language, locales):
    """The surnames of a language, each with the genders of the lists that it stands in."""
    found = {}
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        lists = {name: gender for name, gender in LISTS.items() if name in vars(provider)}
        divided = any(gender for gender in lists.values())
        for list_name, gender in lists.items():
            if gender is None and divided:
                continue
            for written in vars(provider)[list_name]:
                name = unicodedata.normalize("NFC", romanised(written.strip(), language))
                if is_surname(name):
                    found.setdefault(name, set()).add(gender or "")
    return found


def main():
    sys.path.insert(0, str(Path(sys.argv[1]).parent))
    table = Path(__file__).with_name("surnames.csv")
    with table.open(encoding="utf-8", newline="") as file:
        rows = {(row["name"], row["language"]): row for row in csv.DictReader(file) if row["source"] == "editor"}
    for language, locales in LOCALES.items():
        for name, found in genders(language, locales).items():
            gender = found.pop() if len(found) == 1 else ""
            row = {"name": name, "gender": gender, "language": language, "source": "faker"}
            rows.setdefault((name, language), row)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for _, row in sorted(rows.items()))


main()
