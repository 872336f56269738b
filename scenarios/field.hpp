// One declaration per key of an input table. A form lists the fields of a struct: key, member, limits, default,
// what it means. Reading, bounds, unknown keys, missing keys, defaults and the manual all come from that list.
// Forms stand beside the structs' readers (*_fields.hpp); this file knows no struct.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/field_value.hpp"

namespace hubwatt {

// The node of a default of a key that a table lacks.
Node default_node(std::string_view toml, const Node& table, std::string_view key);

// A table that names no entry as a change of this one (its name as TOML); any other value as it is. `why` that entry.
Node change_of_entry(Node told, std::string_view entry, std::string_view meaning, std::string_view why,
                     Reading& reading);

// A field as the manual shows it.
struct FieldText {
  std::string key;
  std::string type;           // "power"
  std::string limits;         // "above 0"; may be empty
  std::string absent;         // default as TOML, or what absence means; empty: the key is required
  std::string doc;            // what it is
  std::string absent_reason;  // why that default, and its source
};

enum class Presence { required, optional, defaulted };

template <class T>
struct Field {
  std::string_view key;
  std::string type;
  Scale scale;
  std::string_view doc;
  Limits limits = any_number;
  Presence presence = Presence::required;
  std::string_view absent;  // default as TOML where defaulted; what absence means where optional
  std::string_view absent_reason;
  std::function<void(T&, const Node&, const Limits&, Reading&)> read;

  Field within(const Limits& bounds) && {
    limits = bounds;
    return std::move(*this);
  }
  // The value that stands in for a missing key, as TOML, and why.
  Field defaults(std::string_view toml, std::string_view reason) && {
    presence = Presence::defaulted;
    absent = toml;
    absent_reason = reason;
    return std::move(*this);
  }
  // The same of a name of the catalogue. A table then changes that entry where it names none.
  Field usually(std::string_view entry, std::string_view reason) && {
    read = [inner = std::move(read), entry, meaning = doc, reason](
               T& owner, const Node& node, const Limits& bounds, Reading& reading) {
      inner(owner, change_of_entry(node, entry, meaning, reason, reading), bounds, reading);
    };
    return std::move(*this).defaults(entry, reason);
  }
  // The key may be missing; the member then keeps its value, which means this.
  Field else_means(std::string_view meaning) && {
    presence = Presence::optional;
    absent = meaning;
    return std::move(*this);
  }
};

// A field of a T that is read as K says, into what `member` gives of the T.
template <class K, class T, class Member>
Field<T> field_into(std::string_view key, Member member, std::string_view doc) {
  return {key,
          K::type(),
          K::scale(),
          doc,
          any_number,
          Presence::required,
          {},
          {},
          [member](T& owner, const Node& node, const Limits& limits, Reading& reading) {
            if (auto value = K::read(node, limits, reading)) std::invoke(member, owner) = std::move(*value);
          }};
}

// The same for a member of the T itself; K may differ from the member's own Kind.
template <class K, class T, class V>
Field<T> field_as(std::string_view key, V T::*member, std::string_view doc) {
  return field_into<K, T>(key, member, doc);
}
template <class T, class V>
Field<T> field(std::string_view key, V T::*member, std::string_view doc) {
  return field_into<Kind<V>, T>(key, member, doc);
}

// A field that sets more than one member, or reads by what was read before it.
template <class T, class Read>
Field<T> field_by(std::string_view key, std::string type, std::string_view doc, Read read) {
  return {
      key,
      std::move(type),
      {},
      doc,
      any_number,
      Presence::required,
      {},
      {},
      [read](T& owner, const Node& node, const Limits&, Reading& reading) { read(owner, node, reading); }};
}

template <class T>
struct Form {
  std::string_view noun;  // "a hub"
  std::vector<Field<T>> fields;
  // What no single key shows: called where every key of the table was fine.
  std::function<void(const T&, const Node&, Reading&)> check;
};

// The untyped parts of reading a table.
struct KeyPresence {
  std::string_view key;
  Presence presence;
};
void check_keys(const Node& table, std::string_view noun, const std::vector<KeyPresence>& keys,
                Reading& reading);
void expect_no_mistake(std::size_t mistakes_before, const Reading& reading);  // a default is always fine

template <class T>
std::optional<T> read_form(const Node& node, const Form<T>& form, Reading& reading) {
  if (node.table() == nullptr) {
    wrong_type(node, std::string(form.noun) + " as a table", reading);
    return std::nullopt;
  }
  const std::size_t mistakes_before = reading.mistakes.size();
  std::vector<KeyPresence> keys;
  for (const Field<T>& field : form.fields) keys.push_back({field.key, field.presence});
  check_keys(node, form.noun, keys, reading);
  T out{};
  const auto take = [&out, &reading](const Field<T>& field, const Node& value, std::string_view why) {
    if (value.text() != nullptr) reading.note(value, field.doc, why);  // a name before what it stands for
    field.read(out, value, field.limits, reading);
    reading.note(value, field.doc, why);
  };
  for (const Field<T>& field : form.fields) {
    if (const Node* value = node.find(field.key)) {
      take(field, *value, {});
    } else if (field.presence == Presence::defaulted) {
      const Node value_by_default = default_node(field.absent, node, field.key);
      const std::size_t before = reading.mistakes.size();
      take(field, value_by_default, field.absent_reason);
      expect_no_mistake(before, reading);
    }
  }
  const bool fine = reading.mistakes.size() == mistakes_before;
  if (fine && form.check) form.check(out, node, reading);
  return out;
}

template <class T>
std::vector<FieldText> describe(const Form<T>& form) {
  std::vector<FieldText> out;
  for (const Field<T>& f : form.fields) {
    out.push_back({std::string(f.key), f.type, to_text(f.limits, f.scale), std::string(f.absent),
                   std::string(f.doc), std::string(f.absent_reason)});
  }
  return out;
}

// The form of a struct; specialised beside its field list. `template <> struct Kind<Battery> : TableKind<Battery> {};`
// then lets a Battery be a member of other forms.
template <class T>
Form<T> form_of();

template <class T>
struct TableKind {
  static std::optional<T> read(const Node& node, const Limits&, Reading& reading) {
    return read_form(node, form_of<T>(), reading);
  }
  static std::string type() { return "table"; }
  static Scale scale() { return {}; }
};

}  // namespace hubwatt
