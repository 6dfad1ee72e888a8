#pragma once

#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

/// A connection with an office that a test has started, ended before the program ends: the office may have
/// something to say until then, and it must not be heard by a program that is half gone.
class OfficeClient
{
  public:
    /// address: "uno:pipe,name=...;urp;StarOffice.ComponentContext". May throw UNO's exceptions.
    explicit OfficeClient(const char* address);
    OfficeClient(const OfficeClient&) = delete;
    OfficeClient& operator=(const OfficeClient&) = delete;
    ~OfficeClient();

    /// The office's.
    const css::uno::Reference<css::uno::XComponentContext>& context() const { return context_; }

  private:
    css::uno::Reference<css::uno::XComponentContext> local_, context_;
};
