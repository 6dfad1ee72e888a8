#pragma once

#include "core/checking/file_problem.hpp"

#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/task/XInteractionHandler.hpp>
#include <cppuhelper/implbase1.hxx>
#include <filesystem>
#include <mutex>
#include <string>
#include <tl/expected.hpp>

namespace panorama {

/// Answers every question of the office with "no", and remembers what was asked.
class RefusingHandler : public cppu::WeakImplHelper1<css::task::XInteractionHandler>
{
  public:
    void SAL_CALL handle(const css::uno::Reference<css::task::XInteractionRequest>& request) override;

    /// The types of the questions, in brackets.
    std::string asked() const;

  private:
    mutable std::mutex mutex_; // the office may ask from any of its threads
    std::string asked_;
};

/// What the questions of the office say about a file it then did not load.
FileProblem reasonOf(const std::string& asked, const std::filesystem::path& file);

/// The workbook that was loaded. Plain text under the name of a workbook is none: the office would have
/// guessed what is a date or a number.
tl::expected<css::uno::Reference<css::sheet::XSpreadsheetDocument>, OpenFailure>
workbookOf(const css::uno::Reference<css::lang::XComponent>& document);

} // namespace panorama
