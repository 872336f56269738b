// How well a figure is founded; stands beside the figure's source in every catalogue entry.
#pragma once

namespace hubwatt {

enum class Confidence {
  official,  // a standard or a notice
  paper,     // a publication or a data sheet that was read
  computed,  // derived from a public data set or from other entries
  estimate,  // engineering judgement
};

}  // namespace hubwatt
