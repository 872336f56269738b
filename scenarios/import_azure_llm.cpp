// Azure LLM inference traces of 2023: TIMESTAMP, ContextTokens, GeneratedTokens. Source: Patel et al.,
// "Splitwise: Efficient Generative LLM Inference Using Phase Splitting", ISCA 2024 (AzurePublicDataset, CC
// BY 4.0).
#include <fmt/format.h>

#include <cmath>

#include "scenarios/csv.hpp"
#include "scenarios/import_rows.hpp"

namespace hubwatt {

ImportedRows read_azure_llm(const InputFile& file, std::vector<Diagnostic>& mistakes) {
  ImportedRows out{
      .columns = {"arrival_s", "tokens_in", "tokens_out"}, .rows = {}, .skipped = {}, .notes = {}};
  const CsvTable table(file.text, file.path, mistakes);
  const auto time_column = table.require_column("TIMESTAMP", mistakes);
  const auto in_column = table.require_column("ContextTokens", mistakes);
  const auto out_column = table.require_column("GeneratedTokens", mistakes);
  if (!time_column || !in_column || !out_column) return out;

  std::vector<Diagnostic> found;
  const auto complain = [&](std::size_t row, std::size_t column, std::string_view reason) {
    found.push_back(table.mistake_at(
        row, column,
        fmt::format("{} is \"{}\" ({})", table.header()[column], table.cell(row, column), reason)));
  };
  const auto count = [&](std::size_t row, std::size_t column) -> std::optional<double> {
    const auto tokens = table.number(row, column);
    if (tokens && *tokens >= 0.0 && *tokens == std::floor(*tokens)) return tokens;
    complain(row, column, "not a count of tokens");
    return std::nullopt;
  };
  std::optional<std::int64_t> first;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto time = read_timestamp(table.cell(row, *time_column));
    if (!time) complain(row, *time_column, "not a time like 2023-11-16 18:15:46.6805900");
    const auto tokens_in = count(row, *in_column);
    const auto tokens_out = count(row, *out_column);
    if (!time || !tokens_in || !tokens_out) continue;
    if (!first) first = time;
    if (*tokens_in == 0.0 && *tokens_out == 0.0)
      ++out.skipped["no tokens"];
    else
      out.rows.push_back({static_cast<double>(*time - *first) / ticks_per_second, *tokens_in, *tokens_out});
  }
  report_first(std::move(found), mistakes);
  return out;
}

}  // namespace hubwatt
