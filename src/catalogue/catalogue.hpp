#pragma once

#include "core/data/data_error.hpp"
#include "core/data/text.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

/// A theme of the reference pages; every function belongs to one.
struct CatalogueGroup
{
    std::string name;
    Bilingual title;
};

struct CatalogueArgument
{
    std::string name; ///< of the IDL parameter
    bool isRange = false;
    bool isCells = false; ///< a range of the sheet with its formats and addresses, not only its values
    std::string unit;     ///< a key of unitWords()
    bool isOptional = false;
    std::string defaultValue; ///< empty where none is stated
    Bilingual label;
    Bilingual help;
};

/// An error a function can answer, and when it does.
struct CatalogueFailure
{
    std::string value;
    Bilingual when;
};

/// A call in Calc's English syntax with `;` between arguments, and its result in the same syntax.
struct CatalogueExample
{
    std::string arguments;
    std::string result;
    int line = 0;
};

struct CatalogueFunction
{
    std::string name; ///< programmatic: what files carry
    std::string category;
    std::string format;
    std::string array; ///< "column", "7x2"..., or empty where the result is one cell
    std::string group;
    bool needsDocument = false; ///< for the null date of the document's dates
    Bilingual label;
    Bilingual description;
    std::vector<CatalogueArgument> arguments;
    std::vector<CatalogueFailure> failures;
    std::vector<CatalogueExample> examples;

    std::size_t requiredCount() const;
    /// Whether it reads cells themselves: then examples of literal calls say nothing.
    bool readsCells() const;
};

struct Catalogue
{
    std::vector<CatalogueGroup> groups;
    std::vector<CatalogueFunction> functions;
};

DataResult<Catalogue> parseCatalogue(std::string_view xml);
DataResult<Catalogue> readCatalogue(const std::filesystem::path& file);

/// What a developer reads of a mistake in the catalogue.
std::string described(const DataError& error);

/// Whether a result of an example is one of Calc's error values.
bool isErrorValue(std::string_view result);

/// What people read for a unit of the catalogue; null where there is no such unit.
const Text* unitWords(std::string_view unit);

} // namespace panorama
