// Tries a policy module out before a run does: `hubwatt policies check FILE.so`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hubwatt {

// Loads the module, and asks it every kind of decision it claims on small made-up views: idle and full hubs,
// with and without an origin, nothing allowed, queues that fit and do not. Findings: what keeps it from
// loading, answers that would stop a run, options it does not know and accepts, two equal sequences of
// questions answered differently. Empty when there are none; that is no proof that the policy is a good one.
std::vector<std::string> check_module(const std::filesystem::path& file);

}  // namespace hubwatt
