#include "core/publication/publication.hpp"

#include "core/publication/published_row.hpp"
#include "core/table/csv.hpp"
#include "core/table/csv_text.hpp"
#include "core/table/portfolio.hpp"
#include "core/table/project_dates.hpp"
#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama {

namespace {

using Kind = Publication::Note::Kind;

/// Columns of the source that the published file does not have; those that only feed a published one are not
/// among them.
std::size_t notPublished(const Table& table, const Columns::Layout& layout)
{
    static constexpr std::string_view feeding[] = {"updated_cost", "updated_duration", "updated_end", "end",
                                                   "initial_start"};
    std::size_t count = table.unrecognised().size();
    for (const auto& column : table.recognised()) {
        const FieldId field = column.meaning.field;
        const bool published = std::any_of(layout.published.begin(), layout.published.end(),
                                           [&](const auto& each) { return each.first == field; });
        const auto& key = table.columns().field(field).key;
        if (!published && std::find(std::begin(feeding), std::end(feeding), key) == std::end(feeding))
            ++count;
    }
    return count;
}

/// Figures of which only the cost is kept back, by a mention in its own cell.
Withheld costMention(const Table& table, std::size_t row)
{
    const auto field = costField(table);
    const Withheld said = field ? table.readings(*field)[row].withheld : Withheld::no;
    return isControlledKeyword(said) ? said : Withheld::no;
}

/// Whether a date that is published, or that a published duration is made of, has a year of two digits.
bool isGuessedYear(const Finding& finding, const Table& table)
{
    static constexpr std::string_view dates[] = {"start", "end", "initial_start", "updated_end",
                                                 "publication_date"};
    if (finding.severity != Severity::error || finding.accepted || !finding.project) return false;
    const auto& key = table.columns().field(finding.field).key;
    const auto& readings = table.readings(finding.field);
    return std::find(std::begin(dates), std::end(dates), key) != std::end(dates) &&
           *finding.project < readings.size() && readings[*finding.project].shortYear;
}

/// Whether two projects of the source have one identifier. The published file has no identifiers, so that
/// nobody could tell there which row to correct.
bool isSharedIdentifier(const Finding& finding, const Table& table)
{
    const bool isFilled = !finding.value.empty() || finding.number;
    return finding.severity == Severity::error && !finding.accepted && finding.project && isFilled &&
           table.columns().field(finding.field).key == "identifier";
}

/// Whether a column of the source is published as that field, or feeds it.
bool feeds(const std::string& own, const std::string& published)
{
    if (own == published) return true;
    return (published == "cost" && own == "updated_cost") ||
           (published == "duration" && own == "updated_duration") ||
           (published == "start" && own == "initial_start");
}

/// Whose form a value has: the published file has a decimal point, which its user may never have typed.
enum class Written : std::uint8_t { byUser, byUs };

/// A finding with its value as the user's language writes it, where it stands in a form for programs.
Finding inUsersForm(Finding finding, Written written)
{
    const auto& readings = finding.table->readings(finding.field);
    if (!finding.project || *finding.project >= readings.size()) return finding;
    const Reading& reading = readings[*finding.project];
    const auto date = parseDate(finding.value);
    const bool isIso = reading.isDate() && date && date->form == DateForm::iso;
    if (isIso || (written == Written::byUs && reading.isNumber())) {
        finding.number = reading.number;
        finding.numberIsDate = isIso;
    }
    return finding;
}

/// What the source finds at an end that comes before the start: why there is no duration to publish.
const Finding* endBeforeStart(const CheckedTable& source, std::size_t row)
{
    const auto begin = firstDate(source.table, row, {"start", "initial_start"});
    const auto end = firstDate(source.table, row, {"updated_end", "end"});
    if (!begin || !end || end->date >= begin->date) return nullptr;
    const auto found = std::find_if(source.findings.begin(), source.findings.end(), [&](const Finding& own) {
        const auto& key = source.table.columns().field(own.field).key;
        return own.project == row && !own.accepted && (key == "updated_end" || key == "end");
    });
    return found == source.findings.end() ? nullptr : &*found;
}

/// What the source's own check says by the same rule of the same datum, or the finding itself: the source's
/// cells and its way of writing are those that the user sees. Published rows stand in the source's order,
/// below the headers.
Finding inWordsOf(const CheckedTable& source, const Finding& finding)
{
    const auto row = static_cast<std::size_t>(finding.place.row - 1);
    const Columns& columns = source.table.columns();
    const auto found = std::find_if(source.findings.begin(), source.findings.end(), [&](const Finding& own) {
        return finding.project && own.project == row && own.rule->id == finding.rule->id && !own.accepted &&
               feeds(columns.field(own.field).key, columns.field(finding.field).key);
    });
    if (found != source.findings.end()) return inUsersForm(*found, Written::byUser);
    const bool isDuration = finding.project && columns.field(finding.field).key == "duration";
    const Finding* cause = isDuration ? endBeforeStart(source, row) : nullptr;
    return cause ? inUsersForm(*cause, Written::byUser) : inUsersForm(finding, Written::byUs);
}

} // namespace

std::string_view mentionOf(Withheld reason)
{
    switch (reason) {
    case Withheld::cadrage: return "En cadrage";
    case Withheld::revision: return "Révision de trajectoire";
    case Withheld::tender: return "Appel d'offres en cours";
    default: return "Non communiqué";
    }
}

const Columns::Layout* publishedLayout(const Columns& columns)
{
    const auto& layouts = columns.layouts();
    const auto found = std::find_if(layouts.begin(), layouts.end(),
                                    [](const Columns::Layout& layout) { return !layout.published.empty(); });
    return found == layouts.end() ? nullptr : &*found;
}

Publication publish(const CheckedTable& source, const RuleBook& book)
{
    const Table& table = source.table;
    Publication publication;
    publication.edition = source.edition;
    const auto* layout = publishedLayout(table.columns());
    if (!layout) return publication;
    for (const auto& [field, header] : layout->published) {
        publication.fields.push_back(field);
        publication.headers.push_back(header);
    }
    PublishedRows rows(source, book);
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        std::vector<std::string> cells;
        for (const FieldId field : publication.fields)
            cells.push_back(rows.cell(field, row));
        publication.rows.push_back(std::move(cells));
        auto withheld = rows.withheld(row);
        if (withheld.reason == Withheld::no) {
            withheld.reason = costMention(table, row);
            withheld.onlyCost = true;
        }
        if (withheld.reason != Withheld::no) publication.withheld.push_back(std::move(withheld));
    }
    for (int kind = 0; kind < static_cast<int>(Kind::linesLeftOut); ++kind)
        if (const std::size_t count = rows.count(static_cast<Kind>(kind)))
            publication.notes.push_back({static_cast<Kind>(kind), count});
    if (!table.ignored().empty()) publication.notes.push_back({Kind::linesLeftOut, table.ignored().size()});
    if (const std::size_t count = notPublished(table, *layout))
        publication.notes.push_back({Kind::columnsNotPublished, count});
    return publication;
}

std::string Publication::csv() const
{
    std::string text = csvRecord(headers);
    for (const auto& row : rows)
        text += csvRecord(row);
    return text;
}

std::unique_ptr<CheckedWorkbook> checkPublication(const Publication& publication, const std::string& fileName,
                                                  const RuleBook& book)
{
    std::vector<Sheet> sheets;
    // What we wrote ourselves is always a CSV text.
    if (auto csv = parseCsv(publication.csv(), std::filesystem::path(fileName).stem().string()))
        sheets.push_back(std::move(csv->sheet));
    CheckOptions options;
    const auto* layout = publishedLayout(book.columns());
    options.pack = layout ? book.packFor(layout) : nullptr;
    options.editionNumber = publication.edition.number;
    options.editionMonth = publication.edition.month;
    WorkbookFacts facts;
    facts.charset = nameOf(CsvForm::Charset::utf8);
    return CheckedWorkbook::check(fileName, std::move(sheets), book, options, std::move(facts));
}

std::vector<Finding> obstacles(const CheckedTable& source, const CheckedWorkbook& published)
{
    std::vector<Finding> found;
    // What the published file shows may have been found in the source already.
    const auto add = [&](const Finding& finding) {
        const auto isSame = [&](const Finding& other) {
            return other.rule == finding.rule && other.messageCase == finding.messageCase &&
                   other.table == finding.table && other.place == finding.place;
        };
        if (std::none_of(found.begin(), found.end(), isSame)) found.push_back(finding);
    };
    for (const Finding& finding : source.findings)
        if (isGuessedYear(finding, source.table) || isSharedIdentifier(finding, source.table)) add(finding);
    for (const CheckedTable& checked : published.tables())
        for (const Finding& finding : checked.findings)
            if (finding.severity == Severity::error && !finding.accepted) add(inWordsOf(source, finding));
    return found;
}

} // namespace panorama
