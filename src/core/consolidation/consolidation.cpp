#include "core/consolidation/consolidation.hpp"

#include "core/consolidation/contradicted_returns.hpp"
#include "core/consolidation/same_projects.hpp"
#include "core/drafts/carried_cell.hpp"
#include "core/fiche/fiche_rest.hpp"
#include "core/table/project.hpp"
#include "core/table/row_kinds.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace panorama {

namespace {

using Note = Consolidation::Note;

// A file without a table may say that there is nothing; it says so near its top.
constexpr int lastRowOfNilReturn = 50;

/// A table to carry over, with what its header row says beside the vocabulary.
struct Part
{
    std::string file;
    const Table* table = nullptr;
    std::optional<YearMonth> month = {};
    std::vector<LabelledValue> ownOfFiche = {};
    std::vector<std::size_t> ownColumns = {}; ///< of the headers nobody understands, in the portfolio
};

/// A file without a table that has nothing to declare.
struct WholeFile
{
    Consolidation::Origin origin;
    std::string text;
    std::string ministry;
};

std::string isoMonth(YearMonth month)
{
    return isoDate(month / std::chrono::day(1)).substr(0, 7);
}

class Consolidator
{
  public:
    Consolidator(const Columns& vocabulary, const Nomenclatures& nomenclatures)
        : vocabulary_(vocabulary), ministries_(vocabulary, nomenclatures)
    {
    }

    Consolidation consolidate(std::span<const FileReport> reports)
    {
        for (const FileReport& report : reports)
            take(report);
        chooseEdition();
        chooseColumns();
        for (const Part& part : parts_)
            addRows(part);
        for (const WholeFile& file : wholeFiles_)
            addWholeFile(file);
        portfolio_.meetings = meetingsOf(portfolio_);
        portfolio_.contradictions = contradictedReturns(portfolio_, ministries_);
        return std::move(portfolio_);
    }

  private:
    void note(Note::Kind kind, const std::string& file, std::string sheet = {}, std::string subject = {},
              std::size_t count = 1)
    {
        portfolio_.notes.push_back({kind, file, std::move(sheet), std::move(subject), count});
    }

    void take(const FileReport& report)
    {
        const auto path = std::filesystem::absolute(report.file).lexically_normal();
        if (!seen_.insert(path).second) return note(Note::Kind::givenTwice, report.file);
        const bool noTable = report.problem == FileProblem::noTable && report.workbook;
        const bool declares = report.workbook && report.workbook->declaresNothing();
        if ((noTable || declares) && takeNilReturn(report)) return;
        if (report.problem || !report.workbook) {
            portfolio_.unread.push_back({report.file, report.problem.value_or(FileProblem::unreadable)});
            return;
        }
        portfolio_.sources.push_back({.file = report.file});
        std::set<const Table*> older;
        for (const CheckedTable& checked : report.workbook->tables())
            if (checked.earlier) older.insert(&checked.earlier->table);
        for (const CheckedTable& checked : report.workbook->tables())
            takeTable(report, checked, older.contains(&checked.table));
        for (const SetAside& part : report.workbook->setAside())
            if (part.why == SetAside::Why::likely || part.why == SetAside::Why::hiddenSheet)
                note(Note::Kind::partNotRead, report.file, part.sheet->name(), a1(part.place), part.projects);
    }

    /// A file without a table that says "rien à déclarer" is an answer.
    bool takeNilReturn(const FileReport& report)
    {
        for (const Sheet& sheet : report.workbook->sheets())
            for (int row = 0; row < std::min(sheet.rowCount(), lastRowOfNilReturn); ++row)
                for (int column = 0; column < sheet.columnCount(); ++column) {
                    const auto text = sheet.text({row, column});
                    if (!saysNothingToDeclare(text)) continue;
                    wholeFiles_.push_back({{report.file, sheet.name(), row + 1},
                                           std::string(trimmed(text)),
                                           ministries_.namedIn(sheet, lastRowOfNilReturn)});
                    portfolio_.sources.push_back({.file = report.file, .nilReturns = 1});
                    return true;
                }
        return false;
    }

    /// Whether the file's own figures leave the table out, as a copy or by the name of its sheet.
    static bool isLeftOut(const CheckedWorkbook& workbook, const Table& table)
    {
        return std::any_of(workbook.setAside().begin(), workbook.setAside().end(), [&](const SetAside& part) {
            const bool isIt = part.sheet == &table.sheet() && part.place == table.headerPlace(Field::name);
            return isIt && (part.why == SetAside::Why::copy || part.why == SetAside::Why::extract ||
                            part.why == SetAside::Why::outside);
        });
    }

    void takeTable(const FileReport& report, const CheckedTable& checked, bool isOlder)
    {
        const std::string& file = report.file;
        const Table& table = checked.table;
        const std::string& sheet = table.sheet().name();
        const LayoutRole role = table.role();
        if (role == LayoutRole::waivers || role == LayoutRole::opinions)
            return note(Note::Kind::listLeftOut, file, sheet);
        if (isOlder) return note(Note::Kind::olderSheet, file, sheet);
        if (isLeftOut(*report.workbook, table)) return note(Note::Kind::tableLeftOut, file, sheet);
        if (checked.untouched) return note(Note::Kind::nothingFilledIn, file, sheet);
        Part part{.file = file, .table = &table, .month = checked.edition.month};
        if (role == LayoutRole::fiche) {
            FicheRest rest = restOfFiche(table);
            if (rest.otherLines > 0) note(Note::Kind::ficheRest, file, sheet, {}, rest.otherLines);
            part.ownOfFiche = std::move(rest.values);
        }
        parts_.push_back(std::move(part));
    }

    void chooseEdition()
    {
        std::set<YearMonth> months;
        for (const Part& part : parts_)
            if (part.month) months.insert(*part.month);
        if (months.size() == 1) portfolio_.edition = *months.begin();
        if (months.size() < 2) return;
        for (const Part& part : parts_)
            if (part.month)
                note(Note::Kind::otherEdition, part.file, part.table->sheet().name(), isoMonth(*part.month));
    }

    void chooseColumns()
    {
        for (const Field field : vocabulary_.fields()) {
            const bool known = std::any_of(parts_.begin(), parts_.end(),
                                           [&](const Part& part) { return part.table->has(field); });
            if (known) portfolio_.columns.push_back({.field = field, .header = {}});
        }
        for (Part& part : parts_) {
            std::map<std::string, int> times;
            for (const auto& unknown : part.table->unrecognised())
                part.ownColumns.push_back(ownColumn(part, unknown.header, times));
            for (const auto& line : part.ownOfFiche)
                part.ownColumns.push_back(ownColumn(part, line.label, times));
        }
    }

    /// The column of a header that nobody understands; one that comes again in a table gets a column of its
    /// own.
    std::size_t ownColumn(const Part& part, std::string header, std::map<std::string, int>& times)
    {
        std::string key = fold(header);
        if (key.empty()) key = header;
        if (const int time = ++times[key]; time > 1) {
            key += "#" + std::to_string(time);
            header += " (" + std::to_string(time) + ")";
        }
        note(Note::Kind::ownColumn, part.file, part.table->sheet().name(), header);
        const auto [known, isNew] = ownColumns_.emplace(key, portfolio_.columns.size());
        if (isNew) portfolio_.columns.push_back({.field = {}, .header = std::move(header)});
        return known->second;
    }

    void addRows(const Part& part)
    {
        const Table& table = *part.table;
        std::vector<bool> has(portfolio_.columns.size());
        for (std::size_t column = 0; column < has.size(); ++column)
            if (const auto field = portfolio_.columns[column].field) has[column] = table.has(*field);
        for (const std::size_t column : part.ownColumns)
            has[column] = true;
        portfolio_.parts.push_back(std::move(has));
        const auto source = std::find_if(portfolio_.sources.begin(), portfolio_.sources.end(),
                                         [&](const auto& each) { return each.file == part.file; });
        source->projects += table.rowCount();
        for (std::size_t row = 0; row < table.rowCount(); ++row)
            addProject(part, row);
        for (const auto& ignored : table.ignored())
            addIgnored(part, ignored, *source);
        noteColumns(part);
    }

    Consolidation::Row newRow(const Part& part, int sheetRow) const
    {
        Consolidation::Row row{
            .origin = {part.file, part.table->sheet().name(), sheetRow + 1}, .name = {}, .cells = {}};
        row.cells.resize(portfolio_.columns.size());
        row.part = portfolio_.parts.size() - 1;
        return row;
    }

    void addProject(const Part& part, std::size_t project)
    {
        const Table& table = *part.table;
        const int sheetRow = table.place(table.recognised().front().meaning.field, project).row;
        Consolidation::Row row = newRow(
            part, table.role() == LayoutRole::fiche ? table.place(Field::name, project).row : sheetRow);
        row.name = std::string(trimmed(table.projectName(project)));
        for (std::size_t column = 0; column < portfolio_.columns.size(); ++column)
            if (const auto field = portfolio_.columns[column].field; field && table.has(*field))
                row.cells[column] = carriedCell(table, *field, project);
        row.ministry = ministryOf(row);
        addOwnCells(part, sheetRow, row);
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            if (row.cells[column].look == Look::error)
                note(Note::Kind::errorKept, part.file, row.origin.sheet,
                     row.cells[column].text + " (" + std::to_string(row.origin.row) + ")");
        portfolio_.rows.push_back(std::move(row));
    }

    std::string ministryOf(const Consolidation::Row& row) const
    {
        for (const Field field : says::ministry) {
            const std::size_t column = columnOf(field);
            if (column >= row.cells.size()) continue;
            const auto text = trimmed(row.cells[column].text);
            if (!text.empty()) return std::string(text);
        }
        return {};
    }

    void addOwnCells(const Part& part, int sheetRow, Consolidation::Row& row) const
    {
        const Sheet& sheet = part.table->sheet();
        const auto& unknown = part.table->unrecognised();
        for (std::size_t i = 0; i < unknown.size(); ++i)
            row.cells[part.ownColumns[i]] = rawCell(sheet, {sheetRow, unknown[i].place.column});
        for (std::size_t i = 0; i < part.ownOfFiche.size(); ++i)
            row.cells[part.ownColumns[unknown.size() + i]] = rawCell(sheet, part.ownOfFiche[i].place);
    }

    void addIgnored(const Part& part, const Table::Ignored& ignored, Consolidation::Source& source)
    {
        const Table& table = *part.table;
        const std::string& sheet = table.sheet().name();
        const std::string line = std::to_string(ignored.row + 1);
        using Why = Table::Ignored::Why;
        if (ignored.why == Why::total) return note(Note::Kind::totalLeftOut, part.file, sheet, line);
        if (ignored.why == Why::doubtful) return note(Note::Kind::rowNotRead, part.file, sheet, line);
        if (ignored.why == Why::note || ignored.why == Why::otherTable)
            return note(Note::Kind::remarkLeftOut, part.file, sheet, line);
        if (ignored.why != Why::nilReturn) return; // of the form: headers, titles, units, numbers
        Consolidation::Row row = newRow(part, ignored.row);
        row.isNilReturn = true;
        for (const auto& column : table.recognised()) {
            const auto at = columnOf(column.meaning.field);
            row.cells[at] = rawCell(table.sheet(), {ignored.row, column.column});
            if (column.meaning.field == Field::name) row.name = row.cells[at].text;
        }
        row.ministry = ministryOf(row);
        addOwnCells(part, ignored.row, row);
        ++source.nilReturns;
        portfolio_.rows.push_back(std::move(row));
    }

    std::size_t columnOf(Field field) const
    {
        const auto found =
            std::find_if(portfolio_.columns.begin(), portfolio_.columns.end(),
                         [&](const Consolidation::Column& column) { return column.field == field; });
        return static_cast<std::size_t>(found - portfolio_.columns.begin());
    }

    /// The line of a file that has nothing to declare. Only the words themselves are carried over: the user
    /// knows by the file's name whose they are.
    void addWholeFile(const WholeFile& file)
    {
        const auto& [origin, text, ministry] = file;
        if (columnOf(Field::name) == portfolio_.columns.size())
            portfolio_.columns.push_back({Field::name, {}});
        portfolio_.parts.emplace_back(portfolio_.columns.size());
        Consolidation::Row row{.origin = origin, .name = text, .cells = {}, .isNilReturn = true};
        row.part = portfolio_.parts.size() - 1;
        row.ministry = ministry;
        row.cells.resize(portfolio_.columns.size());
        row.cells[columnOf(Field::name)] = textCell(text);
        portfolio_.rows.push_back(std::move(row));
    }

    /// What was taken for granted about each column of figures or dates.
    void noteColumns(const Part& part)
    {
        const Table& table = *part.table;
        for (const auto& column : table.recognised()) {
            const Field field = column.meaning.field;
            const std::string header(trimmed(table.header(field)));
            const std::string& sheet = table.sheet().name();
            const FieldType type = vocabulary_.field(field).type;
            if (column.meaning.unitConverted)
                note(type == FieldType::years ? Note::Kind::yearsConverted : Note::Kind::amountConverted,
                     part.file, sheet, header);
            const bool interpreted = type == FieldType::money || type == FieldType::years ||
                                     type == FieldType::rate || type == FieldType::number ||
                                     type == FieldType::date;
            if (!interpreted) continue;
            std::size_t read = 0, kept = 0;
            for (const Reading& reading : table.readings(field)) {
                const bool guess = reading.shortYear || reading.bareSerial;
                if (reading.typedAsText && !guess) ++read;
                if (reading.kind == Reading::Kind::text || guess) ++kept;
            }
            if (read > 0) note(Note::Kind::readFromText, part.file, sheet, header, read);
            if (kept > 0) note(Note::Kind::notUnderstood, part.file, sheet, header, kept);
        }
    }

    const Columns& vocabulary_;
    Ministries ministries_;
    Consolidation portfolio_;
    std::set<std::filesystem::path> seen_;
    std::vector<Part> parts_;
    std::vector<WholeFile> wholeFiles_;
    std::map<std::string, std::size_t> ownColumns_; ///< by folded header
};

} // namespace

std::size_t Consolidation::projects() const
{
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const Row& row) { return !row.isNilReturn; }));
}

std::size_t Consolidation::conflicts() const
{
    return meetings.size() - duplicates() + contradictions.size();
}

std::size_t Consolidation::duplicates() const
{
    return static_cast<std::size_t>(std::count_if(
        meetings.begin(), meetings.end(), [](const Meeting& meeting) { return meeting.columns.empty(); }));
}

Consolidation consolidate(std::span<const FileReport> reports, const Columns& columns,
                          const Nomenclatures& nomenclatures)
{
    return Consolidator(columns, nomenclatures).consolidate(reports);
}

} // namespace panorama
