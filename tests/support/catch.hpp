// Catch2 as the tests see it: version 2 (one header) and version 3 (many), under the names of version 2.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;  // version 3 no longer exports it
#else
#include <catch2/catch.hpp>
#endif
