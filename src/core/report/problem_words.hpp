#pragma once

#include "core/checking/file_problem.hpp"
#include "core/data/language.hpp"

#include <string>
#include <string_view>

namespace panorama {

/// The key of a problem for machines, and its sentence for the user: what is wrong and what to do.
std::string_view keyOf(FileProblem problem);
std::string describe(FileProblem problem, const std::string& file, Language language);
inline std::string describe(const UnusableFile& file, Language language)
{
    return describe(file.problem, file.file, language);
}

} // namespace panorama
