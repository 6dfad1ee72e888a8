// Kinds that look at the budget programmes that pay for a project: "P156", "P156 (60 %), P349 (40 %)".

#include "core/rules/check_kind.hpp"
#include "core/rules/interval.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"

#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>

namespace panorama {

namespace {

/// What a cell says of programmes.
struct Programmes
{
    std::vector<std::string> codes;  ///< three digits each, in their order
    std::vector<std::string> shares; ///< as written, without the percent sign
    bool onlyCodes = true;           ///< nothing but "P156" and separators
};

Programmes programmesOf(std::string_view text)
{
    static const re2::RE2 share("([0-9]+(?:[.,][0-9]+)?)[ \xC2\xA0\xE2\x80\xAF]*%");
    static const re2::RE2 code("(?:^|[^0-9,.])([0-9]{3})(?:[^0-9]|$)");
    static const re2::RE2 tidy("P[0-9]{3}(, P[0-9]{3})*");
    Programmes programmes;
    std::string rest(text), found;
    re2::StringPiece piece(rest);
    while (re2::RE2::FindAndConsume(&piece, share, &found))
        programmes.shares.push_back(found);
    re2::RE2::GlobalReplace(&rest, share, " ");
    // Two codes with one separator between them share it: they are sought one after the other.
    for (std::size_t at = 0; at < rest.size();) {
        re2::StringPiece left(rest.data() + at, rest.size() - at);
        re2::StringPiece match[2];
        if (!code.Match(left, 0, left.size(), re2::RE2::UNANCHORED, match, 2)) break;
        programmes.codes.emplace_back(match[1].data(), match[1].size());
        at = static_cast<std::size_t>(match[1].data() - rest.data()) + match[1].size();
    }
    programmes.onlyCodes = re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), tidy);
    return programmes;
}

std::string wellWritten(const Programmes& programmes)
{
    return fmt::format("P{}", fmt::join(programmes.codes, ", P"));
}

/// Checks that look at the programmes of a cell, as users see it; a bare number is one too.
class ProgrammeCheck : public Check
{
  public:
    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            std::string text(trimmed(table.textOf(reading)));
            if (reading.isNumber()) text = fmt::format("{}", reading.number);
            if (!text.empty() && reading.kind != Reading::Kind::withheld)
                judge(findings, field, row, text, programmesOf(text));
        });
    }

  protected:
    virtual void judge(Findings& findings, Field field, std::size_t row, const std::string& text,
                       const Programmes& programmes) const = 0;
};

class ProgrammeCode : public ProgrammeCheck
{
  public:
    static constexpr Cases cases{"unknown"};
    static constexpr Slots slots{"expected"};

  protected:
    void judge(Findings& findings, Field field, std::size_t row, const std::string& text,
               const Programmes& programmes) const override
    {
        if (!programmes.codes.empty()) return;
        std::string expected = "P156";
        std::optional<Repair> fix;
        const auto* list = findings.context().nomenclatures.find("programmes");
        const auto answer = list ? list->look(text, std::nullopt) : Nomenclature::Answer();
        if (answer.match == Nomenclature::Match::alias) {
            expected = answer.expected;
            fix = textFix(FixDegree::toConfirm, expected);
        }
        findings.atCell(*this, cases["unknown"], field, row, {{slots["expected"], expected}}, std::move(fix));
    }
};

const KindOf<ProgrammeCode> programmeCode{"programme-code"};

/// Codes written otherwise than "P156, P349". Titles beside the codes are information and stay.
class ProgrammeForm : public ProgrammeCheck
{
  public:
    static constexpr Cases cases{"form"};
    static constexpr Slots slots{"expected"};

  protected:
    void judge(Findings& findings, Field field, std::size_t row, const std::string& text,
               const Programmes& programmes) const override
    {
        static const re2::RE2 onlyForm(
            "(?i)((programmes?|prog\\.?|et|p|n°|:)|[0-9]{3}|[ \xC2\xA0,;/&+.\n-])*");
        if (programmes.codes.empty() || programmes.onlyCodes || !programmes.shares.empty()) return;
        const std::string expected = wellWritten(programmes);
        static const re2::RE2 withTitle("(^|[^A-Za-z0-9])P[0-9]{3}");
        if (re2::RE2::FullMatch(text, onlyForm))
            findings.atCell(*this, cases["form"], field, row, {{slots["expected"], expected}},
                            textFix(FixDegree::sure, expected));
        else if (!re2::RE2::PartialMatch(text, withTitle))
            findings.atCell(*this, cases["form"], field, row, {{slots["expected"], expected}});
    }
};

const KindOf<ProgrammeForm> programmeForm{"programme-form"};

class SharesSum : public ProgrammeCheck
{
  public:
    static constexpr Cases cases{"sum"};
    static constexpr Slots slots{"total"};

  protected:
    void judge(Findings& findings, Field field, std::size_t row, const std::string&,
               const Programmes& programmes) const override
    {
        if (programmes.shares.empty()) return;
        double sum = 0;
        Interval range;
        for (const std::string& text : programmes.shares) {
            const auto share = parseNumber(text);
            if (!share) return;
            const Interval one = Interval::around(share->value, share->decimals);
            sum += share->value;
            range = {range.low + one.low, range.high + one.high};
        }
        if (range.meets({100, 100})) return;
        findings.atCell(*this, cases["sum"], field, row, {{slots["total"], Argument::Share{sum / 100}}});
    }
};

const KindOf<SharesSum> sharesSum{"shares-sum"};

} // namespace

} // namespace panorama
