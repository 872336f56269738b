#include "tools/serve_guard.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>

#include "models/error.hpp"

namespace hubwatt {

namespace {

// "name:port" as browsers write it: an IPv6 address in brackets, port 80 left out.
bool names(std::string_view host_header, std::string_view host, int port) {
  const std::string name =
      host.find(':') == std::string_view::npos ? std::string(host) : fmt::format("[{}]", host);
  return host_header == fmt::format("{}:{}", name, port) || (port == 80 && host_header == name);
}

bool is_any_address(std::string_view host) {
  return host == "0.0.0.0" || host == "::";
}

}  // namespace

bool is_loopback(std::string_view host) {
  if (host == "localhost" || host == "::1") return true;
  const bool numeric = host.find_first_not_of("0123456789.") == std::string_view::npos;
  return numeric && host.rfind("127.", 0) == 0;
}

std::string random_token() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw Error("the system gives no random numbers, without which a page cannot be kept to its user");
  std::string out;
  for (const unsigned char byte : bytes) out += fmt::format("{:02x}", byte);
  return out;
}

bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;  // the length is no secret
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  return difference == 0;
}

Guard::Guard(std::string host, int port, std::string token)
    : host_(std::move(host)), port_(port), token_(std::move(token)), mark_(random_token()) {}

// On all addresses of the machine there are names we do not know, and the token keeps strangers out.
bool Guard::is_ours(std::string_view host_header) const {
  if (is_any_address(host_) && !token_.empty()) return !host_header.empty();
  for (const std::string_view name : {std::string_view(host_), std::string_view("127.0.0.1"),
                                      std::string_view("localhost"), std::string_view("::1")})
    if (names(host_header, name, port_)) return true;
  return false;
}

std::string Guard::refusal_to_read(const Credentials& asked) const {
  if (!is_ours(asked.host)) return "this page is not known by that name; use the address that was printed";
  if (!asked.origin.empty() && asked.origin != "http://" + asked.host)
    return "another page asked, and may not";
  if (!token_.empty() && !same_secret(asked.token, token_))
    return "the token is missing or wrong; use the address that was printed";
  return {};
}

std::string Guard::refusal_to_write(const Credentials& asked) const {
  std::string reason = refusal_to_read(asked);
  if (reason.empty() && !same_secret(asked.mark, mark_))
    reason = "the page is of an earlier call of `hubwatt serve`; load it again";
  return reason;
}

}  // namespace hubwatt
