#!/usr/bin/env python3
"""Reduces measured sets to the tables that the validation page reads.

    cut_validation.py DATA tests/data/measured

DATA holds the sets in folders of their names. Nothing is fitted and nothing is filled here: rows with a sensor's
fault are left out and counted in the first line of the table's notes (printed).
"""
import csv
import gzip
import pathlib
import statistics
import sys

DATA, OUT = (pathlib.Path(p) for p in sys.argv[1:])


def rows(name):
    with gzip.open(DATA / name, "rt", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def write(name, header, table):
    with open(OUT / name, "w", encoding="utf-8") as file:
        file.write(",".join(header) + "\n")
        for row in table:
            file.write(",".join(str(x) for x in row) + "\n")
    print(name, len(table), "rows")


def short(x, digits):
    """The number rounded, without zeros that say nothing."""
    text = f"{x:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def quantile(points, percent):
    """Value below which this percentage of samples lies; points are (cdf percent, value) in order."""
    for (p0, v0), (p1, v1) in zip(points, points[1:]):
        if p1 >= percent:
            return v1 if p1 == p0 else v0 + (v1 - v0) * (percent - p0) / (p1 - p0)
    return points[-1][1]


def acme():
    names = ["server_power_gpu_node_seren", "server_power_cpu_node_seren", "gpu_power_seren", "gpu_power_kalos"]
    points = {name: [] for name in names}
    for row in rows("dist_acme_2023/cdf.csv.gz"):
        if row["quantity"] in points:
            points[row["quantity"]].append((float(row["cdf_pct"]), float(row["value"])))
    header = ["percent", "gpu_server_seren_w", "cpu_server_seren_w", "gpu_seren_w", "gpu_kalos_w"]
    # The first point of a CDF stands for nothing at all; half a percent is the lowest quantile told.
    grid = [0.5] + list(range(1, 101))
    write("acme-power.csv", header,
          [[p] + [short(quantile(points[name], p), 2) for name in names] for p in grid])


def cornell():
    table = []
    for gpu, name in (("H100 PCIe", "cbsugpu08"), ("A40", "cbsugpu06")):
        bins = {}
        for row in rows(f"gpu_power_cornell/{name}.csv.gz"):
            if not row["utilave"] or not row["powerave"]:
                continue
            util, watts = float(row["utilave"]), float(row["powerave"])
            low = -1 if util == 0 else min(95, int(util // 5) * 5)
            bins.setdefault(low, []).append((util, watts))
        for low in sorted(bins):
            hours = bins[low]
            watts = [w for _, w in hours]
            table.append([gpu, len(hours), short(statistics.fmean(u for u, _ in hours), 3),
                          short(statistics.fmean(watts), 2), short(statistics.pstdev(watts), 2)])
    write("cornell-gpu-power.csv", ["gpu", "hours", "utilization_pct", "power_w", "spread_w"], table)


def specpower():
    years = {}
    for row in rows("server_specpower_2026/specpower.csv.gz"):
        if row["Chips"] != "2":
            continue
        year = int(row["Published"].split("-")[-1])
        full, idle = float(row["avg. watts @ 100%"]), float(row["avg. watts @ active idle"])
        years.setdefault(year, []).append((idle, full))
    table = []
    for year in sorted(years):
        of = years[year]

        def quartiles(values):
            values = sorted(values)
            if len(values) < 4:
                return [short(statistics.median(values), 4)] * 3
            return [short(q, 4) for q in statistics.quantiles(values, n=4, method="inclusive")]

        table.append([year, len(of)] + quartiles([i for i, _ in of]) + quartiles([f for _, f in of]) +
                     quartiles([i / f for i, f in of]))
    header = ["year", "systems"]
    for what in ("idle_w", "full_w", "idle_per_full"):
        header += [f"{what}_p25", f"{what}_p50", f"{what}_p75"]
    write("specpower-2-chips.csv", header, table)


def solar():
    for site, name in ((1, "solar_site1_50MW_15min"), (2, "solar_site2_130MW_15min")):
        hours, bad = {}, 0
        for i, row in enumerate(rows(f"pv_china_stategrid/{name}.csv.gz")):
            sun, air, power = float(row["total_irr_w_m2"]), float(row["air_temp_c"]), float(row["power_mw"])
            good = 0 <= sun < 1600 and -50 < air < 60 and power >= 0
            bad += not good
            hours.setdefault(i // 4, []).append((sun, air, power) if good else None)
        table = [[h] + [short(statistics.fmean(q[c] for q in of), d) for c, d in ((0, 0), (1, 1), (2, 2))]
                 for h, of in hours.items() if None not in of]
        print(f"site {site}: {bad} quarter hours with a fault, {len(hours) - len(table)} hours left out")
        write(f"pv-site{site}.csv", ["hour", "irradiance_w_m2", "air_degc", "power_mw"], table)


def grid():
    fuels = ["WND", "SUN", "WAT", "OIL", "NG", "COL", "NUC", "OTH"]
    table = []
    for area in ("CISO", "PJM", "MISO"):
        for i, row in enumerate(rows(f"grid_eia_us_2022/{area}_2022.csv.gz")):
            if i % 13 == 0 and row["avg_CI"] and all(row[f] for f in fuels):
                table.append([area, row["time_utc"][:13]] + [int(float(row[f])) for f in fuels] + [row["avg_CI"]])
    write("eia-mix-2022.csv", ["area", "time_utc"] + [f.lower() + "_mw" for f in fuels] + ["g_per_kwh"], table)


def epw():
    table = []
    for place, name in (("Chicago", "USA_IL_Chicago-OHare.Intl.AP.725300_TMY3.epw.gz"),
                        ("Tucson", "USA_AZ_Davis-Monthan.AFB.722745_TMY3.epw.gz")):
        with gzip.open(DATA / "weather_epw_tmy3" / name, "rt", encoding="latin-1") as file:
            for i, line in enumerate(file.read().splitlines()[8:]):
                if i % 29 == 0:
                    cells = line.split(",")
                    table.append([place, i, cells[6], cells[7], cells[8], cells[9]])
    write("tmy3-sample.csv", ["place", "hour", "dry_bulb_degc", "dew_point_degc", "humidity_pct", "pressure_pa"], table)


def chinese_weather():
    for city in ("shanghai", "chengdu"):
        hours = [r for r in rows(f"weather_china_hourly/{city}_2010_2015.csv.gz") if r["time_local"].startswith("2014")]
        gaps = [i for i, r in enumerate(hours) if not (r["temp_c"] and r["rel_humidity_pct"])]
        for i in gaps:  # the hour before stands in; said in tests/data/README.md
            hours[i]["temp_c"], hours[i]["rel_humidity_pct"] = hours[i - 1]["temp_c"], hours[i - 1]["rel_humidity_pct"]
        print(city, len(hours), "hours,", len(gaps), "gaps at", gaps)
        write(f"{city}-2014.csv", ["temp_c", "rel_humidity_pct"],
              [[short(float(r["temp_c"]), 1), short(float(r["rel_humidity_pct"]), 1)] for r in hours])


OUT.mkdir(parents=True, exist_ok=True)
for cut in (acme, cornell, specpower, solar, grid, epw, chinese_weather):
    cut()
