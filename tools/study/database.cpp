#include "tools/study/database.hpp"

#include <sqlite3.h>

namespace hubwatt {

namespace {

constexpr int patience_ms = 20'000;  // while somebody else reads or writes

[[noreturn]] void refuse(const std::filesystem::path& file, int code, const std::string& reason) {
  using Kind = DatabaseError::Kind;
  const auto error = [&file](Kind kind, const std::string& problem, const std::string& suggestion) {
    return DatabaseError(kind, Diagnostic{file.string(), 0, 0, "", problem, suggestion});
  };
  switch (code & 0xff) {
    case SQLITE_FULL:
      throw error(Kind::disk, "cannot be written (the disk is full)", "make room there");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw error(Kind::disk, "is held by another program", "close that one first");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_IOERR:
      throw error(Kind::disk, "cannot be read or written (" + reason + ")",
                  "look at the rights of the file and of its folder");
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      throw error(Kind::damaged, "is damaged (" + reason + ")",
                  "run `hubwatt sweep` with --force to begin anew");
  }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}
void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Statement::Statement(const std::filesystem::path& file, sqlite3* database, std::string_view sql)
    : file_(file), database_(database) {
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &made, nullptr);
  statement_.reset(made);
  check(code);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) refuse(file_, code, sqlite3_errmsg(database_));
}

Statement& Statement::bind(int place, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), place + 1, value));
  return *this;
}

Statement& Statement::bind(int place, double value) {
  check(sqlite3_bind_double(statement_.get(), place + 1, value));
  return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
  check(sqlite3_bind_text64(statement_.get(), place + 1, text.empty() ? "" : text.data(), text.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_null(int place) {
  check(sqlite3_bind_null(statement_.get(), place + 1));
  return *this;
}

bool Statement::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    const std::string reason = sqlite3_errmsg(database_);
    sqlite3_reset(statement_.get());
    refuse(file_, code, reason);
  }
  check(sqlite3_reset(statement_.get()));
  return false;
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const void* text = sqlite3_column_text(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return text == nullptr ? std::string()
                         : std::string(static_cast<const char*>(text), static_cast<std::size_t>(size));
}

Database::Database(const std::filesystem::path& file, Open how) : file_(file) {
  const int flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | (how == Open::create ? SQLITE_OPEN_CREATE : 0);
  sqlite3* made = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &made, flags, nullptr);
  database_.reset(made);
  if (code != SQLITE_OK) refuse(file_, code, sqlite3_errstr(code));
  sqlite3_busy_timeout(made, patience_ms);
  execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;");
}

Statement Database::prepare(std::string_view sql) const {
  return {file_, database_.get(), sql};
}

void Database::execute(const std::string& sql) const {
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) refuse(file_, code, sqlite3_errmsg(database_.get()));
}

std::int64_t Database::integer(std::string_view sql) const {
  Statement statement = prepare(sql);
  return statement.next() ? statement.integer(0) : 0;
}

Transaction::Transaction(const Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const Error&) {  // SQLite has done so itself
  }
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace hubwatt
