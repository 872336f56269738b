#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "tools/why_parts.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t longest_value = 60, longest_source = 160;
constexpr std::size_t most_of_list = 24;  // links, origins or servers that a reader goes through one by one

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
  if (source.entry.empty() || confidence.empty()) return source.entry + confidence;
  return fmt::format("{}, {}", source.entry, confidence);
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

std::string one_by_one(const RunInputs& inputs, const std::vector<std::size_t>& which, const Words& words) {
  std::string out, table;
  for (const std::size_t at : which) {
    const RunInput& input = inputs.inputs[at];
    if (const std::string own = table_of(input.key); out.empty() || own != table) {
      table = own;
      out += "  " + (table.empty() ? std::string(words("the run")) : table) + "\n";
    }
    out += one_line(inputs, input, table, words);
  }
  return out;
}

void add_once(std::vector<std::string>& to, const std::string& name) {
  if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
}

// "cooling" and "cold-plate" of "cooling.cold-plate".
std::pair<std::string, std::string> section_of(const std::string& entry) {
  const std::size_t dot = std::min(entry.find('.'), entry.size());
  return {entry.substr(0, dot), entry.substr(std::min(dot + 1, entry.size()))};
}

// "hub.*.cooling" of "hub.horinger.cooling", and "horinger".
std::pair<std::string, std::string> general(const std::string& table) {
  for (const std::string_view list : {"hub.", "link.", "origin.", "server."}) {
    if (!table.starts_with(list)) continue;
    const std::size_t end = std::min(table.find('.', list.size()), table.size());
    return {std::string(list) + "*" + table.substr(end), table.substr(list.size(), end - list.size())};
  }
  return {table, ""};
}

// Inputs that share a line: the same table of any hub, link, origin or server, from the same part of the catalogue
// and founded alike.
struct Group {
  std::string table, section, confidence;
  std::vector<std::string> owners, names, entries;
  std::map<std::string, std::pair<int, int>> lines;  // first and last in each file
};

Group& group_of(std::vector<Group>& groups, const Group& like) {
  const auto same = [&](const Group& each) {
    return each.table == like.table && each.section == like.section && each.confidence == like.confidence;
  };
  const auto found = std::find_if(groups.begin(), groups.end(), same);
  return found == groups.end() ? groups.emplace_back(like) : *found;
}

void add_to_group(std::vector<Group>& groups, const RunInputs& inputs, const RunInput& input) {
  const std::string own = table_of(input.key);
  const auto [table, owner] = general(own);
  const InputSource source = input.source ? inputs.sources[*input.source] : InputSource{};
  const auto [section, entry] = section_of(source.entry);
  Group& group = group_of(groups, {table, section, source.confidence, {}, {}, {}, {}});
  if (!owner.empty()) add_once(group.owners, owner);
  if (!entry.empty()) add_once(group.entries, entry);
  add_once(group.names, below(input.key, own));
  if (input.file.empty()) return;
  auto& [first, last] = group.lines.try_emplace(input.file, input.line, input.line).first->second;
  first = std::min(first, input.line);
  last = std::max(last, input.line);
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
  std::string told = group.section.empty() ? "" : group.section + ": " + names_text(group.entries, words);
  if (!group.confidence.empty()) told += (told.empty() ? "" : "; ") + std::string(words(group.confidence));
  return out + (told.empty() ? "" : "  [" + told + "]") + "\n";
}

std::string in_groups(const RunInputs& inputs, const std::vector<std::size_t>& which, const Words& words) {
  std::vector<Group> groups;
  std::vector<std::string> defaults;
  for (const std::size_t at : which) {
    const RunInput& input = inputs.inputs[at];
    const auto [table, owner] = general(table_of(input.key));
    if (input.by_default.empty())
      add_to_group(groups, inputs, input);
    else
      add_once(defaults, table + "." + below(input.key, table_of(input.key)));
  }
  std::string out;
  for (const Group& group : groups) out += group_line(group, words);
  if (defaults.empty()) return out;
  return out + "  " + words.with("not given, so by default: {}", names_text(defaults, words)) + "\n";
}

// Of one hub all but long lists of links, origins and servers one by one.
std::string of_one_hub(const RunInputs& inputs, const std::vector<std::size_t>& which, const Words& words) {
  std::vector<std::size_t> single, listed;
  const auto list_of = [&](std::size_t at) {
    const std::string& key = inputs.inputs[at].key;
    return key.starts_with("hub.") ? "" : general(table_of(key)).first;
  };
  for (const std::size_t at : which) {
    const std::string list = list_of(at);
    const auto size =
        std::count_if(which.begin(), which.end(), [&](std::size_t each) { return list_of(each) == list; });
    const bool is_long = list.ends_with(".*") && static_cast<std::size_t>(size) > most_of_list;
    (is_long ? listed : single).push_back(at);
  }
  return one_by_one(inputs, single, words) + in_groups(inputs, listed, words);
}

// Entries by the part of the catalogue they stand in, then what files say of their own figures.
std::string estimates_text(const RunInputs& inputs, const std::vector<std::size_t>& sources, bool one_by_one,
                           const Words& words) {
  std::string out, texts;
  std::map<std::string, std::vector<std::string>> sections;
  for (const std::size_t at : sources) {
    const InputSource& source = inputs.sources[at];
    const auto [section, entry] = section_of(source.entry);
    if (!entry.empty() && !one_by_one) add_once(sections[section], entry);
    if (source.source.empty() || (!entry.empty() && !one_by_one)) continue;
    texts +=
        "  " + (entry.empty() ? "" : source.entry + ": ") + shortened(source.source, longest_source) + "\n";
  }
  for (const auto& [section, entries] : sections)
    out += "  " + section + ": " + names_text(entries, words) + "\n";
  return out + texts;
}

}  // namespace

std::string inputs_text(const RunInputs& inputs, const Why& why, const Words& words) {
  const bool many = why.term.figure->table.hubs.size() > 1;
  std::string out =
      "\n" + words.with("Inputs that feed it: {} of {}", why.inputs.size(), inputs.inputs.size()) + "\n";
  if (many) {
    out += in_groups(inputs, why.inputs, words);
    out +=
        "  " + std::string(words("One by one: ask for a figure of one hub, or with --format json.")) + "\n";
  } else {
    out += of_one_hub(inputs, why.inputs, words);
  }
  if (why.estimates.empty()) return out;
  return out + "\n" + std::string(words("Estimates among them")) + "\n" +
         estimates_text(inputs, why.estimates, !many, words);
}

}  // namespace hubwatt
