#include "sidebar/panels/findings_tree.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/text.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/table_notes.hpp"
#include "core/words/vocabulary.hpp"
#include "sidebar/controls/icons.hpp"

#include <algorithm>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace panorama::sidebar::words {

constexpr Text more{"… et {} autres : filtrez, ou exportez la liste complète",
                    "… and {} more: filter, or export the whole list"};

} // namespace panorama::sidebar::words

namespace panorama::sidebar {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using PlainNode = Reference<css::awt::tree::XTreeNode>;

// Nobody reads more lines than this one after the other, and each takes the office its time: the rest is for
// the filter and the export.
constexpr std::size_t mostChildren = 100;
constexpr std::size_t mostGroups = 150;
// So many findings are shown without a click.
constexpr std::size_t openAtFirst = 40;

/// "3 erreurs, 2 constats acceptés": what is in a group, in words.
std::string shownCount(const FindingsGroup& group, Language language)
{
    std::size_t counts[3] = {}, accepted = 0;
    for (const Finding* finding : group.findings)
        ++(finding->accepted ? accepted : counts[static_cast<std::size_t>(finding->severity)]);
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    for (const Severity severity : {Severity::error, Severity::warning, Severity::information})
        if (const auto count = counts[static_cast<std::size_t>(severity)])
            add(shownSeverity(severity, count, language));
    if (accepted > 0) add(shownAccepted(accepted, language));
    return text;
}

/// A sign before each finding: the office takes too long to load a picture for each.
std::string_view signOf(const Finding& finding)
{
    if (finding.accepted) return "\xE2\x9C\x93 ";
    switch (finding.severity) {
    case Severity::error: return "\xE2\x9C\x96 ";
    case Severity::warning: return "\xE2\x9A\xA0 ";
    case Severity::information: break;
    }
    return "\xE2\x84\xB9 ";
}

std::string shownFinding(const Finding& finding, Language language)
{
    return std::string(signOf(finding)) + shownCells(finding, language) + " \xC2\xB7 " +
           messageOf(finding, language);
}

bool allAccepted(const FindingsGroup& group)
{
    return std::all_of(group.findings.begin(), group.findings.end(),
                       [](const Finding* finding) { return finding->accepted.has_value(); });
}

std::size_t shownChildren(std::size_t count)
{
    return std::min(count, mostChildren);
}

} // namespace

FindingsTree::FindingsTree(const Reference<css::uno::XComponentContext>& context, const Control& tree,
                           const Lifeline& life, Language language)
    : context_(context), tree_(tree), language_(language), control_(tree.get(), UNO_QUERY_THROW)
{
    onChildrenNeeded(tree_, life, [this](const PlainNode& node) {
        const sal_Int32 at = root_.is() ? root_->getIndex(node) : -1;
        if (at >= 0 && node->getChildCount() == 0)
            fill(static_cast<std::size_t>(at), Node(node, UNO_QUERY_THROW));
    });
}

FindingsTree::ShownGroup FindingsTree::shownGroup(const FindingsGroup& group) const
{
    ShownGroup shown{.key = group.key,
                     .text =
                         say(vocabulary::inBrackets, language_, group.heading, shownCount(group, language_)),
                     .icon = iconOf(group.worst, allAccepted(group)),
                     .children = {}};
    for (std::size_t i = 0; i < shownChildren(group.findings.size()); ++i)
        shown.children.push_back(shownFinding(*group.findings[i], language_));
    if (group.findings.size() > mostChildren)
        shown.children.push_back(say(words::more, language_, group.findings.size() - mostChildren));
    return shown;
}

std::vector<FindingsTree::ShownGroup> FindingsTree::shownGroups(const FindingsList& list) const
{
    std::vector<ShownGroup> groups;
    for (std::size_t i = 0; i < std::min(list.groups.size(), mostGroups); ++i)
        groups.push_back(shownGroup(list.groups[i]));
    std::size_t left = 0;
    for (std::size_t i = mostGroups; i < list.groups.size(); ++i)
        left += list.groups[i].findings.size();
    if (left > 0)
        groups.push_back(
            {.key = "more", .text = say(words::more, language_, left), .icon = {}, .children = {}});
    return groups;
}

void FindingsTree::show(const FindingsList& list)
{
    noteOpenGroups();
    const auto before = chosen();
    list_ = &list;
    auto groups = shownGroups(list);
    if (groups == groups_ && root_.is()) return;
    groups_ = std::move(groups);
    // Grouped in another way, none of them has been opened or closed yet.
    untouched_ =
        std::none_of(groups_.begin(), groups_.end(), [&](const auto& g) { return known_.contains(g.key); });
    for (const ShownGroup& group : groups_)
        known_.insert(group.key);
    rebuild();
    openSome();
    if (!before || !before->child) return;
    // The same finding; where it is gone, the one that took its place is the next to look at.
    for (std::size_t group = 0; group < std::min(list.groups.size(), mostGroups); ++group)
        for (std::size_t i = 0; i < shownChildren(list.groups[group].findings.size()); ++i)
            if (identityOf(*list.groups[group].findings[i]) == chosenIdentity_) return choose({group, i});
    if (before->group < list.groups.size())
        choose({before->group,
                std::min(*before->child, shownChildren(list.groups[before->group].findings.size()) - 1)});
}

/// A tree of its own each time: the control does not follow changes below a root that is not shown.
void FindingsTree::rebuild()
{
    const Reference<css::awt::tree::XMutableTreeDataModel> model(
        context_->getServiceManager()->createInstanceWithContext("com.sun.star.awt.tree.MutableTreeDataModel",
                                                                 context_),
        UNO_QUERY_THROW);
    root_ = model->createNode(Any(rtl::OUString()), false);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        const ShownGroup& group = groups_[i];
        const Node node(model->createNode(Any(fromUtf8(group.text)), !group.children.empty()));
        node->setNodeGraphicURL(fromUtf8(group.icon));
        if (open_.contains(group.key)) fill(i, node);
        root_->appendChild(node);
    }
    model->setRoot(root_);
    tree_.set("DataModel", Any(model));
    for (std::size_t i = 0; i < groups_.size(); ++i)
        if (open_.contains(groups_[i].key)) guarded([&] { control_->expandNode(nodeAt({i})); });
}

void FindingsTree::fill(std::size_t group, const Node& node) const
{
    const Reference<css::lang::XMultiComponentFactory> services = context_->getServiceManager();
    const Reference<css::awt::tree::XMutableTreeDataModel> maker(
        services->createInstanceWithContext("com.sun.star.awt.tree.MutableTreeDataModel", context_),
        UNO_QUERY_THROW);
    for (const std::string& child : groups_[group].children)
        node->appendChild(maker->createNode(Any(fromUtf8(child)), false));
}

void FindingsTree::openSome()
{
    if (!untouched_ || groups_.empty()) return;
    untouched_ = false;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        shown += groups_[i].children.size();
        if (i > 0 && shown > openAtFirst) break;
        open_.insert(groups_[i].key);
    }
    rebuild();
}

void FindingsTree::noteOpenGroups()
{
    if (!root_.is()) return;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        bool open = false;
        guarded([&] { open = control_->isNodeExpanded(nodeAt({i})); });
        if (open)
            open_.insert(groups_[i].key);
        else
            open_.erase(groups_[i].key);
    }
    const Finding* finding = selected();
    chosenIdentity_ = finding ? identityOf(*finding) : std::string();
}

PlainNode FindingsTree::nodeAt(At at) const
{
    const PlainNode group = root_->getChildAt(static_cast<sal_Int32>(at.group));
    return at.child ? group->getChildAt(static_cast<sal_Int32>(*at.child)) : group;
}

std::optional<FindingsTree::At> FindingsTree::chosen() const
{
    PlainNode node;
    Reference<css::view::XSelectionSupplier>(control_, UNO_QUERY_THROW)->getSelection() >>= node;
    if (!node.is() || !root_.is()) return std::nullopt;
    const PlainNode parent = node->getParent();
    if (!parent.is()) return std::nullopt;
    const sal_Int32 group = root_->getIndex(parent == root_ ? node : parent);
    if (group < 0) return std::nullopt;
    At at{static_cast<std::size_t>(group)};
    if (parent != root_) at.child = static_cast<std::size_t>(parent->getIndex(node));
    return at;
}

const Finding* FindingsTree::findingAt(At at) const
{
    if (!list_ || !at.child || at.group >= list_->groups.size()) return nullptr;
    const auto& findings = list_->groups[at.group].findings;
    return *at.child < shownChildren(findings.size()) ? findings[*at.child] : nullptr;
}

const Finding* FindingsTree::selected() const
{
    const auto at = chosen();
    return at ? findingAt(*at) : nullptr;
}

void FindingsTree::choose(At at)
{
    const PlainNode group = nodeAt({at.group});
    if (group->getChildCount() == 0) fill(at.group, Node(group, UNO_QUERY_THROW));
    guarded([&] { control_->expandNode(group); });
    const PlainNode node = nodeAt(at);
    Reference<css::view::XSelectionSupplier>(control_, UNO_QUERY_THROW)->select(Any(node));
    guarded([&] { control_->makeNodeVisible(node); });
}

const Finding* FindingsTree::selectNext()
{
    if (!list_) return nullptr;
    At at = chosen().value_or(At{});
    at.child = at.child ? *at.child + 1 : 0;
    for (; at.group < std::min(list_->groups.size(), mostGroups); ++at.group, at.child = 0)
        if (const Finding* finding = findingAt(at)) {
            choose(at);
            return finding;
        }
    return nullptr;
}

} // namespace panorama::sidebar
