// The panel Chiffres clés: each figure of the table at hand, with a button that inserts its formula.

#include "core/data/text.hpp"
#include "core/formulas/figure_formulas.hpp"
#include "core/live/sheet_at_hand.hpp"
#include "sidebar/controls/fact_rows.hpp"
#include "sidebar/dialogs/previous_edition.hpp"
#include "sidebar/document/figure_insertion.hpp"
#include "sidebar/panels/watching_panel.hpp"

namespace panorama::sidebar::words {

constexpr Text insertButton{"Insérer", "Insert"};
constexpr Text insertHelp{"Insérer la formule de « {} » à la position du curseur.",
                          "Insert the formula of “{}” at the cursor."};
constexpr Text noFormula{"« {} » : aucune formule de Calc ne le donne à partir de ce tableau.",
                         "“{}”: no formula of Calc gives it from this table."};
constexpr Text previousButton{"Édition précédente…", "Previous edition…"};
constexpr Text previousHelp{"Choisir le fichier de l’édition précédente, pour la comparaison.",
                            "Choose the file of the previous edition, to compare with."};
constexpr Text previousForget{"Ne plus comparer", "Stop comparing"};
constexpr Text noFigures{"Aucun tableau de projets dans ce classeur.",
                         "No table of projects in this workbook."};

} // namespace panorama::sidebar::words

namespace panorama::sidebar {

namespace {

struct FiguresRequest
{
    LiveResult result;
    std::string sheet;
    const EditionTable* editions = nullptr;
    Language language = Language::french;
};

struct ShownFigures
{
    std::vector<LiveFigure> figures;
};

ShownFigures compute(const FiguresRequest& request, const CheckProgress&)
{
    if (!request.result.workbook || !request.editions) return {};
    const CheckedWorkbook& workbook = *request.result.workbook;
    const SheetAtHand at = sheetAtHand(workbook, request.sheet);
    if (at.tables.empty()) return {};
    const CheckedTable& checked = *at.tables.front();
    const EditionComparison* comparison =
        &checked == workbook.mainTable() ? request.result.comparison.get() : nullptr;
    return {liveFigures(checked, comparison, earlierInWorkbook(workbook, checked), *request.editions,
                        request.language)};
}

class FiguresPanel : public FittedPanel
{
  public:
    explicit FiguresPanel(const PanelHost& host)
        : FittedPanel(host), make_(host.window),
          rows_(make_, "figure", say(words::insertButton, language_),
                [language = language_](const std::string& label, bool live) {
                    return say(live ? words::insertHelp : words::noFormula, language, label);
                })
    {
        startWork(work_, compute, [this] { take(); });
        none_ = make_.text("none", words::noFigures.in(language_));
        previous_ =
            make_.button("previous", words::previousButton.in(language_), words::previousHelp.in(language_));
        forget_ =
            make_.button("forget", words::previousForget.in(language_), words::previousForget.in(language_));
        status_ = make_.text("status", "");
        rows_.onButton(life_, [this](std::size_t row) { insert(row); });
        onAction(previous_, life_, [this] { choosePrevious(); });
        onAction(forget_, life_, [this] { forgetPrevious(); });
        start();
    }

  private:
    void cursorMoved() override
    {
        if (view_->activeSheet() != sheet_) ask();
    }
    void resultArrived() override { ask(); }
    void documentClosed() override
    {
        work_->cancel();
        WatchingPanel::documentClosed();
    }

    void ask()
    {
        if (!watch_) return;
        sheet_ = view_->activeSheet();
        // The result has come from the rules, so that they have been read.
        const RuleBook* rules = watch_->result().workbook ? watch_->rules() : nullptr;
        work_->submit({.result = watch_->result(),
                       .sheet = sheet_,
                       .editions = rules ? &rules->editions() : nullptr,
                       .language = language_});
    }

    void take()
    {
        auto arrived = work_->take();
        if (!arrived) return;
        shown_ = *arrived;
        std::vector<ShownFigure> figures;
        std::vector<bool> usable;
        for (const LiveFigure& figure : shown_->figures) {
            figures.push_back(figure.shown);
            usable.push_back(!figure.formula.empty());
        }
        rows_.show(figures, usable);
        refit();
    }

    void place(LayoutColumn& column) const override
    {
        const bool any = shown_ && !shown_->figures.empty();
        none_.setVisible(!any);
        if (!any) column.text(none_);
        rows_.place(column);
        const bool compared = watch_ && watch_->settings().previous;
        forget_.setVisible(compared);
        previous_.setVisible(any);
        if (compared)
            column.buttons({previous_, forget_});
        else if (any)
            column.buttons({previous_});
        if (!status_.label().empty()) column.text(status_);
    }

    void tell(const std::string& text)
    {
        status_.show(text);
        refit();
    }

    void insert(std::size_t row)
    {
        if (!shown_ || row >= shown_->figures.size() || !watch_ || !watch_->document().is()) return;
        tell(insertFigure(watch_->document(), view_->activeSheet(), view_->cursor(), shown_->figures[row],
                          language_));
    }

    void choosePrevious()
    {
        const std::weak_ptr<bool> life = life_;
        const auto trouble = choosePreviousEdition(host_, watch_);
        if (life.lock()) tell(trouble.value_or(std::string()));
    }

    void forgetPrevious()
    {
        if (!watch_) return;
        WatchSettings settings = watch_->settings();
        settings.previous.reset();
        watch_->change(std::move(settings));
        tell({});
    }

    ControlMaker make_;
    FactRows rows_;
    Control none_, previous_, forget_, status_;
    std::string sheet_;
    std::shared_ptr<const ShownFigures> shown_;
    std::optional<Work<FiguresRequest, ShownFigures>> work_; ///< the last: it ends first
};

} // namespace

std::unique_ptr<PanelContent> makeFiguresPanel(const PanelHost& host)
{
    return std::make_unique<FiguresPanel>(host);
}

} // namespace panorama::sidebar
