// The same results make the same file: figures are numbered in an order that does not depend on which point ended
// first, and all is written once more, without what changes have left behind.
#include <algorithm>

#include "tools/study/figure_order.hpp"
#include "tools/study/file_beside.hpp"
#include "tools/study/study_file.hpp"

namespace hubwatt {

namespace {

struct PointOrder {
  std::int64_t point;
  std::vector<std::int64_t> figures;
};

std::vector<PointOrder> orders_in(const Database& database) {
  std::vector<PointOrder> out;
  Statement read = database.prepare("SELECT number, figures FROM point WHERE state = 'done' ORDER BY number");
  while (read.next()) out.push_back({read.integer(0), ids_of_text(read.text(1), database.file())});
  return out;
}

void number_anew(const Database& database, const std::vector<PointOrder>& orders,
                 const std::map<std::int64_t, std::int64_t>& ids) {
  Transaction all(database);
  database.execute("CREATE TEMP TABLE renumbered (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)");
  Statement add = database.prepare("INSERT INTO renumbered VALUES (?, ?)");
  for (const auto& [old, now] : ids) add.run(old, now);
  // Through negative ids, so that no two are ever the same.
  database.execute(
      "DELETE FROM figure WHERE id NOT IN (SELECT old FROM renumbered);"
      "UPDATE figure SET id = -(SELECT new FROM renumbered WHERE old = id);"
      "UPDATE figure SET id = -id;"
      "UPDATE value SET figure = -(SELECT new FROM renumbered WHERE old = figure);"
      "UPDATE value SET figure = -figure;");
  Statement update = database.prepare("UPDATE point SET figures = ? WHERE number = ?");
  for (const PointOrder& order : orders) {
    std::vector<std::int64_t> figures;
    for (const std::int64_t id : order.figures) figures.push_back(ids.at(id));
    update.run(ids_text(figures), order.point);
  }
  all.commit();
}

}  // namespace

void StudyFile::finish() && {
  const std::vector<PointOrder> orders = orders_in(database_);
  std::vector<std::vector<std::int64_t>> figures;
  for (const PointOrder& order : orders) figures.push_back(order.figures);
  const std::vector<std::int64_t> joined = joined_order(figures);
  std::map<std::int64_t, std::int64_t> ids;
  for (const std::int64_t id : joined) ids.emplace(id, static_cast<std::int64_t>(ids.size()) + 1);
  const bool as_it_is =
      ids.size() == ids_.size() &&
      std::all_of(ids.begin(), ids.end(), [](const auto& entry) { return entry.first == entry.second; });
  if (!as_it_is) number_anew(database_, orders, ids);
  FileBeside beside(database_.file());
  // The copy's is one more, also where this file is a copy itself.
  database_.execute("PRAGMA schema_version = 1");
  database_.prepare("VACUUM INTO ?").run(beside.path().string());
  beside.take_place();
}

}  // namespace hubwatt
