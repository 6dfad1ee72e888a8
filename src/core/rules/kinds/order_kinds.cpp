// Kinds that hold dates against each other: order, distance, the opinion's clock, milestones, the end.

#include "core/figures/opinion.hpp"
#include "core/rules/check.hpp"
#include "core/table/cell_words.hpp"
#include "core/table/project.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

namespace {

std::optional<Date> dateAt(const Table& table, Field field, std::size_t row)
{
    const auto& readings = table.readings(field);
    if (readings.empty() || !readings[row].isDate()) return std::nullopt;
    return dateOfSerial(readings[row].number);
}

/// A date may not come before another one of its row.
class NotBefore : public Check
{
  public:
    explicit NotBefore(CheckSource& source) : other_(source.field("not-before")) {}

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        if (!table.has(other_)) return;
        eachCell(findings, [&](Field field, std::size_t row, const Reading&) {
            const auto date = dateAt(table, field, row), other = dateAt(table, other_, row);
            if (date && other && *date < *other)
                findings.atCell(*this, 0, field, row,
                                {dateArgument("other", serialOf(*other)),
                                 textArgument("other-field", trimmed(table.header(other_)))});
        });
    }

  private:
    Field other_;
};

class DatesApart : public Check
{
  public:
    explicit DatesApart(CheckSource& source)
        : other_(source.field("of")), months_(static_cast<int>(source.number("months")))
    {
    }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        if (!table.has(other_)) return;
        eachCell(findings, [&](Field field, std::size_t row, const Reading&) {
            const auto date = dateAt(table, field, row), other = dateAt(table, other_, row);
            if (!date || !other || std::max(*date, *other) <= addMonths(std::min(*date, *other), months_))
                return;
            const int months = completedMonths(std::min(*date, *other), std::max(*date, *other));
            findings.atCell(*this, *other > *date ? after : apart, field, row,
                            {dateArgument("other", serialOf(*other)), numberArgument("months", months),
                             numberArgument("limit", months_)});
        });
    }

  private:
    enum Case : unsigned char { apart, after };

    Field other_;
    int months_;
};

/// The answer to a file is due a month after it is received, suspensions apart; silence is an answer.
class OpinionClock : public Check
{
  public:
    explicit OpinionClock(CheckSource& source)
        : received_(source.field("received")), suspended_(source.field("suspended"))
    {
    }

    void run(Findings& findings) const override
    {
        if (!findings.table().has(received_)) return;
        eachCell(findings, [&](Field field, std::size_t row, const Reading& opinion) {
            if (opinion.isDate() || opinion.isEmpty()) judge(findings, field, row);
        });
    }

  private:
    enum Case : unsigned char { late, tacit, beforeFile };

    void judge(Findings& findings, Field field, std::size_t row) const
    {
        const Table& table = findings.table();
        const auto received = dateAt(table, received_, row), decided = dateAt(table, field, row);
        if (!received) return;
        const auto& suspensions = table.readings(suspended_);
        const bool suspended = !suspensions.empty() && suspensions[row].isNumber();
        const auto due = opinionDue(*received, suspended ? static_cast<int>(suspensions[row].number) : 0);
        if (!due) return;
        std::vector<Argument> arguments{dateArgument("received", serialOf(*received)),
                                        dateArgument("due", serialOf(*due))};
        const auto edition = findings.context().edition.month;
        if (edition) arguments.push_back(monthArgument("edition", *edition));
        if (decided) arguments.push_back(dateArgument("date", serialOf(*decided)));
        if (decided && *decided < *received)
            findings.atCell(*this, beforeFile, field, row, std::move(arguments));
        else if (decided && *decided > *due)
            findings.atCell(*this, late, field, row, std::move(arguments));
        else if (!decided && edition && monthOf(*due) < *edition)
            findings.atCell(*this, tacit, field, row, std::move(arguments));
    }

    Field received_, suspended_;
};

/// The dates of a list such as "03/2022 : recette ; 09/2022 : mise en service", in their order.
std::vector<Date> datesOf(std::string_view text)
{
    std::vector<Date> dates;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(";\n|", start), text.size());
        std::string_view part = trimmed(text.substr(start, end - start));
        start = end + 1;
        // The date stands first or last, with what it is about on the other side.
        for (const std::string_view mark : {":", " - ", "(", "–", "="}) {
            const std::size_t at = part.find(mark);
            if (at == std::string_view::npos) continue;
            std::string_view behind = part.substr(at + mark.size());
            if (!behind.empty() && behind.back() == ')') behind.remove_suffix(1);
            const auto first = parseDate(trimmed(part.substr(0, at)));
            const auto second = parseDate(trimmed(behind));
            if (!first && !second) continue;
            dates.push_back(first ? first->date : second->date);
            part = {};
            break;
        }
        if (const auto date = part.empty() ? std::nullopt : parseDate(part)) dates.push_back(date->date);
    }
    return dates;
}

class Milestones : public Check
{
  public:
    explicit Milestones(CheckSource& source) : months_(static_cast<int>(source.number("months"))) {}

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            auto dates = datesOf(table.textOf(reading));
            if (reading.isDate())
                if (const auto date = dateOfSerial(reading.number)) dates = {*date};
            if (!dates.empty()) judge(findings, field, row, dates);
        });
    }

  private:
    enum Case : unsigned char { unordered, afterEnd, noneAhead };

    void judge(Findings& findings, Field field, std::size_t row, const std::vector<Date>& dates) const
    {
        const auto broken = std::is_sorted_until(dates.begin(), dates.end());
        if (broken != dates.end())
            return findings.atCell(*this, unordered, field, row,
                                   {monthArgument("date", monthOf(*broken)),
                                    monthArgument("other", monthOf(*std::prev(broken)))});
        const Project project(findings.table(), row);
        const auto end = project.end();
        if (end && monthOf(dates.back()) > monthOf(end->date))
            return findings.atCell(
                *this, afterEnd, field, row,
                {monthArgument("date", monthOf(dates.back())), monthArgument("end", monthOf(end->date))});
        const auto edition = findings.context().edition.month;
        if (!edition || project.isFinished()) return;
        const auto limit = *edition + std::chrono::months(months_);
        const auto ahead = [&](YearMonth month) { return month >= *edition && month <= limit; };
        if ((end && ahead(monthOf(end->date))) ||
            std::any_of(dates.begin(), dates.end(), [&](Date date) { return ahead(monthOf(date)); }))
            return;
        findings.atCell(*this, noneAhead, field, row,
                        {monthArgument("edition", *edition), numberArgument("months", months_)});
    }

    int months_;
};

/// A finished project has its end behind it and is listed once.
class Finished : public Check
{
  public:
    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto edition = findings.context().edition.month;
        const auto* earlier = findings.context().earlier;
        eachCell(findings, [&](Field field, std::size_t row, const Reading&) {
            const Project project(table, row);
            if (!project.isFinished()) return;
            const auto end = project.end();
            const auto before = earlier ? earlier->match.nowMatches()[row] : std::nullopt;
            if (edition && end && monthOf(end->date) > *edition)
                findings.atCell(
                    *this, futureEnd, field, row,
                    {monthArgument("end", monthOf(end->date)), monthArgument("edition", *edition)});
            else if (before && Project(earlier->table, *before).isFinished())
                findings.atCell(*this, keptTwice, field, row, previousArgument(*earlier));
        });
    }

  private:
    enum Case : unsigned char { futureEnd, keptTwice };

    static std::vector<Argument> previousArgument(const EarlierEdition& earlier)
    {
        if (!earlier.edition.month) return {};
        return {monthArgument("previous", *earlier.edition.month)};
    }
};

} // namespace

void addOrderKinds(std::vector<CheckKind>& kinds)
{
    kinds.push_back({"order", {"not-before"}, {"before"}, {"other", "other-field"}, [](CheckSource& source) {
                         return std::make_unique<NotBefore>(source);
                     }});
    kinds.push_back({"dates-apart",
                     {"of", "months"},
                     {"apart", "after"},
                     {"other", "months", "limit"},
                     [](CheckSource& source) { return std::make_unique<DatesApart>(source); }});
    kinds.push_back({"opinion-clock",
                     {"received", "suspended"},
                     {"late", "tacit", "before-file"},
                     {"received", "due", "date", "edition"},
                     [](CheckSource& source) { return std::make_unique<OpinionClock>(source); }});
    kinds.push_back({"milestones",
                     {"months"},
                     {"unordered", "after-end", "none-ahead"},
                     {"date", "other", "end", "edition", "months"},
                     [](CheckSource& source) { return std::make_unique<Milestones>(source); }});
    kinds.push_back(
        {"finished", {}, {"future-end", "kept-twice"}, {"end", "edition", "previous"}, [](CheckSource&) {
             return std::make_unique<Finished>();
         }});
}

} // namespace panorama
