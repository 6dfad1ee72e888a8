#include "addin/extension_data.hpp"

#include "bridge/uno_text.hpp"

#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/deployment/XPackageInformationProvider.hpp>
#include <filesystem>
#include <optional>
#include <osl/file.hxx>

namespace panorama {

namespace {

std::filesystem::path extensionFolder(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    const auto provider = css::deployment::PackageInformationProvider::get(context);
    rtl::OUString path;
    osl::FileBase::getSystemPathFromFileURL(provider->getPackageLocation("org.panoramacalc.extension"), path);
    return toUtf8(path);
}

std::optional<EditionTable> readEditions(const css::uno::Reference<css::uno::XComponentContext>& context)
try {
    auto table = EditionTable::read(extensionFolder(context) / "data" / "editions.xml");
    if (!table) return std::nullopt;
    return std::move(*table);
} catch (const css::uno::Exception&) {
    return std::nullopt;
}

std::unique_ptr<RuleBook> readRules(const css::uno::Reference<css::uno::XComponentContext>& context)
try {
    auto book = RuleBook::load(extensionFolder(context));
    return book ? std::move(*book) : nullptr;
} catch (const css::uno::Exception&) {
    return nullptr;
}

} // namespace

const EditionTable* publishedEditions(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    static const std::optional<EditionTable> editions = readEditions(context);
    return editions ? &*editions : nullptr;
}

const RuleBook* rules(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    static const std::unique_ptr<RuleBook> book = readRules(context);
    return book.get();
}

} // namespace panorama
