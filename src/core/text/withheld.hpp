#pragma once

#include <string_view>

namespace panorama {

/// Why a value is not shown, as a cell says it.
enum class Withheld : unsigned char {
    no,       ///< the text says nothing of the kind
    absent,   ///< "NA", "-", "": nobody gave a value, nobody says why
    cadrage,  ///< "Cadrage", "En cadrage": not yet known
    revision, ///< "Révision de trajectoire"
    tender,   ///< "Appel d'offres en cours"
    other     ///< "Non communiqué", "Autre motif", the published sentence that names several reasons
};

/// What a text of a figure, phase or diffusion cell says about withholding. Accents, case and spaces do not
/// matter.
Withheld withheldBy(std::string_view utf8);

/// Whether the text is the sentence that published files put into the phase column: the figures are
/// "volontairement pas publiés".
bool isWithheldSentence(std::string_view utf8);

/// Whether the text says that nobody knows, which will do beside a reason: "Non connu", "ND", "-". "NA" will
/// not.
bool saysUnknown(std::string_view utf8);

/// Whether a phase, a Diffusion or a status says that the project was given up: "Abandonné",
/// "Projet arrêté", "Annulé". Such a project is in no rate.
bool saysAbandoned(std::string_view utf8);

/// Whether the text is one that a figure column may hold instead of a number: a reason, not a mere blank.
inline bool isControlledKeyword(Withheld withheld)
{
    return withheld > Withheld::absent;
}

} // namespace panorama
