#include "sidebar/watching/document_watch.hpp"

#include "bridge/extension_data.hpp"
#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "sidebar/watching/document_listener.hpp"

#include <algorithm>
#include <map>
#include <rtl/uri.hxx>

namespace panorama::sidebar {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using std::chrono::milliseconds;

// Somebody who types or pastes makes several changes in a row; a glance later nothing has been missed.
constexpr milliseconds quiet{120};
// How long a step of the reading may take and how long the office then has for the user. A step ends with its
// last block, which takes another millisecond or two.
constexpr milliseconds stepTime{6};
constexpr milliseconds pauseTime{4};
// A bar that comes and goes within a blink says nothing.
constexpr milliseconds patience{400};

/// By the document's address, which keeps no document alive.
std::map<const void*, std::weak_ptr<DocumentWatch>>& known()
{
    static std::map<const void*, std::weak_ptr<DocumentWatch>> watches;
    return watches;
}

} // namespace

std::shared_ptr<DocumentWatch> DocumentWatch::of(const Reference<css::uno::XComponentContext>& context,
                                                 const Reference<css::frame::XModel>& model)
{
    const Reference<css::sheet::XSpreadsheetDocument> document(model, UNO_QUERY);
    if (!document.is()) return nullptr;
    std::erase_if(known(), [](const auto& entry) { return entry.second.expired(); });
    auto& place = known()[Reference<css::uno::XInterface>(document, UNO_QUERY).get()];
    auto watch = place.lock();
    if (!watch || watch->document() != document) { // a new document may get the address of a closed one
        watch.reset(new DocumentWatch(context, document));
        place = watch;
        watch->start();
    }
    return watch;
}

DocumentWatch::DocumentWatch(const Reference<css::uno::XComponentContext>& context,
                             const Reference<css::sheet::XSpreadsheetDocument>& document)
    : extension_(panorama::extensionFolder(context)), document_(document),
      mainThread_(MainThread::shared(context))
{
}

void DocumentWatch::start()
{
    // The worker reads the rules if nobody has: it needs their folder, but nothing of the office.
    check_.emplace([folder = extension_] { return panorama::rules(folder); });
    judging_.emplace(
        // NOLINTNEXTLINE(performance-unnecessary-value-param): it is moved on
        [this](LiveRequest request, CheckProgress& progress, const auto& deliver) {
            guarded([&] { check_->judge(std::move(request), progress, deliver); });
        },
        [self = weak_from_this(), mainThread = mainThread_] {
            mainThread->post([self] {
                if (const auto watch = self.lock()) watch->takeResult();
            });
        });
    marks_.emplace(document_);
    marks_->plan(nullptr); // takes away, in steps, what a killed office left in a recovered document
    markOn();
    listener_ = new DocumentListener(*this);
    listener_->listenTo(document_);
    checkNow();
}

DocumentWatch::~DocumentWatch()
{
    if (hasMarked_ && document_.is()) unmark();
    if (listener_.is()) listener_->stop();
}

void DocumentWatch::subscribe(Subscriber* subscriber)
{
    subscribers_.push_back(subscriber);
}

void DocumentWatch::unsubscribe(Subscriber* subscriber)
{
    std::erase(subscribers_, subscriber);
}

/// A subscriber may leave, or close the document, while another one is told.
void DocumentWatch::tell(void (Subscriber::*what)())
{
    const auto self = shared_from_this();
    const auto listening = subscribers_;
    for (Subscriber* subscriber : listening)
        if (std::find(subscribers_.begin(), subscribers_.end(), subscriber) != subscribers_.end())
            (subscriber->*what)();
}

void DocumentWatch::enter(Phase phase)
{
    phase_ = phase;
    tell(&Subscriber::phaseChanged);
}

double DocumentWatch::progress() const
{
    // Reading takes about as long as judging.
    if (phase_ == Phase::reading) return reading_ ? reading_->progress() / 2 : 0;
    if (phase_ == Phase::judging) return 0.5 + judging_->share() / 2;
    return 0;
}

bool DocumentWatch::isSlow() const
{
    return std::chrono::steady_clock::now() - began_ > patience;
}

Reference<css::frame::XModel> DocumentWatch::model() const
{
    return Reference<css::frame::XModel>(document_, UNO_QUERY);
}

const RuleBook* DocumentWatch::rules() const
{
    return panorama::rules(extension_);
}

void DocumentWatch::discard(std::shared_ptr<const void> thing)
{
    judging_->discard(std::move(thing));
}

void DocumentWatch::change(WatchSettings settings)
{
    settings_ = std::move(settings);
    checkNow();
}

void DocumentWatch::documentChanged()
{
    if (!document_.is() || changingMarks_) return;
    reading_.reset(); // what it has read may be outdated
    judging_->cancel();
    if (phase_ != Phase::waiting) enter(Phase::waiting);
    scheduleStep(quiet);
}

void DocumentWatch::documentEvent(const rtl::OUString& name)
{
    const bool saves = name.startsWith("OnSave") || name.startsWith("OnCopyTo");
    if (name == "OnSave" || name == "OnSaveAs" || name == "OnSaveTo" || name == "OnCopyTo") {
        if (hasMarked_) unmark();
    } else if (saves) {
        mark(); // done or failed
    } else if (name == "OnTitleChanged") {
        documentChanged(); // the edition may be in the name of the file
    }
}

void DocumentWatch::setMarking(bool marking)
{
    if (marking == marking_ || !document_.is()) return;
    marking_ = marking;
    hasMarked_ = true;
    if (marking)
        mark();
    else
        unmark();
}

/// Also where nothing is marked any more: an undo may have brought marks back.
void DocumentWatch::mark()
{
    if (!hasMarked_ || !document_.is() || !result_.workbook || result_.changed) return;
    changingMarks_ = true;
    markedAll_ = marks_->plan(marking_ ? result_.workbook.get() : nullptr);
    changingMarks_ = false;
    markOn();
}

void DocumentWatch::markOn()
{
    if (!document_.is()) return;
    changingMarks_ = true;
    const bool done = marks_->step(stepTime);
    changingMarks_ = false;
    if (done) return;
    mainThread_->postAfter(pauseTime, [self = weak_from_this()] {
        if (const auto watch = self.lock()) watch->markOn();
    });
}

void DocumentWatch::unmark()
{
    changingMarks_ = true;
    marks_->remove();
    changingMarks_ = false;
}

void DocumentWatch::documentClosing()
{
    const auto self = shared_from_this();
    ++turn_;
    reading_.reset();
    judging_->cancel();
    tell(&Subscriber::documentClosed);
    document_.clear();
}

void DocumentWatch::checkNow()
{
    if (!document_.is()) return;
    reading_.reset();
    judging_->cancel();
    if (phase_ != Phase::waiting) enter(Phase::waiting);
    scheduleStep(milliseconds(0));
}

void DocumentWatch::cancel()
{
    ++turn_;
    reading_.reset();
    judging_->cancel();
    enter(Phase::cancelled);
}

void DocumentWatch::scheduleStep(milliseconds delay)
{
    mainThread_->postAfter(delay, [self = weak_from_this(), turn = ++turn_] {
        if (const auto watch = self.lock()) watch->step(turn);
    });
}

void DocumentWatch::step(std::uint64_t turn)
{
    if (turn != turn_ || !document_.is()) return;
    if (phase_ == Phase::judging) {
        tell(&Subscriber::phaseChanged); // the progress
        if (judging_->isBusy()) scheduleStep(milliseconds(100));
        return;
    }
    if (!reading_) {
        reading_ = std::make_unique<WorkbookReading>(document_, ++generation_);
        began_ = std::chrono::steady_clock::now();
        failure_.reset();
        enter(Phase::reading);
        if (turn != turn_) return;
    }
    readOn();
}

void DocumentWatch::readOn()
{
    const auto done = reading_->step(stepTime);
    if (!done) {
        failure_ = done.error();
        reading_.reset();
        enter(Phase::failed);
    } else if (*done) {
        submit();
    } else {
        if (isSlow()) tell(&Subscriber::phaseChanged); // the progress
        scheduleStep(pauseTime);
    }
}

void DocumentWatch::submit()
{
    WorkbookSnapshot snapshot = reading_->take();
    reading_.reset();
    CheckOptions options;
    options.pack = settings_.pack;
    options.headers = settings_.headers;
    options.editionMonth = settings_.edition;
    judging_->submit({.fileName = fileName(),
                      .sheets = std::move(snapshot.sheets),
                      .facts = std::move(snapshot.facts),
                      .options = std::move(options),
                      .previous = settings_.previous});
    scheduleStep(milliseconds(300)); // a check that takes longer shows how far it is
    enter(Phase::judging);
}

void DocumentWatch::takeResult()
{
    auto arrived = judging_->take();
    if (arrived) {
        auto old = std::make_shared<LiveResult>(std::exchange(result_, std::move(*arrived)));
        judging_->discard(std::move(old));
        mark();
        tell(&Subscriber::resultArrived);
    }
    if (phase_ == Phase::judging && !judging_->isBusy()) {
        ++turn_;
        enter(Phase::upToDate);
    }
}

/// As the user sees it in the title; the edition is read from it.
std::string DocumentWatch::fileName() const
{
    const rtl::OUString url = Reference<css::frame::XModel>(document_, css::uno::UNO_QUERY_THROW)->getURL();
    return toUtf8(rtl::Uri::decode(url.copy(url.lastIndexOf('/') + 1), rtl_UriDecodeWithCharset,
                                   RTL_TEXTENCODING_UTF8));
}

} // namespace panorama::sidebar
