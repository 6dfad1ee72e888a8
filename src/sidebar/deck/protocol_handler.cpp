// What menus and toolbars ask for: org.panoramacalc:NAME (extension/registry/Addons.xcu.mustache).

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "sidebar/deck/deck.hpp"
#include "sidebar/panels/panel_commands.hpp"
#include "sidebar/watching/main_thread.hpp"
#include "workbench/commands.hpp"

#include <com/sun/star/frame/XDispatch.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase4.hxx>
#include <cppuhelper/supportsservice.hxx>

namespace panorama::sidebar {

namespace {

using css::uno::Reference;
using css::uno::Sequence;
using rtl::OUString;

constexpr const char* implementationName = "org.panoramacalc.ProtocolHandler";

// A deck that was just opened makes its panels a moment later.
constexpr int attempts = 20;
constexpr std::chrono::milliseconds betweenAttempts{50};

void commandWhenReady(const Reference<css::uno::XComponentContext>& context,
                      const Reference<css::frame::XFrame>& frame, const std::string& name, int left)
{
    if (commandPanels(frame, name) || left == 0) return;
    MainThread::shared(context)->postAfter(
        betweenAttempts, [context, frame = css::uno::WeakReference<css::frame::XFrame>(frame), name, left] {
            const Reference<css::frame::XFrame> still(frame);
            if (still.is()) commandWhenReady(context, still, name, left - 1);
        });
}

/// What has a window of its own or makes one, whatever the sidebar shows.
using WorkbenchCommand = void (*)(const Reference<css::uno::XComponentContext>&,
                                  const Reference<css::frame::XFrame>&);
constexpr std::pair<std::string_view, WorkbenchCommand> workbenchCommands[] = {
    {"newFiche", workbench::newFiche},
    {"resumeFiche", workbench::resumeFiche},
    {"prepareSheet", workbench::prepareSheet},
    {"dashboard", workbench::dashboard},
    {"consolidate", workbench::consolidate},
    {"consolidateFolder", workbench::consolidateFolder},
    {"compare", workbench::compareEditions},
    {"publish", workbench::publish},
    {"freeze", workbench::freeze}};

WorkbenchCommand workbenchCommand(std::string_view name)
{
    for (const auto& [known, command] : workbenchCommands)
        if (known == name) return command;
    return nullptr;
}

class ProtocolHandler : public cppu::WeakImplHelper4<css::frame::XDispatchProvider, css::frame::XDispatch,
                                                     css::lang::XInitialization, css::lang::XServiceInfo>
{
  public:
    explicit ProtocolHandler(const Reference<css::uno::XComponentContext>& context) : context_(context) {}

    void SAL_CALL initialize(const Sequence<css::uno::Any>& arguments) override
    {
        if (arguments.hasElements()) arguments[0] >>= frame_;
    }

    Reference<css::frame::XDispatch> SAL_CALL queryDispatch(const css::util::URL& url, const OUString&,
                                                            sal_Int32) override
    {
        return url.Protocol == "org.panoramacalc:" ? this : nullptr;
    }

    Sequence<Reference<css::frame::XDispatch>>
        SAL_CALL queryDispatches(const Sequence<css::frame::DispatchDescriptor>& requests) override
    {
        Sequence<Reference<css::frame::XDispatch>> dispatches(requests.getLength());
        auto* next = dispatches.getArray();
        for (const auto& request : requests)
            *next++ = queryDispatch(request.FeatureURL, request.FrameName, request.SearchFlags);
        return dispatches;
    }

    void SAL_CALL dispatch(const css::util::URL& url, const Sequence<css::beans::PropertyValue>&) override
    {
        guarded([&] {
            const std::string name = toUtf8(url.Path);
            if (const auto command = workbenchCommand(name)) return command(context_, frame_);
            if (!showDeck(frame_) || name == "show") return;
            const auto mainThread = MainThread::shared(context_); // lives as long as a command waits
            commandWhenReady(context_, frame_, name, attempts);
        });
    }

    // Nothing of ours is ever greyed out.
    void SAL_CALL addStatusListener(const Reference<css::frame::XStatusListener>&,
                                    const css::util::URL&) override
    {
    }
    void SAL_CALL removeStatusListener(const Reference<css::frame::XStatusListener>&,
                                       const css::util::URL&) override
    {
    }

    OUString SAL_CALL getImplementationName() override
    {
        return OUString::createFromAscii(implementationName);
    }
    sal_Bool SAL_CALL supportsService(const OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    Sequence<OUString> SAL_CALL getSupportedServiceNames() override
    {
        return sequence({OUString("com.sun.star.frame.ProtocolHandler")});
    }

  private:
    Reference<css::uno::XComponentContext> context_;
    Reference<css::frame::XFrame> frame_;
};

} // namespace

} // namespace panorama::sidebar

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
panoramacalc_ProtocolHandler_get_implementation(css::uno::XComponentContext* context,
                                                const css::uno::Sequence<css::uno::Any>&)
{
    return cppu::acquire(new panorama::sidebar::ProtocolHandler(context));
}
