#pragma once

#include "core/data/language.hpp"
#include "core/editions/table_match.hpp"
#include "core/rules/finding.hpp"

#include <string>

namespace panorama {

/// The sentence of a finding, with the values put in as the language writes them, and the further cells it
/// stands for.
std::string messageOf(const Finding& finding, Language language);
/// The project a finding speaks of: of its row, or one that is no longer in the table. Empty for the
/// portfolio, and where it stands for several.
std::string projectOf(const Finding& finding);
/// The same of the finding's own cell, whatever else it stands for.
std::string ownProjectOf(const Finding& finding);
/// "B12", with its sheet where that is not the table's ("Acceptations.A3").
std::string shownCell(const Finding& finding, const Table& table);
/// The same with the number of cells it stands for: "B12 (8 cellules)".
std::string shownCells(const Finding& finding, Language language);
/// What the cell shows, or as near as can be said without its format.
std::string valueOf(const Finding& finding, Language language);
/// The new value of a finding's fix, a date as the language writes it; the first few of several cells. Empty
/// without a fix.
std::string shownFix(const Finding& finding, Language language);
/// "Correction sûre : ALTAÏR": the new value, and how far it may be trusted. Empty without a fix.
std::string shownProposal(const Finding& finding, Language language);
/// "même début, même coût": why two projects may be one.
std::string shownEvidence(Evidence evidence, Language language);
/// "Accepté par … jusqu'au … : …".
std::string shownAcceptance(const Acceptance& acceptance, Language language);
/// "error", "warning", "info": for machines.
std::string_view keyOf(Severity severity);
/// "erreur", "avertissement", "information".
std::string_view nameOf(Severity severity, Language language);

} // namespace panorama
