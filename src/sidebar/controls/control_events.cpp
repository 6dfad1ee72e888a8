#include "sidebar/controls/control_events.hpp"

#include "bridge/guarded.hpp"

#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/tree/XTreeControl.hpp>
#include <com/sun/star/awt/tree/XTreeExpansionListener.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/implbase1.hxx>

namespace panorama::sidebar {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/// What all listeners share: a function that is called while somebody is there who wants it.
template <class Interface, class... Arguments>
class Listener : public cppu::WeakImplHelper1<Interface>
{
  public:
    Listener(const Lifeline& life, std::function<void(Arguments...)> act) : life_(life), act_(std::move(act))
    {
    }
    void SAL_CALL disposing(const css::lang::EventObject&) override { act_ = nullptr; }

  protected:
    void call(Arguments... arguments)
    {
        const auto life = life_.lock();
        const auto act = act_; // the control may go while it acts
        if (life && act) guarded([&] { act(arguments...); });
    }

  private:
    std::weak_ptr<bool> life_;
    std::function<void(Arguments...)> act_;
};

class ActionListener : public Listener<css::awt::XActionListener>
{
  public:
    using Listener::Listener;
    void SAL_CALL actionPerformed(const css::awt::ActionEvent&) override { call(); }
};

class ItemListener : public Listener<css::awt::XItemListener>
{
  public:
    using Listener::Listener;
    void SAL_CALL itemStateChanged(const css::awt::ItemEvent&) override { call(); }
};

class TextListener : public Listener<css::awt::XTextListener>
{
  public:
    using Listener::Listener;
    void SAL_CALL textChanged(const css::awt::TextEvent&) override { call(); }
};

class KeyListener : public Listener<css::awt::XKeyListener, const css::awt::KeyEvent&>
{
  public:
    using Listener::Listener;
    void SAL_CALL keyPressed(const css::awt::KeyEvent& event) override { call(event); }
    void SAL_CALL keyReleased(const css::awt::KeyEvent&) override {}
};

class MouseListener : public Listener<css::awt::XMouseListener>
{
  public:
    MouseListener(const Lifeline& life, std::function<void()> act, sal_Int32 clicks)
        : Listener(life, std::move(act)), clicks_(clicks)
    {
    }
    void SAL_CALL mousePressed(const css::awt::MouseEvent& event) override
    {
        if (event.ClickCount == clicks_ && clicks_ == 2) call();
    }
    /// By then what was clicked is chosen.
    void SAL_CALL mouseReleased(const css::awt::MouseEvent& event) override
    {
        if (event.ClickCount == clicks_ && clicks_ == 1) call();
    }
    void SAL_CALL mouseEntered(const css::awt::MouseEvent&) override {}
    void SAL_CALL mouseExited(const css::awt::MouseEvent&) override {}

  private:
    sal_Int32 clicks_;
};

class SelectionListener : public Listener<css::view::XSelectionChangeListener>
{
  public:
    using Listener::Listener;
    void SAL_CALL selectionChanged(const css::lang::EventObject&) override { call(); }
};

class ExpansionListener
    : public Listener<css::awt::tree::XTreeExpansionListener, const Reference<css::awt::tree::XTreeNode>&>
{
  public:
    using Listener::Listener;
    using Event = css::awt::tree::TreeExpansionEvent;
    void SAL_CALL requestChildNodes(const Event& event) override { call(event.Node); }
    void SAL_CALL treeExpanding(const Event&) override {}
    void SAL_CALL treeCollapsing(const Event&) override {}
    void SAL_CALL treeExpanded(const Event&) override {}
    void SAL_CALL treeCollapsed(const Event&) override {}
};

} // namespace

void onAction(const Control& button, const Lifeline& life, std::function<void()> act)
{
    Reference<css::awt::XButton>(button.get(), UNO_QUERY_THROW)
        ->addActionListener(new ActionListener(life, std::move(act)));
}

void onItem(const Control& control, const Lifeline& life, std::function<void()> act)
{
    const Reference<css::awt::XItemListener> listener(new ItemListener(life, std::move(act)));
    if (const Reference<css::awt::XListBox> list(control.get(), css::uno::UNO_QUERY); list.is())
        list->addItemListener(listener);
    else
        Reference<css::awt::XCheckBox>(control.get(), UNO_QUERY_THROW)->addItemListener(listener);
}

void onText(const Control& edit, const Lifeline& life, std::function<void()> act)
{
    Reference<css::awt::XTextComponent>(edit.get(), UNO_QUERY_THROW)
        ->addTextListener(new TextListener(life, std::move(act)));
}

void onKey(const Control& control, const Lifeline& life, std::function<void(const css::awt::KeyEvent&)> act)
{
    control.window()->addKeyListener(new KeyListener(life, std::move(act)));
}

void onClick(const Control& control, const Lifeline& life, std::function<void()> act)
{
    control.window()->addMouseListener(new MouseListener(life, std::move(act), 1));
}

void onDoubleClick(const Control& control, const Lifeline& life, std::function<void()> act)
{
    control.window()->addMouseListener(new MouseListener(life, std::move(act), 2));
}

void onSelection(const Control& tree, const Lifeline& life, std::function<void()> act)
{
    Reference<css::view::XSelectionSupplier>(tree.get(), UNO_QUERY_THROW)
        ->addSelectionChangeListener(new SelectionListener(life, std::move(act)));
}

void onChildrenNeeded(const Control& tree, const Lifeline& life,
                      std::function<void(const Reference<css::awt::tree::XTreeNode>&)> act)
{
    Reference<css::awt::tree::XTreeControl>(tree.get(), UNO_QUERY_THROW)
        ->addTreeExpansionListener(new ExpansionListener(life, std::move(act)));
}

} // namespace panorama::sidebar
