#include "scenarios/climate_fields.hpp"

#include <cmath>
#include <string>

#include "scenarios/field_entry.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

// Daily means of the most continental places deviate by 8 K; the rest is room.
constexpr Limits widest_spread = between(TemperatureDifference(0.0), TemperatureDifference(20.0));

struct EpwFile {
  std::string file;
};

struct CsvFile {
  std::string file;
  WeatherColumns columns;
};

std::string usual_spells(double latitude) {
  constexpr double qinling_latitude = 33.0;  // with the Huaihe the border of China's north and south
  return std::abs(latitude) >= qinling_latitude ? "continental" : "southern";
}

constexpr std::string_view spells_doc = "how days differ from the month's mean";
constexpr std::string_view spells_absent =
    "the catalogue's continental from 33 degrees of latitude on, else its southern";

// Normals that say which spells they have: those of `day_to_day`, or its changes to the usual ones.
Node with_spells(Node normals, double latitude, Reading& reading) {
  const std::string usual = '"' + usual_spells(latitude) + '"';
  if (Node* told = normals.find("day_to_day")) {
    *told = change_of_entry(std::move(*told), usual, spells_doc, spells_absent, reading);
  } else {
    Node by_default = default_node(usual, normals, "day_to_day");
    reading.note(by_default, spells_doc, spells_absent);
    std::get<Table>(normals.value).push_back({"day_to_day", normals.place, std::move(by_default)});
  }
  return normals;
}

void check_columns(const WeatherColumns& columns, const Node& node, Reading& reading) {
  if (columns.relative_humidity.empty() == columns.dew_point.empty()) {
    reading.mistake(node, "exactly one of relative_humidity and dew_point is due");
  }
}

template <class T>
bool read_fine(const std::optional<T>& value, std::size_t mistakes_before, const Reading& reading) {
  return value.has_value() && reading.mistakes.size() == mistakes_before;
}

}  // namespace

template <>
Form<ConstantClimate> form_of() {
  return {"a constant climate",
          {field("dry_bulb", &ConstantClimate::dry_bulb, "of the outside air")
               .within(between(Temperature::celsius(-60.0), Temperature::celsius(60.0))),
           field("relative_humidity", &ConstantClimate::relative_humidity, "of the outside air")
               .within(positive_share)},
          {}};
}

template <>
Form<DayToDay> form_of() {
  return {
      "a day-to-day variation",
      {field("persistence", &DayToDay::persistence, "correlation of successive days")
           .within({.low = 0.0, .high = 1.0, .high_end = Limits::End::excluded}),
       field("winter_sigma", &DayToDay::winter_sigma, "standard deviation of daily means in winter")
           .within(widest_spread),
       field("summer_sigma", &DayToDay::summer_sigma, "the same in summer").within(widest_spread),
       field("vapour_response", &DayToDay::vapour_response, "relative change of vapour pressure per kelvin")
           .within(share),
       field("source", &DayToDay::source, "where the figures come from").else_means("not told"),
       field("confidence", &DayToDay::confidence, "how well they are founded")
           .defaults("\"estimate\"", "nothing better is claimed unless said")},
      {}};
}

template <>
struct Kind<DayToDay> : TableKind<DayToDay> {
  static std::optional<DayToDay> read(const Node& node, const Limits&, Reading& reading) {
    return read_entry<DayToDay>(node, "spells", reading);
  }
  static std::string type() { return "entry of the catalogue's spells, or table"; }
};

template <>
Form<ClimateNormals> form_of() {
  return {"climate normals",
          {field("dry_bulb_degc", &ClimateNormals::dry_bulb_degc, "monthly means in degC, January first")
               .within(between(-60.0, 60.0)),
           field("relative_humidity", &ClimateNormals::relative_humidity, "monthly means, January first")
               .within(positive_share),
           field("diurnal_range", &ClimateNormals::diurnal_range, "mean daily maximum less minimum")
               .within(between(TemperatureDifference(0.0), TemperatureDifference(40.0))),
           field("day_to_day", &ClimateNormals::day_to_day, spells_doc).else_means(spells_absent),
           field("year_to_year", &ClimateNormals::year_to_year,
                 "standard deviation of the annual mean over the years of a run and over seeds")
               .within(between(TemperatureDifference(0.0), TemperatureDifference(3.0)))
               .defaults("\"0 K\"", "every year keeps the normals; stations in China show 0.4 to 0.6 K")},
          {}};
}

template <>
Form<EpwFile> form_of() {
  return {"an EPW climate",
          {field("file", &EpwFile::file,
                 "EnergyPlus weather file, 8760 or 8784 hours; where the run's year has another "
                 "length, 29 February repeats the day before or is left out, and a note says so")},
          {}};
}

template <>
Form<WeatherColumns> form_of() {
  return {"the columns of a weather file",
          {field("dry_bulb", &WeatherColumns::dry_bulb, "column of the dry-bulb temperature"),
           field("relative_humidity", &WeatherColumns::relative_humidity, "column of the relative humidity")
               .else_means("dew_point is given"),
           field("dew_point", &WeatherColumns::dew_point, "column of the dew point")
               .else_means("relative_humidity is given"),
           field("pressure", &WeatherColumns::pressure, "column of the air pressure at the site")
               .else_means("the standard atmosphere's at the site's altitude")},
          check_columns};
}

template <>
struct Kind<WeatherColumns> : TableKind<WeatherColumns> {};

template <>
Form<CsvFile> form_of() {
  return {
      "a CSV climate",
      {field("file", &CsvFile::file,
             "CSV file with 1, 24, 8760 or 8784 rows of local standard time; a column of dates is checked"),
       field("columns", &CsvFile::columns, "names of its columns; their endings tell the units")},
      {}};
}

std::vector<Alternative<Climate>> climate_kinds(const Location& site) {
  const auto read_hours = [](const Node& node, Reading& reading) -> std::optional<Climate> {
    const std::size_t before = reading.mistakes.size();
    if (!read_fine(read_form(node, form_of<EpwFile>(), reading), before, reading)) return std::nullopt;
    const InputFile* file = reading.file_at(*node.find("file"));
    if (file == nullptr) return std::nullopt;
    auto hours = read_epw(*file, reading.mistakes);
    if (!hours) return std::nullopt;
    return Climate(std::move(*hours));
  };
  const auto read_columns = [site](const Node& node, Reading& reading) -> std::optional<Climate> {
    const std::size_t before = reading.mistakes.size();
    const auto named = read_form(node, form_of<CsvFile>(), reading);
    if (!read_fine(named, before, reading)) return std::nullopt;
    const InputFile* file = reading.file_at(*node.find("file"));
    if (file == nullptr) return std::nullopt;
    auto hours = read_weather_csv(*file, named->columns, site.altitude, reading.mistakes);
    if (!hours) return std::nullopt;
    return Climate(std::move(*hours));
  };
  const auto read_normals = [site](const Node& node, Reading& reading) -> std::optional<Climate> {
    auto normals = read_form(with_spells(node, site.latitude, reading), form_of<ClimateNormals>(), reading);
    if (!normals) return std::nullopt;
    return Climate(std::move(*normals));
  };
  return {alternative<Climate, ConstantClimate>("constant", "weather that never changes"),
          {"normals", "a synthetic year made of monthly means", read_normals,
           [] { return describe(form_of<ClimateNormals>()); }},
          {"epw", "the hours of an EnergyPlus weather file", read_hours,
           [] { return describe(form_of<EpwFile>()); }},
          {"csv", "the hours of a CSV file", read_columns, [] { return describe(form_of<CsvFile>()); }}};
}

DayToDay catalogue_spells(double latitude) {
  InputFiles files;
  Reading reading{.files = files, .folder = {}, .catalogue = read_catalogue()};
  Node name;
  name.value = usual_spells(latitude);
  const auto spells = read_entry<DayToDay>(name, "spells", reading);
  if (!reading.mistakes.empty()) throw InputError(reading.mistakes);
  return *spells;
}

std::optional<ShiftedClimate> read_climate(const Node& node, const Location& site, Reading& reading) {
  if (node.table() == nullptr) {
    wrong_type(node, "a climate as a table", reading);
    return std::nullopt;
  }
  std::vector<std::string_view> shift_keys;
  for (const auto& field : form_of<ClimateShift>().fields) shift_keys.push_back(field.key);
  auto climate = read_alternative(without(node, shift_keys), "a climate", climate_kinds(site), reading);
  auto shift = read_form(only(node, shift_keys), form_of<ClimateShift>(), reading);
  if (!climate || !shift) return std::nullopt;
  return ShiftedClimate{std::move(*climate), std::move(*shift)};
}

}  // namespace hubwatt
