#include "sidebar/panels/panel_commands.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace panorama::sidebar {

namespace {

struct Enlisted
{
    const void* frame;
    PanelContent* content;
};
std::vector<Enlisted>& enlisted()
{
    static std::vector<Enlisted> panels;
    return panels;
}

} // namespace

void enlist(const css::uno::Reference<css::frame::XFrame>& frame, PanelContent& content)
{
    enlisted().push_back({frame.get(), &content});
}

void delist(const PanelContent& content)
{
    std::erase_if(enlisted(), [&](const Enlisted& one) { return one.content == &content; });
}

bool commandPanels(const css::uno::Reference<css::frame::XFrame>& frame, std::string_view name)
{
    const auto panels = enlisted(); // a command may close a panel
    return std::any_of(panels.begin(), panels.end(), [&](const Enlisted& one) {
        return one.frame == frame.get() && one.content->command(name);
    });
}

} // namespace panorama::sidebar
