#include "core/dashboard/edition_history.hpp"

#include "core/dashboard/dashboard_words.hpp"
#include "core/formulas/formula.hpp"

#include <fmt/format.h>

namespace panorama {

namespace {

namespace texts = dashboard_words;

using Edition = EditionTable::Edition;

class HistoryWriter
{
  public:
    HistoryWriter(const EditionTable& editions, Language language) : editions_(editions), language_(language)
    {
    }

    EditionHistory write()
    {
        if (editions_.editions().empty()) return {};
        addLabels();
        const Edition* before = nullptr;
        for (const Edition& edition : editions_.editions()) {
            if (before) addBetween(*before, edition);
            addEdition(edition);
            before = &edition;
        }
        return std::move(history_);
    }

  private:
    void addLabels()
    {
        std::vector<DraftCell> labels;
        for (const Text& label : {texts::edition, texts::budgetSeries, texts::calendarSeries})
            labels.push_back(textCell(label.in(language_), Look::heading));
        for (std::size_t rate = 1; rate < labels.size(); ++rate)
            labels[rate].form = NumberForm::percent; // over the numbers
        history_.rows.push_back(std::move(labels));
        history_.notes.push_back({textCell(texts::breakMark.in(language_), Look::note)});
    }

    void addBetween(const Edition& before, const Edition& edition)
    {
        for (int number = before.number + 1; number < edition.number; ++number)
            history_.rows.push_back({textCell(std::to_string(number))});
        if (editions_.breaksBetween(before.number, edition.number).empty()) return;
        const std::string why =
            call("editionBreak", {literal(double(before.number)), literal(double(edition.number))}, editions_)
                .text;
        history_.rows.push_back({formulaCell(fmt::format("=IF({}=\"\";\"\";\"‖\")", why))});
        const std::string where = fmt::format("‖ {} | {}\u00A0: ", before.number, edition.number);
        history_.notes.push_back(
            {formulaCell("=" + literal(where).text + "&" + why, NumberForm::general, Look::note)});
    }

    void addEdition(const Edition& edition)
    {
        history_.rows.push_back({textCell(fmt::format("{} ({:02}/{})", edition.number,
                                                      static_cast<unsigned>(edition.date.month()),
                                                      static_cast<int>(edition.date.year()))),
                                 rateOf(edition, "budget"), rateOf(edition, "calendar")});
    }

    /// Contradictory sources give nothing rather than one of them.
    DraftCell rateOf(const Edition& edition, std::string_view figure) const
    {
        const auto index = editions_.figure(figure);
        const std::string name = index ? editions_.figures()[*index].name.french : std::string(figure);
        const std::string rate =
            call("editionFigure", {literal(double(edition.number)), literal(name)}, editions_).text;
        return formulaCell("=IFERROR(" + rate + ";\"\")", NumberForm::percent);
    }

    const EditionTable& editions_;
    Language language_;
    EditionHistory history_ = {};
};

} // namespace

EditionHistory editionHistory(const EditionTable& editions, Language language)
{
    return HistoryWriter(editions, language).write();
}

} // namespace panorama
