// Servers slowed down on purpose: by a clock below the full one, or by a limit on their power that the clock is
// lowered to keep. Not here: who sets either (racks of the platform), and what jobs run.
//
//   Equation   above idle, power goes with f^g, f being the clock over the full one: P = idle + span s(a) f^g.
//              Of a run at full clock the share b waits for the clock and the rest for memory or network:
//              speed = 1 / ((1 - b) + b / f).
//              A limit C is kept by each accelerator for its n-th part: the highest f with
//              s(a) f^g <= (C - idle) / span, so that a job's clock depends on its own activity alone.
//   Validity   least <= f <= 1. g is 1 at fixed voltage and 3 where voltage falls with the clock; measured boards
//              lie between. Idle power does not follow the clock.
//   Source     g: CMOS dynamic power C V^2 f; b: Hsu and Kremer, PLDI 2003, as eq. 1 of Freeh et al., PPoPP 2005;
//              both held against Patel et al. (POLCA), ASPLOS 2024, where locking the clock of training takes a
//              fifth off the power for a tenth of the speed: g 2.2, b 0.85 give 21 % for 9 % at f = 0.9.
//              Confidence: paper for the form, estimate for the coefficients (catalogue).
#pragma once

#include <optional>
#include <vector>

#include "models/server_power.hpp"

namespace hubwatt {

// Clocks a type of server runs at, over the full one.
struct Frequency {
  double power_exponent = 1.0;  // g
  double least = 1.0;
  std::vector<double> states;  // rising, from `least` to 1; empty: all between the two
};

double speed_at(double frequency, double clock_bound);
// Of the power above idle.
double power_share(const Frequency& clocks, double frequency);
// The highest clock at or below `at_most`; empty where there is none.
std::optional<double> highest_state(const Frequency& clocks, double at_most);
// The highest clock at which the whole server stays at or below `cap`; empty where the lowest one draws more.
std::optional<double> frequency_for_cap(const ServerPower& server, const Frequency& clocks, Power cap,
                                        double activity);

}  // namespace hubwatt
