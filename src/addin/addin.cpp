// The add-in: every function of the catalogue, each a method that hands its arguments to the core.

#include "addin/any_value.hpp"
#include "bridge/extension_data.hpp"
#include "core/functions/function.hpp"
#include "core/text/date.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/XLocalizable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/util/Date.hpp>
#include <cppuhelper/implbase3.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <initializer_list>
#include <org/panoramacalc/XAddIn.hpp>

namespace panorama {

namespace {

constexpr const char* serviceName = "org.panoramacalc.AddIn";

/// Days from 1899-12-30 to the day 0 of a document (Tools > Options > Calc > Calculate offers three).
double nullDateOffset(const css::uno::Reference<css::beans::XPropertySet>& document)
{
    css::util::Date day(30, 12, 1899);
    if (document.is()) document->getPropertyValue("NullDate") >>= day;
    return serialOf(std::chrono::year(day.Year) / day.Month / day.Day);
}

class AddIn : public cppu::WeakImplHelper3<org::panoramacalc::XAddIn, css::lang::XServiceInfo,
                                           css::lang::XLocalizable>
{
  public:
    explicit AddIn(const css::uno::Reference<css::uno::XComponentContext>& context) : context_(context) {}

    rtl::OUString SAL_CALL getImplementationName() override
    {
        return rtl::OUString::createFromAscii(serviceName);
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        const rtl::OUString name = rtl::OUString::createFromAscii(serviceName);
        return css::uno::Sequence<rtl::OUString>(&name, 1);
    }

    // Calc wants every add-in to have a locale; names and texts come from the registry, results are French
    // data.
    void SAL_CALL setLocale(const css::lang::Locale& locale) override { locale_ = locale; }
    css::lang::Locale SAL_CALL getLocale() override { return locale_; }

#include "addin_methods.inc"

  private:
    css::uno::Any call(std::string_view name, const css::uno::Reference<css::beans::XPropertySet>& document,
                       std::initializer_list<css::uno::Any> arguments) const
    {
        Host host{.nullDateOffset = nullDateOffset(document), .editions = publishedEditions(context_)};
        std::vector<Value> values;
        values.reserve(arguments.size());
        for (const css::uno::Any& argument : arguments) {
            css::uno::Reference<css::table::XCellRange> range;
            if (argument.getValueTypeClass() != css::uno::TypeClass_INTERFACE || !(argument >>= range)) {
                values.push_back(fromAny(argument));
                continue;
            }
            values.push_back(fromCells(range, document));
            host.rules = rules(extensionFolder(context_)); // only checks need them: read at the first one
        }
        return toAny(compute(name, values, host));
    }

    css::uno::Reference<css::uno::XComponentContext> context_;
    css::lang::Locale locale_;
};

} // namespace

} // namespace panorama

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
panoramacalc_AddIn_get_implementation(css::uno::XComponentContext* context,
                                      const css::uno::Sequence<css::uno::Any>&)
{
    return cppu::acquire(new panorama::AddIn(context));
}
