#include "sidebar/dialogs/previous_edition.hpp"

#include "core/data/text.hpp"
#include "core/report/problem_words.hpp"
#include "core/words/vocabulary.hpp"
#include "sidebar/words.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/file_reports.hpp"

namespace panorama::sidebar::words {

constexpr Text previousFailed{"Ce fichier ne peut pas servir d’édition précédente : {}",
                              "This file cannot serve as the previous edition: {}"};

} // namespace panorama::sidebar::words

namespace panorama::sidebar {

// The copies live as long as the dialog, whatever becomes of the panel.
// NOLINTBEGIN(performance-unnecessary-value-param)
std::optional<std::string> choosePreviousEdition(const PanelHost& panel, std::shared_ptr<DocumentWatch> watch)
// NOLINTEND(performance-unnecessary-value-param)
{
    if (!watch) return std::nullopt;
    const PanelHost host = panel; // the panel may go while the dialog is open
    const auto files =
        workbench::chooseWorkbooks(host.context, vocabulary::previousEdition.in(host.language), false);
    if (files.empty() || !watch->document().is() || !watch->rules()) return std::nullopt;
    const FileReport report =
        workbench::fileCheck(host.context, *watch->rules()).check(files.front().string());
    if (report.problem)
        return say(words::previousFailed, host.language,
                   describe(*report.problem, files.front().filename().string(), host.language));
    WatchSettings settings = watch->settings();
    settings.previous = report.workbook;
    watch->change(std::move(settings));
    return std::nullopt;
}

} // namespace panorama::sidebar
