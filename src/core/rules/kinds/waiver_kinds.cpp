// The kind that looks at the list of accepted findings itself.

#include "core/rules/check_kind.hpp"
#include "core/rules/waivers.hpp"

namespace panorama {

namespace {

class WaiverState : public Check
{
  public:
    static constexpr Cases cases{"expired", "unmatched", "useless"};
    static constexpr Slots slots{"rule", "date"};

    bool looksAtWaivers() const override { return true; }

    void run(Findings& findings) const override
    {
        const auto field = firstField(findings.table());
        if (!field || !findings.context().waivers) return;
        for (const JudgedWaiver& waiver : *findings.context().waivers) {
            if (waiver.table != &findings.table() || waiver.state == JudgedWaiver::State::valid) continue;
            std::vector<Argument> arguments{{slots["rule"], waiver.rule}};
            if (waiver.acceptance.until) arguments.push_back({slots["date"], *waiver.acceptance.until});
            const Case found = waiver.state == JudgedWaiver::State::expired     ? cases["expired"]
                               : waiver.state == JudgedWaiver::State::unmatched ? cases["unmatched"]
                                                                                : cases["useless"];
            findings.atCell(*this, found, *field, waiver.row, std::move(arguments));
        }
    }
};

const KindOf<WaiverState> waiverState{"waiver"};

} // namespace

} // namespace panorama
