#pragma once

#include "core/data/language.hpp"
#include "core/publication/publication.hpp"

#include <string>

namespace panorama {

/// What the figures of a press note are made of.
struct PressSource
{
    const CheckedTable& source; ///< with initial and updated forecasts, where they are known
    const Publication& publication;
    const CheckedWorkbook& published; ///< the publication as it was checked
    const EditionTable& editions;
    const CheckedTable* previous = nullptr; ///< the table of the edition before, where the user has it
};

/// The figures of a press note as text: each with what it stands on, the published headline beside it where
/// the edition is known, what is withheld by name, and the changes in points with the breaks between
/// editions.
std::string pressNote(const PressSource& source, Language language);

/// What publishing did on the way: figures withheld, values derived, lines and columns left out.
std::string publicationNotes(const Publication& publication, Language language);

/// One of the things done on the way, as a sentence.
std::string shownNote(const Publication::Note& note, Language language);

} // namespace panorama
