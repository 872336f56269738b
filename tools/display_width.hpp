// How many columns of a terminal a text takes: two for what East Asia writes wide, none for marks that sit on the
// letter before them, one for the rest. Ambiguous characters (Greek, arrows, the middle dot) take one, as terminals
// show them unless told otherwise. Source: Unicode Standard Annex 11, East Asian Width; classes W and F of
// EastAsianWidth.txt without pictographs, which no name of a place needs.
#pragma once

#include <cstddef>
#include <string_view>

namespace hubwatt {

// Of a text in UTF-8; a byte that is none takes one column, as terminals show one sign in its place.
std::size_t display_width(std::string_view text);

}  // namespace hubwatt
