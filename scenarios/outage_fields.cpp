#include "scenarios/outage_fields.hpp"

#include <fmt/format.h>

#include "models/calendar.hpp"
#include "models/contract.hpp"
#include "models/units.hpp"
#include "scenarios/training_fields.hpp"

namespace hubwatt {
namespace {

// Offset of a moment that tells none: China's.
constexpr int minutes_of_china = 8 * 60;

// Dates that calendars of weekdays and weather years hold for, with room for the longest run.
constexpr std::int64_t earliest_moment = -2208988800;  // 1900-01-01
constexpr std::int64_t latest_moment = 7258118400;     // 2200-01-01

void read_outage_start(Outage& outage, const Node& node, Reading& reading) {
  if (const auto start = read_moment(node, reading)) outage.start = *start;
}

void check_count(const Outage& outage, const Node& node, Reading& reading) {
  if (outage.equipment == OutageEquipment::feed) reading.forget(node, "count");
  if (outage.equipment == OutageEquipment::feed && node.find("count") != nullptr)
    reading.mistake_at_key(node, "count", "a feed is out or not",
                           "leave the key out; count is for modules and units");
}

// How many of them the hub has.
int installed(const Hub& hub, OutageEquipment equipment) {
  const PowerChain& chain = hub.power_chain;
  switch (equipment) {
    case OutageEquipment::feed:
      return 1;
    case OutageEquipment::transformer_module:
      return installed_modules(chain.transformer);
    case OutageEquipment::ups_module:
      return installed_modules(chain.ups);
    case OutageEquipment::distribution_module:
      return installed_modules(chain.distribution);
    case OutageEquipment::cooling_unit:
      return hub.cooling.units.installed();
  }
  HUBWATT_EXPECTS(false);
  return 0;
}

void check_installed(const Outage& outage, const Hub& hub, const Node& table, Reading& reading) {
  const int there = installed(hub, outage.equipment);
  if (outage.count <= there || std::holds_alternative<MixedCooling>(hub.cooling.plant)) return;
  reading.mistake_at_key(table, "count",
                         fmt::format("hub '{}' has {} of that kind: {} cannot be out", hub.id, there, outage.count),
                         "its chain tells modules, its cooling units and spare");
}

}  // namespace

std::optional<std::int64_t> read_moment(const Node& node, Reading& reading) {
  const auto* moment = std::get_if<DateTime>(&node.value);
  if (moment == nullptr) {
    wrong_type(node, "a date and time", reading, "write it without quotes: 2025-01-01T00:00:00");
    return std::nullopt;
  }
  if (moment->nanoseconds != 0) {
    reading.mistake(node, "must be a whole second");
    return std::nullopt;
  }
  if (moment->wall_seconds < earliest_moment || moment->wall_seconds >= latest_moment) {
    reading.mistake(node, "is out of range (1900 to 2199)");
    return std::nullopt;
  }
  return moment->wall_seconds - 60LL * moment->offset_minutes.value_or(minutes_of_china);
}

template <>
Form<Outage> form_of() {
  return {"an outage",
          {field("hub", &Outage::hub, "where it happens"),
           field("equipment", &Outage::equipment, "what is out"),
           field("count", &Outage::count, "how many modules or units are out")
               .within(between(1.0, 1000.0))
               .defaults("1", "a single fault"),
           field_by<Outage>("start", "date and time", "UTC+8 where it tells no offset", read_outage_start),
           field("duration", &Outage::length, "until it is back").within(positive)},
          check_count};
}

void check_outages(const Scenario& scenario, const Node& root, Reading& reading) {
  const Node* tables = root.find("outage");
  if (tables == nullptr || tables->array() == nullptr || tables->array()->size() != scenario.outages.size())
    return;
  const auto run_end = scenario.period.start + static_cast<std::int64_t>(scenario.period.length / unit::second);
  for (std::size_t i = 0; i < scenario.outages.size(); ++i) {
    const Outage& outage = scenario.outages[i];
    const Node& table = (*tables->array())[i];
    if (!reading.fine(table)) continue;
    check_installed(outage, scenario.platform.hubs[outage.hub.index], table, reading);
    const auto end = outage.start + static_cast<std::int64_t>(outage.length / unit::second);
    if (end <= scenario.period.start || outage.start >= run_end)
      reading.mistake_at_key(table, "start",
                             fmt::format("the outage lies outside the run, which goes from {} to {}",
                                         iso_text(scenario.period.start, 8.0 * unit::hour),
                                         iso_text(run_end, 8.0 * unit::hour)),
                             "move it into the run or leave it out");
  }
}

}  // namespace hubwatt
