#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "tools/why_parts.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t longest_value = 60, longest_source = 160;
constexpr std::size_t most_one_by_one = 200;  // inputs that a reader goes through
constexpr std::size_t most_names = 6;

// "hub.horinger.cooling" of "hub.horinger.cooling.fans.share"; what stands in a hub itself is of "hub.horinger".
std::string table_of(const std::string& key) {
  const std::size_t first = key.find('.');
  if (first == std::string::npos) return "";
  const std::size_t second = key.find('.', first + 1);
  if (second == std::string::npos) return key.substr(0, first);
  const std::size_t third = key.find('.', second + 1);
  return key.substr(0, key.starts_with("hub.") && third != std::string::npos ? third : second);
}

std::string below(const std::string& key, const std::string& table) {
  return table.empty() ? key : key.substr(table.size() + 1);
}

// "estimate, cooling.indirect-evaporative"; empty where nothing is told.
std::string founded(const RunInputs& inputs, const RunInput& input, const Words& words) {
  if (!input.source) return "";
  const InputSource& source = inputs.sources[*input.source];
  const std::string confidence(words(source.confidence));
  return source.entry.empty() ? confidence : fmt::format("{}, {}", source.entry, confidence);
}

std::string one_line(const RunInputs& inputs, const RunInput& input, const std::string& table,
                     const Words& words) {
  std::string out =
      fmt::format("    {} = {}", below(input.key, table), shortened(input.value, longest_value));
  if (!input.by_default.empty())
    out += "  (" + words.with("default: {}", input.by_default) + ")";
  else if (!input.file.empty())
    out += "  (" + place_text(input.file, input.line) + ")";
  if (!input.meaning.empty()) out += "  " + input.meaning;
  if (const std::string told = founded(inputs, input, words); !told.empty()) out += "  [" + told + "]";
  return out + "\n";
}

std::string one_by_one(const RunInputs& inputs, const Why& why, const Words& words) {
  std::string out, table;
  for (const std::size_t at : why.inputs) {
    const RunInput& input = inputs.inputs[at];
    if (const std::string own = table_of(input.key); out.empty() || own != table) {
      table = own;
      out += "  " + (table.empty() ? std::string(words("the run")) : table) + "\n";
    }
    out += one_line(inputs, input, table, words);
  }
  return out;
}

// Inputs that share a line: the same table of any hub, link or origin, from the same entry.
struct Group {
  std::string table, told;
  std::vector<std::string> owners, names;
  std::map<std::string, std::pair<int, int>> lines;  // first and last in each file
  std::size_t values = 0;
};

void add_once(std::vector<std::string>& to, const std::string& name) {
  if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
}

// "hub.*.cooling" of "hub.horinger.cooling", and "horinger".
std::pair<std::string, std::string> general(const std::string& table) {
  for (const std::string_view list : {"hub.", "link.", "origin."}) {
    if (!table.starts_with(list)) continue;
    const std::size_t end = std::min(table.find('.', list.size()), table.size());
    return {std::string(list) + "*" + table.substr(end), table.substr(list.size(), end - list.size())};
  }
  return {table, ""};
}

std::vector<Group> grouped(const RunInputs& inputs, const Why& why, const Words& words) {
  std::vector<Group> groups;
  for (const std::size_t at : why.inputs) {
    const RunInput& input = inputs.inputs[at];
    const std::string own = table_of(input.key);
    const auto [table, owner] = general(own);
    const std::string told = founded(inputs, input, words);
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& each) { return each.table == table && each.told == told; });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{table, told, {}, {}, {}, 0});
    if (!owner.empty()) add_once(group->owners, owner);
    add_once(group->names, below(input.key, own));
    ++group->values;
    if (input.file.empty() || !input.by_default.empty()) continue;
    auto& [first, last] = group->lines.try_emplace(input.file, input.line, input.line).first->second;
    first = std::min(first, input.line);
    last = std::max(last, input.line);
  }
  return groups;
}

std::string names_text(const std::vector<std::string>& names, const Words& words) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) out += (i == 0 ? "" : ", ") + names[i];
  return names.size() > most_names ? words.with("{} and {} more", out, names.size() - most_names) : out;
}

std::string group_line(const Group& group, const Words& words) {
  std::string out = "  " + (group.table.empty() ? std::string(words("the run")) : group.table);
  if (group.owners.size() > 1) out += " (" + std::to_string(group.owners.size()) + ")";
  if (group.owners.size() == 1) out += " (" + group.owners.front() + ")";
  out += ": " + names_text(group.names, words);
  std::string places;
  for (const auto& [file, lines] : group.lines) {
    places += (places.empty() ? "" : ", ") + place_text(file, lines.first);
    if (lines.second > lines.first) places += "-" + std::to_string(lines.second);
  }
  if (!places.empty()) out += "  (" + places + ")";
  if (places.empty()) out += "  (" + std::string(words("defaults")) + ")";
  return out + (group.told.empty() ? "" : "  [" + group.told + "]") + "\n";
}

std::string sources_text(const RunInputs& inputs, const std::vector<std::size_t>& sources,
                         const Words& words) {
  std::string out;
  for (const std::size_t at : sources) {
    const InputSource& source = inputs.sources[at];
    out += "  " + (source.entry.empty() ? std::string(words(source.confidence)) : source.entry) + ": " +
           shortened(source.source, longest_source) + "\n";
  }
  return out;
}

}  // namespace

std::string inputs_text(const RunInputs& inputs, const Why& why, const Words& words) {
  std::string out =
      "\n" + words.with("Inputs that feed it: {} of {}", why.inputs.size(), inputs.inputs.size()) + "\n";
  const bool many = why.term.figure->table.hubs.size() > 1 || why.inputs.size() > most_one_by_one;
  if (!many) {
    out += one_by_one(inputs, why, words);
  } else {
    for (const Group& group : grouped(inputs, why, words)) out += group_line(group, words);
    out +=
        "  " + std::string(words("One by one: ask for a figure of one hub, or with --format json.")) + "\n";
  }
  if (why.estimates.empty()) return out;
  return out + "\n" + std::string(words("Estimates among them")) + "\n" +
         sources_text(inputs, why.estimates, words);
}

}  // namespace hubwatt
