#include "core/publication/publication.hpp"

#include "core/publication/published_row.hpp"
#include "core/rules/causes.hpp"
#include "core/table/csv.hpp"
#include "core/table/csv_text.hpp"
#include "core/table/project.hpp"
#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama {

namespace {

using Kind = Publication::Note::Kind;

/// Columns of the source that the published file does not have; those that only feed a published one are not
/// among them.
std::size_t notPublished(const Table& table, const Columns::Layout& layout)
{
    static constexpr Field feeding[] = {Field::updatedCost, Field::updatedDuration, Field::updatedEnd,
                                        Field::end, Field::initialStart};
    std::size_t count = table.unrecognised().size();
    for (const auto& column : table.recognised()) {
        const Field field = column.meaning.field;
        const bool published = std::any_of(layout.published.begin(), layout.published.end(),
                                           [&](const auto& each) { return each.first == field; });
        if (!published && std::find(std::begin(feeding), std::end(feeding), field) == std::end(feeding))
            ++count;
    }
    return count;
}

/// Whether a date that is published, or that a published duration is made of, has a year of two digits.
bool isGuessedYear(const Finding& finding, const Table& table)
{
    static constexpr Field dates[] = {Field::start, Field::end, Field::initialStart, Field::updatedEnd,
                                      Field::publicationDate};
    if (finding.severity != Severity::error || finding.accepted || !finding.project) return false;
    return std::find(std::begin(dates), std::end(dates), finding.field) != std::end(dates) &&
           Project(table, *finding.project).reading(finding.field).shortYear;
}

/// Whether a published cost is not understood until somebody confirms it.
bool isCostToConfirm(const Finding& finding, const Table& table)
{
    const bool isCost =
        std::find(std::begin(says::cost), std::end(says::cost), finding.field) != std::end(says::cost);
    return isCost && !finding.accepted && finding.project &&
           Project(table, *finding.project).reading(finding.field).toConfirm;
}

/// Whether two projects of the source have one identifier. The published file has no identifiers, so that
/// nobody could tell there which row to correct.
bool isSharedIdentifier(const Finding& finding)
{
    const bool isFilled = !finding.value.empty() || finding.number;
    return finding.severity == Severity::error && !finding.accepted && finding.project && isFilled &&
           finding.field == Field::identifier;
}

/// Whether a column of the source is published as that field, or feeds it.
bool feeds(Field own, Field published)
{
    if (own == published) return true;
    return (published == Field::cost && own == Field::updatedCost) ||
           (published == Field::duration && own == Field::updatedDuration) ||
           (published == Field::start && own == Field::initialStart);
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

/// The first of a table's findings, cell by cell, that holds.
template <typename Predicate>
const Finding* findingOf(const CheckedTable& source, Predicate holds)
{
    const Finding* found = nullptr;
    for (const Finding& finding : source.findings)
        forEachOf(finding, [&](const Finding& each) {
            if (!found && holds(each)) found = &each;
        });
    return found;
}

/// What the source finds at an end that comes before the start: why there is no duration to publish.
const Finding* endBeforeStart(const CheckedTable& source, std::size_t row)
{
    const auto end = Project(source.table, row).endBeforeStart();
    if (!end) return nullptr;
    return findingOf(source, [&](const Finding& own) {
        return own.project == row && !own.accepted && own.field == end->field;
    });
}

/// What the source's own check says by the same rule of the same datum, or the finding itself: the source's
/// cells and its way of writing are those that the user sees. Published rows stand in the source's order,
/// below the headers.
Finding inWordsOf(const CheckedTable& source, const Finding& finding)
{
    const auto row = static_cast<std::size_t>(finding.place.row - 1);
    const Finding* found = findingOf(source, [&](const Finding& own) {
        return finding.project && own.project == row && own.rule->id == finding.rule->id && !own.accepted &&
               feeds(own.field, finding.field);
    });
    if (found) return inUsersForm(*found, Written::byUser);
    const bool isDuration = finding.project && finding.field == Field::duration;
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

namespace {

/// Projects of which a column that others answer says nothing.
std::size_t countWithoutDiffusion(const Table& table)
{
    std::size_t count = 0;
    for (std::size_t row = 0; table.has(Field::diffusion) && row < table.rowCount(); ++row)
        if (table.state(row) == RowState::open && !Project(table, row).isFilled(Field::diffusion)) ++count;
    return count;
}

} // namespace

bool saysWhatMayBePublished(const CheckedTable& source)
{
    return source.table.has(Field::diffusion) || (source.pack && source.pack->layout == "open-data");
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
        for (const Field field : publication.fields)
            cells.push_back(rows.cell(field, row));
        publication.rows.push_back(std::move(cells));
        auto withheld = rows.withheld(row);
        if (withheld.reason == Withheld::no) {
            withheld.reason = Project(table, row).withheld();
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
    if (!saysWhatMayBePublished(source))
        publication.notes.push_back({Kind::diffusionAbsent, publication.rows.size()});
    if (const std::size_t count = countWithoutDiffusion(table))
        publication.notes.push_back({Kind::diffusionEmpty, count});
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
    facts.charset = "UTF-8";
    return CheckedWorkbook::check(fileName, std::move(sheets), book, options, std::move(facts));
}

namespace {

/// What is there and was not understood: which of two columns, which unit, which rows. What is absent, the
/// published file's own rules ask for.
bool isNotUnderstood(const Finding& finding, const Table& table)
{
    return finding.check->leavesPartial && finding.severity == Severity::error && !finding.accepted &&
           table.has(finding.field);
}

} // namespace

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
    const auto addFromSource = [&](const Finding& finding) {
        if (isGuessedYear(finding, source.table) || isCostToConfirm(finding, source.table) ||
            isSharedIdentifier(finding) || isNotUnderstood(finding, source.table))
            add(finding);
    };
    const auto addFromPublished = [&](const Finding& finding) {
        if (finding.severity == Severity::error && !finding.accepted) add(inWordsOf(source, finding));
    };
    for (const Finding& finding : source.findings)
        forEachOf(finding, addFromSource);
    for (const CheckedTable& checked : published.tables())
        for (const Finding& finding : checked.findings)
            forEachOf(finding, addFromPublished);
    for (Finding& finding : found)
        finding.others.clear(); // each was asked for itself
    return groupedByCause(std::move(found));
}

} // namespace panorama
