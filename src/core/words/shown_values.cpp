#include "core/words/shown_values.hpp"

#include "core/text/decimals.hpp"
#include "core/words/vocabulary.hpp"

#include <cmath>
#include <fmt/format.h>

namespace panorama {

namespace {

constexpr Text reasonCadrage{"en cadrage", "in cadrage (not yet framed)"};
constexpr Text reasonRevision{"en révision de trajectoire",
                              "having its plan revised (révision de trajectoire)"};
constexpr Text reasonTender{"en cours d’appel d’offres", "out to tender"};
constexpr Text reasonOther{"déclaré non publiable", "declared not for publication"};
constexpr Text reasonAbsent{"sans motif indiqué", "without a stated reason"};

constexpr Text oneProject{"{} projet", "{} project"};
constexpr Text manyProjects{"{} projets", "{} projects"};

constexpr Text groupSeparator{"\u00A0", ","};
constexpr Text percent{"{}\u00A0%", "{}%"};
constexpr Text dayMonthYear{"{0:02}/{1:02}/{3:04}", "{0} {2} {3}"};

constexpr Text months[] = {{"janvier", "January"}, {"février", "February"},  {"mars", "March"},
                           {"avril", "April"},     {"mai", "May"},           {"juin", "June"},
                           {"juillet", "July"},    {"août", "August"},       {"septembre", "September"},
                           {"octobre", "October"}, {"novembre", "November"}, {"décembre", "December"}};

constexpr Text inLine{", ligne {}", ", line {}"};
constexpr Text expectedThere{" Attendu : {}.", " Expected: {}."};
constexpr Text unreadable{"Le fichier ne peut pas être lu.", "The file cannot be read."};
constexpr Text tooLarge{"Le fichier est trop volumineux.", "The file is too large."};
constexpr Text notXml{"Le fichier n’est pas un XML bien formé.", "The file is not well-formed XML."};
constexpr Text unknownElement{"L’élément « {} » n’est pas connu ici.", "The element “{}” is not known here."};
constexpr Text unknownAttribute{"L’attribut « {} » n’est pas connu ici.",
                                "The attribute “{}” is not known here."};
constexpr Text missingElement{"L’élément « {} » manque.", "The element “{}” is missing."};
constexpr Text missingAttribute{"L’attribut « {} » manque.", "The attribute “{}” is missing."};
constexpr Text missingText{"Le texte de « {} » manque dans une des deux langues.",
                           "The text of “{}” is missing in one of the two languages."};
constexpr Text badValue{"La valeur « {} » n’est pas admise.", "The value “{}” is not allowed."};
constexpr Text duplicate{"« {} » figure deux fois.", "“{}” stands twice."};
constexpr Text unknownReference{"« {} » n’existe pas.", "“{}” does not exist."};

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

std::string_view nameOf(std::chrono::month month, Language language)
{
    return months[static_cast<unsigned>(month) - 1].in(language);
}

const Text& problemText(DataProblem problem)
{
    switch (problem) {
    case DataProblem::unreadable: return unreadable;
    case DataProblem::tooLarge: return tooLarge;
    case DataProblem::notXml: return notXml;
    case DataProblem::unknownElement: return unknownElement;
    case DataProblem::unknownAttribute: return unknownAttribute;
    case DataProblem::missingElement: return missingElement;
    case DataProblem::missingAttribute: return missingAttribute;
    case DataProblem::missingText: return missingText;
    case DataProblem::badValue: return badValue;
    case DataProblem::duplicate: return duplicate;
    case DataProblem::unknownReference: break;
    }
    return unknownReference;
}

const Text& reasonText(Withheld reason)
{
    switch (reason) {
    case Withheld::cadrage: return reasonCadrage;
    case Withheld::revision: return reasonRevision;
    case Withheld::tender: return reasonTender;
    case Withheld::absent: return reasonAbsent;
    case Withheld::other:
    case Withheld::no: break;
    }
    return reasonOther;
}

} // namespace

std::string describe(const DataError& error, Language language)
{
    std::string where = error.file;
    if (error.line > 0) where += say(inLine, language, error.line);
    std::string text =
        say(vocabulary::labelled, language, where, say(problemText(error.problem), language, error.subject));
    if (!error.expected.empty()) text += say(expectedThere, language, error.expected);
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
    const std::string whole = grouped(text.substr(0, point), groupSeparator.in(language));
    const bool zero = whole == "0" && decimals.find_first_not_of('0') == std::string::npos;
    std::string shown = value < 0 && !zero ? "-" + whole : whole;
    if (!decimals.empty()) shown += say(vocabulary::decimalPoint, language) + decimals;
    return shown;
}

std::string shownDate(Date date, Language language)
{
    return say(dayMonthYear, language, static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
               nameOf(date.month(), language), static_cast<int>(date.year()));
}

std::string shownMonth(YearMonth month, Language language)
{
    return fmt::format("{} {}", nameOf(month.month(), language), static_cast<int>(month.year()));
}

const Text& numbered(double count, const Text& one, const Text& many, Language language)
{
    // French counts below 2 in the singular, English all but 1 in the plural.
    const bool isOne = language == Language::french ? count < 2 : count == 1;
    return isOne ? one : many;
}

std::string shownCount(std::size_t count, const Text& one, const Text& many, Language language)
{
    const auto number = static_cast<double>(count);
    return say(numbered(number, one, many, language), language, shownNumber(number, 0, 0, language));
}

std::string shownProjects(std::size_t count, Language language)
{
    return shownCount(count, oneProject, manyProjects, language);
}

std::string shownPercent(double fraction, Language language)
{
    return say(percent, language, shownNumber(fraction * 100, 0, 1, language));
}

std::string shownReason(Withheld reason, Language language)
{
    return say(reasonText(reason), language);
}

} // namespace panorama
