#pragma once

#include "core/editions/edition_table.hpp"
#include "core/reading/known_words.hpp"
#include "core/rules/nomenclature.hpp"
#include "core/rules/pack.hpp"
#include "core/table/columns.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace panorama {

/// Everything a check needs beside the sheet: the vocabulary of columns, the lists, the published editions
/// and the packs, read once from the extension's folder. Findings and tables point into it.
class RuleBook
{
  public:
    /// `folder` holds data/ and packs/. All standard packs are read, so that a bad one shows at once.
    static DataResult<std::unique_ptr<RuleBook>> load(const std::filesystem::path& folder);

    const Columns& columns() const { return columns_; }
    const Nomenclatures& nomenclatures() const { return nomenclatures_; }
    const EditionTable& editions() const { return editions_; }
    /// Words by which the charset of a file is recognised: the headers and the lists.
    const KnownWords& knownWords() const { return words_; }
    /// Where the templates of reports lie.
    std::filesystem::path templates() const { return folder_ / "templates"; }

    /// The pack that goes with a layout; nothing where there is none.
    const Pack* packFor(const Columns::Layout* layout) const;
    /// A standard pack by its name, or one from a file; it stays in the book.
    DataResult<const Pack*> pack(const std::string& nameOrFile);
    const std::map<std::string, Pack>& packs() const { return packs_; }

  private:
    RuleBook(Columns columns, Nomenclatures nomenclatures, EditionTable editions)
        : columns_(std::move(columns)), nomenclatures_(std::move(nomenclatures)),
          editions_(std::move(editions))
    {
        columns_.addWordsTo(words_);
        nomenclatures_.addWordsTo(words_);
    }

    Columns columns_;
    Nomenclatures nomenclatures_;
    EditionTable editions_;
    KnownWords words_;
    std::map<std::string, Pack> packs_; ///< by the name or file they were asked for
    std::filesystem::path folder_;
};

} // namespace panorama
