#!/usr/bin/env python3
"""Cuts one calendar year out of a city's hourly weather and refuses a year with gaps.

    cut_weather.py beijing_2010_2015.csv.gz 2014 > beijing-2014.csv

Keeps time, dry bulb, dew point and humidity. Pressure is left behind: it is reduced to sea level.
"""
import csv
import gzip
import sys

COLUMNS = ["time_local", "temp_c", "dewpoint_c", "rel_humidity_pct"]


def main():
    path, year = sys.argv[1:]
    with gzip.open(path, "rt") as file:
        rows = [row for row in csv.DictReader(file) if row["time_local"].startswith(year)]
    gaps = [row["time_local"] for row in rows if not all(row[c] for c in COLUMNS)]
    if gaps or len(rows) not in (8760, 8784):
        sys.exit(f"{len(rows)} hours, {len(gaps)} with a gap: {gaps[:10]}")
    print(",".join(COLUMNS))
    for row in rows:
        print(",".join(row[c] for c in COLUMNS))


main()
