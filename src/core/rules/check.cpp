#include "core/rules/check.hpp"

#include "core/rules/pack.hpp"

namespace panorama {

bool Check::looksAt(const Table& table, std::size_t row) const
{
    switch (rows) {
    case RowsLookedAt::open: return table.state(row) == RowState::open;
    case RowsLookedAt::withheld: return table.state(row) != RowState::open;
    case RowsLookedAt::pastCadrage: return table.state(row) != RowState::cadrage;
    case RowsLookedAt::all: break;
    }
    return true;
}

void Findings::startRule(const Rule& rule)
{
    rule_ = &rule;
    spoken_.clear();
}

void Findings::add(Finding finding)
{
    const auto cell = static_cast<std::uint64_t>(finding.place.row) << 32 |
                      static_cast<std::uint32_t>(finding.place.column);
    if (!spoken_.insert(cell).second) return;
    finding.rule = rule_;
    finding.table = &table_;
    finding.severity = finding.check->severity;
    findings_.push_back(std::move(finding));
}

void Findings::atCell(const Check& check, std::size_t messageCase, FieldId field, std::size_t row,
                      std::vector<Argument> arguments, std::optional<Fix> fix)
{
    const Place place = table_.place(field, row);
    Finding finding{.check = &check,
                    .messageCase = messageCase,
                    .place = place,
                    .project = row,
                    .field = field,
                    .value = std::string(table_.sheet().text(place)),
                    .number = {},
                    .arguments = std::move(arguments),
                    .fix = std::move(fix)};
    const CellKind kind = table_.sheet().kind(place);
    if (kind == CellKind::number || kind == CellKind::date || kind == CellKind::logical) {
        finding.number = table_.sheet().number(place);
        finding.numberIsDate = kind == CellKind::date;
    }
    add(std::move(finding));
}

void Findings::atHeader(const Check& check, std::size_t messageCase, FieldId field,
                        std::vector<Argument> arguments)
{
    atPlace(check, messageCase, field, table_.headerPlace(field), std::move(arguments));
}

void Findings::atPlace(const Check& check, std::size_t messageCase, FieldId field, Place place,
                       std::vector<Argument> arguments)
{
    add({.check = &check,
         .messageCase = messageCase,
         .place = place,
         .project = {},
         .field = field,
         .value = std::string(table_.sheet().text(place)),
         .number = {},
         .arguments = std::move(arguments),
         .fix = {}});
}

std::vector<Finding> Findings::take()
{
    return std::move(findings_);
}

bool CheckSource::yes(const char* attribute)
{
    const std::string value = file_.optional(element_, attribute);
    if (!value.empty() && value != "yes" && value != "no")
        file_.fail(element_, DataProblem::badValue, value, "yes, no");
    return value == "yes";
}

double CheckSource::number(const char* attribute)
{
    return file_.number(element_, file_.required(element_, attribute));
}

FieldId CheckSource::field(const char* attribute)
{
    const std::string key = file_.required(element_, attribute);
    const auto field = columns_.find(key);
    if (!field) file_.fail(element_, DataProblem::unknownReference, key);
    return field.value_or(0);
}

const Nomenclature* CheckSource::list(const char* attribute)
{
    const std::string id = file_.required(element_, attribute);
    const Nomenclature* list = nomenclatures_.find(id);
    if (!list) file_.fail(element_, DataProblem::unknownReference, id);
    return list;
}

const std::vector<CheckKind>& checkKinds()
{
    static const std::vector<CheckKind> kinds = [] {
        std::vector<CheckKind> all;
        addTextKinds(all);
        addNumberKinds(all);
        addDateKinds(all);
        addFigureKinds(all);
        addPortfolioKinds(all);
        return all;
    }();
    return kinds;
}

} // namespace panorama
