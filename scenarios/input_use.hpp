// What a scenario was read from, figure by figure: the key as --set addresses it, the value, where it stands, how well
// it is founded. `hubwatt run` leaves it in inputs.json, where a figure of the report is traced back to it.
//
// inputs.json (texts that repeat are in lists, rows name them by position, null for none):
//   {"schema": 1,
//    "sources":  [{"entry": "cooling.indirect-evaporative", "source": "...", "confidence": "estimate"}, ...],
//    "meanings": ["heat to carry over IT power: room-side gains", ...],
//    "files":    ["hello.platform.toml", "catalogue/cooling.toml", ...],
//    "inputs":   [{"key": "hub.horinger.cooling.fans.share", "value": "0.11", "file": 1, "line": 31, "source": 0,
//                  "meaning": 0, "default": null}, ...],          `default`: why this value stands in for a missing key
//    "assumptions": {"tested": 61, "not_tested": ["power_chain.modern.rack_supply.fixed", ...],
//                    "not_tested_why": ["limits", ...], "threshold": 0.01, "held": ["places", "dates", "decisions"],
//                    "moves": [{"name": "server.hgx-h100.idle_power", "value": "1.9 kW", "change": "+10 %",
//                               "source": 3, "file": 2, "line": 40, "keys": ["server.hgx-h100.idle_power", ...],
//                               "effects": {"facility_energy_kwh": 0.031, "pue": -0.002, ...}}, ...]}}
// `effects`: relative change of the total's figure; `moves` are those above the threshold, the greatest first, with all
// that is `held` as it was: where jobs and requests go, when they do, and what policies decide. Why figures were not
// tested: "limits", they are nought or refused both ways; "pools", racks would run apart that ran as one; "places",
// they move only what is held, and latencies; "shares", they are parts of a whole, and more of each is the same.
#pragma once

#include <string>

namespace hubwatt {

struct InputUse {
  std::string key = {};      // "hub.horinger.cooling.fans.share"
  std::string value = {};    // as TOML, "0.11"
  std::string file = {};     // "hello.platform.toml", "catalogue/cooling.toml", "--set ..."
  int line = 0;              // 0 where the text has no lines
  std::string entry = {};    // "cooling.indirect-evaporative" where the value is the catalogue's, else empty
  std::string meaning = {};  // what the key is, as `hubwatt docs` says it
  std::string by_default = {};  // why this value stands in for a missing key; empty where the key is given
  std::string source =
      {};  // as the entry, the table around it or a [[basis]] of the file tells; may be empty
  std::string confidence = {};  // the same; of a default `estimate` where its reason, then its source, says so
  std::string basis = {};       // the pattern of the [[basis]] that tells, "hub.*.grid"; else empty
};

}  // namespace hubwatt
