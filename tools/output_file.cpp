#include "tools/output_file.hpp"

#include <fstream>
#include <system_error>

#include "models/error.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

void write_output(const fs::path& path, const std::string& text) {
  std::error_code problem;
  const bool direct = fs::exists(path, problem) && !fs::is_regular_file(path, problem);
  const fs::path first = direct ? path : fs::path(path.string() + ".partial");
  std::ofstream out(first, std::ios::binary);
  out << text;
  out.close();
  bool written = !out.fail();
  if (written && !direct) {
    fs::rename(first, path, problem);
    written = !problem;
  }
  if (written) return;
  if (!direct) fs::remove(first, problem);
  throw Error(path.string() + ": cannot be written; choose another file with -o");
}

}  // namespace hubwatt
