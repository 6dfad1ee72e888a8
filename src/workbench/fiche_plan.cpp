#include "workbench/fiche_plan.hpp"

#include "bridge/extension_data.hpp"

#include <optional>

namespace panorama::workbench {

namespace {

std::optional<FichePlan> read(const std::filesystem::path& folder)
{
    const RuleBook* book = rules(folder);
    if (!book) return std::nullopt;
    auto plan = FichePlan::read(folder / "data" / "fiche.xml", book->columns(), book->nomenclatures());
    if (!plan) return std::nullopt;
    return std::move(*plan);
}

} // namespace

const FichePlan* fichePlan(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    static const std::optional<FichePlan> plan = read(extensionFolder(context));
    return plan ? &*plan : nullptr;
}

YearMonth thisMonth()
{
    return monthOf(today());
}

} // namespace panorama::workbench
