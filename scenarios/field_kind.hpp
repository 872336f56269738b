// A table whose key `kind` says which of several forms it has.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/field.hpp"

namespace hubwatt {

template <class V>
struct Alternative {
  std::string_view kind;
  std::string_view doc;
  std::function<std::optional<V>(const Node&, Reading&)> read;  // of the table without `kind`
  std::function<std::vector<FieldText>()> describe;
};

// The alternative that is a T of the form form_of<T>().
template <class V, class T>
Alternative<V> alternative(std::string_view kind, std::string_view doc) {
  return {kind, doc,
          [](const Node& node, Reading& reading) -> std::optional<V> {
            auto value = read_form(node, form_of<T>(), reading);
            if (!value) return std::nullopt;
            return V(std::move(*value));
          },
          [] { return hubwatt::describe(form_of<T>()); }};
}

// Position of the alternative that the table's `kind` names.
std::optional<std::size_t> read_kind(const Node& node, std::string_view noun,
                                     const std::vector<std::string>& kinds, Reading& reading);

template <class V>
std::optional<V> read_alternative(const Node& node, std::string_view noun,
                                  const std::vector<Alternative<V>>& alternatives, Reading& reading) {
  std::vector<std::string> kinds;
  for (const auto& known : alternatives) kinds.emplace_back(known.kind);
  const auto position = read_kind(node, noun, kinds, reading);
  if (!position) return std::nullopt;
  reading.note(*node.find("kind"), alternatives[*position].doc);
  constexpr std::string_view kind_key[] = {"kind"};
  return alternatives[*position].read(without(node, kind_key), reading);
}

}  // namespace hubwatt
