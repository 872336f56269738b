// SQLite as far as studies need it: a file, statements with values in their places, transactions that are undone unless
// they are committed. Knows nothing of studies. Used by one thread; children that are forked while one is open leave it
// alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "models/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace hubwatt {

// What SQLite could not do: what() is one line with the file, the reason and what to do.
class DatabaseError : public Error {
 public:
  enum class Kind { damaged, disk };  // the file's fault, or that of where it lies
  DatabaseError(Kind kind, Diagnostic mistake)
      : Error(mistake.text()), kind_(kind), mistake_(std::move(mistake)) {}
  Kind kind() const { return kind_; }
  const Diagnostic& mistake() const { return mistake_; }

 private:
  Kind kind_;
  Diagnostic mistake_;
};

// A statement that is made once and run often. Places and columns count from 0.
class Statement {
 public:
  Statement& bind(int place, std::int64_t value);
  Statement& bind(int place, double value);
  Statement& bind(int place, std::string_view text);
  Statement& bind_null(int place);

  // Moves to the next row; false, and ready to be run again, where there is none.
  bool next();
  // Runs a statement that returns nothing with these values.
  template <class... Values>
  void run(const Values&... values) {
    int place = 0;
    (bind(place++, values), ...);
    while (next()) {
    }
  }

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(const std::filesystem::path& file, sqlite3* database, std::string_view sql);
  void check(int code) const;

  std::filesystem::path file_;
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
 public:
  enum class Open { existing, create };
  Database(const std::filesystem::path& file, Open how);

  const std::filesystem::path& file() const { return file_; }
  Statement prepare(std::string_view sql) const;
  // One statement or several, without values.
  void execute(const std::string& sql) const;
  // The first column of the first row.
  std::int64_t integer(std::string_view sql) const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> database_;
};

// All that is done while it lives, or, where it was not committed, none of it.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace hubwatt
