#!/usr/bin/env python3
"""Makes platforms/catalogue/china-hubs.platform.toml from a table of the national hubs' sites.

    make_china_hubs.py national-hubs.toml > china-hubs.platform.toml

The table gives location, climate normals, grid, price, racks, occupancy and FLOPS by site. What is installed
is derived here by the constants below; the text that the platform file starts with says how.
"""
import math
import sys
import tomllib

# National mix of AI servers by count, and dense FP16 FLOPS of one (8 accelerators), PFLOPS.
AI_MIX = {
    "hgx-a800": (0.40, 8 * 0.312),
    "atlas-800t-a2": (0.25, 8 * 0.320),
    "hgx-h800": (0.20, 8 * 0.989),
    "hgx-h20": (0.15, 8 * 0.148),
}
AI_REPRESENTS, AI_PER_RACK = 100, 2
CPU_MIX = {"cpu-2s-2018": 0.75, "cpu-2s": 0.25}
CPU_REPRESENTS, CPU_PER_RACK = 500, 10
CPU_ACTIVITY = 0.25
GENERAL_PFLOPS_PER_SERVER = 17500 / 1.72e6
MEAN_AI_KW, MEAN_CPU_KW = 4.2, 0.276
LINKS_TOTAL_TENTHS = 9280  # of a Tbps

# Cooling, power chain, share of energy to be held as green, its contract and the part of it from PV.
SITES = {
    "zhangjiakou_huailai": ("indirect-evaporative", "modern", 0.35, "direct", 0.3),
    "zhangjiakou_zhangbei": ("chilled-water-economizer", "hvdc", 0.58, "direct", 0.2),
    "yangtze_demo_qingpu": ("chilled-water-economizer", "modern", 0.35, "certificate", 0.5),
    "yangtze_demo_wujiang": ("chilled-water-economizer", "modern", 0.35, "certificate", 0.5),
    "yangtze_demo_jiashan": ("cold-plate", "modern", 0.35, "certificate", 0.5),
    "wuhu": ("indirect-evaporative", "modern", 0.35, "certificate", 0.5),
    "shaoguan": ("chilled-water-economizer", "modern", 0.35, "certificate", 0.4),
    "tianfu_chengdu": ("indirect-evaporative", "modern", 0.35, "certificate", 0.2),
    "chongqing": ("chilled-water-economizer", "modern", 0.30, "certificate", 0.2),
    "guian": ("indirect-evaporative", "modern", 0.40, "certificate", 0.4),
    "horinger": ("chilled-water-economizer", "hvdc", 0.85, "direct", 0.3),
    "ulanqab_jining": ("direct-air", "hvdc", 0.85, "direct", 0.2),
    "qingyang_xifeng": ("indirect-evaporative", "hvdc", 0.80, "direct", 0.4),
    "zhongwei": ("direct-air", "hvdc", 0.80, "direct", 0.5),
}
TARIFF = {"north": "north", "east": "east", "south": "south", "sw": "southwest", "nw": "northwest"}
RENEWABLE_SHARE = {"North": 0.25, "East": 0.25, "South": 0.42, "Southwest": 0.70, "Northwest": 0.35}
RESIDUAL = 0.5856
PUE_GUESS = 1.22
DIRECT_PRICE, CERTIFICATE_PRICE = 0.9, 0.005  # of the grid's price; CNY/kWh

HEADER = """\
# The sites of China's eight national computing hubs: ten clusters, thirteen cities, fourteen sites
# (Zhangjiakou has two). Made by tools/data/make_china_hubs.py; change that and run it again, not this file.
#
# Names and division: CAICT, Research Report on the Computing Economy, 2025-09 (13 cities), and the ten
# clusters of the hub approvals of 2022; a city that two lists count differently keeps its own site here.
# Side: as the programme counts hubs; Cheng-Yu is counted east here and west elsewhere.
#
# How each group of figures is founded
#   location        official: coordinates of the start-up areas; altitude +-50 m
#   climate         estimate: normals like those of 1991-2020, +-1 K and +-6 % humidity
#   racks           computed from estimates, see below
#   carbon          official: regional factors of 2023 (MEE/NBS), residual 0.5856 kg/kWh of 2022 (market,
#                   without non-fossil), used where a contract does not cover the load
#   price           estimate +-15 %: large-industry price with grid fee, about 2025; hours by the tariff
#                   named
#   renewable_share estimate of the region's generation with hydropower; its attributes may not be claimed
#   pue_limit       official: hub approvals of 2022, 1.25 east and 1.20 west
#   green target    official: 80 % of new hub data centers by the end of 2025 (NDRC, NEA, 2023-12)
#   renewables      estimate: capacity = energy of the site x share held green / hours at the capacity
#                   factor (+-12 %). Shares: published for Zhangjiakou (a third; Zhangbei 58 %), Horinger
#                   (85 %) and taken for Ulanqab; 80 % where zero-carbon parks are built (Zhongwei,
#                   Qingyang); 30 to 40 % else, the national mean or little above. All of 2024 to 2025. Direct supply costs a tenth
#                   less than the grid, a certificate 0.005 CNY/kWh.
#   cooling, chain  estimate: what is usual in that climate; cold and dry sites take outside air where they
#                   can, Wuhu, Chengdu, Gui'an and Huailai evaporative units, one eastern site cold plates
#   links           official: 20 ms one-way, 99.9 % available, 928 Tbps in all between clusters (CAICT
#                   2026); the split is an estimate: every pair of sites of different clusters in proportion
#                   to the product of their racks, in steps of 0.1 Tbps. Sites of one cluster have no link
#                   of their own.
#
# What is installed, from the FLOPS and racks published by site (press; splits inside a city are estimates)
#   AI servers      PFLOPS FP16 / {ai_pflops:.2f} PFLOPS, the mean of the national mix by count: 40 % A800,
#                   25 % Ascend 910B, 20 % H800, 15 % H20 (estimate: imports until 2023, then H20 and
#                   domestic chips; GPU to other accelerators about 70 : 30 by money in 2024).
#                   {ai_servers:,.0f} servers in all.
#   CPU servers     PFLOPS FP32 / 10.2 TFLOPS, the ratio published for Zhangjiakou (17 500 PFLOPS, 1.72 M
#                   servers). Three quarters of an older type, a quarter of a newer one, 25 % busy: a mean
#                   of 276 W, which is also what is left of Zhangjiakou's 4.07 TWh of the first half of 2025
#                   after PUE 1.2 and its AI servers. {cpu_servers:,.0f} servers in all.
#   rack_positions  racks with equipment / published occupancy. A position is of any power: one with AI
#                   servers counts for three or four standard racks of 2.5 kW.
#   Check           {it_mw:,.0f} MW of IT with AI servers at {ai_kw} kW; published: {racks:,.0f} thousand
#                   standard racks x 2.5 kW x occupancy = {rack_mw:,.0f} MW.
#   represents      100 for every AI rack, so that a job stands for 100 jobs wherever it runs; 500 for CPU
#                   racks, which run no job of ours. Simulated accelerators: {accelerators:,.0f}.
#
# Demand cities: weights in the scenarios; half of demand around Beijing, 93 % in the east (CAICT 2023 and
# 2026).

schema = 1
name = "China's national hubs"

[network]
route_factor = 1.3   # estimate; the programme allows at most 1.5 (hub-to-hub links, plan of 2023-10)
"""

# Stands at the end of the file: the list of its header as data.
BASIS = """
[[basis]]
keys = "network.route_factor"
confidence = "estimate"
source = "fibre follows roads and railways; the programme allows at most 1.5 (hub-to-hub links, plan of 2023-10)"

[[basis]]
keys = ["origin", "hub.*.location"]
confidence = "official"
source = "coordinates of cities and start-up areas; altitude +-50 m"

[[basis]]
keys = "hub.*.climate"
confidence = "estimate"
source = "normals like those of 1991-2020, +-1 K and +-6 % humidity"

[[basis]]
keys = ["hub.*.cooling", "hub.*.power_chain"]
confidence = "estimate"
source = "what is usual in that climate"

[[basis]]
keys = "hub.*.pue_limit"
confidence = "official"
source = "hub approvals of 2022: 1.25 east, 1.20 west"

[[basis]]
keys = "hub.*.green_share_target"
confidence = "official"
source = "80 % of new hub data centers by the end of 2025 (NDRC, NEA, 2023-12)"

[[basis]]
keys = "hub.*.rack_positions"
confidence = "computed"
source = "racks with equipment over published occupancy"

[[basis]]
keys = "hub.*.grid.carbon"
confidence = "official"
source = "regional factors of 2023 (MEE/NBS)"

[[basis]]
keys = "hub.*.grid.residual_carbon"
confidence = "official"
source = "residual factor of 2022 (market-based, without non-fossil)"

[[basis]]
keys = ["hub.*.grid.price", "hub.*.grid.time_of_use"]
confidence = "estimate"
source = "+-15 %: large-industry price with grid fee, about 2025"

[[basis]]
keys = "hub.*.grid.renewable_share"
confidence = "estimate"
source = "the region's generation with hydropower"

[[basis]]
keys = "hub.*.grid.attributes"
confidence = "official"
source = "certificates are sold apart in China since 2023"

[[basis]]
keys = "hub.*.rack"
confidence = "estimate"
source = "published FLOPS by site over those of the national mix of servers; mix and splits inside a city are estimates"

[[basis]]
keys = "hub.*.renewable"
confidence = "estimate"
source = "energy of the site x share held green over hours at the capacity factor (+-12 %); direct supply a tenth below the grid's price, a certificate 0.005 CNY/kWh"

[[basis]]
keys = "link"
confidence = "official"
source = "20 ms one-way, 99.9 % available (CAICT 2026)"

[[basis]]
keys = "link.*.bandwidth"
confidence = "estimate"
source = "928 Tbps in all between clusters (CAICT 2026), in proportion to the product of racks"
"""


def ai_pflops_mean():
    return sum(share * flops for share, flops in AI_MIX.values())


def rack_positions(racks, occupancy):
    """Whole positions, rounded down: the published occupancy is reached, not missed by part of a rack."""
    return math.floor(racks / occupancy + 1e-9)


def rack_counts(site):
    """Simulated racks by server type: AI servers, then CPU servers."""
    ai = site["ai_pflops_fp16"] / ai_pflops_mean()
    cpu = site["general_pflops_fp32"] / GENERAL_PFLOPS_PER_SERVER
    ai_racks, cpu_racks = ai / (AI_REPRESENTS * AI_PER_RACK), cpu / (CPU_REPRESENTS * CPU_PER_RACK)
    racks = {kind: max(1, round(ai_racks * share)) for kind, (share, _) in AI_MIX.items()}
    return racks | {kind: max(1, round(cpu_racks * share)) for kind, share in CPU_MIX.items()}


def servers(racks, kinds, per_rack, represents):
    return sum(racks[k] for k in kinds) * per_rack * represents


def it_power_kw(racks):
    return (servers(racks, AI_MIX, AI_PER_RACK, AI_REPRESENTS) * MEAN_AI_KW
            + servers(racks, CPU_MIX, CPU_PER_RACK, CPU_REPRESENTS) * MEAN_CPU_KW)


def links(sites):
    """Pairs of sites of different clusters with their tenths of a Tbps, by largest remainders."""
    pairs = [(a, b) for i, a in enumerate(sites) for b in sites[i + 1:] if a["cluster"] != b["cluster"]]
    weights = [a["racks_k"] * b["racks_k"] for a, b in pairs]
    shares = [w * LINKS_TOTAL_TENTHS / sum(weights) for w in weights]
    tenths = [int(s) for s in shares]
    by_remainder = sorted(range(len(pairs)), key=lambda i: (tenths[i] - shares[i], i))
    for i in by_remainder[:LINKS_TOTAL_TENTHS - sum(tenths)]:
        tenths[i] += 1
    assert sum(tenths) == LINKS_TOTAL_TENTHS and min(tenths) > 0
    return [(a, b, t) for (a, b), t in zip(pairs, tenths)]


def print_hub(site, side, zh):
    cooling, chain, green, contract, pv_part = SITES[site["id"]]
    racks = rack_counts(site)
    real = {k: n * (AI_REPRESENTS if k in AI_MIX else CPU_REPRESENTS) for k, n in racks.items()}
    green_kw = it_power_kw(racks) * PUE_GUESS * green
    print(f"""
[[hub]]                              # {zh}, cluster {site["cluster"]}, {site["province"]}
id = "{site["id"]}"
name = "{site["zh"]}"
side = "{side}"
location = {{ latitude = {site["lat"]}, longitude = {site["lon"]}, altitude = "{site["altitude_m"]} m" }}
utc_offset = "8 h"
climate = {{ kind = "normals", dry_bulb_degc = {site["t_month_c"]}, relative_humidity = \
{[round(p / 100, 2) for p in site["rh_month_pct"]]}, diurnal_range = "{site["diurnal_range_k"]:g} K" }}
cooling = "{cooling}"
power_chain = "{chain}"
pue_limit = {site["pue_cap"]:.2f}
green_share_target = 0.80
rack_positions = {rack_positions(sum(real.values()), site["occupancy"])}             # occupancy {site["occupancy"]}

[hub.grid]
carbon = "{site["ef_region_2023"]:.4f} kg/kWh"        # {site["grid_region"]}, 2023
residual_carbon = "{RESIDUAL} kg/kWh"
price = "{site["price_cny_kwh"]:.2f} CNY/kWh"
time_of_use = "{TARIFF[site["tou"]]}"
renewable_share = {RENEWABLE_SHARE[site["grid_region"]]:.2f}
attributes = false""")
    for kind, count in racks.items():
        ai = kind in AI_MIX
        print(f"""
[[hub.rack]]
server = "{kind}"
racks = {count}
servers_per_rack = {AI_PER_RACK if ai else CPU_PER_RACK}
represents = {AI_REPRESENTS if ai else CPU_REPRESENTS}""")
        if not ai:
            print(f"background_activity = {CPU_ACTIVITY}")
    for kind, part in (("pv", pv_part), ("wind", 1.0 - pv_part)):
        factor = site[f"{kind}_cf"]
        price = site["price_cny_kwh"] * DIRECT_PRICE if contract == "direct" else CERTIFICATE_PRICE
        print(f"""
[[hub.renewable]]
kind = "{kind}"
capacity = "{round(green_kw * part / factor / 1e4) * 10} MW"
capacity_factor = {factor}
contract = "{contract}"
price = "{price:.3f} CNY/kWh\"""")


def main():
    with open(sys.argv[1], "rb") as file:
        table = tomllib.load(file)
    sites = table["site"]
    hubs = {h["id"]: h for h in table["hub"]}
    racks = [rack_counts(s) for s in sites]
    ai_servers = sum(servers(r, AI_MIX, AI_PER_RACK, AI_REPRESENTS) for r in racks)
    print(HEADER.format(
        ai_pflops=ai_pflops_mean(), ai_servers=ai_servers, ai_kw=MEAN_AI_KW,
        cpu_servers=sum(servers(r, CPU_MIX, CPU_PER_RACK, CPU_REPRESENTS) for r in racks),
        it_mw=sum(map(it_power_kw, racks)) / 1e3, racks=sum(s["racks_k"] for s in sites),
        rack_mw=sum(s["racks_k"] * 2.5 * s["occupancy"] for s in sites),
        accelerators=ai_servers / AI_REPRESENTS * 8), end="")
    for city in table["demand_city"]:
        print(f"""
[[origin]]
id = "{city["id"]}"
location = {{ latitude = {city["lat"]}, longitude = {city["lon"]} }}""")
    for site in sites:
        hub = hubs[site["hub"]]
        print_hub(site, hub["side"], hub["zh"])
    for a, b, tenths in links(sites):
        print(f"""
[[link]]
between = ["{a["id"]}", "{b["id"]}"]
latency = "20 ms"
bandwidth = "{tenths / 10:g} Tbps"
availability = 0.999""")
    print(BASIS, end="")


main()
