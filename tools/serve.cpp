#include "tools/serve.hpp"

#include <fmt/format.h>
#include <httplib.h>

#include <chrono>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "models/contract.hpp"
#include "models/error.hpp"
#include "scenarios/result_directory.hpp"
#include "scenarios/scenario_reader.hpp"
#include "tools/serve_answers.hpp"
#include "tools/serve_drafts.hpp"
#include "tools/serve_guard.hpp"
#include "tools/serve_page_frame.hpp"

namespace hubwatt {

namespace {

using httplib::Request;
using httplib::Response;
using Json = nlohmann::json;

constexpr std::size_t longest_request = 1024 * 1024;
constexpr const char* json_type = "application/json";
constexpr const char* html_type = "text/html; charset=utf-8";

Credentials credentials_of(const Request& request) {
  Credentials out;
  out.host = request.get_header_value("Host");
  out.origin = request.get_header_value("Origin");
  out.token = request.get_header_value("X-Hubwatt-Token");
  if (out.token.empty() && request.has_param("token")) out.token = request.get_param_value("token");
  out.mark = request.get_header_value("X-Hubwatt-Mark");
  return out;
}

// A text of the object that a request holds. Throws NotServed.
std::string text_in(const Json& body, const char* key) {
  const auto found = body.find(key);
  if (found == body.end() || !found->is_string()) throw NotServed(fmt::format("'{}' is missing", key));
  return found->get<std::string>();
}

void refuse(Response& response, int status, const std::string& problem) {
  response.status = status;
  response.set_content(problem_json(problem), json_type);
}

// What went wrong, as a status and a sentence.
void answer_problem(Response& response, std::exception_ptr problem) {
  try {
    std::rethrow_exception(problem);
  } catch (const NotServed& error) {
    refuse(response, 404, error.what());
  } catch (const UsageError& error) {
    refuse(response, 409, error.what());
  } catch (const InputError& error) {
    refuse(response, 422, error.what());
  } catch (const std::exception& error) {
    refuse(response, 500, error.what());
  }
}

Language language_asked(const Request& request) {
  if (!request.has_param("lang")) return Language::english;
  const auto language = language_of(request.get_param_value("lang"));
  if (!language) throw NotServed("'lang' is en or zh");
  return *language;
}

std::string whole_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in || text.str().size() > longest_request)
    throw NotServed("the file is empty, unreadable or too long");
  return text.str();
}

// The nonce lets the page's own script run, and only that; the mark lets it change things.
std::string page_with(std::string_view nonce, std::string_view mark) {
  std::string page(serve_page_frame());
  for (const auto& [place, text] : {std::pair<std::string_view, std::string_view>{"{{nonce}}", nonce},
                                    std::pair<std::string_view, std::string_view>{"{{mark}}", mark}}) {
    const std::size_t at = page.find(place);
    HUBWATT_EXPECTS(at != std::string::npos);
    page.replace(at, place.size(), text);
  }
  return page;
}

const char* command_for(const std::filesystem::path& file) {
  return kind_of_file(file) == FileKind::projection ? "project" : "run";
}

// Two `hubwatt serve` on one port would share its visitors by chance, so no SO_REUSEPORT.
void plain_socket(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace

class LocalPage::Parts {
 public:
  explicit Parts(const ServeOptions& options)
      : folder_(options.results, options.inputs),
        port_(bind(options)),
        host_(options.host),
        guard_(options.host, port_, options.token),
        works_(options.program, folder_.results()) {
    server_.set_payload_max_length(longest_request);
    // The body of a request that is refused stays unread, and would be taken for the next one.
    server_.set_keep_alive_max_count(1);
    server_.set_default_headers({{"X-Content-Type-Options", "nosniff"},
                                 {"X-Frame-Options", "DENY"},
                                 {"Referrer-Policy", "no-referrer"},
                                 {"Cross-Origin-Resource-Policy", "same-origin"},
                                 {"Cross-Origin-Opener-Policy", "same-origin"},
                                 {"Cache-Control", "no-store"}});
    server_.set_pre_routing_handler([this](const Request& request, Response& response) {
      const bool reads = request.method == "GET" || request.method == "HEAD";
      const Credentials asked = credentials_of(request);
      const std::string reason = reads ? guard_.refusal_to_read(asked) : guard_.refusal_to_write(asked);
      if (reason.empty()) return httplib::Server::HandlerResponse::Unhandled;
      refuse(response, 403, reason);
      return httplib::Server::HandlerResponse::Handled;
    });
    server_.set_exception_handler([](const Request&, Response& response, std::exception_ptr problem) {
      answer_problem(response, problem);
    });
    server_.set_error_handler([](const Request&, Response& response) {
      if (!response.body.empty()) return;
      const bool long_request = response.status == 413;
      refuse(response, response.status,
             long_request ? "the text is too long" : "there is nothing of that name");
    });
    add_pages();
    add_actions();
  }

  ~Parts() {
    if (!answering_.joinable()) return;
    server_.stop();
    answering_.join();
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  int port() const { return port_; }

  std::string address() const {
    const bool six = host_.find(':') != std::string::npos;
    const std::string name = six ? "[" + host_ + "]" : host_;
    return fmt::format("http://{}:{}/{}", name, port_,
                       guard_.token().empty() ? "" : "?token=" + guard_.token());
  }

  void start() {
    answering_ = std::thread([this] { server_.listen_after_bind(); });
    // `stop` is lost on a server that has not begun.
    while (!server_.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

 private:
  int bind(const ServeOptions& options) {
    server_.set_socket_options(plain_socket);
    int port = options.port;
    if (port == 0)
      port = server_.bind_to_any_port(options.host);
    else if (!server_.bind_to_port(options.host, port))
      port = -1;
    if (port <= 0)
      throw Error(fmt::format("{} port {} cannot be had; name another with --port, or 0 for a free one",
                              options.host, options.port));
    return port;
  }

  void add_pages() {
    server_.Get("/", [this](const Request&, Response& response) {
      const std::string nonce = random_token();
      response.set_header(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; "
          "form-action 'none'; frame-ancestors 'none'; script-src 'nonce-" +
              nonce + "'");
      response.set_content(page_with(nonce, guard_.mark()), html_type);
    });
    // A report's script runs as a stranger: it cannot ask us for anything.
    server_.Get("/report", [this](const Request& request, Response& response) {
      std::vector<std::string> directories;
      const auto named = request.params.equal_range("dir");
      for (auto one = named.first; one != named.second; ++one) directories.push_back(one->second);
      response.set_header("Content-Security-Policy", "sandbox allow-scripts allow-downloads allow-modals");
      response.set_content(result_page(folder_, directories, language_asked(request)), html_type);
    });
    server_.Get("/listing", [this](const Request&, Response& response) {
      response.set_content(listing_json(folder_), json_type);
    });
    server_.Get("/works", [this](const Request&, Response& response) {
      response.set_content(works_json(works_.list()), json_type);
    });
    server_.Get("/compare", [this](const Request& request, Response& response) {
      response.set_content(
          compare_answer(folder_, request.get_param_value("a"), request.get_param_value("b")), json_type);
    });
    server_.Get("/file", [this](const Request& request, Response& response) {
      response.set_content(whole_file(folder_.file(request.get_param_value("path"))),
                           "text/plain; charset=utf-8");
    });
  }

  // `act` gets the object that the request holds, and returns the JSON to answer with.
  template <class Act>
  void add_action(const char* path, const Act& act) {
    server_.Post(path, [act](const Request& request, Response& response) {
      if (request.get_header_value("Content-Type").rfind(json_type, 0) != 0)
        return refuse(response, 415, "only JSON is taken");
      const Json body = Json::parse(request.body, nullptr, false);
      if (!body.is_object()) return refuse(response, 400, "the request is no JSON object");
      response.set_content(act(body), json_type);
    });
  }

  void add_actions() {
    add_action("/check", [this](const Json& body) {
      const std::filesystem::path origin = folder_.file(text_in(body, "path"));
      const std::lock_guard one_at_a_time(checking_);
      return check_json(origin, text_in(body, "text"));
    });
    add_action("/save", [this](const Json& body) {
      const std::filesystem::path saved =
          save_draft(folder_.file(text_in(body, "path")), text_in(body, "name"), text_in(body, "text"));
      const std::string path = saved.lexically_proximate(std::filesystem::current_path()).string();
      return Json({{"path", path}}).dump();
    });
    add_action("/start", [this](const Json& body) {
      const std::filesystem::path file = folder_.file(text_in(body, "path"));
      const int number = works_.start(command_for(file), file, text_in(body, "directory"));
      return Json({{"number", number}}).dump();
    });
    add_action("/stop", [this](const Json& body) {
      const auto number = body.find("number");
      if (number == body.end() || !number->is_number_integer()) throw NotServed("'number' is missing");
      works_.stop(number->get<int>());
      return std::string("{}");
    });
  }

  ServedFolder folder_;
  httplib::Server server_;
  int port_;
  std::string host_;
  Guard guard_;
  std::mutex checking_;
  ServedWorks works_;
  std::thread answering_;
};

LocalPage::LocalPage(const ServeOptions& options) : parts_(std::make_unique<Parts>(options)) {}
LocalPage::~LocalPage() = default;
int LocalPage::port() const {
  return parts_->port();
}
std::string LocalPage::address() const {
  return parts_->address();
}
void LocalPage::start() {
  parts_->start();
}

}  // namespace hubwatt
