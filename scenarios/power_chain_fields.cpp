#include "scenarios/power_chain_fields.hpp"

#include <fmt/format.h>

#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

// Below half, more would be lost in a stage than comes out of it: nothing that is built.
constexpr double greatest_full_load_loss = 1.0;
constexpr double greatest_fit_gap = 0.01;
constexpr std::string_view coefficients[] = {"fixed", "linear", "square"};

void read_efficiencies(ChainStage& stage, const Node& node, const Limits& limits, Reading& reading) {
  const auto efficiency = Kind<std::array<double, 5>>::read(node, limits, reading);
  if (!efficiency) return;
  for (std::size_t i = 1; i < efficiency->size(); ++i) {
    const auto loss = [&](std::size_t at) { return efficiency_loads[at] * (1.0 / (*efficiency)[at] - 1.0); };
    if (loss(i) >= loss(i - 1)) continue;
    reading.mistake(
        (*node.array())[i],
        fmt::format("loses less at {:.0f} % of rated power than at {:.0f} %: {:.4f} of it, after {:.4f}",
                    100.0 * efficiency_loads[i], 100.0 * efficiency_loads[i - 1], loss(i), loss(i - 1)),
        "losses never fall as the load rises");
    return;
  }
  const LossFit fit = fit_losses(*efficiency);
  if (fit.greatest_gap > greatest_fit_gap) {
    reading.mistake(
        node,
        fmt::format("no fixed, linear and square loss has these efficiencies; the nearest is {:.3f} away",
                    fit.greatest_gap),
        "check the five figures, or write fixed, linear and square");
    return;
  }
  stage.fixed = fit.fixed, stage.linear = fit.linear, stage.square = fit.square;
}

void check_stage(const ChainStage& stage, const Node& node, Reading& reading) {
  if (node.find("efficiency") == nullptr) {
    for (const std::string_view key : coefficients)
      if (node.find(key) == nullptr)
        reading.mistake_at_key(node, key, "a conversion loss needs this key, and it is missing",
                               "or write efficiency, at five loads");
  }
  const double full = stage.fixed + stage.linear + stage.square;
  if (full > greatest_full_load_loss)
    reading.mistake_at_key(
        node, "fixed",
        fmt::format("with linear and square {:.2f} of rated power at full load, an efficiency of "
                    "{:.2f} (at least 0.5)",
                    full, 1.0 / (1.0 + full)),
        "losses are shares of rated power: 0.02 is 2 %");
  if (stage.modules > 0) return;
  for (const std::string_view key : {"redundancy", "module_sleep"})
    if (node.find(key) != nullptr)
      reading.mistake_at_key(node, key, "needs the number of modules", "write modules = 4, say");
}

Field<ChainStage> coefficient(std::string_view key, double ChainStage::*member, std::string_view doc) {
  return field(key, member, doc).within(share).else_means("efficiency is given");
}

Field<ChainStage> efficiency_field() {
  using FiveShares = Kind<std::array<double, 5>>;
  Field<ChainStage> made{"efficiency",
                         FiveShares::type(),
                         FiveShares::scale(),
                         "at 10, 25, 50, 75 and 100 % of rated power, in place of fixed, linear and square",
                         positive_share,
                         Presence::required,
                         {},
                         {},
                         read_efficiencies};
  return std::move(made).else_means("fixed, linear and square are given");
}

}  // namespace

template <>
Form<ChainStage> form_of() {
  return {
      "a conversion loss",
      {coefficient("fixed", &ChainStage::fixed, "at no load, of rated power"),
       coefficient("linear", &ChainStage::linear, "in proportion to the load"),
       coefficient("square", &ChainStage::square, "with the square of the load"), efficiency_field(),
       field("modules", &ChainStage::modules, "equal modules that together carry what the stage is sized for")
           .within(between(1.0, 1000.0))
           .else_means("one piece, rated by the chain's oversize"),
       field("redundancy", &ChainStage::redundancy,
             "modules beside those: none, one more, or a second path of as many; all share the load")
           .else_means("N"),
       field("module_sleep", &ChainStage::module_sleep,
             "of the modules that load and redundancy leave to spare, those sleep that it saves to put to "
             "sleep")
           .else_means("all sound modules run")},
      check_stage};
}

std::optional<ChainStage> UpsKind::read(const Node& node, const Limits&, Reading& reading) {
  const Node* mode = node.table() != nullptr ? node.find("mode") : nullptr;
  if (mode == nullptr) return read_form(node, form_of<ChainStage>(), reading);
  const auto entry = find_entry(*mode, "ups", reading);
  if (!entry) return std::nullopt;
  constexpr std::string_view mode_key[] = {"mode"};
  const Node written = without(node, mode_key);
  const Node with_losses = merged(only(entry->node, coefficients), written);
  Node whole = written;
  whole.value = with_losses.value;
  set_paths(whole, written.path);
  return read_form(whole, form_of<ChainStage>(), reading);
}

template <>
Form<UpsMode> form_of() {
  const auto loss = [](std::string_view key, double ChainStage::*member, std::string_view doc) {
    return field_into<Kind<double>, UpsMode>(
               key, [member](UpsMode& mode) -> double& { return mode.losses.*member; }, doc)
        .within(share);
  };
  return {"a mode of UPS",
          {loss("fixed", &ChainStage::fixed, "at no load, of rated power"),
           loss("linear", &ChainStage::linear, "in proportion to the load"),
           loss("square", &ChainStage::square, "with the square of the load"),
           field("source", &UpsMode::source, "where the figures come from"),
           field("confidence", &UpsMode::confidence, "how well they are founded")},
          {}};
}

template <>
Form<SecondPath> form_of() {
  return {"a second path",
          {field("split", &SecondPath::split, "share of the IT load that it carries while all is sound")
               .within(share)
               .defaults("0.5", "servers with two cords draw from both alike"),
           field_as<UpsKind>("ups", &SecondPath::ups, "losses of its uninterruptible supplies"),
           field("distribution", &SecondPath::distribution, "losses of its distribution")},
          {}};
}

template <>
Form<PowerChain> form_of() {
  return {
      "a power chain",
      {field("transformer", &PowerChain::transformer, "losses of the transformers"),
       field_as<UpsKind>("ups", &PowerChain::ups,
                         "losses of the uninterruptible supplies; mode names an entry of the catalogue: "
                         "double-conversion, eco, hvdc or mains"),
       field("distribution", &PowerChain::distribution, "losses of the hall's distribution"),
       field("rack_supply", &PowerChain::rack_supply, "losses inside the rack, before the servers"),
       field("second_path", &PowerChain::second_path,
             "another UPS and distribution beside the first, each sized for the whole load")
           .else_means("one path"),
       field("oversize", &PowerChain::oversize,
             "rated power over design IT power, of stages that tell no modules: 1.25 for four units of three")
           .within(at_least_one),
       field("transformer_margin", &PowerChain::transformer_margin,
             "rating of the transformers over that of the UPS: room for cooling")
           .within(at_least_one),
       field("other_share", &PowerChain::other_share, "lighting and the rest, of the design IT power")
           .within(share),
       field("source", &PowerChain::source, "where the figures come from").else_means("not told"),
       field("confidence", &PowerChain::confidence, "how well they are founded")
           .defaults("\"estimate\"", "nothing better is claimed unless said")},
      {}};
}

}  // namespace hubwatt
