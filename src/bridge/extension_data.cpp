#include "bridge/extension_data.hpp"

#include "bridge/uno_text.hpp"

#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/deployment/XPackageInformationProvider.hpp>
#include <filesystem>
#include <optional>
#include <osl/file.hxx>

namespace panorama {

namespace {

std::filesystem::path findFolder(const css::uno::Reference<css::uno::XComponentContext>& context)
try {
    const auto provider = css::deployment::PackageInformationProvider::get(context);
    rtl::OUString path;
    osl::FileBase::getSystemPathFromFileURL(provider->getPackageLocation("org.panoramacalc.extension"), path);
    return toUtf8(path);
} catch (const css::uno::Exception&) {
    return {};
}

std::optional<EditionTable> readEditions(const std::filesystem::path& folder)
{
    auto table = EditionTable::read(folder / "data" / "editions.xml");
    if (!table) return std::nullopt;
    return std::move(*table);
}

std::unique_ptr<RuleBook> readRules(const std::filesystem::path& folder)
{
    auto book = RuleBook::load(folder);
    return book ? std::move(*book) : nullptr;
}

} // namespace

const EditionTable* publishedEditions(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    static const std::optional<EditionTable> editions = readEditions(extensionFolder(context));
    return editions ? &*editions : nullptr;
}

const std::filesystem::path& extensionFolder(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    static const std::filesystem::path folder = findFolder(context);
    return folder;
}

const RuleBook* rules(const std::filesystem::path& folder)
{
    static const std::unique_ptr<RuleBook> book = readRules(folder);
    return book.get();
}

} // namespace panorama
