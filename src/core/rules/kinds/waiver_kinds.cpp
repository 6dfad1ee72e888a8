// The kind that looks at the list of accepted findings itself.

#include "core/rules/check.hpp"
#include "core/rules/waivers.hpp"

namespace panorama {

namespace {

class WaiverState : public Check
{
  public:
    bool looksAtWaivers() const override { return true; }

    void run(Findings& findings) const override
    {
        const auto field = firstField(findings.table());
        if (!field || !findings.context().waivers) return;
        for (const JudgedWaiver& waiver : *findings.context().waivers) {
            if (waiver.table != &findings.table() || waiver.state == JudgedWaiver::State::valid) continue;
            std::vector<Argument> arguments{textArgument("rule", waiver.rule),
                                            textArgument("project", waiver.project)};
            if (waiver.acceptance.until)
                arguments.push_back(dateArgument("date", serialOf(*waiver.acceptance.until)));
            const std::size_t found = waiver.state == JudgedWaiver::State::expired     ? 0
                                      : waiver.state == JudgedWaiver::State::unmatched ? 1
                                                                                       : 2;
            findings.atCell(*this, found, *field, waiver.row, std::move(arguments));
        }
    }
};

} // namespace

void addWaiverKinds(std::vector<CheckKind>& kinds)
{
    kinds.push_back({"waiver", {}, {"expired", "unmatched", "useless"}, {"rule", "date"}, [](CheckSource&) {
                         return std::make_unique<WaiverState>();
                     }});
}

} // namespace panorama
