// What a policy's author includes: derive a class from the decisions it takes, and name it once in
// HUBWATT_POLICY. The class may have a constructor from (Options&, hub_count) or (Options&), or none. An
// exception stops the run with its text. Needs the C++ standard library and the headers beside this one, and
// links nothing.
//
//   class Eager : public hubwatt::policy::Schedule {
//    public:
//     void start_jobs(const hubwatt::policy::Queue& queue) override {
//       for (std::uint32_t i = 0; i < queue.size(); ++i) queue.start(i);
//     }
//   };
//   HUBWATT_POLICY(Eager, "eager", "1.0", "starts whatever fits, in the order of arrival")
#pragma once

#include <cstdint>
#include <cstdio>
#include <exception>
#include <span>
#include <type_traits>

#include "policies/abi.h"
#include "policies/policy_options.hpp"
#include "policies/policy_views.hpp"

namespace hubwatt::policy {

// Where a job runs and from when on; over which hubs requests are spread. `share` is zero on entry.
class Dispatch {
 public:
  virtual ~Dispatch() = default;
  virtual hw_placement place(const hw_job& job, const Fleet& fleet) = 0;
  virtual void spread(const Demand& demand, const Fleet& fleet, std::span<double> share) = 0;
};

// Which waiting jobs start now.
class Schedule {
 public:
  virtual ~Schedule() = default;
  virtual void start_jobs(const Queue& queue) = 0;
};

// Which operating point the cooling plant takes: the index of one that is allowed.
class Cooling {
 public:
  virtual ~Cooling() = default;
  virtual std::uint32_t choose(const hw_cooling_view& view, std::span<const hw_cooling_point> points) = 0;
};

// What the battery may do.
class Supply {
 public:
  virtual ~Supply() = default;
  virtual hw_supply_rule rule(const hw_supply_view& view) = 0;
};

// The C functions of a policy class. No exception leaves them.
template <class Policy>
struct Border {
  struct Instance {
    Instance(Options& options, std::uint32_t hub_count) : policy(construct(options, hub_count)) {}
    Policy policy;
    char why[512] = "";
  };

  static Policy construct(Options& options, std::uint32_t hub_count) {
    if constexpr (std::is_constructible_v<Policy, Options&, std::uint32_t>) {
      return Policy(options, hub_count);
    } else if constexpr (std::is_constructible_v<Policy, Options&>) {
      return Policy(options);
    } else {
      return Policy();
    }
  }

  static void* create(const hw_options* view, std::uint32_t hub_count, char* reason,
                      std::size_t reason_size) {
    Instance* instance = nullptr;
    try {
      Options options(*view);
      instance = new Instance(options, hub_count);
      options.refuse_unread();
      return instance;
    } catch (const std::exception& problem) {
      std::snprintf(reason, reason_size, "%s", problem.what());
    } catch (...) {
      std::snprintf(reason, reason_size, "an exception that is no std::exception");
    }
    delete instance;
    return nullptr;
  }

  static void destroy(void* instance) { delete static_cast<Instance*>(instance); }
  static const char* why(void* instance) { return static_cast<Instance*>(instance)->why; }

  template <class Decide>
  static std::int32_t decide(void* pointer, Decide with) {
    Instance& instance = *static_cast<Instance*>(pointer);
    try {
      with(instance.policy);
      return 0;
    } catch (const std::exception& problem) {
      std::snprintf(instance.why, sizeof instance.why, "%s", problem.what());
    } catch (...) {
      std::snprintf(instance.why, sizeof instance.why, "an exception that is no std::exception");
    }
    return 1;
  }

  static std::int32_t place_job(void* instance, const hw_job* job, const hw_fleet* fleet, hw_placement* out) {
    return decide(instance, [&](Dispatch& policy) { *out = policy.place(*job, Fleet(*fleet)); });
  }
  static std::int32_t spread_requests(void* instance, const hw_demand* demand, const hw_fleet* fleet,
                                      double* share) {
    const std::uint32_t hubs = fleet->hub_count;
    return decide(instance, [&](Dispatch& policy) {
      policy.spread(Demand(*demand, hubs), Fleet(*fleet), std::span<double>(share, hubs));
    });
  }
  static std::int32_t start_jobs(void* instance, const hw_queue* queue, const hw_scheduler* scheduler) {
    return decide(instance, [&](Schedule& policy) { policy.start_jobs(Queue(*queue, *scheduler)); });
  }
  static std::int32_t choose_cooling(void* instance, const hw_cooling_view* view, std::uint32_t* point) {
    return decide(instance, [&](Cooling& policy) {
      *point = policy.choose(*view, {view->points, view->point_count});
    });
  }
  static std::int32_t rule_supply(void* instance, const hw_supply_view* view, hw_supply_rule* out) {
    return decide(instance, [&](Supply& policy) { *out = policy.rule(*view); });
  }
};

template <class Policy>
constexpr hw_policy describe(const char* name, const char* version, const char* summary) {
  using Functions = Border<Policy>;
  hw_policy description{};
  description.abi_version = HW_POLICY_ABI_VERSION;
  description.struct_size = sizeof(hw_policy);
  description.name = name;
  description.version = version;
  description.summary = summary;
  description.create = &Functions::create;
  description.destroy = &Functions::destroy;
  description.why = &Functions::why;
  if constexpr (std::is_base_of_v<Dispatch, Policy>) {
    description.decisions |= HW_DISPATCH;
    description.place_job = &Functions::place_job;
    description.spread_requests = &Functions::spread_requests;
  }
  if constexpr (std::is_base_of_v<Schedule, Policy>) {
    description.decisions |= HW_SCHEDULE;
    description.start_jobs = &Functions::start_jobs;
  }
  if constexpr (std::is_base_of_v<Cooling, Policy>) {
    description.decisions |= HW_COOLING;
    description.choose_cooling = &Functions::choose_cooling;
  }
  if constexpr (std::is_base_of_v<Supply, Policy>) {
    description.decisions |= HW_SUPPLY;
    description.rule_supply = &Functions::rule_supply;
  }
  return description;
}

}  // namespace hubwatt::policy

#define HUBWATT_POLICY(Class, name, version, summary)                                                    \
  extern "C" HW_EXPORT const hw_policy* hubwatt_policy_entry(void) {                                     \
    static_assert(::std::is_base_of_v<::hubwatt::policy::Dispatch, Class> ||                             \
                      ::std::is_base_of_v<::hubwatt::policy::Schedule, Class> ||                         \
                      ::std::is_base_of_v<::hubwatt::policy::Cooling, Class> ||                          \
                      ::std::is_base_of_v<::hubwatt::policy::Supply, Class>,                             \
                  "a policy derives from Dispatch, Schedule, Cooling or Supply");                        \
    static constexpr hw_policy description = ::hubwatt::policy::describe<Class>(name, version, summary); \
    return &description;                                                                                 \
  }
