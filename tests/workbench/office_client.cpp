#include "office_client.hpp"

#include <com/sun/star/bridge/UnoUrlResolver.hpp>
#include <cppuhelper/bootstrap.hxx>
#include <rtl/bootstrap.hxx>

css::uno::Reference<css::uno::XComponentContext> connectTo(const char* address)
{
    // Where the client's own libraries find their services.
    rtl::Bootstrap::set("URE_BOOTSTRAP", "vnd.sun.star.pathname:" PANORAMA_LO_HOME "/program/fundamentalrc");
    const auto local = cppu::defaultBootstrap_InitialComponentContext();
    const auto resolver = css::bridge::UnoUrlResolver::create(local);
    return css::uno::Reference<css::uno::XComponentContext>(
        resolver->resolve(rtl::OUString::createFromAscii(address)), css::uno::UNO_QUERY_THROW);
}
