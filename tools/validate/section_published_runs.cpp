// Energy of training runs whose accelerators, hours and watts were published.
#include <string>

#include "tools/validate/sections.hpp"
#include "tools/validate/trial_run.hpp"

namespace hubwatt::validation {

namespace {

using namespace trial;

// A hub whose accelerators draw this much when busy and nothing else.
FinishedRun training(const std::string& server_power, int racks, int servers, const std::string& ratio,
                     const std::string& accelerators, double days, const std::string& run_length) {
  std::string platform = replaced(plain_platform(racks, servers), "\"2 kW\"", "\"0 W\"");
  platform =
      replaced(replaced(platform, "\"10 kW\"", '"' + server_power + '"'), "ratio = 0.25", "ratio = " + ratio);
  return run_texts(plain_scenario(run_length, "output = { series = false }\n" +
                                                  one_job(accelerators, std::to_string(days) + " d")),
                   platform);
}

}  // namespace

Section published_runs() {
  Section section{
      "Training runs with published energy",
      "The job is run on servers that draw the published watts; what is tested is that hours, accelerators "
      "and PUE come together to the published energy. Rounded durations leave 1e-8 and less.",
      {},
      {}};
  const double bloom =
      training("3.2 kW", 1, 48, "0.0", "384", 1082990.0 / 384.0 / 24.0, "120 d").at("total/it_energy_kwh");
  section.cases.push_back(compare({"L1", "BLOOM-176B: 1 082 990 A100-hours of 400 W", Evidence::published,
                                   "Luccioni, Viguier, Ligozat, JMLR 24 (2023): 433 MWh"},
                                  433.196, bloom / 1e3, {1e-6, true, "exact (1e-6)"}, "MWh"));
  const double gpt3 =
      training("2.64 kW", 25, 50, "0.10", "10000", 14.8, "15 d").at("total/facility_energy_kwh");
  section.cases.push_back(
      compare({"L2", "GPT-3: 10 000 accelerators of 330 W for 14.8 days at PUE 1.10", Evidence::published,
               "Patterson et al. 2021 (arXiv 2104.10350): 1 287 MWh"},
              1287.0, gpt3 / 1e3, percent(1), "MWh"));
  const double llama =
      training("5.6 kW", 256, 8, "0.0", "16384", 30.84e6 / 16384.0 / 24.0, "79 d").at("total/it_energy_kwh");
  section.cases.push_back(compare({"L4", "Llama-3.1-405B: 30.84 M accelerator-hours of 700 W",
                                   Evidence::published, "Meta, model card 2024: 30.84 M hours, 700 W"},
                                  21.588, llama / 1e6, {1e-6, true, "exact (1e-6)"}, "GWh"));
  return section;
}

}  // namespace hubwatt::validation
