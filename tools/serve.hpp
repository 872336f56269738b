// A local page over a folder of results: lists them, opens reports, compares two, edits copies of scenarios and
// projections with the mistakes shown as one types, starts them and shows how far they are. It keeps nothing but the
// directories of results and the files that its user saves. Who may ask: serve_guard.hpp; for what: serve_folder.hpp.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace hubwatt {

struct ServeOptions {
  std::filesystem::path results;
  std::vector<std::filesystem::path> inputs;  // folders of scenarios and projections
  std::filesystem::path program;              // what starts runs: this program
  std::string host = "127.0.0.1";
  int port = 8080;    // 0: any that is free
  std::string token;  // demanded of everybody; empty: of nobody
};

class LocalPage {
 public:
  // Binds, so that the port is known. Throws Error where it is taken or a folder is none.
  explicit LocalPage(const ServeOptions& options);
  // Stops answering, then the runs that were started.
  ~LocalPage();
  LocalPage(const LocalPage&) = delete;
  LocalPage& operator=(const LocalPage&) = delete;

  int port() const;
  // What to open in a browser, with the token where one is demanded.
  std::string address() const;
  // Begins to answer, in threads of its own.
  void start();

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hubwatt
