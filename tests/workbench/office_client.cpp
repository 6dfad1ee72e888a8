#include "office_client.hpp"

#include <com/sun/star/bridge/BridgeFactory.hpp>
#include <com/sun/star/bridge/UnoUrlResolver.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <cppuhelper/bootstrap.hxx>
#include <rtl/bootstrap.hxx>

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

OfficeClient::OfficeClient(const char* address)
{
    // Where the client's own libraries find their services.
    rtl::Bootstrap::set("URE_BOOTSTRAP", "vnd.sun.star.pathname:" PANORAMA_LO_HOME "/program/fundamentalrc");
    local_ = cppu::defaultBootstrap_InitialComponentContext();
    const auto resolver = css::bridge::UnoUrlResolver::create(local_);
    context_.set(resolver->resolve(rtl::OUString::createFromAscii(address)), UNO_QUERY_THROW);
}

OfficeClient::~OfficeClient()
try {
    context_.clear();
    for (const auto& bridge : css::bridge::BridgeFactory::create(local_)->getExistingBridges())
        Reference<css::lang::XComponent>(bridge, UNO_QUERY_THROW)->dispose(); // waits for its threads
} catch (const css::uno::Exception&) {
    // The office has ended the connection already.
}
