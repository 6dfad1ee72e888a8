#include "core/checking/checked_workbook.hpp"

#include "core/checking/counted_tables.hpp"
#include "core/checking/edition_choice.hpp"
#include "core/checking/renames.hpp"
#include "core/checking/verdict.hpp"
#include "core/rules/causes.hpp"
#include "core/rules/waivers.hpp"
#include "core/table/likely_table.hpp"
#include "core/table/project.hpp"
#include "core/table/row_kinds.hpp"
#include "core/table/said_unit.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace panorama {

namespace {

/// A fiche of which only labels, computed cells or blanks are there.
bool isUntouched(const Table& table)
{
    if (table.role() != LayoutRole::fiche) return false;
    return std::all_of(table.recognised().begin(), table.recognised().end(), [&](const auto& column) {
        const auto& readings = table.readings(column.meaning.field);
        return std::all_of(readings.begin(), readings.end(), [&](const Reading& reading) {
            return reading.isEmpty() || reading.kind == Reading::Kind::error ||
                   (reading.kind == Reading::Kind::text && trimmed(table.textOf(reading)).empty());
        });
    });
}

/// A fiche that tells a project's cost and dates: in a guide to the columns words stand there.
bool describesProject(const Table& fiche)
{
    if (fiche.role() != LayoutRole::fiche || fiche.rowCount() == 0) return false;
    const Project project(fiche, 0);
    return valueOf(project.cost()) && (dayOf(project.start()) || dayOf(project.end()));
}

void addNames(const Table& table, std::set<std::string>& names)
{
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        names.insert(fold(table.projectName(row)));
}

std::vector<const Table*> tablesOf(const std::vector<const CheckedTable*>& several)
{
    std::vector<const Table*> tables;
    tables.reserve(several.size());
    for (const CheckedTable* checked : several)
        tables.push_back(&checked->table);
    return tables;
}

/// The latest portfolio, or the longest of those as late.
template <typename Tables>
auto mainOf(Tables& tables) -> decltype(tables.data())
{
    decltype(tables.data()) main = nullptr;
    const auto isLater = [](const CheckedTable& a, const CheckedTable& b) {
        return a.edition.month && b.edition.month && *a.edition.month > *b.edition.month;
    };
    for (auto& checked : tables) {
        if (!checked.table.isOfProjects()) continue;
        const bool later = main && isLater(checked, *main), earlier = main && isLater(*main, checked);
        if (!main || later || (!earlier && checked.table.rowCount() > main->table.rowCount()))
            main = &checked;
    }
    return main;
}

} // namespace

std::unique_ptr<CheckedWorkbook> CheckedWorkbook::check(std::string fileName, std::vector<Sheet> sheets,
                                                        const RuleBook& book, const CheckOptions& wanted,
                                                        WorkbookFacts facts)
{
    std::unique_ptr<CheckedWorkbook> workbook(new CheckedWorkbook);
    workbook->fileName_ = std::move(fileName);
    workbook->sheets_ = std::move(sheets);
    workbook->facts_ = std::move(facts);
    workbook->meanings_ = columnMeanings(workbook->sheets_, book.columns());
    const CheckOptions options = workbook->withKept(wanted, book);
    workbook->chooseColumns(book, options);
    workbook->recognise(latestYear(workbook->fileName_, book.editions(), options));
    workbook->leaveGuides();
    for (CheckedTable& checked : workbook->tables_)
        checked.edition = editionOf(checked.table, workbook->fileName_, book.editions(), options);
    workbook->leaveHidden();
    // Only now: findings point to tables that no longer move.
    workbook->settleParts();
    for (CheckedTable& checked : workbook->tables_) {
        if (checked.table.isOfProjects())
            checked.pack = options.pack ? options.pack : book.packFor(checked.table.layout());
        checked.untouched = isUntouched(checked.table);
    }
    workbook->findLikely();
    workbook->declaresNothing_ = workbook->saysNothingToDeclareAlone(book);
    workbook->chooseEarlier(options);
    workbook->judge(book, options);
    workbook->judgeWaivers(book, options);
    for (CheckedTable& checked : workbook->tables_)
        checked.findings = groupedByCause(std::move(checked.findings));
    workbook->verdict_ = verdictOf(*workbook, options.previousUnreadable);
    return workbook;
}

/// What the user says now outranks what the workbook keeps.
CheckOptions CheckedWorkbook::withKept(const CheckOptions& options, const RuleBook& book) const
{
    CheckOptions all = options;
    if (!all.editionMonth && !all.editionNumber) all.editionMonth = meanings_.edition;
    if (const auto kept = book.packs().find(meanings_.pack); !all.pack && kept != book.packs().end())
        all.pack = &kept->second;
    return all;
}

void CheckedWorkbook::chooseColumns(const RuleBook& book, const CheckOptions& options)
{
    Columns::Corrections corrections = options.pack ? options.pack->headers : Columns::Corrections();
    corrections.insert(corrections.end(), meanings_.headers.begin(), meanings_.headers.end());
    corrections.insert(corrections.end(), options.headers.begin(), options.headers.end());
    if (!corrections.empty()) corrected_ = book.columns().corrected(corrections);
    columns_ = corrected_ ? &*corrected_ : &book.columns();
}

namespace {

/// A number that says something of a project: no year, no 0, no telephone.
bool isAmount(const Sheet& sheet, Place place)
{
    const auto number = amountAt(sheet, place);
    const auto text = trimmed(sheet.text(place));
    const bool isCall = text.starts_with('0') && text.size() >= 10;
    return number && *number != 0 && !(*number >= 1990 && *number <= 2100) && !isCall;
}

} // namespace

/// A file without a table may say that there is nothing; it says so near its top, and whose it is.
bool CheckedWorkbook::saysNothingToDeclareAlone(const RuleBook& book) const
{
    constexpr int lastRow = 50;
    if (mainTable()) return false;
    const auto* ministries = book.nomenclatures().find("ministries");
    bool nothing = false, whose = false;
    for (const Sheet& sheet : sheets_)
        for (int row = 0; row < std::min(sheet.rowCount(), lastRow); ++row)
            for (int column = 0; column < sheet.columnCount(); ++column) {
                const auto text = trimmed(sheet.text({row, column}));
                if (isAmount(sheet, {row, column})) return false;
                if (text.empty()) continue;
                const bool amount =
                    text.find_first_of("0123456789") != std::string_view::npos && unitOfMoney(text).money;
                if (amount) return false; // something is declared beside it
                nothing = nothing || saysNothingToDeclare(text);
                whose = whose || namesMinistry(text) || (ministries && ministries->entryOf(text));
            }
    return nothing && whose;
}

void CheckedWorkbook::recognise(std::optional<int> latestYear)
{
    for (const Sheet& sheet : sheets_)
        for (Table& table :
             &sheet == meanings_.sheet ? std::vector<Table>() : findTables(sheet, *columns_, latestYear))
            tables_.push_back({.table = std::move(table), .edition = {}, .figures = {}, .findings = {}});
}

/// Beside a table of projects, labels with something next to them are a guide to its columns and no fiche, or
/// the fiche of one of its projects. That of another project is in no figure, which is told.
void CheckedWorkbook::leaveGuides()
{
    const bool hasProjects = std::any_of(tables_.begin(), tables_.end(), [](const auto& checked) {
        return checked.table.role() == LayoutRole::projects && checked.table.rowCount() > 0;
    });
    if (!hasProjects) return;
    std::set<std::string> known;
    for (const CheckedTable& checked : tables_)
        if (checked.table.role() == LayoutRole::projects) addNames(checked.table, known);
    std::erase_if(tables_, [&](const CheckedTable& checked) {
        const Table& fiche = checked.table;
        if (fiche.role() != LayoutRole::fiche) return false;
        if (describesProject(fiche) && !known.contains(fold(fiche.projectName(0))))
            setAside_.push_back(
                {saysOutside(fiche.sheet().name()) ? SetAside::Why::outside : SetAside::Why::otherTable,
                 &fiche.sheet(), fiche.headerPlace(Field::name), fiche.rowCount()});
        return true;
    });
}

/// Projects on a hidden sheet count only where no others are to be seen; those of an older edition may be
/// compared with.
void CheckedWorkbook::leaveHidden()
{
    const CheckedTable* shown = nullptr;
    for (const CheckedTable& checked : tables_)
        if (checked.table.isOfProjects() && checked.table.rowCount() > 0 &&
            !checked.table.sheet().look().hidden)
            shown = &checked;
    if (!shown) return;
    const auto month = shown->edition.month;
    std::erase_if(tables_, [&](const CheckedTable& checked) {
        const bool older = checked.edition.month && month && *checked.edition.month < *month;
        if (!checked.table.isOfProjects() || !checked.table.sheet().look().hidden || older) return false;
        if (checked.table.rowCount() > 0)
            setAside_.push_back({SetAside::Why::hiddenSheet, &checked.table.sheet(),
                                 checked.table.headerPlace(Field::name), checked.table.rowCount()});
        return true;
    });
}

namespace {

SetAside::Why whyOf(BesideMain beside, const Sheet& sheet)
{
    switch (beside) {
    case BesideMain::counted: return SetAside::Why::counted;
    case BesideMain::copy: return SetAside::Why::copy;
    case BesideMain::extract: return SetAside::Why::extract;
    case BesideMain::rival:
    case BesideMain::apart: break;
    }
    return saysOutside(sheet.name()) ? SetAside::Why::outside : SetAside::Why::otherTable;
}

} // namespace

/// Which tables are one portfolio with the main one, and why the others are not.
void CheckedWorkbook::settleParts()
{
    for (CheckedTable& checked : tables_)
        checked.figures = portfolioFigures(checked.table);
    CheckedTable* main = mainOf(tables_);
    if (!main) return;
    for (const CheckedTable* other : besideInEdition(*main))
        setAside_.push_back({whyOf(besideMain(main->table, other->table), other->table.sheet()),
                             &other->table.sheet(), other->table.headerPlace(Field::name),
                             other->table.rowCount()});
    main->figures = figuresWith(*main);
}

/// The other tables with projects that are not of another edition.
std::vector<const CheckedTable*> CheckedWorkbook::besideInEdition(const CheckedTable& checked) const
{
    std::vector<const CheckedTable*> beside;
    for (const CheckedTable& other : tables_) {
        const bool otherEdition =
            checked.edition.month && other.edition.month && *checked.edition.month != *other.edition.month;
        if (&other != &checked && other.table.isOfProjects() && other.table.rowCount() > 0 && !otherEdition)
            beside.push_back(&other);
    }
    return beside;
}

/// Of the table and of those that are one portfolio with it.
PortfolioFigures CheckedWorkbook::figuresWith(const CheckedTable& checked) const
{
    std::vector<const Table*> counted{&checked.table};
    for (const CheckedTable* other : besideInEdition(checked))
        if (besideMain(checked.table, other->table) == BesideMain::counted) counted.push_back(&other->table);
    return portfolioFigures(counted);
}

/// Cells that no table claims and that look like projects: other sheets, blocks below or beside the table.
void CheckedWorkbook::findLikely()
{
    const CheckedTable* main = mainTable();
    if (!main) return;
    std::set<std::string> known;
    for (const CheckedTable& checked : tables_)
        addNames(checked.table, known);
    const auto look = [&](const Sheet& sheet, CellArea within) {
        if (const auto found = likelyTable(sheet, within, known))
            setAside_.push_back(
                {SetAside::Why::likely, &sheet, found->first, static_cast<std::size_t>(found->rows), within});
    };
    for (const Sheet& sheet : sheets_) {
        if (&sheet == meanings_.sheet) continue;
        bool hasTable = std::any_of(setAside_.begin(), setAside_.end(),
                                    [&](const SetAside& part) { return part.sheet == &sheet; });
        for (const CheckedTable& checked : tables_) {
            if (&checked.table.sheet() != &sheet) continue;
            hasTable = true;
            for (const CellArea& area : checked.table.unclaimed())
                look(sheet, area);
        }
        if (!hasTable && !saysOutside(sheet.name()))
            look(sheet, {{0, 0}, {sheet.rowCount() - 1, sheet.columnCount() - 1}});
    }
}

/// The edition before: the file the user names, for the main table; else the latest older table of the
/// workbook.
void CheckedWorkbook::chooseEarlier(const CheckOptions& options)
{
    EditionPair::Renames renames = options.renames;
    for (auto& rename : confirmedRenames(sheets_))
        renames.push_back(std::move(rename));
    const CheckedTable* main = mainTable();
    for (CheckedTable& checked : tables_) {
        if (!checked.table.isOfProjects()) continue;
        const CheckedTable* before = nullptr;
        const CheckedWorkbook& itsWorkbook = options.previous ? *options.previous : *this;
        if (options.previous && &checked == main) {
            before = options.previous->mainTable();
            checked.earlierName = options.previous->fileName();
            const bool later = before && before->edition.month && checked.edition.month &&
                               *before->edition.month >= *checked.edition.month;
            checked.earlierUse = !before || before->table.rowCount() == 0 ? EarlierUse::noTable
                                 : later                                  ? EarlierUse::later
                                                                          : EarlierUse::asWanted;
            if (checked.earlierUse != EarlierUse::asWanted) before = nullptr;
        } else if (!options.previous && checked.edition.month) {
            for (const CheckedTable& other : tables_)
                if (other.table.isOfProjects() && other.edition.month &&
                    *other.edition.month < *checked.edition.month &&
                    (!before || *before->edition.month < *other.edition.month))
                    before = &other;
            if (before) checked.earlierName = before->table.sheet().name();
        }
        if (before)
            checked.earlier = std::make_unique<EarlierEdition>(
                before->table, before->edition,
                TableMatch(before->table, checked.table, renames,
                           {.earlier = tablesOf(itsWorkbook.besideInEdition(*before)),
                            .now = tablesOf(besideInEdition(checked))}),
                itsWorkbook.figuresWith(*before));
    }
}

CheckContext CheckedWorkbook::contextOf(const CheckedTable& checked, const RuleBook& book,
                                        const std::vector<const Table*>& beside,
                                        const CheckOptions& options) const
{
    CheckContext context{.nomenclatures = book.nomenclatures(), .editions = book.editions()};
    context.edition = checked.edition;
    context.earlier = checked.earlier.get();
    context.beside = beside;
    context.facts = &facts_;
    context.fileEdition = editionFromName(fileName_);
    context.today = options.today.value_or(today());
    context.sheets = sheets_;
    if (&checked == mainTable()) context.setAside = setAside_;
    context.progress = options.progress;
    return context;
}

void CheckedWorkbook::judge(const RuleBook& book, const CheckOptions& options)
{
    for (const CheckedTable& checked : tables_)
        if (options.progress && checked.pack && !checked.untouched)
            options.progress->expect(static_cast<int>(checked.pack->rules.size()));
    for (CheckedTable& checked : tables_) {
        if (!checked.pack || checked.untouched) continue;
        std::vector<const Table*> beside;
        for (const CheckedTable& other : tables_)
            if (&other != &checked) beside.push_back(&other.table);
        checked.findings = findAll(checked.table, *checked.pack, contextOf(checked, book, beside, options));
    }
}

void CheckedWorkbook::judgeWaivers(const RuleBook& book, const CheckOptions& options)
{
    CheckedTable* main = mainOf(tables_);
    if (!main || !main->pack) return;
    std::vector<const Table*> lists = options.waivers, tables;
    std::vector<Finding*> findings;
    for (CheckedTable& checked : tables_) {
        if (checked.table.role() == LayoutRole::waivers) lists.push_back(&checked.table);
        if (checked.table.isOfProjects()) tables.push_back(&checked.table);
        if (checked.earlier) tables.push_back(&checked.earlier->table); // findings about leavers
        for (Finding& finding : checked.findings)
            findings.push_back(&finding);
    }
    if (lists.empty()) return;
    const auto judged = applyWaivers(lists, tables, findings, *main->pack, options.today.value_or(today()));
    for (const Table* list : lists) {
        CheckContext context = contextOf(*main, book, {}, options);
        context.earlier = nullptr;
        context.waivers = &judged;
        auto found = findAll(*list, *main->pack, context);
        std::move(found.begin(), found.end(), std::back_inserter(main->findings));
    }
}

namespace {

std::vector<const Finding*> sortedGravestFirst(std::vector<const Finding*> findings)
{
    const auto rank = [](const Finding& finding) {
        return std::tuple(finding.accepted.has_value(),
                          !(finding.check->leavesPartial || finding.severity == Severity::error),
                          finding.severity);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding* a, const Finding* b) { return rank(*a) < rank(*b); });
    return findings;
}

} // namespace

std::vector<const Finding*> gravestFirst(const CheckedTable& checked)
{
    std::vector<const Finding*> findings;
    for (const Finding& finding : checked.findings)
        findings.push_back(&finding);
    return sortedGravestFirst(std::move(findings));
}

std::vector<const Finding*> gravestFirst(const CheckedWorkbook& workbook)
{
    std::vector<const Finding*> findings;
    for (const CheckedTable& checked : workbook.tables())
        for (const Finding& finding : checked.findings)
            findings.push_back(&finding);
    return sortedGravestFirst(std::move(findings));
}

const CheckedTable* CheckedWorkbook::mainTable() const
{
    return mainOf(tables_);
}

std::size_t CheckedWorkbook::count(Severity severity) const
{
    std::size_t count = 0;
    for (const CheckedTable& table : tables_)
        count += static_cast<std::size_t>(
            std::count_if(table.findings.begin(), table.findings.end(), [&](const Finding& finding) {
                return finding.severity == severity && !finding.accepted;
            }));
    return count;
}

std::size_t CheckedWorkbook::countAccepted() const
{
    std::size_t count = 0;
    for (const CheckedTable& table : tables_)
        count +=
            static_cast<std::size_t>(std::count_if(table.findings.begin(), table.findings.end(),
                                                   [](const Finding& f) { return f.accepted.has_value(); }));
    return count;
}

bool CheckedWorkbook::conforms() const
{
    return verdict_.state == VerdictState::ready;
}

std::map<std::string, const Rule*> CheckedWorkbook::rulesFound(Severity lowest) const
{
    std::map<std::string, const Rule*> rules;
    for (const CheckedTable& table : tables_)
        for (const Finding& finding : table.findings)
            if (finding.severity <= lowest) rules.emplace(finding.rule->id, finding.rule);
    return rules;
}

} // namespace panorama
