#pragma once

#include "core/data/language.hpp"
#include "core/publication/publication.hpp"

#include <filesystem>

namespace panorama {

/// What to publish and where.
struct PublicationRequest
{
    const CheckedTable& source;
    const RuleBook& book;
    const CheckedWorkbook* workbook = nullptr; ///< of the source: its other tables are not published
    const CheckedTable* previous = nullptr;    ///< the table of the edition before, for the press note
    std::filesystem::path csv;                 ///< the other files take its name with other endings
    bool replacing = false;                    ///< files that are there already: the user said so
    Language language = Language::french;
    std::filesystem::path templates = {}; ///< the folder of the template of the HTML summary
    std::optional<Date> today = {};
};

/// What came of it.
struct PublicationOutcome
{
    enum class Result : std::uint8_t {
        done,
        noEdition, ///< the date of publication is not known
        noProject, ///< there is nothing to publish, as in a ministry's nil return
        refused,   ///< rules of publication fail: `inTheWay` says which
        taken,     ///< one of the files exists already: `file`
        notWritten ///< `file` cannot be written
    };
    Result result = Result::done;
    std::filesystem::path file = {};
    Publication publication;
    std::shared_ptr<const CheckedWorkbook> published = {};
    std::vector<Finding> inTheWay = {}; ///< findings of `published` and of the source
    std::string pressNote;              ///< also where nothing was written
};

/// The files that publishing writes: CSV, Table Schema, HTML summary, figures of the press note.
std::vector<std::filesystem::path> publicationFiles(const std::filesystem::path& csv);

/// Publishes, or changes nothing. Files that exist are written over only where the user said so, and are
/// whole until all of the new ones are.
PublicationOutcome publishTo(const PublicationRequest& request);

} // namespace panorama
