#include "core/report/phrases.hpp"

#include "core/text/decimals.hpp"
#include "core/text/french.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace panorama {

namespace {

struct Words
{
    Phrase which;
    std::string_view french;
    std::string_view english;
};

// No-break spaces stand before : ; ? ! and inside « » as French typography has it.
constexpr Words words[] = {
    {Phrase::error, "erreur", "error"},
    {Phrase::warning, "avertissement", "warning"},
    {Phrase::information, "information", "information"},
    {Phrase::ready, "Prêt à soumettre", "Ready to submit"},
    {Phrase::notReady, "À corriger avant de soumettre", "To be corrected before submission"},
    {Phrase::keyFigures, "Chiffres clés", "Key figures"},
    {Phrase::findings, "Constats", "Findings"},
    {Phrase::noFinding, "Aucun constat.", "Nothing found."},
    {Phrase::howToRepair, "Comment corriger", "How to repair"},
    {Phrase::expected, "Attendu", "Expected"},
    {Phrase::repair, "Correction", "Repair"},
    {Phrase::why, "Pourquoi", "Why"},
    {Phrase::source, "Source", "Source"},
    {Phrase::project, "Projet", "Project"},
    {Phrase::proposedSure, "Correction sûre : {}", "Sure fix: {}"},
    {Phrase::proposedToConfirm, "Correction à confirmer : {}", "Fix to confirm: {}"},
    {Phrase::proposedIndicative, "Piste : {}", "Hint: {}"},
    {Phrase::tableFound, "Tableau de la feuille « {} », en-têtes ligne {}, {}",
     "Table on sheet “{}”, headers in row {}, {}"},
    {Phrase::tableRows, "Feuille « {} », lignes {} à {}, {}", "Sheet “{}”, rows {} to {}, {}"},
    {Phrase::tableRow, "Feuille « {} », ligne {}, {}", "Sheet “{}”, row {}, {}"},
    {Phrase::columnsUnknown, "Colonnes non reconnues : {}", "Columns not recognised: {}"},
    {Phrase::rowsIgnored, "Lignes non comptées comme projets : {}", "Rows not counted as projects: {}"},
    {Phrase::packUsed, "Règles appliquées : {} ({}, version {})", "Rules applied: {} ({}, version {})"},
    {Phrase::noPack, "Tableau non contrôlé : ses en-têtes ne correspondent à aucune présentation connue.",
     "Table not checked: its headers match no known layout."},
    {Phrase::editionKnown, "Édition : {} ({})", "Edition: {} ({})"},
    {Phrase::editionUnknown,
     "Édition inconnue : les contrôles qui comparent à la date de l’édition n’ont pas été faits. Indiquez-la "
     "avec --edition, par exemple --edition 2021-11.",
     "Unknown edition: checks against the edition’s date were not made. Give it with --edition, for example "
     "--edition 2021-11."},
    {Phrase::editionUnknownHere,
     "Édition inconnue : les contrôles qui comparent à sa date ne sont pas faits. Indiquez-la avec le bouton "
     "« Tableau… ».",
     "Unknown edition: checks against its date are not made. Give it with the button “Table…”."},
    {Phrase::fromOption, "indiquée par vous", "given by you"},
    {Phrase::fromColumn, "d’après la colonne « Date de publication »",
     "from the column “Date de publication”"},
    {Phrase::fromFileName, "déduite du nom du fichier ou de la feuille",
     "inferred from the name of the file or sheet"},
    {Phrase::unrecognisedColumn, "Colonne non reconnue en {} : « {} »", "Column not recognised at {}: “{}”"},
    {Phrase::convertedColumn, "Colonne convertie en {} : « {} »", "Column converted at {}: “{}”"},
    {Phrase::ignoredTotal, "Ligne {} : ligne de total, non comptée comme un projet",
     "Row {}: a line of totals, not counted as a project"},
    {Phrase::ignoredNote, "Ligne {} : remarque, non comptée comme un projet",
     "Row {}: a remark, not counted as a project"},
    {Phrase::figureProjects, "Projets", "Projects"},
    {Phrase::figureInterministerial, "Projets interministériels", "Interministerial projects"},
    {Phrase::figureTotal, "Coût total (M€)", "Total cost (M€)"},
    {Phrase::figureDuration, "Durée moyenne (années)", "Mean duration (years)"},
    {Phrase::figureWithheld, "Projets sans coût publiable", "Projects with a withheld cost"},
    {Phrase::figureMissing, "Projets sans coût ni motif", "Projects without a cost or a reason"},
    {Phrase::figureBudget, "Glissement budgétaire moyen (taux d’écart)", "Mean budget slippage"},
    {Phrase::figureCalendar, "Glissement calendaire moyen (taux d’écart)", "Mean calendar slippage"},
    {Phrase::unknown, "non connu", "not known"},
    {Phrase::overProjects, "sur {}", "over {}"},
    {Phrase::usedAndExcluded, "méthode « {} » : {} sur {}, {} sans taux",
     "method “{}”: {} of {}, {} without a rate"},
    {Phrase::comparisonWith, "Comparaison avec {}", "Comparison with {}"},
    {Phrase::entering, "Entrants", "Entering"},
    {Phrase::leaving, "Sortants", "Leaving"},
    {Phrase::csvUnclosed,
     "Le fichier se termine à l’intérieur d’une cellule entre guillemets : il est peut-être tronqué.",
     "The file ends inside a quoted cell: it may be cut off."},
    {Phrase::reasonCadrage, "en cadrage", "in cadrage (not yet framed)"},
    {Phrase::reasonRevision, "en révision de trajectoire",
     "having its plan revised (révision de trajectoire)"},
    {Phrase::reasonTender, "en cours d’appel d’offres", "out to tender"},
    {Phrase::reasonOther, "déclaré non publiable", "declared not for publication"},
    {Phrase::file, "Fichier", "File"},
    {Phrase::sheet, "Feuille", "Sheet"},
    {Phrase::cell, "Cellule", "Cell"},
    {Phrase::rule, "Règle", "Rule"},
    {Phrase::severity, "Gravité", "Severity"},
    {Phrase::message, "Constat", "Finding"},
    {Phrase::value, "Valeur", "Value"},
    {Phrase::reportTitle, "Contrôle du panorama des grands projets numériques",
     "Check of the panorama of large digital projects"},
    {Phrase::certificateNote, "Contrôle fait sur cet ordinateur ; aucune donnée n’a été transmise.",
     "Checked on this computer; no data was sent anywhere."},
    {Phrase::evidenceSameDescription, "même description", "same description"},
    {Phrase::evidenceLikeDescription, "description proche", "similar description"},
    {Phrase::evidenceLikeName, "nom proche", "similar name"},
    {Phrase::evidenceSameStart, "même début", "same start"},
    {Phrase::evidenceSameCost, "même coût", "same cost"},
    {Phrase::evidenceLikeCost, "coût proche", "similar cost"},
    {Phrase::evidenceSameDuration, "même durée", "same duration"},
    {Phrase::evidenceSameZone, "même zone fonctionnelle", "same functional zone"},
    {Phrase::evidenceSameProgramme, "même programme", "same programme"},
    {Phrase::evidenceSameMinistry, "même ministère", "same ministry"},
    {Phrase::reasonAbsent, "sans motif indiqué", "without a stated reason"},
    {Phrase::pointsAmount, "{} points", "{} points"},
    {Phrase::packRange, "Attention : ces règles ont été écrites pour les éditions {} à {}.",
     "Note: these rules were written for editions {} to {}."},
    {Phrase::ignoredNil, "Ligne {} : « rien à déclarer », conservée et non comptée comme un projet",
     "Row {}: “nothing to declare”, kept and not counted as a project"},
    {Phrase::comparedWith, "Édition précédente : {}", "Previous edition: {}"},
    {Phrase::toComplete, "Fiche à compléter", "Form to be filled in"},
    {Phrase::renamed, "Renommages à confirmer", "Renamings to confirm"},
    {Phrase::renamedItem, "« {} » devient « {} » (confiance {} ; {})",
     "“{}” becomes “{}” (confidence {}; {})"},
    {Phrase::successors, "Successeurs possibles (le premier sort, le second entre)",
     "Possible successors (the first leaves, the second enters)"},
    {Phrase::splits, "Scissions à confirmer", "Splits to confirm"},
    {Phrase::mergers, "Fusions à confirmer", "Mergers to confirm"},
    {Phrase::confirmedRenames, "Renommages confirmés", "Confirmed renamings"},
    {Phrase::confirmedItem, "« {} » devient « {} »", "“{}” becomes “{}”"},
    {Phrase::changeBudget, "Glissement budgétaire", "Budget slippage"},
    {Phrase::changeCalendar, "Glissement calendaire", "Calendar slippage"},
    {Phrase::changeOfRate, "{} : de {} à {}, soit {} (projets communs {}, sortants {}, entrants {})",
     "{}: from {} to {}, that is {} (common projects {}, leaving {}, entering {})"},
    {Phrase::changeOfTotal, "Coût total : de {} à {} M€", "Total cost: from {} to {} M€"},
    {Phrase::acrossBreak, "Attention, rupture de série entre les deux éditions. {}",
     "Note, a break in the series lies between the two editions. {}"},
    {Phrase::acceptedBy, "Accepté par {} : {}", "Accepted by {}: {}"},
    {Phrase::acceptedUntil, "Accepté par {} jusqu’au {} : {}", "Accepted by {} until {}: {}"},
    {Phrase::listFound, "Liste de la feuille « {} », en-têtes ligne {}",
     "List on sheet “{}”, headers in row {}"},
    {Phrase::waiverList, "Liste des constats acceptés", "List of accepted findings"},
    {Phrase::opinionRegister, "Registre des avis, comparé au portefeuille",
     "Register of opinions, compared with the portfolio"},
    {Phrase::certificate, "Certificat de conformité", "Certificate of conformity"},
    {Phrase::conforming, "CONFORME", "CONFORMING"},
    {Phrase::notConforming, "NON CONFORME", "NOT CONFORMING"},
    {Phrase::fileName, "Nom du fichier", "File name"},
    {Phrase::fileSize, "Taille", "Size"},
    {Phrase::fileSizeBytes, "{} octets", "{} bytes"},
    {Phrase::digest, "Empreinte SHA-256", "SHA-256"},
    {Phrase::packVersion, "Règles", "Rules"},
    {Phrase::listsVersion, "Nomenclatures", "Nomenclatures"},
    {Phrase::checkedOn, "Contrôlé le", "Checked on"},
    {Phrase::counts, "Constats", "Findings"},
    {Phrase::byRule, "Constats par règle", "Findings by rule"},
    {Phrase::byProject, "Constats par projet", "Findings by project"},
    {Phrase::wholePortfolio, "Ensemble du portefeuille", "The whole portfolio"},
    {Phrase::errors, "Erreurs", "Errors"},
    {Phrase::warnings, "Avertissements", "Warnings"},
    {Phrase::informations, "Informations", "Notes"},
    {Phrase::costAmount, "{} M€", "{} M€"},
    {Phrase::yearAmount, "{} an", "{} year"},
    {Phrase::yearsAmount, "{} ans", "{} years"},
    {Phrase::projectPhase, "Phase", "Phase"},
    {Phrase::initialCost, "Coût initial", "Initial cost"},
    {Phrase::currentCost, "Coût complet actuel", "Full cost now"},
    {Phrase::costBand, "Tranche de coût", "Cost band"},
    {Phrase::plannedYears, "Durée prévue", "Planned duration"},
    {Phrase::plannedEnd, "Fin prévue", "Planned end"},
    {Phrase::startPlusDuration, "d’après le début et la durée", "from start and duration"},
    {Phrase::spent, "Dépensé", "Spent"},
    {Phrase::shareOfCost, "{} du coût actuel", "{} of the cost now"},
    {Phrase::keptInSheet, "dans la feuille : {}", "in the sheet: {}"},
    {Phrase::opinion, "Avis « article 3 »", "Opinion (“article 3”)"},
    {Phrase::opinionGiven, "Avis rendu le", "Opinion given on"},
    {Phrase::opinionDue, "Réponse attendue avant le", "Answer due by"},
    {Phrase::notGiven, "pas encore", "not yet"},
    {Phrase::inSheet, "feuille « {} »", "sheet “{}”"},
    {Phrase::inFile, "fichier « {} »", "file “{}”"},
    {Phrase::editionIn, "{} ({})", "{} ({})"},
    {Phrase::undatedIn, "édition sans date ({})", "edition without a date ({})"},
    {Phrase::courseLine, "{} : {}", "{}: {}"},
    {Phrase::costUnknown, "coût non connu", "cost not known"},
    {Phrase::endIn, "fin {}", "end {}"},
    {Phrase::budgetRateIs, "glissement budgétaire {}", "budget slippage {}"},
    {Phrase::calledThen, "sous le nom « {} »", "under the name “{}”"},
    {Phrase::figureBudgetAggregated, "Glissement budgétaire agrégé (taux d’écart)",
     "Aggregated budget slippage"},
    {Phrase::figureCalendarAggregated, "Glissement calendaire agrégé (taux d’écart)",
     "Aggregated calendar slippage"},
    {Phrase::figureGlobal, "Taux global", "Global rate"},
    {Phrase::globalBasis, "moyenne des taux moyens : budgétaire {} (n = {}), calendaire {} (n = {})",
     "mean of the mean rates: budget {} (n = {}), calendar {} (n = {})"},
    {Phrase::figureTargetGap, "Écart du taux global à la cible", "Gap of the global rate to the target"},
    {Phrase::targetBasis, "cible : {} fin {}", "target: {} by the end of {}"},
    {Phrase::figureTotalChange, "Évolution du coût total (M€)", "Change of the total cost (M€)"},
    {Phrase::figureBudgetChange, "Évolution du glissement budgétaire moyen",
     "Change of the mean budget slippage"},
    {Phrase::figureCalendarChange, "Évolution du glissement calendaire moyen",
     "Change of the mean calendar slippage"},
    {Phrase::changeFromTo, "de {} à {}", "from {} to {}"},
    {Phrase::figureBudgetParts, "Décomposition de l’évolution du glissement budgétaire",
     "Parts of the change of the budget slippage"},
    {Phrase::figureCalendarParts, "Décomposition de l’évolution du glissement calendaire",
     "Parts of the change of the calendar slippage"},
    {Phrase::changeParts, "projets communs {}, sortants {}, entrants {}",
     "common projects {}, leaving {}, entering {}"},
    {Phrase::partsBasis, "méthode « {} », les trois parts s’additionnent",
     "method “{}”, the three parts add up"},
    {Phrase::figureRenewal, "Renouvellement", "Renewal"},
    {Phrase::renewalBasis, "entrants : {} sur {}", "entering: {} of {}"},
    {Phrase::renamesOpen, "renommages à confirmer, non comptés : {}",
     "renamings to confirm, not counted: {}"},
    {Phrase::publishedFigure, "Publié, édition {} : {}", "Published, edition {}: {}"},
    {Phrase::publishedAlone, "source : {}", "source: {}"},
    {Phrase::publishedBeside, "source : {} ; recalculé : {}", "source: {}; recomputed: {}"},
    {Phrase::semicolon, " ; ", "; "},
};

constexpr bool wordsFollowTheEnum()
{
    for (std::size_t i = 0; i < std::size(words); ++i)
        if (static_cast<std::size_t>(words[i].which) != i) return false;
    return std::size(words) == static_cast<std::size_t>(Phrase::count_);
}
static_assert(wordsFollowTheEnum(), "every phrase needs its words, in the order of the enum");

/// Digits in groups of three.
std::string grouped(const std::string& digits, std::string_view separator)
{
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) result += separator;
        result += digits[i];
    }
    return result;
}

std::string problemWords(const DataError& error, bool french)
{
    const auto& s = error.subject;
    switch (error.problem) {
    case DataProblem::unreadable:
        return french ? "Le fichier ne peut pas être lu." : "The file cannot be read.";
    case DataProblem::tooLarge: return french ? "Le fichier est trop volumineux." : "The file is too large.";
    case DataProblem::notXml:
        return french ? "Le fichier n’est pas un XML bien formé." : "The file is not well-formed XML.";
    case DataProblem::unknownElement:
        return fmt::format(fmt::runtime(french ? "L’élément « {} » n’est pas connu ici."
                                               : "The element “{}” is not known here."),
                           s);
    case DataProblem::unknownAttribute:
        return fmt::format(fmt::runtime(french ? "L’attribut « {} » n’est pas connu ici."
                                               : "The attribute “{}” is not known here."),
                           s);
    case DataProblem::missingElement:
        return fmt::format(fmt::runtime(french ? "L’élément « {} » manque." : "The element “{}” is missing."),
                           s);
    case DataProblem::missingAttribute:
        return fmt::format(
            fmt::runtime(french ? "L’attribut « {} » manque." : "The attribute “{}” is missing."), s);
    case DataProblem::missingText:
        return fmt::format(fmt::runtime(french ? "Le texte de « {} » manque dans une des deux langues."
                                               : "The text of “{}” is missing in one of the two languages."),
                           s);
    case DataProblem::badValue:
        return fmt::format(
            fmt::runtime(french ? "La valeur « {} » n’est pas admise." : "The value “{}” is not allowed."),
            s);
    case DataProblem::duplicate:
        return fmt::format(fmt::runtime(french ? "« {} » figure deux fois." : "“{}” stands twice."), s);
    case DataProblem::unknownReference: break;
    }
    return fmt::format(fmt::runtime(french ? "« {} » n’existe pas." : "“{}” does not exist."), s);
}

} // namespace

std::string_view phrase(Phrase which, Language language)
{
    const Words& found = words[static_cast<std::size_t>(which)];
    return language == Language::french ? found.french : found.english;
}

std::string describe(const DataError& error, Language language)
{
    const bool french = language == Language::french;
    std::string text = error.file;
    if (error.line > 0) text += fmt::format(fmt::runtime(french ? ", ligne {}" : ", line {}"), error.line);
    text += (french ? " : " : ": ") + problemWords(error, french);
    if (!error.expected.empty())
        text += fmt::format(fmt::runtime(french ? " Attendu : {}." : " Expected: {}."), error.expected);
    return text;
}

std::string shownNumber(double value, int fewestDecimals, int mostDecimals, Language language)
{
    const std::string text = withDecimals(std::fabs(value), mostDecimals);
    std::size_t point = text.find('.');
    if (point == std::string::npos) point = text.size();
    std::string decimals = point < text.size() ? text.substr(point + 1) : std::string();
    while (decimals.size() > static_cast<std::size_t>(fewestDecimals) && decimals.ends_with('0'))
        decimals.pop_back();
    const bool french = language == Language::french;
    const std::string whole = grouped(text.substr(0, point), french ? "\xC2\xA0" : ",");
    const bool zero = whole == "0" && decimals.find_first_not_of('0') == std::string::npos;
    std::string shown = value < 0 && !zero ? "-" + whole : whole;
    if (!decimals.empty()) shown += (french ? "," : ".") + decimals;
    return shown;
}

std::string shownDate(Date date, Language language)
{
    const int year = static_cast<int>(date.year());
    const unsigned month = static_cast<unsigned>(date.month()), day = static_cast<unsigned>(date.day());
    if (language == Language::french) return fmt::format("{:02}/{:02}/{:04}", day, month, year);
    return fmt::format("{} {}", day, shownMonth(monthOf(date), language));
}

std::string shownMonth(YearMonth month, Language language)
{
    if (language == Language::french) return frenchMonth(month);
    static constexpr const char* names[] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};
    return fmt::format("{} {}", names[static_cast<unsigned>(month.month()) - 1],
                       static_cast<int>(month.year()));
}

std::string shownProjects(std::size_t count, Language language)
{
    const char* word = language == Language::french ? (count < 2 ? "projet" : "projets")
                                                    : (count == 1 ? "project" : "projects");
    return fmt::format("{} {}", shownNumber(static_cast<double>(count), 0, 0, language), word);
}

std::string shownPercent(double fraction, Language language)
{
    return shownNumber(fraction * 100, 0, 1, language) + (language == Language::french ? "\xC2\xA0%" : "%");
}

std::string shownReason(Withheld reason, Language language)
{
    switch (reason) {
    case Withheld::cadrage: return std::string(phrase(Phrase::reasonCadrage, language));
    case Withheld::revision: return std::string(phrase(Phrase::reasonRevision, language));
    case Withheld::tender: return std::string(phrase(Phrase::reasonTender, language));
    case Withheld::absent: return std::string(phrase(Phrase::reasonAbsent, language));
    case Withheld::other:
    case Withheld::no: break;
    }
    return std::string(phrase(Phrase::reasonOther, language));
}

} // namespace panorama
