// Kinds that look at texts: presence, tidiness, lists of allowed values.

#include "core/rules/check_kind.hpp"
#include "core/table/per_text.hpp"
#include "core/text/fold.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
namespace panorama {

namespace {

class Presence : public Check
{
  public:
    static constexpr Cases cases{"empty"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading&) {
            const auto columns = says::sameAs(field);
            if (!Project(table, row).firstFilled(columns))
                findings.atCell(*this, cases["empty"], *table.firstOf(columns), row);
        });
    }
};

const KindOf<Presence> presence{"presence"};

constexpr std::string_view noBreakSpaces[] = {"\xC2\xA0", "\xE2\x80\xAF"};

/// A no-break space is right before : ; ! ? » % € and after «.
bool isRightlyPlaced(std::string_view before, std::string_view after)
{
    for (const std::string_view mark : {":", ";", "!", "?", "»", "%", "€"})
        if (after.starts_with(mark)) return true;
    return before.ends_with("«");
}

/// The text on one line, without spaces at the ends or no-break spaces where none belong.
std::string tidied(std::string_view text)
{
    std::string tidy;
    text = trimmed(text);
    const auto space = [&] {
        if (!tidy.ends_with(' ')) tidy += ' ';
    };
    for (std::size_t at = 0; at < text.size();) {
        bool taken = false;
        for (const auto noBreak : noBreakSpaces) {
            if (!text.substr(at).starts_with(noBreak)) continue;
            at += noBreak.size();
            taken = true;
            if (isRightlyPlaced(tidy, text.substr(at)))
                tidy += noBreak;
            else
                space();
            break;
        }
        if (taken) continue;
        const char character = text[at++];
        if (character == '\n' || character == '\r' || character == '\t')
            space();
        else
            tidy += character;
    }
    return tidy;
}

class CleanText : public Check
{
  public:
    static constexpr Cases cases{"untidy"};
    static constexpr Slots slots{"expected"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (reading.kind != Reading::Kind::text) return;
            const auto text = table.textOf(reading);
            if (trimmed(text).empty()) return;
            const std::string tidy = tidied(text);
            if (tidy == text) return;
            findings.atCell(*this, cases["untidy"], field, row, {{slots["expected"], tidy}},
                            textFix(FixDegree::sure, tidy));
        });
    }
};

const KindOf<CleanText> cleanText{"clean-text"};

class InNomenclature : public Check
{
  public:
    static constexpr Cases cases{"unknown", "alias", "outdated"};
    static constexpr Slots slots{"expected", "date"};

    explicit InNomenclature(CheckSource& source)
        : list_(source.list("list")), dated_(source.yes("dated")), codes_(source.yes("codes")),
          near_(source.yes("near"))
    {
    }

    bool canFind(Case found) const override
    {
        return found == cases["unknown"] ? !near_ : found == cases["outdated"] ? dated_ : true;
    }

    bool takesCodes() const override { return codes_; }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto month = dated_ ? findings.context().edition.month : std::nullopt;
        PerText<Nomenclature::Answer> answers; // a list column repeats few values
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (reading.kind == Reading::Kind::text) {
                const auto text = trimmed(table.textOf(reading));
                if (text.empty()) return;
                report(findings, field, row,
                       answers.get(reading.text, [&] { return answer(std::string(text), month); }), month);
            } else if (!reading.isEmpty())
                report(findings, field, row, answer(shown(reading, table, table.place(field, row)), month),
                       month);
        });
    }

  private:
    /// A number or TRUE in a list column is judged as the user sees it.
    static std::string shown(const Reading& reading, const Table& table, Place place)
    {
        if (table.sheet().kind(place) == CellKind::logical) return reading.number != 0 ? "VRAI" : "FAUX";
        return reading.isNumber() || reading.isDate() ? fmt::format("{}", reading.number)
                                                      : std::string(table.textOf(reading));
    }

    Nomenclature::Answer answer(const std::string& text, std::optional<YearMonth> month) const
    {
        auto whole = list_->look(text, month);
        const std::size_t slash = text.find(" / ");
        if (whole.match != Nomenclature::Match::unknown || slash == std::string::npos) return whole;
        // Several ministries: each must be right; the whole is as good as its worst part.
        auto first = list_->look(text.substr(0, slash), month);
        auto rest = answer(text.substr(slash + 3), month);
        const auto label = [](const auto& part, const std::string& written) {
            return part.match == Nomenclature::Match::allowed || part.expected.empty() ? written
                                                                                       : part.expected;
        };
        if (first.match == Nomenclature::Match::unknown || rest.match == Nomenclature::Match::unknown)
            return whole;
        return {std::max(first.match, rest.match),
                label(first, text.substr(0, slash)) + " / " + label(rest, text.substr(slash + 3))};
    }

    void report(Findings& findings, Field field, std::size_t row, const Nomenclature::Answer& answer,
                std::optional<YearMonth> month) const
    {
        using Match = Nomenclature::Match;
        if (answer.match == Match::allowed || (answer.match == Match::code && codes_)) return;
        const bool named = !answer.expected.empty();
        if (near_ && !named) return; // a list that is not official knows only what comes near
        const Case found = answer.match == Match::unknown    ? near_ ? cases["alias"] : cases["unknown"]
                              : answer.match == Match::outdated ? cases["outdated"]
                                                             : cases["alias"];
        const auto labels = list_->labels(month);
        std::string expected = answer.expected;
        if (!named)
            expected = labels.size() > 8
                           ? list_->id() == "ministries" ? "Ministère des Armées" : labels.front()
                           : fmt::format("{}", fmt::join(labels, ", "));
        std::vector<Argument> arguments{{slots["expected"], expected}};
        if (month) arguments.push_back({slots["date"], *month});
        std::optional<Repair> fix;
        if (named) fix = textFix(FixDegree::toConfirm, answer.expected);
        findings.atCell(*this, found, field, row, std::move(arguments), std::move(fix));
    }

    const Nomenclature* list_;
    bool dated_;
    bool codes_;
    bool near_; ///< no official list: only known aliases and near misses are spoken of
};

const KindOf<InNomenclature> inNomenclature{"nomenclature"};

} // namespace

} // namespace panorama
