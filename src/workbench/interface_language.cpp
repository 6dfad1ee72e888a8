#include "workbench/interface_language.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>

namespace panorama::workbench {

namespace {

Language ask(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    rtl::OUString locale;
    guarded([&] {
        const css::beans::NamedValue path("nodepath",
                                          css::uno::Any(rtl::OUString("org.openoffice.Setup/L10N")));
        const css::uno::Reference<css::container::XNameAccess> settings(
            css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
                "com.sun.star.configuration.ConfigurationAccess", sequence({css::uno::Any(path)})),
            css::uno::UNO_QUERY_THROW);
        settings->getByName("ooLocale") >>= locale;
    });
    return locale.startsWith("fr") ? Language::french : Language::english;
}

} // namespace

Language interfaceLanguage(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    static const Language language = ask(context);
    return language;
}

} // namespace panorama::workbench
