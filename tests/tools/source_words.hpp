// The texts of the tree's own files, for tests that hold dictionaries and manuals against them.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hubwatt::test {

// Files below a folder of the tree with one of these endings, in a fixed order; folders below it not where `flat`.
enum class Below { all, flat };
std::vector<std::filesystem::path> source_files(const std::filesystem::path& folder,
                                                const std::vector<std::string>& endings,
                                                Below below = Below::all);

// String literals of C++, those that stand side by side as one.
std::set<std::string> literals_in(std::string_view cpp);

// Literals that go through Words: words("..."), words.with("...", ...), words.all({"...", "..."}).
std::set<std::string> spoken_in(std::string_view cpp);

// Words of the Latin alphabet, of two letters and more, that are not in `known`. What holds a digit or an underscore
// within is a name.
std::vector<std::string> english_in(std::string_view text, const std::set<std::string>& known);

}  // namespace hubwatt::test
