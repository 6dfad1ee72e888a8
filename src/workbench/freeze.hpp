#pragma once

#include "workbench/file_reports.hpp"

#include <string>
#include <tl/expected.hpp>

namespace panorama::workbench {

/// What became of the copy.
struct FrozenCopy
{
    std::size_t cells = 0; ///< whose formula was replaced by its value
    std::size_t besideCells =
        0; ///< names, conditional formats and validities that use our functions and stay
};

/// Stores a copy of a document in which every cell that uses one of our functions holds its present value
/// instead, an error the same error. The document itself stays as it is; a file that exists is not
/// written over. A sentence says why there is no copy. May throw UNO's exceptions.
tl::expected<FrozenCopy, std::string> freezeDocument(const Context& context, const Document& document,
                                                     const std::filesystem::path& file);

} // namespace panorama::workbench
