#include "tools/study/study_regression.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

#include "tools/study/study_settings.hpp"

namespace hubwatt {

namespace {

using Column = std::vector<double>;

double dot(const Column& a, const Column& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// Mean 0 and length 1; none where it does not vary.
std::optional<Column> standardised(std::span<const double> values) {
  Column out(values.begin(), values.end());
  const double mean = std::accumulate(out.begin(), out.end(), 0.0) /
                      static_cast<double>(std::max<std::size_t>(1, out.size()));
  double largest = 0.0;
  for (double& value : out) {
    largest = std::max(largest, std::abs(value));
    value -= mean;
  }
  const double length = std::sqrt(dot(out, out));
  if (!(length > 1e-12 * largest * std::sqrt(static_cast<double>(out.size())))) return std::nullopt;
  for (double& value : out) value /= length;
  return out;
}

Column ranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  Column out(values.size());
  for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
    while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
    for (std::size_t i = from; i < to; ++i) out[order[i]] = 0.5 * static_cast<double>(from + to - 1);
  }
  return out;
}

struct Fit {
  Column coefficients;
  double r_squared = 0.0;
};

// Least squares by orthogonal columns (modified Gram-Schmidt) and back substitution; all columns have mean 0 and
// length 1. None where a column follows from those before it.
std::optional<Fit> fitted(const std::vector<Column>& columns, Column y) {
  const std::size_t n = columns.size();
  if (n == 0 || y.size() <= n + 1) return std::nullopt;
  std::vector<Column> q = columns, r(n, Column(n, 0.0));
  Column along(n);
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t j = 0; j < k; ++j) {
      r[j][k] = dot(q[j], q[k]);
      for (std::size_t i = 0; i < y.size(); ++i) q[k][i] -= r[j][k] * q[j][i];
    }
    r[k][k] = std::sqrt(dot(q[k], q[k]));
    if (r[k][k] < 1e-8) return std::nullopt;
    for (double& value : q[k]) value /= r[k][k];
    along[k] = dot(q[k], y);
    for (std::size_t i = 0; i < y.size(); ++i) y[i] -= along[k] * q[k][i];
  }
  Fit out{Column(n, 0.0), 1.0 - dot(y, y)};
  for (std::size_t k = n; k-- > 0;) {
    double sum = along[k];
    for (std::size_t j = k + 1; j < n; ++j) sum -= r[k][j] * out.coefficients[j];
    out.coefficients[k] = sum / r[k][k];
  }
  return out;
}

// Rows with the figure, and its values.
struct Sample {
  std::vector<const StudyRow*> rows;
  Column values;
};

Sample sample_of(const StudyResults& results, std::size_t figure) {
  Sample out;
  for (const StudyRow& row : results.rows)
    if (const std::optional<double> value = figure_of(row, figure)) {
      out.rows.push_back(&row);
      out.values.push_back(*value);
    }
  return out;
}

Column along_range(const Sample& sample, std::size_t axis) {
  Column out;
  for (const StudyRow* row : sample.rows) out.push_back(number_in(row->levels[axis]).value_or(0.0));
  return out;
}

// Of each level but the first.
void add_indicators(const Sample& sample, const Axis& axis, std::size_t at, std::vector<Column>& columns) {
  for (std::size_t level = 1; level < axis.levels.size(); ++level) {
    Column column;
    for (const StudyRow* row : sample.rows)
      column.push_back(row->levels[at] == axis.levels[level].name ? 1.0 : 0.0);
    if (auto usable = standardised(column)) columns.push_back(std::move(*usable));
  }
}

}  // namespace

std::optional<double> number_in(std::string_view level) {
  double value = 0.0;
  const auto [end, problem] = std::from_chars(level.data(), level.data() + level.size(), value);
  return problem == std::errc() ? std::optional(value) : std::nullopt;
}

std::optional<double> rank_correlation(std::span<const double> x, std::span<const double> y) {
  const auto a = standardised(ranks(x)), b = standardised(ranks(y));
  if (!a || !b) return std::nullopt;
  return std::clamp(dot(*a, *b), -1.0, 1.0);
}

std::optional<FigureRegression> figure_regression(const StudyResults& results, std::size_t figure) {
  const Sample sample = sample_of(results, figure);
  const auto y = standardised(sample.values);
  FigureRegression out{figure, sample.rows.size(), std::nullopt, {}};
  std::vector<Column> columns;
  std::vector<std::size_t> column_of;  // by entry of out.ranges
  for (std::size_t axis = 0; axis < results.axes.size() && y && out.runs >= 3; ++axis) {
    if (!results.axes[axis].range) continue;
    const Column x = along_range(sample, axis);
    out.ranges.push_back({axis, std::nullopt, rank_correlation(x, sample.values)});
    column_of.push_back(columns.size());
    if (auto usable = standardised(x))
      columns.push_back(std::move(*usable));
    else
      column_of.back() = std::string::npos;
  }
  if (out.ranges.empty()) return std::nullopt;
  for (std::size_t axis = 0; axis < results.axes.size(); ++axis)
    if (!results.axes[axis].range) add_indicators(sample, results.axes[axis], axis, columns);
  if (const auto fit = fitted(columns, *y)) {
    out.r_squared = fit->r_squared;
    for (std::size_t i = 0; i < out.ranges.size(); ++i)
      if (column_of[i] != std::string::npos) out.ranges[i].coefficient = fit->coefficients[column_of[i]];
  }
  return out;
}

}  // namespace hubwatt
