// The catalogue's TOML files as text inside the program: no file is looked for at run time. What the entries mean is
// read by the scenarios layer (read_catalogue).
#pragma once

#include <span>
#include <string_view>

namespace hubwatt {

struct CatalogueFile {
  std::string_view name;  // "servers.toml"
  std::string_view text;
};

std::span<const CatalogueFile> catalogue_files();

}  // namespace hubwatt
