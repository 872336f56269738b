// One case of the validation page: what is asked, what is expected and on whose word, what hubwatt gives, how
// far apart the two are, and whether that is near enough. Everything is text by the time it gets here, so
// that the page has the same bytes wherever it is written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hubwatt::validation {

// What stands behind the expected figure.
enum class Evidence {
  measured,     // readings of equipment nobody here had a hand in
  published,    // a figure of a report or a paper
  law,          // theory that holds whatever the program does (queues, conservation, psychrometrics)
  arithmetic,   // worked out by hand from the inputs: tests the implementation only
  calibration,  // parameters were set to meet it: no evidence at all
};

struct Question {
  std::string id;
  std::string what;
  Evidence evidence = Evidence::arithmetic;
  std::string source;
};

struct Case {
  Question question;
  std::string expected, tolerance, got, error;
  bool pass = false;
};

struct Tolerance {
  double limit = 0.0;
  bool relative = true;
  std::string text;
};
Tolerance exact();                   // 1e-9, relative
Tolerance percent(double percents);  // relative
Tolerance within(double limit, std::string_view unit);
inline Tolerance within(double limit) {
  return within(limit, "");
}

// A figure against a figure. `digits` is how many of them the page shows.
Case compare(Question question, double expected, double got, const Tolerance& tolerance,
             std::string_view unit, int digits = 5);
// Something that holds or does not, as orderings do.
Case holds(Question question, std::string expected, std::string got, bool pass);
// The larger part of a comparison: at most, at least.
Case at_most(Question question, double limit, double got, std::string_view unit, int digits = 4);
Case at_least(Question question, double limit, double got, std::string_view unit, int digits = 4);

// A number with this many significant digits at most and no exponent between 1e-4 and 1e9.
std::string figure(double value, int digits = 4);
// The number with its unit.
std::string figure(double value, int digits, std::string_view unit);
// "+1.2 %"; "< 1e-9" where less than that is left.
std::string relative_error(double expected, double got);

}  // namespace hubwatt::validation
