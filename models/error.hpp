// The three ways a run can be refused. Wrong input is collected (a file's mistakes all at once) and thrown as
// InputError; a policy that is missing, foreign or answers nonsense is a PolicyError; a balance that does not
// close is an InvariantError. Our own bugs are not errors of this kind: see contract.hpp.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace hubwatt {

// One mistake: where, what, and what to do. Line and column count from 1; 0 means the whole file.
struct Diagnostic {
  std::string file;
  int line = 0;
  int column = 0;
  std::string key;         // dotted path, as in "hub.zhongwei.cooling"; may be empty
  std::string problem;     // with the limit or the reason in brackets
  std::string suggestion;  // may be empty

  // "file:line:column: key: problem; suggestion"
  std::string text() const {
    std::string out = file;
    // One piece after the other: of a chain of + g++ 12 warns at -O3, as of an overflow.
    if (line > 0) out.append(":").append(std::to_string(line)).append(":").append(std::to_string(column));
    if (!out.empty()) out += ": ";
    if (!key.empty()) out += key + ": ";
    out += problem;
    if (!suggestion.empty()) out.append("; ").append(suggestion);
    return on_one_line(std::move(out));
  }

 private:
  // Messages quote what stands in files, and files hold anything.
  static std::string on_one_line(std::string text) {
    constexpr std::size_t longest = 1000;
    if (text.size() > longest) text.replace(longest / 2, text.size() - longest, " [...] ");
    for (char& c : text) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
    }
    return text;
  }
};

// A run that failed for a reason outside the input: disk full, no permission (exit code 1).
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// All mistakes of the input (exit code 3).
class InputError : public Error {
 public:
  explicit InputError(std::vector<Diagnostic> mistakes) : Error(joined(mistakes)), mistakes_(std::move(mistakes)) {}
  explicit InputError(Diagnostic mistake) : InputError(std::vector<Diagnostic>{std::move(mistake)}) {}
  const std::vector<Diagnostic>& mistakes() const { return mistakes_; }

 private:
  static std::string joined(const std::vector<Diagnostic>& mistakes) {
    std::string out;
    for (const Diagnostic& d : mistakes) out += (out.empty() ? "" : "\n") + d.text();
    return out;
  }
  std::vector<Diagnostic> mistakes_;
};

// A policy is missing, of a wrong version, or answered nonsense (exit code 4).
class PolicyError : public Error {
 public:
  using Error::Error;
};

// A conservation law broke: a defect of hubwatt, or of figures no check foresaw (exit code 5).
class InvariantError : public Error {
 public:
  using Error::Error;
};

}  // namespace hubwatt
