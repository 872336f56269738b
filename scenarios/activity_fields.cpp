#include "scenarios/activity_fields.hpp"

#include "scenarios/server_fields.hpp"

namespace hubwatt {

template <>
Form<ActivityPreset> form_of() {
  return {"a kind of work",
          {field("name", &ActivityPreset::name, "name for people").else_means("the entry's own name"),
           field("activity", &ActivityPreset::activity, "of the accelerators held, mean over a job")
               .within(share),
           field("clock_bound", &ActivityPreset::clock_bound, "share of the run time that follows the clock")
               .within(share),
           field("prefill", &ActivityPreset::prefill, "activity while prompts are read")
               .within(share)
               .else_means("the work has no such part"),
           field("decode", &ActivityPreset::decode, "activity while tokens are made")
               .within(share)
               .else_means("the work has no such part"),
           field("source", &ActivityPreset::source, "where the figures come from").else_means("not told"),
           field("confidence", &ActivityPreset::confidence, "how well they are founded")
               .defaults("\"estimate\"", "nothing better is claimed unless said")},
          {}};
}

}  // namespace hubwatt
