// Kinds that look at texts: presence, tidiness, lists of allowed values.

#include "core/rules/character_names.hpp"
#include "core/rules/check_kind.hpp"
#include "core/table/per_text.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
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

/// A text as it should stand, and what of it nobody could see.
struct TidyText
{
    std::string text;
    std::optional<OddCharacter> odd; ///< an invisible mark goes before a space
};

/// The text on one line, without spaces at the ends, invisible marks or no-break spaces where none belong.
TidyText tidied(std::string_view text)
{
    TidyText tidy;
    const auto tell = [&](const OddCharacter& odd) {
        const bool isMark = odd.kind == OddCharacter::Kind::invisible;
        if (!tidy.odd || (isMark && tidy.odd->kind == OddCharacter::Kind::space)) tidy.odd = odd;
    };
    const auto space = [&] {
        if (!tidy.text.empty() && !tidy.text.ends_with(' ')) tidy.text += ' ';
    };
    while (!text.empty()) {
        const auto [character, length] = firstCharacter(text);
        const auto bytes = text.substr(0, length);
        text.remove_prefix(length);
        const auto odd = oddCharacter(character);
        const bool isNoBreak =
            std::find(std::begin(noBreakSpaces), std::end(noBreakSpaces), bytes) != std::end(noBreakSpaces);
        const bool stays = isNoBreak && isRightlyPlaced(tidy.text, text);
        if (!stays && odd && odd->kind == OddCharacter::Kind::space) {
            tell(*odd);
            space();
        } else if (!stays && odd && odd->kind == OddCharacter::Kind::invisible)
            tell(*odd);
        else if (character == '\n' || character == '\r' || character == '\t')
            space();
        else if (character != ' ' || !tidy.text.empty())
            tidy.text += bytes;
    }
    tidy.text = trimmed(tidy.text);
    return tidy;
}

class CleanText : public Check
{
  public:
    static constexpr Cases cases{"untidy", "odd-character"};
    static constexpr Slots slots{"expected", "character"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (reading.kind != Reading::Kind::text) return;
            const auto text = table.textOf(reading);
            if (trimmed(text).empty()) return;
            const auto [tidy, odd] = tidied(text);
            if (tidy == text || tidy.empty()) return;
            std::vector<Argument> arguments{{slots["expected"], tidy}};
            if (odd) arguments.push_back({slots["character"], nameOf(*odd)});
            findings.atCell(*this, odd ? cases["odd-character"] : cases["untidy"], field, row,
                            std::move(arguments), textFix(FixDegree::sure, tidy));
        });
    }
};

const KindOf<CleanText> cleanText{"clean-text"};

/// The sentence about withheld figures in a column that is not for reasons. It is understood.
class WithheldSentence : public Check
{
  public:
    static constexpr Cases cases{"reason"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (reading.kind != Reading::Kind::text) return;
            if (isWithheldSentence(table.textOf(reading)))
                findings.atCell(*this, cases["reason"], field, row);
        });
    }
};

const KindOf<WithheldSentence> withheldSentence{"withheld-sentence"};

class InNomenclature : public Check
{
  public:
    static constexpr Cases cases{"unknown", "alias", "outdated"};
    static constexpr Slots slots{"expected", "date"};

    explicit InNomenclature(CheckSource& source)
        : list_(source.list("list")), dated_(source.yes("dated")), codes_(source.yes("codes")),
          near_(source.yes("near")), several_(source.yes("several"))
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
        const bool isWhole = whole.match != Nomenclature::Match::unknown || !several_;
        if (isWhole || slash == std::string::npos) return whole;
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
    bool near_;    ///< no official list: only known aliases and near misses are spoken of
    bool several_; ///< a cell may hold several, with " / " between them
};

/// A project that was given up is in no rate, which is told at the cell that says so.
class Abandoned : public Check
{
  public:
    static constexpr Cases cases{"abandoned"};
    static constexpr Slots slots{};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        PerText<bool> said;
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (reading.kind == Reading::Kind::text &&
                said.get(reading.text, [&] { return saysAbandoned(table.textOf(reading)); }))
                findings.atCell(*this, cases["abandoned"], field, row);
        });
    }
};

const KindOf<Abandoned> abandoned{"abandoned"};

const KindOf<InNomenclature> inNomenclature{"nomenclature"};

} // namespace

} // namespace panorama
