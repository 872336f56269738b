// Who may ask the local page for something. A page on this machine can be reached by every page the user's browser
// opens, so that neither the address nor the network tells a friend: the Host must be one of ours (a foreign name that
// was made to point here is not), the Origin must be the page itself, what changes something must carry the mark that
// only our page has, and where other machines can come in everybody needs the token.
#pragma once

#include <string>
#include <string_view>

namespace hubwatt {

// 127.0.0.0/8, ::1 and localhost: what only this machine reaches.
bool is_loopback(std::string_view host);

// 32 hexadecimal digits that nobody can guess. Throws Error where the system has no randomness.
std::string random_token();

// Takes as long for texts that differ early as for those that differ late.
bool same_secret(std::string_view a, std::string_view b);

// What a request says of itself; empty where it does not.
struct Credentials {
  std::string host, origin;
  std::string token;  // from its header or its address
  std::string mark;   // of the page
};

class Guard {
 public:
  // `host` as bound. Without a token none is demanded.
  Guard(std::string host, int port, std::string token);

  const std::string& token() const { return token_; }
  const std::string& mark() const { return mark_; }

  // Why it is refused; empty where it may be read.
  std::string refusal_to_read(const Credentials& asked) const;
  // As above for what changes something.
  std::string refusal_to_write(const Credentials& asked) const;

 private:
  bool is_ours(std::string_view host_header) const;

  std::string host_;
  int port_;
  std::string token_, mark_;
};

}  // namespace hubwatt
