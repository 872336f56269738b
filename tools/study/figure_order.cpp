#include "tools/study/figure_order.hpp"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <list>
#include <map>

#include "models/error.hpp"

namespace hubwatt {

namespace {

constexpr std::int64_t most_figures = 10'000'000;  // of one point; more is damage

}  // namespace

std::vector<std::int64_t> joined_order(std::span<const std::vector<std::int64_t>> orders) {
  std::list<std::int64_t> joined;
  std::map<std::int64_t, std::list<std::int64_t>::iterator> places;
  for (const std::vector<std::int64_t>& order : orders) {
    auto behind = joined.begin();
    for (const std::int64_t id : order) {
      auto known = places.find(id);
      if (known == places.end()) known = places.emplace(id, joined.insert(behind, id)).first;
      behind = std::next(known->second);
    }
  }
  return {joined.begin(), joined.end()};
}

std::string ids_text(std::span<const std::int64_t> ids) {
  std::string out;
  for (std::size_t i = 0; i < ids.size();) {
    std::size_t last = i;
    while (last + 1 < ids.size() && ids[last + 1] == ids[last] + 1) ++last;
    out += fmt::format("{}{}", out.empty() ? "" : ",", ids[i]);
    if (last > i) out += fmt::format("-{}", ids[last]);
    i = last + 1;
  }
  return out;
}

std::vector<std::int64_t> ids_of_text(std::string_view text, const std::filesystem::path& file) {
  const auto damaged = [&file] {
    return InputError(Diagnostic{file.string(), 0, 0, "", "is damaged (the order of figures)",
                                 "run `hubwatt sweep` with --force to begin anew"});
  };
  std::vector<std::int64_t> out;
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto number = [&] {
    std::int64_t value = 0;
    const auto read = std::from_chars(at, end, value);
    if (read.ec != std::errc{} || value < 1) throw damaged();
    at = read.ptr;
    return value;
  };
  while (at != end) {
    const std::int64_t first = number();
    std::int64_t last = first;
    if (at != end && *at == '-') ++at, last = number();
    if (last < first || last - first > most_figures) throw damaged();
    for (std::int64_t id = first; id <= last; ++id) out.push_back(id);
    if (static_cast<std::int64_t>(out.size()) > most_figures || (at != end && *at != ',')) throw damaged();
    if (at != end && ++at == end) throw damaged();
  }
  return out;
}

}  // namespace hubwatt
