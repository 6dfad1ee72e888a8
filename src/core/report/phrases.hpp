#pragma once

#include "core/data/data_error.hpp"
#include "core/data/language.hpp"
#include "core/text/date.hpp"
#include "core/text/withheld.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>

namespace panorama {

/// Every sentence and label that is not a rule's own, once in each language (phrases.cpp). {} stand for what
/// is put in.
enum class Phrase {
    error,
    warning,
    information,
    ready,
    notReady,
    keyFigures,
    findings,
    noFinding,
    howToRepair,
    expected,
    repair,
    why,
    source,
    project,
    proposedSure,
    proposedToConfirm,
    proposedIndicative,
    tableFound,
    tableRows,
    tableRow,
    columnsUnknown,
    rowsIgnored,
    packUsed,
    noPack,
    editionKnown,
    editionUnknown,
    editionUnknownHere,
    fromOption,
    fromColumn,
    fromFileName,
    unrecognisedColumn,
    convertedColumn,
    ignoredTotal,
    ignoredNote,
    figureProjects,
    figureInterministerial,
    figureTotal,
    figureDuration,
    figureWithheld,
    figureMissing,
    figureBudget,
    figureCalendar,
    unknown,
    overProjects,
    usedAndExcluded,
    comparisonWith,
    entering,
    leaving,
    csvUnclosed,
    reasonCadrage,
    reasonRevision,
    reasonTender,
    reasonOther,
    file,
    sheet,
    cell,
    rule,
    severity,
    message,
    value,
    reportTitle,
    certificateNote,
    evidenceSameDescription,
    evidenceLikeDescription,
    evidenceLikeName,
    evidenceSameStart,
    evidenceSameCost,
    evidenceLikeCost,
    evidenceSameDuration,
    evidenceSameZone,
    evidenceSameProgramme,
    evidenceSameMinistry,
    reasonAbsent,
    pointsAmount,
    packRange,
    ignoredNil,
    comparedWith,
    toComplete,
    renamed,
    renamedItem,
    successors,
    splits,
    mergers,
    confirmedRenames,
    confirmedItem,
    changeBudget,
    changeCalendar,
    changeOfRate,
    changeOfTotal,
    acrossBreak,
    acceptedBy,
    acceptedUntil,
    listFound,
    waiverList,
    opinionRegister,
    certificate,
    conforming,
    notConforming,
    fileName,
    fileSize,
    fileSizeBytes,
    digest,
    packVersion,
    listsVersion,
    checkedOn,
    counts,
    byRule,
    byProject,
    wholePortfolio,
    errors,
    warnings,
    informations,
    costAmount,
    yearAmount,
    yearsAmount,
    projectPhase,
    initialCost,
    currentCost,
    costBand,
    plannedYears,
    plannedEnd,
    startPlusDuration,
    spent,
    shareOfCost,
    keptInSheet,
    opinion,
    opinionGiven,
    opinionDue,
    notGiven,
    inSheet,
    inFile,
    editionIn,
    undatedIn,
    courseLine,
    costUnknown,
    endIn,
    budgetRateIs,
    calledThen,
    figureBudgetAggregated,
    figureCalendarAggregated,
    figureGlobal,
    globalBasis,
    figureTargetGap,
    targetBasis,
    figureTotalChange,
    figureBudgetChange,
    figureCalendarChange,
    changeFromTo,
    figureBudgetParts,
    figureCalendarParts,
    changeParts,
    partsBasis,
    figureRenewal,
    renewalBasis,
    renamesOpen,
    publishedFigure,
    publishedAlone,
    publishedBeside,
    semicolon,
    count_, ///< how many phrases there are
};

std::string_view phrase(Phrase which, Language language);

/// The phrase with its {} filled in.
template <typename... Arguments>
std::string say(Phrase which, Language language, const Arguments&... arguments)
{
    return fmt::format(fmt::runtime(phrase(which, language)), arguments...);
}

/// A data file's error: file, line, what is wrong, what is expected.
std::string describe(const DataError& error, Language language);

/// Numbers and dates as the language writes them: "2 511,86" or "2,511.86", at most so many decimals and at
/// least the fewest.
std::string shownNumber(double value, int fewestDecimals, int mostDecimals, Language language);
std::string shownDate(Date date, Language language);
std::string shownMonth(YearMonth month, Language language);
/// "1 projet", "10 projets".
std::string shownProjects(std::size_t count, Language language);
std::string shownPercent(double fraction, Language language);
/// "en révision de trajectoire": why a figure is kept back.
std::string shownReason(Withheld reason, Language language);

} // namespace panorama
