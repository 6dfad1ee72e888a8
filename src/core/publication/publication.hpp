#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/text/withheld.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// The open-data table made of a table of projects: the published columns and nothing else. Figures that are
/// withheld are replaced by the mention of why, as published files have it; nothing is ever imputed.
struct Publication
{
    struct WithheldProject
    {
        std::size_t row = 0; ///< of the source and of the publication
        std::string name;
        Withheld reason = Withheld::other;
        std::string said = {}; ///< a Diffusion that was not understood: kept back to be safe
        bool onlyCost = false; ///< the project is published; a mention stands in its cost's cell
    };
    /// Something derived, rewritten or left out on the way, and for how many projects.
    struct Note
    {
        enum class Kind : std::uint8_t {
            ministryDerived,     ///< acronym from name or name from acronym
            durationComputed,    ///< from start and end
            shortYearRead,       ///< "octobre 14" taken for October 2014
            readFromText,        ///< numbers or dates typed as text
            wordingAligned,      ///< phase or flag written as the lists have it
            dateSet,             ///< of publication, from the edition
            formulaLike,         ///< a text that a spreadsheet would run as a formula, made harmless
            linesLeftOut,        ///< totals, remarks, "rien à déclarer"
            columnsNotPublished, ///< of the source
            diffusionAbsent,     ///< no column says what may be published
            diffusionEmpty,      ///< a column says it, and not of these projects
            tablesLeftOut        ///< other tables of projects of the same workbook
        };
        Kind kind = Kind::readFromText;
        std::size_t count = 0;
    };

    std::vector<Field> fields;
    std::vector<std::string> headers; ///< exactly as published
    std::vector<std::vector<std::string>> rows;
    std::vector<WithheldProject> withheld;
    std::vector<Note> notes;
    EditionContext edition;

    /// UTF-8, RFC 4180.
    std::string csv() const;
};

/// Whether a column says which projects may be published, or the table is a published one already.
bool saysWhatMayBePublished(const CheckedTable& source);

/// The published form of a checked table. The edition is the table's; without any the date of publication
/// stays empty, and the rules of publication say so.
Publication publish(const CheckedTable& source, const RuleBook& book);

/// The published file as whoever downloads it would check it; `fileName` is the name it is to have.
std::unique_ptr<CheckedWorkbook> checkPublication(const Publication& publication, const std::string& fileName,
                                                  const RuleBook& book);

/// What stands in the way of publishing: the findings of level error in the published file, in the words of
/// the source where its own check finds the same; the source's dates whose century nobody confirmed, since
/// the publication would say which one; and its projects that share an identifier.
std::vector<Finding> obstacles(const CheckedTable& source, const CheckedWorkbook& published);

/// The published columns; nothing where the vocabulary names none.
const Columns::Layout* publishedLayout(const Columns& columns);

/// "En cadrage", "Révision de trajectoire"...: what published files say in place of a figure.
std::string_view mentionOf(Withheld reason);

} // namespace panorama
