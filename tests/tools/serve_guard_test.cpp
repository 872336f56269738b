#include "tools/serve_guard.hpp"

#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

Credentials asking(std::string host, std::string origin = "", std::string token = "", std::string mark = "") {
  return {std::move(host), std::move(origin), std::move(token), std::move(mark)};
}

bool may_read(const Guard& guard, const Credentials& asked) {
  return guard.refusal_to_read(asked).empty();
}
bool may_write(const Guard& guard, const Credentials& asked) {
  return guard.refusal_to_write(asked).empty();
}

}  // namespace

TEST_CASE("only this machine's own addresses are loopback") {
  for (const char* host : {"127.0.0.1", "127.8.9.1", "localhost", "::1"}) CHECK(is_loopback(host));
  for (const char* host :
       {"0.0.0.0", "::", "10.0.0.1", "127.evil.example", "localhost.example", "128.0.0.1", ""})
    CHECK_FALSE(is_loopback(host));
}

TEST_CASE("a name that somebody else points at this machine is refused") {
  const Guard guard("127.0.0.1", 8080, "");
  for (const char* host : {"127.0.0.1:8080", "localhost:8080", "[::1]:8080"})
    CHECK(may_read(guard, asking(host)));
  for (const char* host :
       {"evil.example:8080", "127.0.0.1:8081", "127.0.0.1", "127.0.0.1:8080.evil.example", ""})
    CHECK_FALSE(may_read(guard, asking(host)));
  CHECK(may_read(Guard("127.0.0.1", 80, ""), asking("localhost")));
}

TEST_CASE("only the page itself may ask from a browser") {
  const Guard guard("127.0.0.1", 8080, "");
  CHECK(may_read(guard, asking("localhost:8080", "http://localhost:8080")));
  for (const char* origin :
       {"http://evil.example", "null", "https://localhost:8080", "http://localhost:8081"})
    CHECK_FALSE(may_read(guard, asking("localhost:8080", origin)));
}

TEST_CASE("what changes something needs the mark of the page") {
  const Guard guard("127.0.0.1", 8080, "");
  CHECK(may_write(guard, asking("localhost:8080", "", "", guard.mark())));
  CHECK_FALSE(may_write(guard, asking("localhost:8080")));
  CHECK_FALSE(may_write(guard, asking("localhost:8080", "", "", random_token())));
  CHECK_FALSE(may_write(guard, asking("evil.example", "", "", guard.mark())));
}

TEST_CASE("where a token is demanded, nothing goes without it") {
  const std::string token = random_token();
  const Guard guard("0.0.0.0", 8080, token);
  CHECK(may_read(guard, asking("planner.example:8080", "", token)));
  CHECK_FALSE(may_read(guard, asking("planner.example:8080")));
  CHECK_FALSE(may_read(guard, asking("planner.example:8080", "", token.substr(1))));
  CHECK_FALSE(may_read(guard, asking("planner.example:8080", "http://evil.example", token)));
  CHECK_FALSE(may_write(guard, asking("planner.example:8080", "", "", guard.mark())));
  CHECK(may_write(guard, asking("planner.example:8080", "", token, guard.mark())));
}

TEST_CASE("tokens are 32 digits, never the same, and equal only to themselves") {
  const std::string a = random_token(), b = random_token();
  CHECK(a.size() == 32);
  CHECK(a.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(same_secret(a, a));
  CHECK_FALSE(same_secret(a, b));
  CHECK_FALSE(same_secret(a, ""));
  CHECK_FALSE(same_secret(a, a + "0"));
}
