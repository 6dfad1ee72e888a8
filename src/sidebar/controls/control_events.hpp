#pragma once

#include "sidebar/controls/controls.hpp"

#include <com/sun/star/awt/KeyEvent.hpp>
#include <com/sun/star/awt/tree/XTreeNode.hpp>
#include <functional>
#include <memory>

namespace panorama::sidebar {

/// As long as it is there, events arrive: whoever handles them holds it and lets it go when it ends.
using Lifeline = std::shared_ptr<bool>;

void onAction(const Control& button, const Lifeline& life, std::function<void()> act);
void onItem(const Control& listOrCheckBox, const Lifeline& life, std::function<void()> act);
void onText(const Control& edit, const Lifeline& life, std::function<void()> act);
/// The key was pressed in the control, which handles it as well.
void onKey(const Control& control, const Lifeline& life, std::function<void(const css::awt::KeyEvent&)> act);
/// A single click; the first of a double one is one too.
void onClick(const Control& control, const Lifeline& life, std::function<void()> act);
void onDoubleClick(const Control& control, const Lifeline& life, std::function<void()> act);
void onSelection(const Control& tree, const Lifeline& life, std::function<void()> act);
/// A node whose children are only made when it is opened is about to open.
void onChildrenNeeded(const Control& tree, const Lifeline& life,
                      std::function<void(const css::uno::Reference<css::awt::tree::XTreeNode>&)> act);

} // namespace panorama::sidebar
