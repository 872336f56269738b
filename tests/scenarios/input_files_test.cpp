#include "scenarios/input_files.hpp"

#include <filesystem>
#include <fstream>
#include <vector>

#include "scenarios/sha256.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// A folder of its own that is gone afterwards.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / "hubwatt_input_files_test") {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_ / "sub");
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }
  void write(const char* name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }

 private:
  std::filesystem::path path_;
};

const Diagnostic named_at{"week.toml", 12, 9, "training.trace", "", ""};

}  // namespace

TEST_CASE("a file is read whole and remembered once with its digest") {
  const Folder folder;
  folder.write("a.csv", std::string_view("x\r\n\0y", 5));
  folder.write("b.csv", "");
  InputFiles files;
  std::vector<Diagnostic> mistakes;
  const InputFile* a = files.read("a.csv", folder.path(), named_at, mistakes);
  REQUIRE(a != nullptr);
  CHECK(a->text == std::string_view("x\r\n\0y", 5));
  CHECK(files.read("./a.csv", folder.path(), named_at, mistakes) == a);
  CHECK(files.read("../a.csv", folder.path() / "sub", named_at, mistakes) == a);
  CHECK(files.read("b.csv", folder.path(), named_at, mistakes) != nullptr);
  CHECK(mistakes.empty());
  const auto digests = files.digests();
  REQUIRE(digests.size() == 2);
  CHECK(digests[0].path == "a.csv");
  CHECK(digests[0].sha256 == sha256(a->text));
  CHECK(digests[1].sha256 == sha256(""));
}

TEST_CASE("a file that cannot be read is a mistake at the place that names it") {
  const Folder folder;
  folder.write("jobs.csv", "x");
  InputFiles files;
  std::vector<Diagnostic> mistakes;
  CHECK(files.read("job.csv", folder.path(), named_at, mistakes) == nullptr);
  CHECK(files.read("sub", folder.path(), named_at, mistakes) == nullptr);
  CHECK(files.read("nowhere/jobs.csv", folder.path(), named_at, mistakes) == nullptr);
  REQUIRE(mistakes.size() == 3);
  CHECK(mistakes[0].text() ==
        "week.toml:12:9: training.trace: cannot read \"job.csv\" (no such file); did you mean 'jobs.csv'?");
  CHECK(mistakes[1].text() ==
        "week.toml:12:9: training.trace: cannot read \"sub\" (it is a folder); name a file in it");
  CHECK(mistakes[2].suggestion == "the folder is missing too");
  CHECK(files.digests().empty());
}

TEST_CASE("a scenario's digest changes with a byte, a name and the order of its files") {
  const std::vector<FileDigest> files = {{"a", sha256("1")}, {"b", sha256("2")}};
  const std::string digest = scenario_digest(files);
  CHECK(scenario_digest(files) == digest);
  CHECK(scenario_digest({files[1], files[0]}) != digest);
  CHECK(scenario_digest({{"a", sha256("1")}, {"c", sha256("2")}}) != digest);
  CHECK(scenario_digest({{"a", sha256("0")}, {"b", sha256("2")}}) != digest);
}
