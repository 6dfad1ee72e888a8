#pragma once

#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

/// The context of an office that a test has started.
/// address: "uno:pipe,name=...;urp;StarOffice.ComponentContext". May throw UNO's exceptions.
css::uno::Reference<css::uno::XComponentContext> connectTo(const char* address);
