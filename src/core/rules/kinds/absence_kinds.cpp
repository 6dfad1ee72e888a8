// Kinds that find what should be in a table and is not: ministries, projects with an opinion.

#include "core/rules/check_kind.hpp"
#include "core/table/per_text.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace panorama {

namespace {

/// A ministry, whatever it was called at the time.
struct Ministry
{
    std::string key; ///< its place in the list, or its folded name
    std::string name;
    bool goesOn = true; ///< it has a name at the edition's month, as far as the list knows
};

/// The ministries a cell names: several are separated by " / ".
std::vector<Ministry> ministriesOf(const CheckContext& context, std::string_view text)
{
    const auto* list = context.nomenclatures.find("ministries");
    std::vector<Ministry> ministries;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(" / ", start), text.size());
        const std::string name(trimmed(text.substr(start, end - start)));
        start = end + 3;
        if (name.empty()) continue;
        const auto entry = list ? list->entryOf(name) : std::nullopt;
        ministries.push_back({entry ? "#" + std::to_string(*entry) : fold(name), name,
                              !entry || list->isInForce(*entry, context.edition.month)});
    }
    return ministries;
}

/// A ministry of the edition before that has neither a project nor a line "rien à déclarer".
class MissingMinistry : public Check
{
  public:
    static constexpr Cases cases{"missing"};
    static constexpr Slots slots{"ministry", "count", "previous"};

    void run(Findings& findings) const override
    {
        const auto* earlier = findings.context().earlier;
        const auto field = firstField(findings.table());
        if (!earlier || !field) return;
        const CheckContext& context = findings.context();
        const Table& table = findings.table();
        std::set<std::string> present;
        const auto add = [&](std::string_view text) {
            for (const Ministry& ministry : ministriesOf(context, text))
                present.insert(ministry.key);
        };
        PerText<bool> seen;
        for (const Reading& reading : table.readings(*field))
            seen.get(reading.text, [&] { return add(table.textOf(reading)), true; });
        const std::size_t withProjects = present.size();
        for (const auto& ignored : table.ignored())
            for (int column = 0; column < table.sheet().columnCount(); ++column)
                add(table.sheet().text({ignored.row, column}));
        if (withProjects < 3) return; // a ministry's own share says nothing about the others
        std::map<std::string, std::pair<std::string, std::size_t>> missing;
        const Table& before = earlier->table;
        const Field named = before.firstOf(says::ministry).value_or(Field::ministry);
        for (const Reading& reading : before.readings(named))
            for (const Ministry& ministry : ministriesOf(context, before.textOf(reading))) {
                if (present.contains(ministry.key) || !ministry.goesOn) continue;
                auto& [name, count] = missing[ministry.key];
                name = ministry.name;
                ++count;
            }
        for (const auto& [key, ministry] : missing) {
            std::vector<Argument> arguments{{slots["ministry"], ministry.first},
                                            {slots["count"], Argument::Projects{ministry.second}}};
            if (earlier->edition.month) arguments.push_back({slots["previous"], *earlier->edition.month});
            findings.atHeader(*this, cases["missing"], *field, std::move(arguments), ministry.first);
        }
    }
};

const KindOf<MissingMinistry> missingMinistry{"missing-ministry"};

/// A project that the workbook's register of opinions names and the portfolio does not.
class OpinionAbsent : public Check
{
  public:
    static constexpr Cases cases{"absent"};
    static constexpr Slots slots{"left", "sheet", "cell", "date"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto field = firstField(table);
        if (!field) return;
        std::set<std::string> names;
        for (std::size_t row = 0; row < table.rowCount(); ++row)
            names.insert(fold(table.projectName(row)));
        const auto& former = table.readings(Field::formerNames);
        for (const Reading& reading : former)
            names.insert(fold(table.textOf(reading)));
        for (const Table* other : findings.context().beside)
            if (other->role() == LayoutRole::opinions) judge(findings, *field, *other, names);
    }

  private:
    /// An edition cannot yet have a project whose opinion came later; an earlier edition's sheet often lies
    /// beside the register of today.
    static bool isAfter(const EditionContext& edition, double serial)
    {
        const auto date = dateOfSerial(serial);
        return edition.month && date && monthOf(*date) > *edition.month;
    }

    void judge(Findings& findings, Field field, const Table& opinions,
               const std::set<std::string>& names) const
    {
        const auto& dates = opinions.readings(Field::opinionDate);
        for (std::size_t row = 0; row < opinions.rowCount(); ++row) {
            const std::string name(trimmed(opinions.projectName(row)));
            if (name.empty() || names.contains(fold(name)) || !dates[row].isDate()) continue;
            if (isAfter(findings.context().edition, dates[row].number)) continue;
            findings.atHeader(*this, cases["absent"], field,
                              {{slots["left"], name},
                               {slots["sheet"], opinions.sheet().name()},
                               {slots["cell"], a1(opinions.place(Field::name, row))},
                               {slots["date"], dayOf(dates[row].number)}},
                              name);
        }
    }
};

const KindOf<OpinionAbsent> opinionAbsent{"opinion-absent"};

} // namespace

} // namespace panorama
