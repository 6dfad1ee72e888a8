// Kinds that hold a row against the same project in the edition before. Without one they say nothing.

#include "core/rules/check_kind.hpp"
#include "core/rules/interval.hpp"
#include "core/table/cell_words.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace panorama {

namespace {

/// A row and the row of the same project before.
struct RowPair
{
    const Table& before;
    std::size_t beforeRow;
    const Table& now;
    std::size_t row;

    Project projectBefore() const { return {before, beforeRow}; }
    Project projectNow() const { return {now, row}; }
    const Reading* readingBefore(Field field) const { return readingOf(before, field, beforeRow); }
    const Reading* readingNow(Field field) const { return readingOf(now, field, row); }

  private:
    static const Reading* readingOf(const Table& table, Field field, std::size_t row)
    {
        const auto& readings = table.readings(field);
        return readings.empty() ? nullptr : &readings[row];
    }
};

/// Checks that look at every project that both editions have.
class PairCheck : public Check
{
  public:
    void run(Findings& findings) const override
    {
        const auto* earlier = findings.context().earlier;
        if (!earlier || !admits(findings.table())) return;
        const auto& matches = earlier->match.nowMatches();
        for (std::size_t row = 0; row < matches.size(); ++row)
            if (matches[row] && looksAt(findings, row))
                judge(findings, {earlier->table, *matches[row], findings.table(), row});
    }

  protected:
    virtual void judge(Findings& findings, const RowPair& pair) const = 0;

    static void addPrevious(const Findings& findings, std::vector<Argument>& arguments, Slot previous)
    {
        if (const auto month = findings.context().earlier->edition.month)
            arguments.push_back({previous, *month});
    }
};

Argument shownFigure(Slot slot, const Table& table, const ProjectAmount& figure)
{
    const bool money = table.columns().field(figure.field).type == FieldType::money;
    if (money) return {slot, Argument::Cost{figure.value}};
    return {slot, figure.value};
}

Argument shownReading(Slot slot, const Table& table, Field field, const Reading& reading)
{
    if (reading.isDate()) return {slot, dayOf(reading.number)};
    if (!reading.isNumber()) return {slot, trimmed(table.textOf(reading))};
    return shownFigure(slot, table, {reading.number, field});
}

enum class Direction : unsigned char { any, up, down };

Direction directionOf(CheckSource& source)
{
    return source.has("direction") ? static_cast<Direction>(source.choice("direction", {"any", "up", "down"}))
                                   : Direction::any;
}

/// A figure that changed by more than a share of what it was.
class Changed : public PairCheck
{
  public:
    static constexpr Cases cases{"changed"};
    static constexpr Slots slots{"before", "now", "change", "previous"};

    explicit Changed(CheckSource& source) : limit_(source.number("limit")), direction_(directionOf(source)) {}

  protected:
    void judge(Findings& findings, const RowPair& pair) const override
    {
        const auto field = firstField(pair.now);
        if (!field) return;
        const auto before = pair.projectBefore().figure(*field), now = pair.projectNow().figure(*field);
        if (!before || !now || before->value <= 0) return;
        const Interval was = writtenIn(pair.before, before->field, before->value);
        const Interval is = writtenIn(pair.now, now->field, now->value);
        if (was.low <= 0) return;
        const double least = is.low / was.high - 1, most = is.high / was.low - 1;
        // Where both may just be the same, rounded, nothing has changed: 56 and 57 may not.
        const bool up = limit_ > 0 ? least > limit_ : is.low >= was.high && now->value > before->value,
                   down = limit_ > 0 ? most < -limit_ : is.high <= was.low && now->value < before->value;
        if (!(up && direction_ != Direction::down) && !(down && direction_ != Direction::up)) return;
        std::vector<Argument> arguments{shownFigure(slots["before"], pair.before, *before),
                                        shownFigure(slots["now"], pair.now, *now),
                                        {slots["change"], Argument::Share{now->value / before->value - 1}}};
        addPrevious(findings, arguments, slots["previous"]);
        findings.atCell(*this, cases["changed"], now->field, pair.row, std::move(arguments));
    }

  private:
    double limit_;
    Direction direction_;
};

const KindOf<Changed> changed{"change"};

/// The planned end, however the sheet says it, moved by more than some months.
class EndChanged : public PairCheck
{
  public:
    static constexpr Cases cases{"changed"};
    static constexpr Slots slots{"before", "now", "change", "previous"};

    explicit EndChanged(CheckSource& source)
        : months_(static_cast<int>(source.number("months"))), direction_(directionOf(source))
    {
    }

  protected:
    void judge(Findings& findings, const RowPair& pair) const override
    {
        const auto before = pair.projectBefore().end(), now = pair.projectNow().end();
        if (!before || !now || pair.now.state(pair.row) != RowState::open) return;
        const int change = static_cast<int>((monthOf(now->date) - monthOf(before->date)).count());
        if (std::abs(change) <= months_ || (direction_ == Direction::up && change < 0) ||
            (direction_ == Direction::down && change > 0))
            return;
        std::vector<Argument> arguments{{slots["before"], monthOf(before->date)},
                                        {slots["now"], monthOf(now->date)},
                                        {slots["change"], change}};
        addPrevious(findings, arguments, slots["previous"]);
        findings.atCell(*this, cases["changed"], now->field, pair.row, std::move(arguments));
    }

  private:
    int months_;
    Direction direction_;
};

const KindOf<EndChanged> endChanged{"end-change"};

/// Dates are compared by month: the day is often only typed for form.
bool sameReading(const Table& before, const Reading& a, const Table& now, const Reading& b)
{
    if (a.isNumber() && b.isNumber()) return a.number == b.number;
    if (a.isDate() && b.isDate()) {
        const auto first = dateOfSerial(a.number), second = dateOfSerial(b.number);
        return first && second && monthOf(*first) == monthOf(*second);
    }
    return a.kind == b.kind && fold(before.textOf(a)) == fold(now.textOf(b));
}

/// What a project was first planned to be may only change with a dated recalage.
class BaselineKept : public PairCheck
{
  public:
    static constexpr Cases cases{"changed"};
    static constexpr Slots slots{"before", "now", "previous"};

    explicit BaselineKept(CheckSource& source)
    {
        if (source.has("excused-by")) excuse_ = source.field("excused-by");
    }

  protected:
    void judge(Findings& findings, const RowPair& pair) const override
    {
        if (excuse_ && isExcused(findings, pair)) return;
        for (const Field field : fields) {
            const Reading *before = pair.readingBefore(field), *now = pair.readingNow(field);
            if (!before || !now) continue;
            const bool figures =
                (before->isNumber() && now->isNumber()) || (before->isDate() && now->isDate());
            if (!figures || sameReading(pair.before, *before, pair.now, *now)) continue;
            if (before->isNumber() && near(pair, field, *before, *now)) continue;
            std::vector<Argument> arguments{shownReading(slots["before"], pair.before, field, *before),
                                            shownReading(slots["now"], pair.now, field, *now)};
            addPrevious(findings, arguments, slots["previous"]);
            findings.atCell(*this, cases["changed"], field, pair.row, std::move(arguments));
        }
    }

  private:
    /// The same figure written with fewer decimals is no change.
    static bool near(const RowPair& pair, Field field, const Reading& before, const Reading& now)
    {
        const Interval was = Interval::around(before.number, before.decimals, 1 / pair.before.divisor(field));
        const Interval is = Interval::around(now.number, now.decimals, 1 / pair.now.divisor(field));
        return was.meets(is);
    }

    bool isExcused(const Findings& findings, const RowPair& pair) const
    {
        const Reading* recalage = pair.readingNow(*excuse_);
        const auto date = recalage && recalage->isDate() ? dateOfSerial(recalage->number) : std::nullopt;
        const auto month = findings.context().earlier->edition.month;
        return date && (!month || monthOf(*date) >= *month);
    }

    std::optional<Field> excuse_;
};

const KindOf<BaselineKept> baselineKept{"baseline-kept"};

/// A start that moved while the planned end stayed hides a delay.
class StartMoved : public PairCheck
{
  public:
    static constexpr Cases cases{"moved"};
    static constexpr Slots slots{"before", "now", "end", "previous"};

  protected:
    void judge(Findings& findings, const RowPair& pair) const override
    {
        const auto before = pair.projectBefore().date(Field::start),
                   now = pair.projectNow().date(Field::start);
        const auto endBefore = pair.projectBefore().end(), end = pair.projectNow().end();
        if (!before || !now || !end || !endBefore || monthOf(*before) == monthOf(*now)) return;
        if (monthOf(endBefore->date) != monthOf(end->date)) return;
        std::vector<Argument> arguments{{slots["before"], monthOf(*before)},
                                        {slots["now"], monthOf(*now)},
                                        {slots["end"], monthOf(end->date)}};
        addPrevious(findings, arguments, slots["previous"]);
        findings.atCell(*this, cases["moved"], Field::start, pair.row, std::move(arguments));
    }
};

const KindOf<StartMoved> startMoved{"start-moved"};

class PhaseBack : public PairCheck
{
  public:
    static constexpr Cases cases{"back", "repriced"};
    static constexpr Slots slots{"before", "now", "previous"};

  protected:
    void judge(Findings& findings, const RowPair& pair) const override
    {
        const auto field = firstField(pair.now);
        const auto* phases = findings.context().nomenclatures.find("phases");
        const Reading *before = field ? pair.readingBefore(*field) : nullptr,
                      *now = field ? pair.readingNow(*field) : nullptr;
        if (!before || !now || !phases) return;
        const auto was = phases->entryOf(pair.before.textOf(*before)),
                   is = phases->entryOf(pair.now.textOf(*now));
        if (!was || !is || *is >= *was) return;
        const bool priced = pair.projectBefore().cost().has_value();
        std::vector<Argument> arguments{shownReading(slots["before"], pair.before, *field, *before),
                                        shownReading(slots["now"], pair.now, *field, *now)};
        addPrevious(findings, arguments, slots["previous"]);
        findings.atCell(*this, *is == 0 && priced ? cases["repriced"] : cases["back"], *field, pair.row,
                        std::move(arguments));
    }
};

const KindOf<PhaseBack> phaseBack{"phase-back"};

/// A value that should follow a project from edition to edition became another one.
class Flipped : public PairCheck
{
  public:
    static constexpr Cases cases{"flipped"};
    static constexpr Slots slots{"before", "now", "previous"};

    explicit Flipped(CheckSource& source) : list_(source.has("list") ? source.list("list") : nullptr) {}

  protected:
    void judge(Findings& findings, const RowPair& pair) const override
    {
        for (const Field field : fields) {
            const Reading *before = pair.readingBefore(field), *now = pair.readingNow(field);
            if (!before || !now) continue;
            const auto was = trimmed(pair.before.textOf(*before)), is = trimmed(pair.now.textOf(*now));
            if (was.empty() || is.empty() || keyOf(was) == keyOf(is) || keyOf(was).empty() ||
                keyOf(is).empty())
                continue;
            std::vector<Argument> arguments{{slots["before"], was}, {slots["now"], is}};
            addPrevious(findings, arguments, slots["previous"]);
            findings.atCell(*this, cases["flipped"], field, pair.row, std::move(arguments));
            if (list_) return; // a ministry by its acronym and by its name is one
        }
    }

  private:
    /// A list's entry whatever its label; of several ministries the set of them.
    std::string keyOf(std::string_view text) const
    {
        if (!list_) return fold(text);
        const auto entry = list_->entryOf(text);
        // A name nobody knows is another rule's business: it may be the same ministry in other words.
        return entry ? std::to_string(*entry) : std::string();
    }

    const Nomenclature* list_;
};

const KindOf<Flipped> flipped{"flip"};

class UnchangedRow : public PairCheck
{
  public:
    static constexpr Cases cases{"unchanged"};
    static constexpr Slots slots{"previous"};

    explicit UnchangedRow(CheckSource& source) : compared_(source.fields("of")) {}

  protected:
    void judge(Findings& findings, const RowPair& pair) const override
    {
        const auto field = firstField(pair.now);
        if (!field || isTicked(pair.now, *pair.readingNow(*field))) return;
        int compared = 0;
        for (const Field each : compared_) {
            const Reading *before = pair.readingBefore(each), *now = pair.readingNow(each);
            if (!before || !now) continue;
            if (!sameReading(pair.before, *before, pair.now, *now)) return;
            if (!now->isEmpty()) ++compared;
        }
        if (compared < 2) return;
        std::vector<Argument> arguments;
        addPrevious(findings, arguments, slots["previous"]);
        findings.atCell(*this, cases["unchanged"], *field, pair.row, std::move(arguments),
                        textFix(FixDegree::indicative, "Oui"));
    }

  private:
    std::vector<Field> compared_;
};

const KindOf<UnchangedRow> unchangedRow{"unchanged-row"};

/// A cost that was there and is kept back now.
class Withdrawn : public PairCheck
{
  public:
    static constexpr Cases cases{"withdrawn"};
    static constexpr Slots slots{"before", "reason", "previous"};

  protected:
    void judge(Findings& findings, const RowPair& pair) const override
    {
        const Project then = pair.projectBefore(), project = pair.projectNow();
        const auto before = then.cost();
        const auto field = costField(pair.now);
        if (!field || !before || project.cost() || then.isCostWithheld()) return;
        Withheld reason = project.withheld();
        if (reason == Withheld::no) reason = Withheld::absent;
        std::vector<Argument> arguments{{slots["before"], Argument::Cost{before->value}},
                                        {slots["reason"], reason}};
        addPrevious(findings, arguments, slots["previous"]);
        findings.atCell(*this, cases["withdrawn"], *field, pair.row, std::move(arguments));
    }
};

const KindOf<Withdrawn> withdrawn{"withdrawn"};

} // namespace

} // namespace panorama
