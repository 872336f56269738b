#include "platforms/simgrid_transfers.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "models/contract.hpp"
#include "models/units.hpp"
#include "platforms/link_meter.hpp"
#include "platforms/simgrid_compat.hpp"

namespace hubwatt {

namespace {

namespace s4u = simgrid::s4u;

// One direction of a link.
struct Wire {
  s4u::Link* link = nullptr;
  LinkMeter meter;
  int flows = 0;
};

// All transfers from one hub to another.
struct Lane {
  s4u::Host* from = nullptr;
  s4u::Host* to = nullptr;
  bool reachable = false;
  double latency = 0.0;
  std::vector<std::size_t> wires;
  std::size_t running = 0;
  std::set<std::uint64_t> waiting;  // numbers rise with time, so the lowest is the oldest
};

struct Transfer {
  std::size_t lane = 0;
  double remaining = 0.0;  // bytes
  std::function<void(double)> done;
};

// A communication that SimGrid is done with, until a timer may let go of it.
struct Ended {
  std::uint64_t transfer = 0;
  double remaining = 0.0;
  bool arrived = false;
};

constexpr std::size_t wire_of(LinkId link, Direction direction) {
  return 2 * link.index + (direction == Direction::forward ? 0 : 1);
}

}  // namespace

struct Transfers::State : std::enable_shared_from_this<State> {
  explicit State(SimgridClock& c) : clock(c) {}

  SimgridClock& clock;
  std::size_t hubs = 0;
  std::vector<Wire> wires;               // two of each link
  std::vector<LinkState> link_states;    // by link
  std::vector<double> down_since, down;  // by link, seconds
  std::vector<Lane> lanes;               // from x hubs + to
  std::map<std::uint64_t, Transfer> transfers;
  std::map<std::uint64_t, std::uint64_t> on_the_way;                // first byte of a transfer: which departure
  std::map<std::uint64_t, s4u::CommPtr> comms;                      // of those whose first byte is there
  std::unordered_map<const s4u::Comm*, std::uint64_t> transfer_of;  // looked up, never walked
  std::vector<Ended> ended;
  std::uint64_t numbers = 0, departures = 0;
  double start_date = 0.0;
  double metered_until = 0.0;

  bool is_up(const Lane& lane) const {
    return std::ranges::all_of(lane.wires,
                               [&](std::size_t w) { return link_states[w / 2] == LinkState::up; });
  }

  void launch_waiting(Lane& lane);
  void launch(Lane& lane, std::uint64_t number);
  void flow(Lane& lane, std::uint64_t number);
  void turn_back(LinkId link);
  void retire(std::uint64_t number, Lane& lane);
  void note_end(const s4u::Comm& comm);
  void settle_ended();
  void meter();
  LinkUse use(std::size_t link) const;
};

void Transfers::State::launch_waiting(Lane& lane) {
  while (lane.running < concurrent_per_direction && !lane.waiting.empty() && is_up(lane)) {
    launch(lane, lane.waiting.extract(lane.waiting.begin()).value());
  }
}

// The latency passes before SimGrid's communication begins: SimGrid would give flows of a shared link parts in inverse
// proportion to the latency of their paths.
void Transfers::State::launch(Lane& lane, std::uint64_t number) {
  lane.running += 1;
  const std::uint64_t departure = ++departures;
  on_the_way[number] = departure;
  clock.set_timer(clock.now() + lane.latency, [self = weak_from_this(), number, departure] {
    const auto state = self.lock();
    if (!state) return;
    const auto found = state->on_the_way.find(number);
    if (found == state->on_the_way.end() || found->second != departure) return;
    state->on_the_way.erase(found);
    state->flow(state->lanes[state->transfers.at(number).lane], number);
  });
}

void Transfers::State::flow(Lane& lane, std::uint64_t number) {
  s4u::CommPtr comm = s4u::Comm::sendto_init(lane.from, lane.to);
  comm->set_payload_size(static_cast<std::uint64_t>(std::ceil(transfers.at(number).remaining)));
  transfer_of[comm.get()] = number;
  comms[number] = comm;
  for (const std::size_t w : lane.wires) wires[w].flows += 1;
  comm->start();
}

void Transfers::State::retire(std::uint64_t number, Lane& lane) {
  comms.erase(number);
  lane.running -= 1;
  for (const std::size_t w : lane.wires) wires[w].flows -= 1;
}

// First bytes that a broken link has lost start again when the path is whole.
void Transfers::State::turn_back(LinkId link) {
  std::erase_if(on_the_way, [&](const auto& one) {
    Lane& lane = lanes[transfers.at(one.first).lane];
    if (std::ranges::none_of(lane.wires, [&](std::size_t w) { return w / 2 == link.index; })) return false;
    lane.running -= 1;
    lane.waiting.insert(one.first);
    return true;
  });
}

// Called by SimGrid in the middle of its pass: only notes. Letting go of a communication here would destroy it
// under SimGrid's hands.
void Transfers::State::note_end(const s4u::Comm& comm) {
  const auto found = transfer_of.find(&comm);
  if (found == transfer_of.end()) return;
  const bool arrived = comm.get_state() == s4u::Activity::State::FINISHED;
  if (ended.empty()) {
    clock.set_timer(clock.now(), [self = weak_from_this()] {
      if (const auto state = self.lock()) state->settle_ended();
    });
  }
  ended.push_back({found->second, arrived ? 0.0 : comm.get_remaining(), arrived});
  transfer_of.erase(found);
}

void Transfers::State::settle_ended() {
  std::vector<Ended> batch = std::exchange(ended, {});
  std::ranges::sort(batch, {}, &Ended::transfer);
  std::set<std::size_t> freed;
  std::vector<std::function<void(double)>> calls;
  for (const Ended& end : batch) {
    const auto transfer = transfers.find(end.transfer);
    Lane& lane = lanes[transfer->second.lane];
    retire(end.transfer, lane);
    freed.insert(transfer->second.lane);
    if (!end.arrived && transfer->second.done) {
      transfer->second.remaining = end.remaining;
      lane.waiting.insert(end.transfer);
    } else {
      if (transfer->second.done) calls.push_back(std::move(transfer->second.done));
      transfers.erase(transfer);
    }
  }
  for (const std::size_t lane : freed) launch_waiting(lanes[lane]);
  for (const auto& done : calls) done(clock.now());
}

// Called by SimGrid whenever the clock has moved; the loads are still those of the interval that has passed.
void Transfers::State::meter() {
  const double now = clock.now();
  if (!comms.empty()) {
    for (Wire& wire : wires) {
      if (wire.flows > 0) wire.meter.add(metered_until, now, compat::link_load(*wire.link));
    }
  }
  metered_until = now;
}

LinkUse Transfers::State::use(std::size_t link) const {
  const Wire& forward = wires[2 * link];
  const Wire& backward = wires[2 * link + 1];
  const double now = clock.now(), bandwidth = forward.link->get_bandwidth();
  LinkUse out;
  out.transferred = DataSize{forward.meter.bytes() + backward.meter.bytes()};
  if (now > start_date) {
    const double busier = std::max(forward.meter.bytes(), backward.meter.bytes());
    out.mean_utilization = busier / (bandwidth * (now - start_date));
    out.peak_utilization = std::max(forward.meter.peak_rate(now), backward.meter.peak_rate(now)) / bandwidth;
  }
  const bool is_down = link_states[link] == LinkState::down;
  out.down = Duration{down[link] + (is_down ? now - down_since[link] : 0.0)};
  return out;
}

Transfers::Transfers(SimgridClock& clock, const SimgridPlatform& built, const Platform& platform,
                     const Wan& wan, Duration step)
    : state_(std::make_shared<State>(clock)) {
  HUBWATT_EXPECTS(step > Duration{});
  State& s = *state_;
  s.hubs = platform.hubs.size();
  s.start_date = s.metered_until = clock.now();
  for (const SimgridLink& link : built.links) {
    link.forward->set_latency(0.0);  // see launch()
    link.backward->set_latency(0.0);
    s.wires.push_back({link.forward, LinkMeter(step / unit::second), 0});
    s.wires.push_back({link.backward, LinkMeter(step / unit::second), 0});
  }
  s.link_states.assign(built.links.size(), LinkState::up);
  s.down_since.assign(built.links.size(), 0.0);
  s.down.assign(built.links.size(), 0.0);
  for (std::size_t from = 0; from < s.hubs; ++from) {
    for (std::size_t to = 0; to < s.hubs; ++to) {
      Lane lane;
      lane.from = built.gateways[from];
      lane.to = built.gateways[to];
      if (const auto path = wan.lowest_latency_path(end_point(HubId{from}), end_point(HubId{to}))) {
        lane.reachable = true;
        lane.latency = path->latency / unit::second;
        const std::vector<Direction> directions = wan.directions(*path, end_point(HubId{from}));
        for (std::size_t i = 0; i < directions.size(); ++i) {
          lane.wires.push_back(wire_of(path->links[i], directions[i]));
        }
      }
      s.lanes.push_back(std::move(lane));
    }
  }
  compat::on_comm_completion([weak = std::weak_ptr<State>(state_)](const s4u::Comm& comm) {
    if (const auto state = weak.lock()) state->note_end(comm);
  });
  s4u::Engine::on_time_advance_cb([weak = std::weak_ptr<State>(state_)](double) {
    if (const auto state = weak.lock()) state->meter();
  });
}

Transfers::~Transfers() {
  // SimGrid prints a backtrace where a running communication is dropped.
  state_->transfer_of.clear();
  for (const auto& [number, comm] : state_->comms) {
    if (comm->get_state() == s4u::Activity::State::STARTED) comm->cancel();
  }
}

bool Transfers::reachable(HubId from, HubId to) const {
  return state_->lanes.at(from.index * state_->hubs + to.index).reachable;
}

std::uint64_t Transfers::start(HubId from, HubId to, DataSize size, std::function<void(double now)> done) {
  HUBWATT_EXPECTS(reachable(from, to) && size >= DataSize{} && done != nullptr);
  State& s = *state_;
  const std::uint64_t number = ++s.numbers;
  const std::size_t index = from.index * s.hubs + to.index;
  s.transfers[number] = {index, std::round(size / unit::byte), std::move(done)};
  if (from == to) {
    s.clock.set_timer(s.clock.now(), [weak = s.weak_from_this(), number] {
      const auto state = weak.lock();
      if (!state) return;
      auto transfer = state->transfers.extract(number);
      if (!transfer.empty()) transfer.mapped().done(state->clock.now());
    });
  } else {
    s.lanes[index].waiting.insert(number);
    s.launch_waiting(s.lanes[index]);
  }
  return number;
}

void Transfers::cancel(std::uint64_t number) {
  State& s = *state_;
  const auto transfer = s.transfers.find(number);
  if (transfer == s.transfers.end()) return;
  Lane& lane = s.lanes[transfer->second.lane];
  if (s.comms.contains(number)) {
    const s4u::CommPtr comm = s.comms.at(number);
    if (s.transfer_of.erase(comm.get()) == 0) {  // it has ended and waits for its timer
      transfer->second.done = nullptr;
      return;
    }
    s.retire(number, lane);
    comm->cancel();
    // SimGrid comes back to a cancelled communication once more, at this date or, if the clock stands, after the
    // timers of its next stop. So it is let go at the second stop from here.
    s.clock.set_timer(s.clock.now() + 1.0,
                      [&clock = s.clock, comm] { clock.set_timer(clock.now() + 1.0, [comm] {}); });
  } else if (s.on_the_way.erase(number) > 0) {
    lane.running -= 1;
  } else {
    lane.waiting.erase(number);
  }
  s.transfers.erase(transfer);
  s.launch_waiting(lane);
}

void Transfers::set_link(LinkId link, LinkState state) {
  State& s = *state_;
  if (s.link_states.at(link.index) == state) return;
  s.link_states[link.index] = state;
  for (const Direction direction : {Direction::forward, Direction::backward}) {
    s4u::Link* wire = s.wires[wire_of(link, direction)].link;
    if (state == LinkState::down)
      wire->turn_off();
    else
      wire->turn_on();
  }
  if (state == LinkState::down) {
    s.down_since[link.index] = s.clock.now();
    s.turn_back(link);
  } else {
    s.down[link.index] += s.clock.now() - s.down_since[link.index];
    for (Lane& lane : s.lanes) s.launch_waiting(lane);
  }
}

std::size_t Transfers::running() const {
  return state_->comms.size() + state_->on_the_way.size();
}

std::size_t Transfers::waiting() const {
  std::size_t count = 0;
  for (const Lane& lane : state_->lanes) count += lane.waiting.size();
  return count;
}

std::vector<LinkUse> Transfers::link_use() const {
  std::vector<LinkUse> out;
  for (std::size_t link = 0; link < state_->link_states.size(); ++link) out.push_back(state_->use(link));
  return out;
}

}  // namespace hubwatt
