#include "sidebar/deck/deck.hpp"

#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XDecks.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

namespace panorama::sidebar {

using css::uno::Reference;
using css::uno::UNO_QUERY;

bool showDeck(const Reference<css::frame::XFrame>& frame)
{
    if (!frame.is()) return false;
    const Reference<css::frame::XController2> controller(frame->getController(), UNO_QUERY);
    if (!controller.is()) return false;
    const auto sidebar = controller->getSidebar();
    if (!sidebar.is()) return false;
    sidebar->setVisible(true); // the decks are not to be had while it is hidden
    sidebar->showDecks(true);
    const auto decks = sidebar->getDecks();
    if (!decks.is() || !decks->hasByName("PanoramaDeck")) return false;
    const Reference<css::ui::XDeck> deck(decks->getByName("PanoramaDeck"), UNO_QUERY);
    if (deck.is() && !deck->isActive()) deck->activate(true); // activating the active deck closes it
    return deck.is();
}

} // namespace panorama::sidebar
