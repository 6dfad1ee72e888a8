#pragma once

#include "core/data/language.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>

namespace panorama::sidebar {

/// Labels, helps and sentences of the sidebar, once in each language (words.cpp). {} stand for what is put
/// in.
enum class Word {
    // the verdict
    ready,
    toCorrect,
    toCompleteBadge,
    noTableBadge,
    notCheckedBadge,
    checking,
    interrupted,
    notRead,
    elsewhere,
    // what is looked at
    noTableHelp,
    tooLarge,
    readFailed,
    rulesDamaged,
    errorsOnOtherSheets,
    partial,
    // the list
    severityLabel,
    severityHelp,
    everything,
    errorsAndWarnings,
    errorsOnly,
    groupingLabel,
    groupingHelp,
    byRule,
    byProject,
    filterLabel,
    filterHelp,
    listLabel,
    listHelp,
    nothingShown,
    hiddenByFilter,
    more,
    groupCount,
    detailsLabel,
    detailsHelp,
    chooseFinding,
    // what can be done
    tableButton,
    tableButtonHelp,
    cancel,
    cancelHelp,
    progressHelp,
    goTo,
    goToHelp,
    fix,
    fixHelp,
    fixAll,
    fixAllHelp,
    accept,
    acceptHelp,
    exportButton,
    exportHelp,
    mark,
    markHelp,
    // what was done
    fixed,
    fixedOne,
    fixedMany,
    fixedNone,
    skippedProtected,
    skippedFormula,
    skippedChanged,
    readOnly,
    protectedSheet,
    formulaCell,
    cellChanged,
    changeFailed,
    sheetGone,
    sheetHidden,
    markedLimit,
    undoFix,
    undoFixAll,
    undoAccept,
    undoFindingsSheet,
    undoInsertFigure,
    // acceptances
    acceptTitle,
    acceptFinding,
    acceptReason,
    acceptReasonHelp,
    acceptBy,
    acceptByHelp,
    acceptUntil,
    acceptUntilHelp,
    acceptMissing,
    acceptBadDate,
    acceptSheet,
    acceptedNow,
    ok,
    abandon,
    // the table
    tableTitle,
    packLabel,
    packHelp,
    packAutomatic,
    columnLabel,
    columnHelp,
    meaningLabel,
    meaningHelp,
    meaningNone,
    editionLabel,
    editionHelp,
    editionBad,
    tableNote,
    columnOf,
    apply,
    // exports
    exportSheet,
    exportTitle,
    exported,
    sheetAdded,
    exportFailed,
    exportBusy,
    findingsSheetName,
    // the project
    noProject,
    courseHeading,
    projectFindings,
    projectNoFinding,
    // key figures
    insert,
    insertHelp,
    inserted,
    noFormula,
    cellTaken,
    previousButton,
    previousHelp,
    previousTitle,
    previousForget,
    previousFailed,
    noFigures,
    count_
};

std::string_view word(Word which, Language language);

/// The word with its {} filled in.
template <typename... Arguments>
std::string say(Word which, Language language, const Arguments&... arguments)
{
    return fmt::format(fmt::runtime(word(which, language)), arguments...);
}

} // namespace panorama::sidebar
