#include <charconv>
#include <string>

#include "scenarios/climate_fields.hpp"

namespace hubwatt {
namespace {

// Beyond what any path of this century gives, and far enough from it to catch a slip of the unit.
constexpr Limits warmer_by = between(TemperatureDifference(0.0), TemperatureDifference(15.0));

// "07-20"; false where the text is no such thing.
bool read_two_numbers(std::string_view text, unsigned& month, unsigned& day) {
  if (text.size() != 5 || text[2] != '-') return false;
  const auto two = [&](std::size_t at, unsigned& out) {
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, out);
    return error == std::errc{} && end == text.data() + at + 2;
  };
  return two(0, month) && two(3, day);
}

// One figure for all months, or twelve.
void read_warming(ClimateShift& shift, const Node& node, Reading& reading) {
  using Each = Kind<TemperatureDifference>;
  if (node.array() != nullptr) {
    if (const auto months = Kind<std::array<TemperatureDifference, 12>>::read(node, warmer_by, reading))
      shift.warming = *months;
  } else if (const auto all = Each::read(node, warmer_by, reading)) {
    shift.warming.fill(*all);
  }
}

std::string text_of(std::chrono::month_day day) {
  const auto two = [](unsigned n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return two(static_cast<unsigned>(day.month())) + "-" + two(static_cast<unsigned>(day.day()));
}

void check_waves(const ClimateShift& shift, const Node& node, Reading& reading) {
  const auto& waves = shift.heat_waves;
  for (std::size_t b = 1; b < waves.size(); ++b) {
    for (std::size_t a = 0; a < b; ++a) {
      if (!overlap(waves[a], waves[b])) continue;
      reading.mistake((*node.find("heat_wave")->array())[b],
                      "shares days with the heat wave that starts on " + text_of(waves[a].start),
                      "let one end before the next starts");
      break;
    }
  }
}

}  // namespace

// A day of every year, written "07-20".
template <>
struct Kind<std::chrono::month_day> {
  static std::optional<std::chrono::month_day> read(const Node& node, const Limits&, Reading& reading) {
    const std::string* text = node.text();
    unsigned month = 0, day = 0;
    if (text == nullptr) {
      wrong_type(node, "a day of the year such as \"07-20\"", reading);
      return std::nullopt;
    }
    if (!read_two_numbers(*text, month, day)) {
      reading.mistake(node, "\"" + *text + "\" is no day of the year",
                      "month and day, two digits each: \"07-20\"");
      return std::nullopt;
    }
    const std::chrono::month_day out{std::chrono::month{month}, std::chrono::day{day}};
    const bool leap_day = month == 2 && day == 29;
    if (out.ok() && !leap_day) return out;
    reading.mistake(
        node,
        leap_day ? "29 February is not in every year" : "there is no such day: \"" + *text + "\" (month-day)",
        leap_day ? "start on 02-28 or 03-01" : "");
    return std::nullopt;
  }
  static std::string type() { return "day of the year"; }
  static Scale scale() { return {}; }
};

template <>
Form<HeatWave> form_of() {
  return {
      "a heat wave",
      {field("start", &HeatWave::start, "first day, \"07-20\", in every year"),
       field("days", &HeatWave::days, "how long; temperature rises over the first and falls over the last")
           .within(between(1.0, 90.0)),
       field("warmer", &HeatWave::warmer, "by how much the days between are").within(warmer_by),
       field("vapour_response", &HeatWave::vapour_response, "relative change of vapour pressure per kelvin")
           .within(share)
           .defaults("0.045",
                     "as of the warm spells of synthetic weather: relative humidity falls a little")},
      {}};
}

template <>
struct Kind<HeatWave> : TableKind<HeatWave> {};

template <>
Form<ClimateShift> form_of() {
  return {"a climate",
          {field_by<ClimateShift>("warming", "temperature difference, or array of 12",
                                  "of all hours, by month where 12 are given, at the same relative humidity: "
                                  "0 K to 15 K",
                                  read_warming)
               .else_means("none"),
           field("heat_wave", &ClimateShift::heat_waves, "hot spells of every year").else_means("none")},
          check_waves};
}

}  // namespace hubwatt
