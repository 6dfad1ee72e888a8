#include "core/fiche/fiche_draft.hpp"

#include "core/drafts/field_guidance.hpp"
#include "core/fiche/fiche_formulas.hpp"
#include "core/fiche/fiche_layout.hpp"
#include "core/fiche/fiche_words.hpp"
#include "core/formulas/formula.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace panorama {

namespace {

using Kind = FicheSchedule::Kind;

// In cm. All of it goes on one page in width: the wider, the smaller the print.
constexpr double markWidth = 2.1, labelWidth = 8.2, valueWidth = 8.4, furtherWidth = 2.4;

bool isPayroll(Kind kind)
{
    return kind == Kind::payroll || kind == Kind::mcoPayroll;
}

class FicheDrafter
{
  public:
    FicheDrafter(const FichePlan& plan, const RuleBook& book, const FicheOptions& options,
                 const FicheContent& content)
        : plan_(plan), columns_(book.columns()), content_(content), language_(options.language),
          layout_(layOut(plan)), formulas_(plan_, layout_),
          guidance_(columns_, book.nomenclatures(), book.packs().at("fiche"), options.month, language_)
    {
    }

    SheetDraft draft()
    {
        draft_.name = words(plan_.title);
        draft_.rows.assign(static_cast<std::size_t>(layout_.rowCount),
                           std::vector<DraftCell>(static_cast<std::size_t>(layout_.columnCount)));
        draft_.widths.assign(static_cast<std::size_t>(layout_.columnCount), furtherWidth);
        draft_.widths[FicheLayout::markColumn] = markWidth;
        draft_.widths[FicheLayout::labelColumn] = labelWidth;
        draft_.widths[FicheLayout::valueColumn] = valueWidth;
        draft_.frozenRows = FicheLayout::headRows;
        draft_.isProtected = true;
        for (std::size_t i = 0; i < plan_.sections.size(); ++i)
            write(plan_.sections[i], layout_.sections[i]);
        writeHead();
        return std::move(draft_);
    }

  private:
    std::string words(const Text& text) const { return say(text, language_); }
    DraftCell& at(int row, int column)
    {
        return draft_.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }

    void write(const FicheSection& section, const FicheLayout::Section& rows)
    {
        for (int column = 0; column < layout_.columnCount; ++column)
            at(rows.heading, column).look = Look::heading;
        at(rows.heading, FicheLayout::labelColumn) = textCell(words(section.title), Look::heading);
        for (const FichePart& part : section.parts)
            std::visit([this](const auto& known) { write(known); }, part);
        if (section.folded) draft_.sections.push_back({.first = rows.heading + 1, .last = rows.last});
    }

    /// The label with the unit that the number has.
    std::string labelOf(const Columns::Description& field) const
    {
        std::string label = words(field.label);
        if (field.type == FieldType::money) label += " (M€)";
        if (field.type == FieldType::years) label += words(fiche_words::inYears);
        return label;
    }

    void write(const FicheLine& line)
    {
        const Columns::Description& field = columns_.field(line.field);
        const Place place = *layout_.valueOf(line.field);
        at(place.row, FicheLayout::labelColumn) = textCell(labelOf(field), Look::label);
        const NumberForm form = numberFormOf(field.type);
        if (!line.formula.empty()) {
            at(place.row, place.column) = formulaCell(formulas_.resolve(line.formula), form, Look::computed);
            at(place.row, place.column).wraps = true;
            return;
        }
        DraftCell& cell = at(place.row, place.column);
        const auto said = content_.lines.find(line.field);
        fillIn(cell, said == content_.lines.end() ? nullptr : &said->second, form);
        cell.wraps = field.type == FieldType::text || field.type == FieldType::url;
        auto guidance = guidance_.of(line.field, blockOf(place), words(line.help));
        if (line.strict) guidance.strictness = CellGuidance::Strictness::refuse;
        draft_.guidance.push_back(std::move(guidance));
        mark(place.row, line.expected, fixedAddress(place) + "=\"\"");
        if (isOfAll(line.expected)) firstAsked_.push_back(fixedAddress(place));
    }

    /// Says beside a row what is missing there, where it is expected of this project.
    void mark(int row, Expectation expected, const std::string& missing)
    {
        if (expected == Expectation::none) return;
        const auto condition = plan_.conditions.find(expected);
        const std::string when =
            condition == plan_.conditions.end()
                ? missing
                : fmt::format("AND({};{})", missing, formulas_.resolve(condition->second).substr(1));
        at(row, FicheLayout::markColumn) =
            formulaCell(fmt::format("=IF({};\"{}\";\"\")", when, words(fiche_words::toComplete)),
                        NumberForm::general, Look::note);
    }

    static CellBlock blockOf(Place place) { return {place.row, place.column, place.row, place.column}; }

    /// A cell to be filled in, with what was said before.
    static void fillIn(DraftCell& cell, const DraftCell* said, NumberForm form)
    {
        if (said) cell = *said;
        cell.look = Look::input;
        cell.form = form;
    }

    void write(const FicheJournal& journal)
    {
        const CellBlock cells = layout_.cellsOf(journal);
        at(cells.firstRow - 2, FicheLayout::labelColumn) = textCell(words(journal.title), Look::label);
        const CellBlock names{cells.firstRow, cells.firstColumn, cells.lastRow, cells.firstColumn};
        mark(cells.firstRow - 2, journal.expected,
             fmt::format("COUNTA({})<{}", fixedAddress(names), journal.least));
        const auto said = content_.journals.find(journal.id);
        for (std::size_t i = 0; i < journal.columns.size(); ++i) {
            const auto& column = journal.columns[i];
            const int where = cells.firstColumn + static_cast<int>(i);
            at(cells.firstRow - 1, where) = textCell(words(column.label), Look::information);
            at(cells.firstRow - 1, where).wraps = true;
            for (int row = cells.firstRow; row <= cells.lastRow; ++row) {
                const auto index = static_cast<std::size_t>(row - cells.firstRow);
                const bool known = said != content_.journals.end() && index < said->second.size();
                fillIn(at(row, where), known ? &said->second[index][i] : nullptr, numberFormOf(column.type));
                at(row, where).wraps = column.type == FieldType::text || column.type == FieldType::list;
            }
            const CellBlock block{cells.firstRow, where, cells.lastRow, where};
            draft_.guidance.push_back(guidance_.of(column.type, column.list, words(column.label), block));
        }
    }

    void write(const FicheSchedule& schedule)
    {
        const FicheLayout::Schedule& rows = layout_.schedules.at(schedule.id);
        const auto found = content_.schedules.find(schedule.id);
        const FicheContent::Rows* said = found == content_.schedules.end() ? nullptr : &found->second;
        at(rows.title, FicheLayout::labelColumn) = textCell(words(schedule.title), Look::label);
        writePeriods(rows, said);
        for (std::size_t i = 0; i < schedule.natures.size(); ++i)
            write(schedule.natures[i], rows, rows.firstNature + static_cast<int>(i),
                  said && i + 1 < said->size() ? &(*said)[i + 1] : nullptr);
        writeTotals(schedule, rows);
    }

    void writePeriods(const FicheLayout::Schedule& rows, const FicheContent::Rows* said)
    {
        at(rows.header, FicheLayout::labelColumn) = textCell(words(fiche_words::nature), Look::information);
        at(rows.header, FicheLayout::valueColumn) = textCell(words(fiche_words::lineVat), Look::information);
        const Place first{rows.header, FicheLayout::yearColumn};
        const bool known = said && !said->empty() && !said->front().empty();
        fillIn(at(first.row, first.column), known ? &said->front().front() : nullptr, NumberForm::date);
        draft_.guidance.push_back(
            guidance_.of(FieldType::date, {}, words(fiche_words::firstPeriod), blockOf(first)));
        draft_.guidance.back().help = words(fiche_words::firstPeriod) + ".";
        for (int year = 1; year < rows.years; ++year) {
            const std::string before = fixedAddress(Place{first.row, first.column + year - 1});
            at(first.row, first.column + year) =
                formulaCell(fmt::format("=IF(ISNUMBER({0});EDATE({0};12);\"\")", before), NumberForm::date,
                            Look::computed);
        }
    }

    void write(const FicheSchedule::Nature& nature, const FicheLayout::Schedule& rows, int row,
               const std::vector<DraftCell>* said)
    {
        at(row, FicheLayout::labelColumn) = textCell(words(nature.label), Look::label);
        const auto saidAt = [&](std::size_t index) {
            return said && index < said->size() ? &(*said)[index] : nullptr;
        };
        DraftCell& vat = at(row, FicheLayout::valueColumn);
        if (isPayroll(nature.kind)) {
            vat = textCell(words(fiche_words::noVat), Look::computed);
        } else {
            fillIn(vat, saidAt(0), NumberForm::general);
            draft_.guidance.push_back(guidance_.of(FieldType::list, "vat", words(fiche_words::lineVat),
                                                   blockOf({row, FicheLayout::valueColumn})));
        }
        for (int year = 0; year < rows.years; ++year)
            fillIn(at(row, FicheLayout::yearColumn + year), saidAt(static_cast<std::size_t>(year) + 1),
                   NumberForm::amount);
        draft_.guidance.push_back(guidance_.of(FieldType::money, {}, words(nature.label), rows.row(row)));
    }

    /// Sums with VAT: what is said to be without it gets it; an empty year of an empty schedule shows
    /// nothing.
    void writeTotals(const FicheSchedule& schedule, const FicheLayout::Schedule& rows)
    {
        const auto firstMco =
            std::find_if(schedule.natures.begin(), schedule.natures.end(),
                         [](const auto& n) { return n.kind == Kind::mco || n.kind == Kind::mcoPayroll; });
        const int border = rows.firstNature + static_cast<int>(firstMco - schedule.natures.begin());
        const int end = rows.firstNature + static_cast<int>(schedule.natures.size());
        writeTotal(rows, rows.total, rows.firstNature, border - 1, fiche_words::constructionTotal);
        writeTotal(rows, rows.mcoTotal, border, end - 1, fiche_words::mcoTotal);
    }

    void writeTotal(const FicheLayout::Schedule& rows, int row, int first, int last, const Text& label)
    {
        at(row, FicheLayout::labelColumn) = textCell(words(label), Look::label);
        const auto rate = layout_.valueOf(Field::vatRate);
        const std::string taxes =
            fixedAddress(CellBlock{first, FicheLayout::valueColumn, last, FicheLayout::valueColumn});
        const std::string factor =
            rate ? fmt::format("1+N({})*({}=\"HT\")", fixedAddress(*rate), taxes) : "1";
        // Lines without VAT and no rate: there is no sum with it.
        const std::string known =
            rate ? fmt::format("OR(ISNUMBER({});COUNTIF({};\"HT\")=0)", fixedAddress(*rate), taxes)
                 : "TRUE()";
        for (int year = 0; year < rows.years; ++year) {
            const int column = FicheLayout::yearColumn + year;
            const std::string amounts = fixedAddress(CellBlock{first, column, last, column});
            at(row, column) =
                formulaCell(fmt::format("=IF(AND(ISNUMBER({});{});SUMPRODUCT({};{});\"\")",
                                        fixedAddress(Place{rows.header, column}), known, amounts, factor),
                            NumberForm::amount, Look::computed);
        }
    }

    void writeHead()
    {
        at(FicheLayout::titleRow, FicheLayout::labelColumn) = textCell(words(plan_.title), Look::title);
        at(FicheLayout::guideRow, FicheLayout::labelColumn) = textCell(words(plan_.guide), Look::note);
        const std::string untouched = fmt::format("COUNTA({})=0", fmt::join(firstAsked_, ";"));
        writeState(untouched);
        writeFindings(untouched);
    }

    CellBlock belowHead(int lastColumn) const
    {
        return {FicheLayout::headRows, 0, layout_.rowCount - 1, lastColumn};
    }

    /// What is filled in may still be wrong: with findings below, the line does not sound as if all were
    /// well.
    void writeState(const std::string& untouched)
    {
        at(FicheLayout::stateRow, FicheLayout::labelColumn) =
            textCell(words(fiche_words::state), Look::label);
        const std::string open =
            fmt::format("COUNTIF({};\"{}\")", fixedAddress(belowHead(FicheLayout::markColumn)),
                        words(fiche_words::toComplete));
        const std::string findings = fixedAddress(Place{FicheLayout::stateRow + 1, FicheLayout::valueColumn});
        at(FicheLayout::stateRow, FicheLayout::valueColumn) = formulaCell(
            fmt::format("=IF({};\"{}\";IF({}>0;\"{}\"&{};\"{}\"&IF(N({})>0;\"{}\";\"\")))", untouched,
                        words(fiche_words::nothingYet), open, words(fiche_words::left), open,
                        words(fiche_words::complete), findings, words(fiche_words::withFindings)),
            NumberForm::general, Look::computed);
    }

    void writeFindings(const std::string& untouched)
    {
        at(FicheLayout::stateRow + 1, FicheLayout::labelColumn) =
            textCell(words(fiche_words::findings), Look::label);
        at(FicheLayout::stateRow + 1, FicheLayout::valueColumn) = formulaCell(
            fmt::format("=IF({};\"\";IFERROR({}({});\"\"))", untouched, functionInFiles("checkCount"),
                        fixedAddress(belowHead(layout_.columnCount - 1))),
            NumberForm::count, Look::computed);
    }

    const FichePlan& plan_;
    const Columns& columns_;
    const FicheContent& content_;
    Language language_;
    FicheLayout layout_;
    FicheFormulas formulas_;
    FieldGuidance guidance_;
    SheetDraft draft_{.name = {}, .rows = {}};
    std::vector<std::string> firstAsked_; ///< cells that an untouched fiche says are to be completed
};

void growJournals(FichePlan& plan, const FicheContent& content)
{
    for (FicheSection& section : plan.sections)
        for (FichePart& part : section.parts)
            if (auto* journal = std::get_if<FicheJournal>(&part)) {
                const auto said = content.journals.find(journal->id);
                if (said == content.journals.end()) continue;
                journal->rows = std::max(journal->rows, static_cast<int>(said->second.size()));
            }
}

} // namespace

SheetDraft ficheDraft(FichePlan plan, const RuleBook& book, const FicheOptions& options,
                      const FicheContent& content)
{
    growJournals(plan, content);
    return FicheDrafter(plan, book, options, content).draft();
}

} // namespace panorama
