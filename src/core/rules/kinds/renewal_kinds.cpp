// Kinds that look at who left and who came between two editions, and at whether the two compare at all.

#include "core/rules/check_kind.hpp"
#include "core/table/cell_words.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

namespace {

void addEditions(const Findings& findings, std::vector<Argument>& arguments, Slot previous, Slot edition)
{
    const CheckContext& context = findings.context();
    if (context.earlier->edition.month) arguments.push_back({previous, *context.earlier->edition.month});
    if (context.edition.month) arguments.push_back({edition, *context.edition.month});
}

/// A project of the edition before that is no longer there, without a reason or before its end.
class Exit : public Check
{
  public:
    static constexpr Cases cases{"unexplained", "unfinished"};
    static constexpr Slots slots{"left", "phase", "previous", "edition"};

    explicit Exit(CheckSource& source) : wantsReason_(source.choice("wants", {"finished", "reason"}) == 1)
    {
        if (wantsReason_ || source.has("reason")) reason_ = source.field("reason");
    }

    bool canFind(Case found) const override { return (found == cases["unexplained"]) == wantsReason_; }

    void run(Findings& findings) const override
    {
        const auto* earlier = findings.context().earlier;
        const auto field = firstField(findings.table());
        if (!earlier || !field) return;
        for (const std::size_t row : earlier->match.leaving()) {
            const Table& before = earlier->table;
            const std::string name(trimmed(before.projectName(row)));
            if (name.empty() || (wantsReason_ ? isExplained(findings, row) : mayBeFinished(before, row)))
                continue;
            std::vector<Argument> arguments{{slots["left"], name}, {slots["phase"], phaseOf(before, row)}};
            addEditions(findings, arguments, slots["previous"], slots["edition"]);
            findings.atHeader(*this, wantsReason_ ? cases["unexplained"] : cases["unfinished"], *field,
                              std::move(arguments), name);
        }
    }

  private:
    static std::string_view phaseOf(const Table& table, std::size_t row)
    {
        return Project(table, row).text(Field::phase);
    }

    /// Without a phase nobody knows: silence.
    static bool mayBeFinished(const Table& table, std::size_t row)
    {
        const auto phase = phaseOf(table, row);
        return phase.empty() || saysFinished(phase);
    }

    /// The reason stands in the edition before, or in another table of the workbook (a sheet of exits).
    bool isExplained(const Findings& findings, std::size_t row) const
    {
        const auto* earlier = findings.context().earlier;
        if (says(earlier->table, row)) return true;
        const std::string key = fold(earlier->table.projectName(row));
        for (const Table* other : findings.context().beside)
            for (std::size_t each = 0; each < other->rowCount(); ++each)
                if (fold(other->projectName(each)) == key && says(*other, each)) return true;
        return false;
    }

    bool says(const Table& table, std::size_t row) const
    {
        return !Project(table, row).reading(reason_).isEmpty();
    }

    bool wantsReason_;
    Field reason_{};
};

const KindOf<Exit> exit{"exit"};

class RenameProposed : public Check
{
  public:
    static constexpr Cases cases{"renamed"};
    static constexpr Slots slots{"before", "confidence", "evidence", "previous", "edition"};

    void run(Findings& findings) const override
    {
        const auto* earlier = findings.context().earlier;
        const auto field = firstField(findings.table());
        if (!earlier || !field) return;
        for (const Proposal& proposal : earlier->match.proposals()) {
            if (proposal.kind != Proposal::Kind::renamed) continue;
            std::vector<Argument> arguments{
                {slots["before"], trimmed(earlier->table.projectName(proposal.before.front()))},
                {slots["confidence"], Argument::Share{std::round(proposal.confidence * 100) / 100}},
                {slots["evidence"], proposal.evidence}};
            addEditions(findings, arguments, slots["previous"], slots["edition"]);
            findings.atCell(*this, cases["renamed"], *field, proposal.now.front(), std::move(arguments));
        }
    }
};

const KindOf<RenameProposed> renameProposed{"rename-proposed"};

/// The count of an edition is the one before, less who left, plus who came.
class Renewal : public Check
{
  public:
    static constexpr Cases cases{"differs"};
    static constexpr Slots slots{"published", "before", "out",      "in",
                                 "expected",  "count",  "previous", "edition"};

    explicit Renewal(CheckSource& source) : againstRows_(source.choice("against", {"headlines", "rows"}) == 1)
    {
    }

    void run(Findings& findings) const override
    {
        const CheckContext& context = findings.context();
        const auto field = firstField(findings.table());
        const auto* edition =
            context.edition.number ? context.editions.find(*context.edition.number) : nullptr;
        if (!field || !edition || !mayBeWholeEdition(findings.table())) return;
        if (againstRows_)
            compareRows(findings, *field, *edition);
        else
            compareHeadlines(findings, *field, *edition);
    }

  private:
    static std::optional<double> published(const CheckContext& context, const EditionTable::Edition* edition,
                                           std::string_view id)
    {
        const auto figure = context.editions.figure(id);
        return edition && figure ? edition->agreed(*figure) : std::nullopt;
    }

    void compareHeadlines(Findings& findings, Field field, const EditionTable::Edition& edition) const
    {
        const CheckContext& context = findings.context();
        const auto* before = context.editions.find(edition.number - 1);
        const auto count = published(context, &edition, "projects"),
                   was = published(context, before, "projects"),
                   in = published(context, &edition, "entering"),
                   out = published(context, &edition, "leaving");
        if (!count || !was || !in || !out || *count == *was - *out + *in) return;
        report(findings, field, {*count, *was, *out, *in, *was - *out + *in, before->date, edition.date});
    }

    void compareRows(Findings& findings, Field field, const EditionTable::Edition& edition) const
    {
        const CheckContext& context = findings.context();
        const auto* earlier = context.earlier;
        // Only the edition right before tells who came and left since.
        if (!earlier || !earlier->edition.number || *earlier->edition.number != edition.number - 1) return;
        const auto in = published(context, &edition, "entering"),
                   out = published(context, &edition, "leaving");
        const auto entered = static_cast<double>(earlier->match.entering().size());
        const auto left = static_cast<double>(earlier->match.leaving().size());
        if (!in || !out || (*in == entered && *out == left)) return;
        const auto rows = static_cast<double>(findings.table().rowCount());
        const auto rowsBefore = static_cast<double>(earlier->table.rowCount());
        report(findings, field,
               {rowsBefore - *out + *in, rowsBefore, left, entered, rows,
                earlier->edition.month.value_or(edition.date), edition.date});
    }

    struct Count
    {
        double published, before, out, in, expected;
        YearMonth previous, edition;
    };

    void report(Findings& findings, Field field, const Count& count) const
    {
        findings.atHeader(*this, cases["differs"], field,
                          {{slots["published"], count.published},
                           {slots["before"], count.before},
                           {slots["out"], count.out},
                           {slots["in"], count.in},
                           {slots["expected"], count.expected},
                           {slots["count"], findings.table().rowCount()},
                           {slots["previous"], count.previous},
                           {slots["edition"], count.edition}});
    }

    bool againstRows_;
};

const KindOf<Renewal> renewal{"renewal"};

/// A break of method or perimeter lies between the two editions, for a figure that the table has.
class AcrossBreak : public Check
{
  public:
    static constexpr Cases cases{"across"};
    static constexpr Slots slots{"reason", "previous", "edition"};

    void run(Findings& findings) const override
    {
        const CheckContext& context = findings.context();
        const auto field = firstField(findings.table());
        if (!field || !context.earlier || !context.edition.number || !context.earlier->edition.number) return;
        for (const auto& found :
             context.editions.breaksBetween(*context.earlier->edition.number, *context.edition.number))
        {
            if (!concerns(findings.table(), found)) continue;
            std::vector<Argument> arguments{{slots["reason"], found.reason}};
            addEditions(findings, arguments, slots["previous"], slots["edition"]);
            findings.atHeader(*this, cases["across"], *field, std::move(arguments),
                              std::to_string(found.after));
        }
    }

  private:
    static bool concerns(const Table& table, const EditionTable::Break& found)
    {
        return std::any_of(found.figures.begin(), found.figures.end(), [&](const std::string& figure) {
            if (figure == "projects") return true;
            if (figure == "total") return costField(table).has_value();
            if (figure == "duration") return table.firstOf(says::years).has_value();
            if (figure == "budget") return table.has(Field::initialCost) || table.has(Field::budgetRate);
            if (figure == "calendar")
                return table.has(Field::initialEnd) || table.has(Field::initialDuration) ||
                       table.has(Field::calendarRate);
            return false;
        });
    }
};

const KindOf<AcrossBreak> acrossBreak{"break"};

} // namespace

} // namespace panorama
