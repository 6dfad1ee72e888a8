#pragma once

#include <string>
#include <tl/expected.hpp>

namespace panorama {

/// What can be wrong with one of our data files (packs, columns, nomenclatures, editions, functions). Words
/// are put to it where it is shown.
enum class DataProblem {
    unreadable,       ///< no such file, or no right to read it
    tooLarge,         ///< over the limit of a data file
    notXml,           ///< subject: what the parser says it stumbled on
    unknownElement,   ///< subject: the element
    unknownAttribute, ///< subject: the attribute
    missingElement,   ///< subject: the element expected
    missingAttribute, ///< subject: the attribute
    missingText,      ///< subject: the element that has no text in both languages
    badValue,         ///< subject: the value; expected: what is allowed
    duplicate,        ///< subject: what stands twice
    unknownReference  ///< subject: a field, list, rule or pack that does not exist
};

struct DataError
{
    DataProblem problem = DataProblem::unreadable;
    std::string file = {};
    int line = 0; ///< from 1; 0 where no line is to blame
    std::string subject = {};
    std::string expected = {};
};

template <typename T>
using DataResult = tl::expected<T, DataError>;

} // namespace panorama
