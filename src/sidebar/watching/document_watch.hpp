#pragma once

#include "bridge/workbook_reading.hpp"
#include "core/live/background_work.hpp"
#include "core/live/live_check.hpp"
#include "sidebar/document/cell_marks.hpp"
#include "sidebar/watching/main_thread.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <rtl/ref.hxx>
#include <string>
#include <vector>

namespace panorama::sidebar {

class DocumentListener;

/// What the user says about a document for as long as it is open.
struct WatchSettings
{
    const Pack* pack = nullptr; ///< instead of the one that goes with the headers
    Columns::Corrections headers = {};
    std::optional<YearMonth> edition = {}; ///< where neither the sheet nor the file's name says it
    std::shared_ptr<const CheckedWorkbook> previous = {}; ///< an edition from another file
};

/// Reads one open document again whenever it may have changed, has it judged on another thread and tells
/// those who show the result. Reading goes in steps of a few milliseconds, so that typing never waits for it.
/// Everything here happens on the office's main thread; the judging sees nothing but a snapshot.
class DocumentWatch : public std::enable_shared_from_this<DocumentWatch>
{
  public:
    enum class Phase : unsigned char {
        waiting, ///< something may have changed, and more may follow
        reading,
        judging,
        upToDate,
        cancelled, ///< by the user; the next change starts anew
        failed     ///< see failure()
    };

    /// Is told of what happens to a watch; may stop listening while being told.
    class Subscriber
    {
      public:
        virtual void resultArrived() = 0;
        virtual void phaseChanged() = 0;
        /// The document is closing: it must not be touched any more.
        virtual void documentClosed() = 0;

      protected:
        ~Subscriber() = default;
    };

    /// The watch of a document: one for all its windows, made when first asked for. Nothing for what is no
    /// spreadsheet.
    static std::shared_ptr<DocumentWatch> of(const css::uno::Reference<css::uno::XComponentContext>& context,
                                             const css::uno::Reference<css::frame::XModel>& model);
    ~DocumentWatch();

    void subscribe(Subscriber* subscriber);
    void unsubscribe(Subscriber* subscriber);

    Phase phase() const { return phase_; }
    /// Whether the user has been waiting long enough to want to see how far it is.
    bool isSlow() const;
    /// Of reading and judging, from 0 to 1.
    double progress() const;
    const std::optional<ReadFailure>& failure() const { return failure_; }
    const LiveResult& result() const { return result_; }
    const WatchSettings& settings() const { return settings_; }
    void change(WatchSettings settings);

    /// Reads and judges without waiting for quiet.
    void checkNow();
    void cancel();

    /// Colours the cells of findings. Marks are put away while the document is saved.
    void setMarking(bool marking);
    bool isMarking() const { return marking_; }
    /// Whether there are more cells than are marked.
    bool marksAreIncomplete() const { return marking_ && !markedAll_; }

    /// Nothing once the document is closed.
    const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document() const { return document_; }
    css::uno::Reference<css::frame::XModel> model() const;
    const std::shared_ptr<MainThread>& mainThread() const { return mainThread_; }
    /// Nothing where the extension's own files are damaged. Reads them at the first call.
    const RuleBook* rules() const;

    /// To be destroyed where it disturbs nobody.
    void discard(std::shared_ptr<const void> thing);

  private:
    friend class DocumentListener;
    DocumentWatch(const css::uno::Reference<css::uno::XComponentContext>& context,
                  const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);
    void start();

    void documentChanged();
    void documentEvent(const rtl::OUString& name);
    void documentClosing();
    void enter(Phase phase);
    void tell(void (Subscriber::*what)());
    void scheduleStep(std::chrono::milliseconds delay);
    void step(std::uint64_t turn);
    void readOn();
    void submit();
    void mark();
    void unmark();
    void markOn();
    void takeResult();
    std::string fileName() const;

    std::filesystem::path extension_; ///< the folder of our own files
    css::uno::Reference<css::sheet::XSpreadsheetDocument> document_;
    std::shared_ptr<MainThread> mainThread_;
    rtl::Reference<DocumentListener> listener_;
    std::vector<Subscriber*> subscribers_;
    WatchSettings settings_;
    Phase phase_ = Phase::waiting;
    std::chrono::steady_clock::time_point began_ = {}; ///< the reading and judging that is under way
    std::optional<ReadFailure> failure_;
    std::unique_ptr<WorkbookReading> reading_;
    std::uint64_t generation_ = 0; ///< of the reading
    std::uint64_t turn_ = 0;       ///< only the latest scheduled step counts
    LiveResult result_;
    bool marking_ = false, markedAll_ = true;
    bool hasMarked_ = false;     ///< since the document was opened
    bool changingMarks_ = false; ///< what changes now is not the user's doing
    std::optional<CellMarks> marks_;
    std::optional<LiveCheck> check_; ///< used on the worker's thread alone
    std::optional<BackgroundWork<LiveRequest, LiveResult>>
        judging_; ///< the last: it ends before what it uses
};

} // namespace panorama::sidebar
