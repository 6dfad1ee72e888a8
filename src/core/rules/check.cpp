#include "core/rules/check.hpp"

#include "core/rules/pack.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace panorama {

bool Check::looksAt(Findings& findings, std::size_t row) const
{
    const RowState state = findings.table().state(row);
    const bool inRows = rows == RowsLookedAt::open          ? state == RowState::open
                        : rows == RowsLookedAt::withheld    ? state != RowState::open
                        : rows == RowsLookedAt::pastCadrage ? state != RowState::cadrage
                                                            : true;
    return inRows && std::all_of(conditions.begin(), conditions.end(),
                                 [&](const Condition& c) { return c.admits(findings, row); });
}

bool Check::admits(const Table& table) const
{
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        if (condition.figure) return true;
        const bool wantsColumn = condition.test == Condition::Test::present;
        if (!wantsColumn && condition.test != Condition::Test::absent) return true;
        return (table.has(condition.field) == wantsColumn) != condition.excuses;
    });
}

std::optional<Field> Check::firstField(const Table& table) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](Field f) { return table.has(f); });
    return found == fields.end() ? std::nullopt : std::optional(*found);
}

void Findings::startRule(const Rule& rule)
{
    rule_ = &rule;
    spoken_.clear();
}

void Findings::add(Finding finding)
{
    const std::string cell =
        fmt::format("{} {} {}", finding.place.row, finding.place.column, finding.subject);
    if (!spoken_.insert(cell).second) return;
    finding.rule = rule_;
    finding.table = &table_;
    finding.severity = finding.check->severity;
    if (finding.project) addFigures(finding);
    findings_.push_back(std::move(finding));
}

namespace {

Argument::Value shownAs(RowFigure figure, double value)
{
    if (figure == RowFigure::cost || figure == RowFigure::highestKnownCost || figure == RowFigure::yearlyCost)
        return Argument::Cost{value};
    if (figure == RowFigure::years || figure == RowFigure::monthsPastEnd) return Argument::Rough{value};
    return Argument::Share{value};
}

} // namespace

std::optional<Fix> Findings::fixAt(Place place, std::optional<Repair> repair) const
{
    if (!repair) return std::nullopt;
    return Fix{repair->degree,
               {{.sheet = table_.sheet().name(),
                 .place = place,
                 .kind = repair->kind,
                 .text = std::move(repair->text),
                 .number = repair->number}}};
}

/// The figures that the check's messages name, unless the check gave them itself.
void Findings::addFigures(Finding& finding)
{
    for (const RowFigure figure : finding.check->figuresInWords) {
        const std::string_view name = rowFigureNames()[static_cast<std::size_t>(figure)];
        const bool given = std::any_of(finding.arguments.begin(), finding.arguments.end(),
                                       [&](const Argument& a) { return a.slot.name == name; });
        const auto& estimate = figures_.of(figure, *finding.project);
        if (given || !estimate) continue;
        finding.arguments.emplace_back(Slot{name}, shownAs(figure, estimate->value));
    }
}

void Findings::atCell(const Check& check, Case messageCase, Field field, std::size_t row,
                      std::vector<Argument> arguments, std::optional<Repair> repair)
{
    if (table_.isForeign(field)) return; // what its unit was not understood of is not judged cell by cell
    const Place place = table_.place(field, row);
    Finding finding{.check = &check,
                    .messageCase = messageCase,
                    .place = place,
                    .project = row,
                    .field = field,
                    .value = std::string(table_.sheet().text(place)),
                    .number = {},
                    .arguments = std::move(arguments),
                    .fix = fixAt(place, std::move(repair))};
    const CellKind kind = table_.sheet().kind(place);
    if (kind == CellKind::number || kind == CellKind::date || kind == CellKind::logical) {
        finding.number = table_.sheet().number(place);
        finding.numberIsDate = kind == CellKind::date;
    }
    add(std::move(finding));
}

void Findings::atHeader(const Check& check, Case messageCase, Field field, std::vector<Argument> arguments,
                        std::string subject)
{
    atPlace(check, messageCase, field, table_.headerPlace(field), std::move(arguments), {},
            std::move(subject));
}

void Findings::atPlace(const Check& check, Case messageCase, Field field, Place place,
                       std::vector<Argument> arguments, std::optional<Repair> repair, std::string subject)
{
    add({.check = &check,
         .messageCase = messageCase,
         .place = place,
         .project = {},
         .field = field,
         .value = std::string(table_.sheet().text(place)),
         .number = {},
         .arguments = std::move(arguments),
         .fix = fixAt(place, std::move(repair)),
         .subject = std::move(subject)});
}

std::vector<Finding> Findings::take()
{
    return std::move(findings_);
}

} // namespace panorama
