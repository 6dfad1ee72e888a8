#include "core/rules/waivers.hpp"

#include "core/table/project.hpp"
#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama {

namespace {

std::string textAt(const Table& table, Field field, std::size_t row)
{
    return std::string(Project(table, row).text(field));
}

std::optional<Date> untilOf(const Table& table, std::size_t row)
{
    const auto& days = table.readings(Field::waiverUntil);
    return !days.empty() && days[row].isDate() ? dateOfSerial(days[row].number) : std::nullopt;
}

/// A limit that cannot be read would be no limit.
bool hasReadableLimit(const Table& table, std::size_t row)
{
    const auto& days = table.readings(Field::waiverUntil);
    return days.empty() || days[row].isEmpty() || untilOf(table, row).has_value();
}

bool hasProject(std::span<const Table* const> tables, const std::string& key)
{
    return std::any_of(tables.begin(), tables.end(), [&](const Table* table) {
        for (std::size_t row = 0; row < table->rowCount(); ++row)
            if (fold(table->projectName(row)) == key) return true;
        return false;
    });
}

/// Whether a line speaks of a finding.
bool meets(const JudgedWaiver& waiver, const std::string& column, const Finding& finding)
{
    if (fold(finding.rule->id) != fold(waiver.rule)) return false;
    const std::string project =
        finding.project ? fold(finding.table->projectName(*finding.project)) : fold(finding.subject);
    if (!waiver.project.empty() && project != fold(waiver.project)) return false;
    if (column.empty()) return true;
    const auto& field = finding.table->columns().field(finding.field);
    const std::string key = fold(column);
    return key == fold(finding.table->header(finding.field)) || key == fold(field.label.french) ||
           key == fold(field.label.english) || key == fold(keyOf(finding.field));
}

} // namespace

std::vector<JudgedWaiver> applyWaivers(std::span<const Table* const> lists,
                                       std::span<const Table* const> tables,
                                       const std::vector<Finding*>& findings, const Pack& pack, Date today)
{
    using State = JudgedWaiver::State;
    std::vector<JudgedWaiver> judged;
    for (const Table* list : lists)
        for (std::size_t row = 0; row < list->rowCount(); ++row) {
            JudgedWaiver waiver{.table = list,
                                .row = row,
                                .state = State::useless,
                                .rule = textAt(*list, Field::waiverRule, row),
                                .project = textAt(*list, Field::name, row),
                                .acceptance = {textAt(*list, Field::waiverBy, row),
                                               textAt(*list, Field::waiverReason, row), untilOf(*list, row)}};
            const bool known = std::any_of(pack.rules.begin(), pack.rules.end(), [&](const auto& rule) {
                return fold(rule->id) == fold(waiver.rule);
            });
            const bool complete = !waiver.acceptance.by.empty() && !waiver.acceptance.why.empty() &&
                                  hasReadableLimit(*list, row);
            if (waiver.acceptance.until && *waiver.acceptance.until < today)
                waiver.state = State::expired;
            else if (!known || (!waiver.project.empty() && !hasProject(tables, fold(waiver.project))))
                waiver.state = State::unmatched;
            else if (complete)
                for (Finding* finding : findings)
                    if (meets(waiver, textAt(*list, Field::waiverField, row), *finding)) {
                        finding->accepted = waiver.acceptance;
                        waiver.state = State::valid;
                    }
            judged.push_back(std::move(waiver));
        }
    return judged;
}

} // namespace panorama
