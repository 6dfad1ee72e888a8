#pragma once

#include "core/live/findings_list.hpp"
#include "sidebar/controls/control_events.hpp"
#include "sidebar/controls/controls.hpp"

#include <com/sun/star/awt/tree/XMutableTreeDataModel.hpp>
#include <com/sun/star/awt/tree/XMutableTreeNode.hpp>
#include <com/sun/star/awt/tree/XTreeControl.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace panorama::sidebar {

/// Findings in a tree control: a node for each group, its findings below it. What the user has opened and
/// chosen stays when another list is shown.
class FindingsTree
{
  public:
    FindingsTree(const css::uno::Reference<css::uno::XComponentContext>& context, const Control& tree,
                 const Lifeline& life, Language language);

    /// The list must live until the next one is shown.
    void show(const FindingsList& list);
    /// Nothing where a heading or nothing is chosen.
    const Finding* selected() const;
    /// Chooses the finding after the chosen one, or the first one; nothing where there is none.
    const Finding* selectNext();

  private:
    struct ShownGroup
    {
        std::string key;
        std::string text;
        std::string icon;
        std::vector<std::string> children;
        friend bool operator==(const ShownGroup&, const ShownGroup&) = default;
    };
    /// A node by its group and its place there; no place is the group itself.
    struct At
    {
        std::size_t group = 0;
        std::optional<std::size_t> child = {};
    };
    using Node = css::uno::Reference<css::awt::tree::XMutableTreeNode>;

    ShownGroup shownGroup(const FindingsGroup& group) const;
    std::vector<ShownGroup> shownGroups(const FindingsList& list) const;
    void rebuild();
    void fill(std::size_t group, const Node& node) const;
    void openSome();
    void noteOpenGroups();
    std::optional<At> chosen() const;
    void choose(At at);
    const Finding* findingAt(At at) const;
    css::uno::Reference<css::awt::tree::XTreeNode> nodeAt(At at) const;

    css::uno::Reference<css::uno::XComponentContext> context_;
    Control tree_;
    Language language_;
    css::uno::Reference<css::awt::tree::XTreeControl> control_;
    Node root_;
    const FindingsList* list_ = nullptr;
    std::vector<ShownGroup> groups_;
    std::set<std::string> open_;  ///< keys of the groups that are open
    std::string chosenIdentity_;  ///< of the finding that is chosen
    std::set<std::string> known_; ///< keys of all groups that were shown
    bool untouched_ = true;       ///< nothing was shown yet: some groups are opened
};

} // namespace panorama::sidebar
