#include "tools/serve.hpp"

#include <httplib.h>

#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "models/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"
#include "tests/tools/study/made_study.hpp"
#include "tools/study/study_file.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::json;

namespace {

const std::string scenario = plain_scenario("6 h", trial::one_job("8", "2 h"));

// A page over a scratch folder with a scenario, its platform, a finished run "one", and a browser of a kind.
class Visit {
 public:
  explicit Visit(const std::string& token = "")
      : page_(std::make_unique<LocalPage>(options(token))), client_("127.0.0.1", page_->port()) {
    page_->start();
    client_.set_read_timeout(30);
    const std::string text = client_.Get("/?token=" + token)->body;
    const std::string before = "name=\"mark\" content=\"";
    mark_ = text.substr(text.find(before) + before.size(), 32);
  }

  const std::filesystem::path& path() const { return scratch_.path(); }
  const Scratch& scratch() const { return scratch_; }
  int port() const { return page_->port(); }
  std::string address() const { return page_->address(); }
  std::string file(const std::string& name) const {
    return (path() / "in" / name).lexically_proximate(std::filesystem::current_path()).string();
  }

  httplib::Result read(const std::string& path, const httplib::Headers& headers = {}) {
    return client_.Get(path, headers);
  }
  httplib::Result write(const std::string& path, const Json& body) {
    return client_.Post(path, {{"X-Hubwatt-Mark", mark_}}, body.dump(), "application/json");
  }
  httplib::Result write_with(const std::string& path, const httplib::Headers& headers, const Json& body,
                             const char* type = "application/json") {
    return client_.Post(path, headers, body.dump(), type);
  }
  const std::string& mark() const { return mark_; }

  std::ptrdiff_t names_in_results() const {
    return std::distance(std::filesystem::directory_iterator(path() / "runs"),
                         std::filesystem::directory_iterator());
  }
  void leave() { page_.reset(); }

  Json work_after_its_end(int number) {
    for (int tenths = 0; tenths < 600; ++tenths) {
      for (const Json& work : Json::parse(read("/works")->body))
        if (work.at("number") == number && work.at("state") != "running") return work;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return {};
  }

 private:
  ServeOptions options(const std::string& token) {
    std::filesystem::create_directory(path() / "in");
    scratch_.write("in/platform.toml", plain_platform(1, 2));
    scratch_.write("in/plain.toml", scenario);
    REQUIRE(run_program(scratch_, "run in/plain.toml -o runs/one --quiet").exit_code == 0);
    ServeOptions out;
    out.results = path() / "runs";
    out.inputs = {path() / "in"};
    out.program = HUBWATT_PROGRAM;
    out.port = 0;
    out.token = token;
    return out;
  }

  Scratch scratch_;
  std::unique_ptr<LocalPage> page_;
  httplib::Client client_;
  std::string mark_;
};

}  // namespace

TEST_CASE("the page lists results and what can be started, and is one file with its own script only") {
  Visit visit;
  const auto page = visit.read("/");
  REQUIRE(page);
  CHECK(page->status == 200);
  CHECK(page->body.find("{{") == std::string::npos);
  CHECK(page->body.find("http") == std::string::npos);  // asks nobody else for anything
  CHECK(page->get_header_value("Content-Security-Policy").find("default-src 'none'") != std::string::npos);
  std::filesystem::create_directories(visit.path() / "runs/deep/half");
  visit.scratch().write("runs/deep/half/manifest.json", "{\"name\": \"cut off\"}");
  visit.scratch().write("in/some.study.toml", "scenario = \"plain.toml\"\n");
  const Json listing = Json::parse(visit.read("/listing")->body);
  REQUIRE(listing.at("results").size() == 2);
  CHECK(listing.at("results").at(0).at("directory") == "deep/half");
  CHECK(listing.at("results").at(0).at("kind") == "unfinished");
  CHECK(listing.at("results").at(1).at("directory") == "one");
  CHECK(listing.at("results").at(1).at("kind") == "run");
  CHECK(listing.at("results").at(1).at("name") == "plain");
  REQUIRE(listing.at("files").size() == 1);  // a platform is nothing to start, nor is a study
  CHECK(listing.at("files").at(0).at("path") == visit.file("plain.toml"));
  CHECK(listing.at("files").at(0).at("kind") == "scenario");
}

TEST_CASE("a report opens as a page whose script cannot ask the server") {
  Visit visit;
  const auto run = visit.read("/report?dir=one");
  REQUIRE(run->status == 200);
  CHECK(run->get_header_value("Content-Type").rfind("text/html", 0) == 0);
  const std::string policy = run->get_header_value("Content-Security-Policy");
  CHECK(policy.find("sandbox") != std::string::npos);
  CHECK(policy.find("allow-same-origin") == std::string::npos);
  std::filesystem::copy("tests/tools/data/projection", visit.path() / "runs/two",
                        std::filesystem::copy_options::recursive);
  visit.scratch().write("runs/two/manifest.json", "{\"name\": \"<script>alert(1)</script>\"}");
  const auto projection = visit.read("/report?dir=two");
  CHECK(projection->status == 200);
  CHECK(projection->body.find("id=\"data\"") != std::string::npos);
  CHECK(projection->body.find("\"language\":\"en\"") != std::string::npos);
  CHECK(visit.read("/report?dir=two&lang=zh")->body.find("\"language\":\"zh\"") != std::string::npos);
  CHECK(visit.read("/report?dir=two&lang=de")->status == 404);
  CHECK(visit.read("/report?dir=one&dir=two")->status == 409);
  CHECK(visit.read("/report")->status == 404);
  visit.scratch().write("runs/one/summary.json", "{");
  CHECK(visit.read("/report?dir=one")->status == 422);
}

TEST_CASE("studies are listed by their files, open as pages and are not compared figure by figure") {
  Visit visit;
  const Study study = made_study(visit.scratch());
  const std::vector<StudyPoint> points = made_points(study);
  for (const char* name : {"runs/a.sqlite", "outside.sqlite"})
    StudyFile::create(visit.path() / name, study, points, "1.0").store(1, made_outcome(points[0]));
  visit.scratch().write("runs/text.sqlite", "no study");
  std::filesystem::create_symlink(visit.path() / "outside.sqlite", visit.path() / "runs/link.sqlite");
  const Json results = Json::parse(visit.read("/listing")->body).at("results");
  REQUIRE(results.size() == 2);
  CHECK(results.at(0).at("directory") == "a.sqlite");
  CHECK(results.at(0).at("kind") == "study");
  CHECK(results.at(0).at("name") == "a");
  const auto page = visit.read("/report?dir=a.sqlite&lang=zh");
  CHECK(page->status == 200);
  CHECK(page->body.find("\"kind\":\"study\",\"language\":\"zh\"") != std::string::npos);
  CHECK(visit.read("/report?dir=a.sqlite&dir=a.sqlite")->status == 200);
  CHECK(visit.read("/report?dir=a.sqlite&dir=one")->status == 409);
  CHECK(visit.read("/compare?a=a.sqlite&b=a.sqlite")->status == 409);
  for (const char* other : {"text.sqlite", "link.sqlite", "gone.sqlite", "../outside.sqlite"})
    CHECK(visit.read(std::string("/report?dir=") + other)->status == 404);
}

TEST_CASE("two runs compare as the command compares them") {
  Visit visit;
  REQUIRE(
      run_program(visit.scratch(), "run in/plain.toml -o runs/two --quiet --set hub.only.cooling.ratio=0.5")
          .exit_code == 0);
  const Json said = Json::parse(visit.read("/compare?a=one&b=two")->body);
  CHECK(said.at("text").get<std::string>().find("total.pue") != std::string::npos);
  CHECK(visit.read("/compare?a=one&b=nowhere")->status == 404);
  std::filesystem::copy("tests/tools/data/projection", visit.path() / "runs/grown",
                        std::filesystem::copy_options::recursive);
  visit.scratch().write("runs/grown/manifest.json", "{}");
  const Json same = Json::parse(visit.read("/compare?a=grown&b=grown")->body);
  CHECK(same.at("text").get<std::string>().find("A: grown") != std::string::npos);
  CHECK(visit.read("/compare?a=one&b=grown")->status == 409);
}

TEST_CASE("a draft is checked with the mistakes of the file it would be, and leaves no file") {
  Visit visit;
  const auto check = [&](const std::string& text) {
    return Json::parse(visit.write("/check", {{"path", visit.file("plain.toml")}, {"text", text}})->body)
        .at("mistakes");
  };
  CHECK(check(scenario).empty());
  const Json mistakes = check("durration = \"1 h\"\n" + scenario);
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes.at(0).at("line") == 1);
  CHECK(mistakes.at(0).at("key") == "durration");
  CHECK(mistakes.at(0).at("text").get<std::string>().rfind("plain.toml:1:1: ", 0) == 0);
  CHECK_FALSE(check("name = \"").empty());
  CHECK_FALSE(check(std::string("\0\x1b[", 3)).empty());
  const auto left = std::filesystem::directory_iterator(visit.path() / "in");
  CHECK(std::distance(begin(left), end(left)) == 2);
}

TEST_CASE("a copy is a new file beside its original, and never takes the place of one") {
  Visit visit;
  const auto save = [&](const std::string& name) {
    return visit.write("/save", {{"path", visit.file("plain.toml")}, {"name", name}, {"text", "a = 1\n"}});
  };
  const auto saved = save("copy");
  REQUIRE(saved->status == 200);
  CHECK(Json::parse(saved->body).at("path") == visit.file("copy.toml"));
  CHECK(file_text(visit.path() / "in/copy.toml") == "a = 1\n");
  for (const char* taken : {"copy", "plain", "platform"}) CHECK(save(taken)->status == 409);
  CHECK(file_text(visit.path() / "in/plain.toml") == scenario);
  for (const char* no_name : {"", "../out", ".hidden", "a/b", "-o", "a b"})
    CHECK(save(no_name)->status == 404);
  CHECK_FALSE(std::filesystem::exists(visit.path() / "out.toml"));
}

TEST_CASE("no name leads out of the folders") {
  Visit visit;
  visit.scratch().write("secret.toml", scenario);
  REQUIRE(run_program(visit.scratch(), "run in/plain.toml -o hidden --quiet").exit_code == 0);
  std::filesystem::create_directory_symlink(visit.path() / "hidden", visit.path() / "runs/link");
  std::filesystem::create_symlink(visit.path() / "secret.toml", visit.path() / "in/link.toml");
  std::filesystem::create_directory(visit.path() / "runs/trap");
  visit.scratch().write("runs/trap/manifest.json", "{}");
  std::filesystem::create_symlink(visit.path() / "hidden/summary.json",
                                  visit.path() / "runs/trap/summary.json");
  const std::string absolute = (visit.path() / "hidden").string();
  for (const std::string& directory :
       {std::string("../hidden"), std::string("..%2Fhidden"), std::string("one/../../hidden"),
        std::string("link"), std::string("."), std::string(""), std::string("trap"), absolute})
    CHECK(visit.read("/report?dir=" + directory)->status == 404);
  for (const std::string& file :
       {visit.file("../secret.toml"), visit.file("link.toml"), visit.file("platform.toml"),
        (visit.path() / "secret.toml").string(), std::string("/etc/passwd")}) {
    CHECK(visit.read("/file?path=" + file)->status == 404);
    CHECK(visit.write("/check", {{"path", file}, {"text", ""}})->status == 404);
    CHECK(visit.write("/start", {{"path", file}, {"directory", "x"}})->status == 404);
  }
  CHECK(visit.read("/file?path=" + visit.file("plain.toml"))->body == scenario);
}

TEST_CASE("other names, other pages and whoever has not the page's mark are refused") {
  Visit visit;
  const std::string own = "127.0.0.1:" + std::to_string(visit.port());
  CHECK(visit.read("/listing", {{"Host", "evil.example"}})->status == 403);
  CHECK(visit.read("/listing", {{"Host", own}, {"Origin", "http://evil.example"}})->status == 403);
  CHECK(visit.read("/listing", {{"Host", own}, {"Origin", "http://" + own}})->status == 200);
  const Json start = {{"path", visit.file("plain.toml")}, {"directory", "x"}};
  CHECK(visit.write_with("/start", {}, start)->status == 403);
  CHECK(visit.write_with("/start", {{"X-Hubwatt-Mark", std::string(32, '0')}}, start)->status == 403);
  CHECK(visit.write_with("/start", {{"X-Hubwatt-Mark", visit.mark()}, {"Origin", "null"}}, start)->status ==
        403);
  CHECK(visit.write_with("/start", {{"X-Hubwatt-Mark", visit.mark()}}, start, "text/plain")->status == 415);
  CHECK(visit.write("/start", Json::array())->status == 400);
  CHECK(visit.write("/save", {{"path", visit.file("plain.toml")}, {"text", 7}})->status == 404);
  CHECK(visit.write("/check", {{"path", ""}, {"text", std::string(2 << 20, 'x')}})->status == 413);
  CHECK(Json::parse(visit.read("/works")->body).empty());
}

TEST_CASE("with a token, nothing is told without it") {
  Visit visit("0123456789abcdef0123456789abcdef");
  const std::string token = "?token=0123456789abcdef0123456789abcdef";
  for (const char* path : {"/", "/listing", "/works", "/report?dir=one"})
    CHECK(visit.read(path)->status == 403);
  CHECK(visit.read("/" + token)->status == 200);
  CHECK(visit.read("/listing" + token)->status == 200);
  CHECK(visit.read("/listing", {{"X-Hubwatt-Token", token.substr(7)}})->status == 200);
  CHECK(visit.write("/stop", {{"number", 1}})->status == 403);
  CHECK(visit.address().find(token) != std::string::npos);
}

TEST_CASE("a scenario is started, followed to its end and then listed, and what fails is told") {
  Visit visit;
  const auto start = [&](const std::string& directory) {
    const auto answer = visit.write("/start", {{"path", visit.file("plain.toml")}, {"directory", directory}});
    REQUIRE(answer->status == 200);
    return visit.work_after_its_end(Json::parse(answer->body).at("number"));
  };
  const Json done = start("two");
  CHECK(done.at("state") == "done");
  CHECK(done.at("percent") == 100);
  CHECK(done.at("progress").get<std::string>().rfind("plain: 100 %, ", 0) == 0);
  CHECK(done.at("messages") == "");
  CHECK(file_text(visit.path() / "runs/two/summary.json") ==
        file_text(visit.path() / "runs/one/summary.json"));
  CHECK(Json::parse(visit.read("/listing")->body).at("results").size() == 2);
  const Json again = start("two");  // never replaced
  CHECK(again.at("state") == "failed");
  CHECK(again.at("exit_code") == 2);
  CHECK(again.at("messages").get<std::string>().find("exists") != std::string::npos);
  visit.scratch().write("in/plain.toml", "durration = 1\n" + scenario);
  const Json wrong = start("three");
  CHECK(wrong.at("exit_code") == 3);
  CHECK(wrong.at("messages").get<std::string>().find("durration") != std::string::npos);
}

TEST_CASE("a run is stopped when asked, or with the page, and leaves nothing") {
  Visit visit;
  visit.scratch().write("in/plain.toml", plain_scenario("20000 d", trial::one_job("8", "2 h")));
  const auto begin = [&](const std::string& directory) {
    const auto answer = visit.write("/start", {{"path", visit.file("plain.toml")}, {"directory", directory}});
    for (int tenths = 0; tenths < 100 && visit.names_in_results() < 2; ++tenths)  // until it writes
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    CHECK(visit.names_in_results() == 2);
    return Json::parse(answer->body).at("number").get<int>();
  };
  const int number = begin("long");
  CHECK(visit.write("/stop", {{"number", number}})->status == 200);
  CHECK(visit.work_after_its_end(number).at("state") == "stopped");
  CHECK(visit.names_in_results() == 1);
  CHECK(visit.write("/stop", {{"number", 99}})->status == 404);
  begin("longer");
  const auto before = std::chrono::steady_clock::now();
  visit.leave();
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(4));  // asked, not killed
  CHECK(visit.names_in_results() == 1);
}

TEST_CASE("a port that is taken is no second page's") {
  Visit visit;
  ServeOptions options;
  options.results = visit.path() / "runs";
  options.port = visit.port();
  CHECK_THROWS_AS(LocalPage(options), Error);
}
