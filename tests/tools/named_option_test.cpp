#include "tools/named_option.hpp"

#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("an option that takes a name tells all there are") {
  const Scratch at;
  const auto said = [&at](const std::string& words) {
    const Said answer = run_program(at, words);
    CHECK(answer.exit_code == 2);
    CHECK(answer.output.empty());
    return answer.errors.substr(0, answer.errors.find('\n'));
  };
  CHECK(said("sweep a.toml --engine slrum") == "--engine: there is no 'slrum'; known: 'local' or 'slurm'");
  CHECK(said("sweep a.toml --engine pbs") == "--engine: there is no 'pbs'; known: 'local' or 'slurm'");
  CHECK(said("sweep a.toml --engine 1") == "--engine: there is no '1'; known: 'local' or 'slurm'");
  CHECK(said("report . --format htm") == "--format: there is no 'htm'; known: 'html', 'json' or 'text'");
  CHECK(said("report . --lang cn") == "--lang: there is no 'cn'; known: 'en' or 'zh'");
  CHECK(said("docs scenaro").find("there is no 'scenaro'; known: 'kpi', 'scenario', ") != std::string::npos);
}

TEST_CASE("names stand for the values of their enumeration") {
  enum class Way { there, back };
  const NamedNumbers numbers =
      named_values(std::map<std::string, Way>{{"there", Way::there}, {"back", Way::back}});
  CHECK(numbers == NamedNumbers{{"back", 1}, {"there", 0}});
}
