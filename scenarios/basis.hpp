// How figures of a file are founded, told beside them: [[basis]] tables name keys by pattern, with confidence and
// source. "hub.*.climate" covers everything below the climate of every hub; `*` stands for one key or element. The
// last table that covers a key is the one that counts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/confidence.hpp"
#include "models/error.hpp"
#include "scenarios/field.hpp"

namespace hubwatt {

struct Basis {
  std::vector<std::string> keys;
  Confidence confidence = Confidence::estimate;
  std::string source;
};

template <>
Form<Basis> form_of();
template <>
struct Kind<Basis> : TableKind<Basis> {};

// Whether the pattern is that of the key, or of one above it. Both as keys of a path.
bool covers(const std::vector<std::string>& pattern, const std::vector<std::string>& key);

// Adds a mistake for each pattern that no key of the file has.
void check_basis(const Node& root, std::vector<Diagnostic>& mistakes);

// The field `basis` of a file's form. Its patterns are looked at by check_basis, its words kept by InputTrace.
template <class T>
Field<T> basis_field() {
  return field_by<T>("basis", "tables [[basis]]", "how figures of this file are founded, by key",
                     [](T&, const Node& node, Reading& reading) {
                       Kind<std::vector<Basis>>::read(node, any_number, reading);
                     })
      .else_means("not told");
}

}  // namespace hubwatt
