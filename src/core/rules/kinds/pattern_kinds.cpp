// Kinds that look at the form of texts: regular expressions, addresses of pages, spellings within a column.

#include "core/rules/check_kind.hpp"
#include "core/table/per_text.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <map>
#include <re2/re2.h>

namespace panorama {

namespace {

// A pattern of a pack may not make the checker hungry.
constexpr std::int64_t mostPatternMemory = 1 << 20;

std::unique_ptr<re2::RE2> compiled(const std::string& pattern)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(mostPatternMemory);
    return std::make_unique<re2::RE2>(pattern, options);
}

class MatchesPattern : public Check
{
  public:
    static constexpr Cases cases{"matches"};
    static constexpr Slots slots{"found", "expected"};

    explicit MatchesPattern(CheckSource& source) : pattern_(compiled(source.text("matches")))
    {
        if (!pattern_->ok()) source.refuse("matches", "[0-9]{3}, [A-Z]+... (RE2)");
        if (source.has("replace")) {
            replacement_ = source.text("replace");
            std::string problem;
            if (pattern_->ok() && !pattern_->CheckRewriteString(*replacement_, &problem))
                source.refuse("replace", "\\1 (RE2)");
        }
        if (source.has("repairs")) {
            repaired_ = compiled(source.text("repairs"));
            if (!repaired_->ok()) source.refuse("repairs", "[0-9]{3}, [A-Z]+... (RE2)");
        }
        if (source.has("degree"))
            degree_ =
                source.choice("degree", {"to-confirm", "sure"}) == 1 ? FixDegree::sure : FixDegree::toConfirm;
    }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            const auto text = table.textOf(reading);
            re2::StringPiece found;
            if (text.empty() ||
                !pattern_->Match({text.data(), text.size()}, 0, text.size(), re2::RE2::UNANCHORED, &found, 1))
                return;
            std::string repaired(text);
            std::optional<Repair> fix;
            if (replacement_ &&
                re2::RE2::GlobalReplace(&repaired, repaired_ ? *repaired_ : *pattern_, *replacement_) > 0)
                fix = textFix(degree_, trimmed(repaired));
            findings.atCell(*this, cases["matches"], field, row,
                            {{slots["found"], trimmed({found.data(), found.size()})},
                             {slots["expected"], trimmed(repaired)}},
                            std::move(fix));
        });
    }

  private:
    std::unique_ptr<re2::RE2> pattern_;
    std::unique_ptr<re2::RE2>
        repaired_; ///< what the replacement takes the place of, where it is not what is found
    std::optional<std::string> replacement_;
    FixDegree degree_ = FixDegree::toConfirm;
};

const KindOf<MatchesPattern> matchesPattern{"pattern"};

/// One public address of a page.
class IsUrl : public Check
{
  public:
    static constexpr Cases cases{"not-url", "several", "not-public"};
    static constexpr Slots slots{"expected", "found"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (reading.kind == Reading::Kind::text)
                judge(findings, field, row, trimmed(table.textOf(reading)));
        });
    }

  private:
    void judge(Findings& findings, Field field, std::size_t row, std::string_view text) const
    {
        static const re2::RE2 start("(?i)https?://"), whole("(?i)https?://([^\\s/?#@]+)[^\\s]*"),
            bare("(?i)(www\\.[a-z0-9-]+\\.[^\\s]+|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(fr|com|org|eu|net)(/"
                 "[^\\s]*)?)");
        if (text.empty()) return;
        std::string host;
        if (countOf(start, text) > 1)
            return report(findings, cases["several"], field, row, firstWord(text), {});
        if (re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), whole, &host)) {
            if (!isPublic(host)) report(findings, cases["not-public"], field, row, host, {});
            return;
        }
        if (re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), bare))
            return report(findings, cases["not-url"], field, row, text,
                          textFix(FixDegree::toConfirm, "https://" + std::string(text)));
        report(findings, cases["not-url"], field, row, text, {});
    }

    static int countOf(const re2::RE2& pattern, std::string_view text)
    {
        re2::StringPiece rest(text.data(), text.size());
        int count = 0;
        while (re2::RE2::FindAndConsume(&rest, pattern))
            ++count;
        return count;
    }

    static std::string_view firstWord(std::string_view text)
    {
        return text.substr(0, std::min(text.find_first_of(" \n\t;,"), text.size()));
    }

    /// Hosts that only the project's own people reach, or that are no host of the Internet.
    static bool isPublic(const std::string& host)
    {
        static const re2::RE2 internal("(?i)(.*[.-])?(integ|integration|int|dev|devel|recette|rec|preprod|"
                                       "pprod|staging|test|tests|qualif|"
                                       "uat|sandbox|bac-a-sable)[0-9]*([.-].*)?");
        static const re2::RE2 local(
            "(?i)localhost(:[0-9]+)?|.*\\.(local|lan|intra|intranet|internal|rie|corp)|"
            "intranet\\..*|[^.]+|\\[.*\\]|(127|10|192\\.168)\\.[0-9.:]+");
        // The name of a site itself may be "test.fr": only what stands before it counts.
        const std::size_t top = host.rfind('.');
        const std::size_t site =
            top == std::string::npos || top == 0 ? std::string::npos : host.rfind('.', top - 1);
        const bool inTheMaking =
            site != std::string::npos && re2::RE2::FullMatch(host.substr(0, site), internal);
        return !inTheMaking && !developmentSite(host, site, top) && !re2::RE2::FullMatch(host, local);
    }

    /// "dev-franceconnect.fr": a site made for development.
    static bool developmentSite(const std::string& host, std::size_t site, std::size_t top)
    {
        static const re2::RE2 development("(?i)(dev|integ|integration|recette|preprod|staging)[0-9]*-.*|"
                                          ".*-(dev|integ|integration|recette|preprod|staging)[0-9]*");
        if (top == std::string::npos) return false;
        const std::size_t from = site == std::string::npos ? 0 : site + 1;
        return re2::RE2::FullMatch(host.substr(from, top - from), development);
    }

    void report(Findings& findings, Case found, Field field, std::size_t row, std::string_view part,
                std::optional<Repair> fix) const
    {
        std::string expected = fix                         ? fix->text
                               : found == cases["several"] ? std::string(part)
                                                           : std::string();
        findings.atCell(*this, found, field, row, {{slots["found"], part}, {slots["expected"], expected}},
                        std::move(fix));
    }
};

const KindOf<IsUrl> isUrl{"url"};

/// A value that nearly all other rows spell otherwise.
class ConsistentSpelling : public Check
{
  public:
    static constexpr Cases cases{"variant"};
    static constexpr Slots slots{"expected", "count"};

    void run(Findings& findings) const override
    {
        for (const Field field : fields)
            if (findings.table().has(field)) judge(findings, field);
    }

  private:
    struct Spellings
    {
        std::map<std::string, std::size_t, std::less<>> counts;
        std::string usual() const
        {
            return std::max_element(counts.begin(), counts.end(),
                                    [](const auto& a, const auto& b) { return a.second < b.second; })
                ->first;
        }
    };

    void judge(Findings& findings, Field field) const
    {
        const Table& table = findings.table();
        const auto& readings = table.readings(field);
        std::map<std::string, Spellings> byKey;
        PerText<std::string> keys;
        for (const Reading& reading : readings)
            if (const auto text = trimmed(table.textOf(reading)); !text.empty())
                ++byKey[keys.get(reading.text, [&] { return fold(text); })].counts[std::string(text)];
        std::erase_if(byKey, [](const auto& entry) { return entry.second.counts.size() < 2; });
        if (byKey.empty()) return;
        for (std::size_t row = 0; row < readings.size(); ++row) {
            const auto text = trimmed(table.textOf(readings[row]));
            if (text.empty() || !looksAt(findings, row)) continue;
            const auto found = byKey.find(keys.get(readings[row].text, [&] { return fold(text); }));
            if (found == byKey.end()) continue;
            const std::string usual = found->second.usual();
            const std::size_t count = found->second.counts.at(usual);
            // Two spellings as frequent as each other: nobody knows which is right.
            if (count <= found->second.counts.find(text)->second) continue;
            findings.atCell(*this, cases["variant"], field, row,
                            {{slots["expected"], usual}, {slots["count"], count}},
                            textFix(FixDegree::toConfirm, usual));
        }
    }
};

const KindOf<ConsistentSpelling> consistentSpelling{"consistent-spelling"};

} // namespace

} // namespace panorama
