#include "scenarios/reading.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "models/contract.hpp"

namespace hubwatt {

Diagnostic Reading::place_of(const Node& at) const {
  return {at.place.file ? *at.place.file : std::string(), at.place.line, at.place.column, at.path, "", ""};
}

void Reading::mistake(const Node& at, std::string problem, std::string suggestion) {
  Diagnostic found = place_of(at);
  found.problem = std::move(problem);
  found.suggestion = std::move(suggestion);
  mistakes.push_back(std::move(found));
}

void Reading::mistake_at_key(const Node& table, std::string_view key, std::string problem,
                             std::string suggestion) {
  mistake(table, std::move(problem), std::move(suggestion));
  Diagnostic& found = mistakes.back();
  found.key += (found.key.empty() ? "" : ".") + std::string(key);
  for (const Member& member : *table.table()) {
    if (member.key != key) continue;
    // A member from the catalogue has no place the user can change; the table that names the entry has.
    if (*member.key_place.file != found.file && member.key_place.file->starts_with("catalogue/")) continue;
    found.line = member.key_place.line;
    found.column = member.key_place.column;
    found.file = *member.key_place.file;
  }
}

bool Reading::fine(const Node& at) const {
  const Diagnostic place = place_of(at);
  return std::none_of(mistakes.begin(), mistakes.end(), [&place](const Diagnostic& mistake) {
    const bool below = mistake.key.starts_with(place.key + ".") || mistake.key == place.key;
    return below && mistake.file == place.file;
  });
}

const InputFile* Reading::file_at(const Node& path) {
  HUBWATT_EXPECTS(path.text() != nullptr);
  return files.read(*path.text(), folder, place_of(path), mistakes);
}

std::vector<Diagnostic> in_order_of_place(std::vector<Diagnostic> mistakes) {
  std::vector<std::string> order;
  for (const Diagnostic& mistake : mistakes) {
    if (std::find(order.begin(), order.end(), mistake.file) == order.end()) order.push_back(mistake.file);
  }
  const auto position = [&order](const Diagnostic& mistake) {
    return std::tuple(std::find(order.begin(), order.end(), mistake.file), mistake.line, mistake.column);
  };
  std::stable_sort(mistakes.begin(), mistakes.end(), [&position](const Diagnostic& a, const Diagnostic& b) {
    return position(a) < position(b);
  });
  return mistakes;
}

}  // namespace hubwatt
