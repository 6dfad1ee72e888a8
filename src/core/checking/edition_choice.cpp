#include "core/checking/edition_choice.hpp"

#include "core/checking/checked_workbook.hpp"
#include "core/table/reading_limits.hpp"
#include "core/text/fold.hpp"
#include "core/text/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

namespace panorama {

namespace {

/// The month in the middle of those that rows give as their date of publication.
std::optional<YearMonth> publicationMonth(const Table& table)
{
    std::vector<YearMonth> months;
    for (const Reading& reading : table.readings(Field::publicationDate))
        if (const auto date = reading.isDate() ? dateOfSerial(reading.number) : std::nullopt)
            months.push_back(monthOf(*date));
    if (months.empty()) return std::nullopt;
    std::sort(months.begin(), months.end());
    return months[months.size() / 2];
}

/// "20e", "20ème" or "n° 20" beside the word édition.
std::optional<int> numberBeside(const std::vector<std::string>& words, std::size_t edition)
{
    const auto number = [&](std::size_t i) -> std::optional<int> {
        if (i >= words.size()) return std::nullopt;
        const auto digits = words[i].substr(0, words[i].find_first_not_of("0123456789"));
        const auto rest = words[i].substr(digits.size());
        const bool ordinal =
            rest.empty() || rest == "e" || rest == "eme" || rest == "er" || rest == "ere" || rest == "th";
        return isDigits(digits, 1, 2) && ordinal ? std::optional(std::stoi(digits)) : std::nullopt;
    };
    if (edition > 0)
        if (const auto before = number(edition - 1)) return before;
    const bool sign = edition + 1 < words.size() && (words[edition + 1] == "n" || words[edition + 1] == "no");
    return number(edition + (sign ? 2 : 1));
}

/// A month and its year one behind the other: "décembre 2025".
std::optional<YearMonth> monthNamedAt(const std::vector<std::string>& words, std::size_t i)
{
    if (i + 1 >= words.size() || !isYearWord(words[i + 1])) return std::nullopt;
    const auto date = parseDate(words[i] + " " + words[i + 1]);
    return date ? std::optional(monthOf(date->date)) : std::nullopt;
}

/// What a title says of the edition: "20e édition (décembre 2024)", "Panorama, édition de juin 2026".
EditionContext editionSaidIn(std::string_view title)
{
    EditionContext said;
    const auto words = wordsOf(fold(title));
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == "edition") said.number = numberBeside(words, i);
    const bool names = std::find(words.begin(), words.end(), "edition") != words.end() ||
                       std::find(words.begin(), words.end(), "panorama") != words.end();
    for (std::size_t i = 0; names && i < words.size(); ++i)
        if (const auto month = monthNamedAt(words, i)) said.month = month;
    if (said.month || said.number) said.source = EditionContext::Source::title;
    return said;
}

/// The nearest title above the headers that names an edition.
EditionContext editionFromTitle(const Table& table)
{
    const Sheet& sheet = table.sheet();
    for (int row = table.headerRow() - 1; row >= std::max(0, table.headerRow() - limits::rowsOfTitle); --row)
        for (int column = 0; column < std::min(sheet.columnCount(), limits::mostColumnsScanned); ++column) {
            const auto text = sheet.text({row, column});
            if (text.empty() || text.size() > limits::longestHeader) continue;
            if (auto said = editionSaidIn(text); said.month || said.number) return said;
        }
    return {};
}

/// What each source says, the one that counts most first.
std::vector<EditionContext> editionsSaid(const Table& table, const std::string& fileName,
                                         const CheckOptions& options)
{
    const EditionContext sheet = editionFromName(table.sheet().name());
    if (sheet.month && options.editionMonth && *sheet.month < *options.editionMonth)
        return {sheet}; // an archive: what the user says is about the edition at hand
    std::vector<EditionContext> said;
    if (options.editionNumber || options.editionMonth)
        said.push_back({.number = options.editionNumber,
                        .month = options.editionMonth,
                        .source = EditionContext::Source::option});
    if (const auto month = publicationMonth(table))
        said.push_back({.number = {}, .month = month, .source = EditionContext::Source::column});
    // Titles last: they are often those of the edition before.
    for (EditionContext& named : std::array{sheet, editionFromName(fileName), editionFromTitle(table)})
        if (named.source != EditionContext::Source::none) said.push_back(std::move(named));
    return said;
}

} // namespace

EditionContext editionFromName(const std::string& name)
{
    const std::string stem = std::filesystem::path(name).stem().string();
    EditionContext edition;
    for (std::size_t at = 0; at + 7 <= stem.size(); ++at) {
        const bool starts = at == 0 || !std::isdigit(static_cast<unsigned char>(stem[at - 1]));
        const bool ends = at + 7 == stem.size() || !std::isdigit(static_cast<unsigned char>(stem[at + 7]));
        const auto month = starts && ends ? parseYearMonth(stem.substr(at, 7)) : std::nullopt;
        if (!month || static_cast<int>(month->year()) < 2016) continue; // the first edition
        edition.month = month;
        edition.source = EditionContext::Source::fileName;
        // "14-" right before the month is the edition's number.
        if (at >= 2 && stem[at - 1] == '-' && std::isdigit(static_cast<unsigned char>(stem[at - 2]))) {
            std::size_t first = at - 2;
            while (first > 0 && std::isdigit(static_cast<unsigned char>(stem[first - 1])))
                --first;
            if (at - 1 - first <= 2) edition.number = std::stoi(stem.substr(first, at - 1 - first));
        }
        return edition;
    }
    // "Décembre 2025", "Panorama juin 2026"
    const auto words = wordsOf(fold(stem));
    for (std::size_t i = 0; i < words.size() && !edition.month; ++i) {
        const auto month = isDigits(words[i], 1, 4) ? std::nullopt : monthNamedAt(words, i);
        if (!month || static_cast<int>(month->year()) < 2016) continue;
        edition.month = month;
        edition.source = EditionContext::Source::fileName;
    }
    return edition;
}

EditionContext editionOf(const Table& table, const std::string& fileName, const EditionTable& editions,
                         const CheckOptions& options)
{
    EditionContext edition;
    for (EditionContext& said : editionsSaid(table, fileName, options)) {
        if (said.number && !said.month)
            if (const auto* known = editions.find(*said.number)) said.month = known->date;
        if (edition.source == EditionContext::Source::none)
            edition = std::move(said);
        else if (said.month && edition.month && *said.month != *edition.month)
            edition.otherwise.push_back({*said.month, said.source});
    }
    if (!edition.number && edition.month)
        if (const auto* known = editions.near(*edition.month)) edition.number = known->number;
    return edition;
}

YearMonth proposedEdition(Date day)
{
    const auto half = day.month() <= std::chrono::June ? std::chrono::June : std::chrono::December;
    return day.year() / half;
}

int latestYear(const std::string& fileName, const EditionTable& editions, const CheckOptions& options)
{
    std::optional<YearMonth> month = options.editionMonth;
    if (!month && options.editionNumber)
        if (const auto* known = editions.find(*options.editionNumber)) month = known->date;
    if (!month) month = editionFromName(fileName).month;
    return static_cast<int>((month ? month->year() : options.today.value_or(today()).year()));
}

} // namespace panorama
