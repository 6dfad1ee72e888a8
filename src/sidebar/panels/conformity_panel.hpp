#pragma once

#include "core/live/findings_list.hpp"
#include "core/live/sheet_at_hand.hpp"
#include "sidebar/controls/layout_column.hpp"
#include "sidebar/document/go_to_cell.hpp"
#include "sidebar/panels/findings_tree.hpp"
#include "sidebar/panels/watching_panel.hpp"

#include <optional>

namespace panorama::sidebar {

/// The panel Conformité: whether the sheet at hand may be submitted, what is wrong where, and what can be
/// done.
class ConformityPanel : public WatchingPanel
{
  public:
    explicit ConformityPanel(const PanelHost& host);
    ~ConformityPanel() override;

    css::ui::LayoutSize heights(sal_Int32 width) override;
    void layout(sal_Int32 width, sal_Int32 height) override;
    bool command(std::string_view name) override;

  private:
    /// What is asked of the listing thread, and what it answers.
    struct ListRequest
    {
        LiveResult result;
        std::string sheet;
        FindingsFilter filter;
    };
    struct Listing
    {
        FindingsList list;
        SheetAtHand at;
        std::string sheet;
    };

    void makeControls();
    void listenToControls();
    static Listing list(const ListRequest& request, const CheckProgress& progress);
    void documentFollowed() override;
    void cursorMoved() override;
    void resultArrived() override;
    void phaseChanged() override;
    void documentClosed() override;

    void relist();
    void takeListing();
    FindingsFilter filter() const;
    void showVerdict();
    std::string verdict() const;
    std::string mustKnow() const;
    std::string context() const;
    std::string contextTitle() const;
    void showDetails();
    void showProgress();
    void enableButtons();
    void tell(const std::string& text);

    sal_Int32 place(LayoutColumn& column, sal_Int32 treeHeight, sal_Int32 detailsHeight) const;

    const Finding* chosen() const { return tree_ ? tree_->selected() : nullptr; }
    void goToChosen(Keyboard keyboard = Keyboard::goesAlong);
    void fixChosen();
    void fixAll();
    void acceptChosen();
    void exportFindings();
    void exportAs(std::string_view form);
    void chooseTable();
    std::optional<YearMonth> editionToPropose() const;
    void takeEdition();
    void toggleMarks();

    std::string sheet_;     ///< that is shown
    bool unfolded_ = false; ///< what was checked, below the verdict
    std::shared_ptr<const Listing> listing_;

    Control badge_, situation_, contextButton_, tableButton_, editionButton_, progress_, cancel_,
        severityLabel_, severity_, groupingLabel_, grouping_, filterLabel_, filter_, listLabel_, treeControl_,
        detailsLabel_, details_, goTo_, fix_, fixAll_, accept_, export_, mark_, status_;
    std::optional<FindingsTree> tree_;
    std::optional<Work<ListRequest, Listing>> lister_; ///< the last: it ends first
};

} // namespace panorama::sidebar
