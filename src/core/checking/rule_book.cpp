#include "core/checking/rule_book.hpp"

#include <algorithm>

namespace panorama {

DataResult<std::unique_ptr<RuleBook>> RuleBook::load(const std::filesystem::path& folder)
{
    auto columns = Columns::read(folder / "data" / "columns.xml");
    if (!columns) return tl::unexpected(columns.error());
    auto nomenclatures = Nomenclatures::read(folder / "data" / "nomenclatures.xml");
    if (!nomenclatures) return tl::unexpected(nomenclatures.error());
    auto editions = EditionTable::read(folder / "data" / "editions.xml");
    if (!editions) return tl::unexpected(editions.error());

    std::unique_ptr<RuleBook> book(
        new RuleBook(std::move(*columns), std::move(*nomenclatures), std::move(*editions)));
    book->folder_ = folder;
    for (const auto& layout : book->columns_.layouts())
        if (!layout.pack.empty())
            if (const auto pack = book->pack(layout.pack); !pack) return tl::unexpected(pack.error());
    return book;
}

const Pack* RuleBook::packFor(const Columns::Layout* layout) const
{
    const auto found = layout ? packs_.find(layout->pack) : packs_.end();
    return found == packs_.end() ? nullptr : &found->second;
}

DataResult<const Pack*> RuleBook::pack(const std::string& nameOrFile)
{
    if (const auto known = packs_.find(nameOrFile); known != packs_.end()) return &known->second;
    const auto packs = folder_ / "packs";
    const PackReader reader(columns_, nomenclatures_, packs);
    const bool isName =
        nameOrFile.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    const bool isStandard = isName && std::filesystem::exists(packs / (nameOrFile + ".xml"));
    auto pack = isStandard ? reader.readStandard(nameOrFile) : reader.read(std::filesystem::path(nameOrFile));
    if (!pack) return tl::unexpected(pack.error());
    return &packs_.emplace(nameOrFile, std::move(*pack)).first->second;
}

} // namespace panorama
