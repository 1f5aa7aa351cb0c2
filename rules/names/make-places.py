#!/usr/bin/env python3
"""make-places.py LOCALENAMES DATES [ZONES]: brings into places.csv, beside this script, what CLDR has.

LOCALENAMES and DATES are the folders `main` of the npm packages cldr-localenames-full and cldr-dates-full (48.2.0); ZONES is zone.tab
of the time zone database (usually /usr/share/zoneinfo/zone.tab), which says in which country a zone lies.

Taken are the territories and some regions of the world, and the exemplar cities of time zones that the table has, each with its
names in the languages below. A territory that the table lacks becomes a row of the source `cldr`; what it has gets the forms that it
lacks. All else, an editor's or from GeoNames, stays as it is, so that a second run changes nothing.
"""
import csv
import json
import re
import sys
import unicodedata
from pathlib import Path

COLUMNS = "name,kind,gender,country,roles,aliases,foreign,damaged,native,source".split(",")
LOCALES = "sr-Latn hr bs sl sq es it de fr mk bg sr".split()
# Codes of CLDR that are no territory of their own, or that no one lives in.
NO_TERRITORY = {"AC", "AQ", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
REGIONS = {
    "002": "Africa", "142": "Asia", "150": "Europe", "019": "Americas", "009": "Oceania", "003": "North America",
    "005": "South America", "013": "Central America", "419": "Latin America", "143": "Central Asia", "035": "Southeast Asia",
    "151": "Eastern Europe", "155": "Western Europe", "154": "Northern Europe", "039": "Southern Europe", "029": "Caribbean",
    "202": "Sub-Saharan Africa", "030": "East Asia", "015": "North Africa", "011": "West Africa", "014": "East Africa",
    "018": "Southern Africa", "034": "South Asia", "053": "Australasia", "054": "Melanesia", "061": "Polynesia",
    "AQ": "Antarctica", "IC": "Canary Islands",
}  # fmt: skip
OLD_ZONES = {
    "Asia/Calcutta": "IN", "Asia/Katmandu": "NP", "Asia/Rangoon": "MM", "Asia/Saigon": "VN", "Europe/Kiev": "UA",
    "Africa/Asmera": "ER", "America/Buenos_Aires": "AR", "Pacific/Truk": "FM", "Atlantic/Faeroe": "FO", "America/Godthab": "GL",
    "America/Cordoba": "AR", "Europe/Tirane": "AL",
}  # fmt: skip
# Named after a place of another name, or named twice.
NO_CITY = ("Antarctica/", "Etc/", "Arctic/", "America/Indiana", "America/Kentucky", "America/North_Dakota")
# Forms that are words, given names or other places, descriptions or mistakes, by the country of the place.
REFUSED = {
    "": "Australija i Novi Zeland | Avstralija in Nova Zelandija | Karibski region | Severnoamerikanski kontinent | "
    "Severnoamerički kontinent | Sjevernoamerički kontinent | Yuzhnoafrikanski region | Zapadna Afirka",
    "AR": "Argentine", "AU": "Part", "BS": "Bahama", "BW": "Gaboron", "CA": "Sv. Džon", "CD": "Kongo - Kinšasa",
    "CL": "Pashkë | Pasqua", "CX": "Božić | Krishtlindje | Navidad | Rozhdestvo", "DM": "Dominique", "DO": "Saint-Domingue",
    "GL": "Gothab", "IT": "Rom | Roma", "KZ": "Aral", "MU": "Maurice", "PM": "Mikelan | Mikelon | Miquelón", "SO": "Somali",
    "ST": "Saun Tome | Saun Tome i Prinsip", "SY": "Siri",
}  # fmt: skip
# Abbreviations and descriptions, which no news article uses.
NO_NAME = re.compile(r"\b(SAR|RAE|PUP|RAS|R\.A\.S|RPA|САР)\b|[()&/]|Sonderverwaltung|Posebno|Kina$.*Hong|Kin[sš]hasa|Brazza", re.I)
# Albanian countries that are masculine: they have no other ending before a genitive.
MASCULINE = {
    "Mali", "Haiti", "Burundi", "Xhibuti", "Kiribati", "Brunei", "Fixhi", "Malavi", "Kili", "Brazil", "Azerbajxhan", "Uruguai",
    "Paraguai",
}  # fmt: skip

SERBIAN = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш",
                   "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()))  # fmt: skip
MACEDONIAN = SERBIAN | {"ѓ": "gj", "ќ": "kj", "ѕ": "dz", "џ": "dzh", "ж": "zh", "ш": "sh", "ч": "ch"}
BULGARIAN = dict(zip("абвгдежзийклмнопрстуфхцчшщъьюя",
                     "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya".split()))  # fmt: skip
ALPHABETS = {"sr": [SERBIAN], "mk": [MACEDONIAN, MACEDONIAN | {"ѓ": "dj", "џ": "dz"}], "bg": [BULGARIAN]}
SPECIAL = str.maketrans({"đ": "dj", "ð": "d", "þ": "th", "ł": "l", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae"})


def clean(text):
    return " ".join(unicodedata.normalize("NFC", text).replace("’", "'").replace("ʻ", "'").split())


def fold(text):
    text = unicodedata.normalize("NFD", text.lower().translate(SPECIAL))
    return re.sub("[^a-z0-9Ͱ-ӿ]", "", "".join(c for c in text if not unicodedata.combining(c)))


def latin(text, locale):
    """The ways in which a name of a locale is written in Latin letters."""
    if locale == "bg":
        text = re.sub(r"ия\b", "иа", text)
    ways = []
    for letters in ALPHABETS.get(locale, [None]):
        way = "".join(written(c, letters) for c in text) if letters else text
        if way not in ways and not re.search("[а-яѐ-ӿ]", way.lower()):
            ways.append(way)
    return ways


def written(letter, letters):
    small = letters.get(letter.lower(), letter)
    return small if letter.islower() or small == letter else small[:1].upper() + small[1:]


def is_name(form):
    return len(form) > 3 and not (NO_NAME.search(form) or form.isupper() or re.search(r"\.\w?\.?$", form))


def cases(form, locale):
    """A name and, in Albanian, the form that stands before a genitive and after prepositions."""
    forms = [form]
    if locale == "sq" and " " not in form and form not in MASCULINE:
        if form.endswith("i") and form[-2] not in "aeou":
            forms.append(form + "a")
        elif form.endswith("ë"):
            forms.append(form[:-1] + "a")
    return forms


class Places:
    """The rows of places.csv, by name and country."""

    def __init__(self, path):
        self.path = path
        with path.open(encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))
        # The longer a name has stood in the table, the more it is the name of that place.
        self.right = {}
        for row in self.rows:
            for name in self.names(row):
                self.right.setdefault(fold(name), []).append(row)

    @staticmethod
    def names(row):
        return [row["name"], *row["aliases"].split(" | ")] if row["aliases"] else [row["name"]]

    def find(self, name, country, roles):
        """The place of this name, or the one with such a role that has it for an alias."""
        found = [row for row in self.right.get(fold(name), []) if row["country"] == country]
        found.sort(key=lambda row: fold(row["name"]) != fold(name))
        fits = (row for row in found if fold(row["name"]) == fold(name) or roles & set(row["roles"].split(" | ")))
        return next(fits, None)

    def add(self, name, country, role):
        row = dict.fromkeys(COLUMNS, "") | {
            "name": name, "kind": "place", "country": country, "roles": role, "source": "cldr",
        }  # fmt: skip
        self.rows.append(row)
        self.right.setdefault(fold(name), []).append(row)
        return row

    def alias(self, row, form):
        if all(fold(form) != fold(name) for name in self.names(row)):
            row["aliases"] = " | ".join(filter(None, [row["aliases"], form]))
            self.right.setdefault(fold(form), []).append(row)

    def foreign(self, row, form):
        """A form that is right in English, for this place or another, is not foreign."""
        known = {fold(other) for other in row["foreign"].split(" | ")}
        if fold(form) in known or fold(form) in self.right or form in REFUSED.get(row["country"], "").split(" | "):
            return
        row["foreign"] = " | ".join(filter(None, [row["foreign"], form]))

    def write(self):
        self.rows.sort(key=lambda row: (row["kind"], row["name"], row["country"]))
        with self.path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.rows)


def territories(folder, locale):
    text = (folder / locale / "territories.json").read_text(encoding="utf-8")
    return json.loads(text)["main"][locale]["localeDisplayNames"]["territories"]


def cities(folder, locale):
    """The exemplar cities of a locale, by zone."""
    text = (folder / locale / "timeZoneNames.json").read_text(encoding="utf-8")
    found = {}

    def walk(path, node):
        if "exemplarCity" in node:
            found[path] = clean(node["exemplarCity"])
        for key, below in node.items():
            if isinstance(below, dict) and key not in ("long", "short"):
                walk(f"{path}/{key}" if path else key, below)

    walk("", json.loads(text)["main"][locale]["dates"]["timeZoneNames"]["zone"])
    return found


def add_territories(places, folder):
    english = territories(folder, "en")
    others = {locale: territories(folder, locale) for locale in LOCALES}
    countries = {code for code in english if re.fullmatch("[A-Z]{2}", code)} - NO_TERRITORY
    rows = []
    for code in sorted(countries):
        name = clean(english[code]).replace(" & ", " and ").replace(" SAR China", "")
        known = [row for row in places.rows if row["country"] == code and "country" in row["roles"].split(" | ")]
        rows.append((code, known[0] if known else places.add(name, code, "country")))
    for code, name in REGIONS.items():
        country = "ES" if code == "IC" else ""
        rows.append((code, places.find(name, country, {"region"}) or places.add(name, country, "region")))
    variants = ("", "-alt-short", "-alt-variant")
    for code, row in rows:
        for form in (clean(english.get(code + variant, "")) for variant in variants if code in countries):
            if form and not NO_NAME.search(form) and " - " not in form:
                places.alias(row, form)
    for code, row in rows:
        for locale in LOCALES:
            for variant in variants:
                for form in latin(clean(others[locale].get(code + variant, "")), locale):
                    for case in cases(form, locale) if is_name(form) else []:
                        places.foreign(row, case)


def add_cities(places, folder, zones):
    lines = zones.read_text(encoding="utf-8").splitlines()
    country_of = {line.split("\t")[2]: line.split("\t")[0] for line in lines if not line.startswith("#")} | OLD_ZONES
    english = cities(folder, "en")
    others = {locale: cities(folder, locale) for locale in LOCALES}
    for zone in sorted(set().union(*others.values())):
        country = country_of.get(zone)
        if country is None or zone.startswith(NO_CITY):
            continue
        name = english.get(zone) or zone.split("/")[-1].replace("_", " ")
        row = places.find(name, country, {"city", "capital", "town"})
        for locale in LOCALES if row else []:
            for form in latin(others[locale].get(zone, ""), locale):
                if len(form) > 2 and not re.search(r"[(,]| / ", form):
                    places.foreign(row, form)


def main():
    folders = [Path(argument) for argument in sys.argv[1:]]
    places = Places(Path(__file__).with_name("places.csv"))
    add_territories(places, folders[0])
    add_cities(places, folders[1], folders[2] if len(folders) > 2 else Path("/usr/share/zoneinfo/zone.tab"))
    places.write()


main()
