// One owner and one worker: nothing outdated arrives, nothing waits, nothing races.
#define BOOST_TEST_MODULE live
#include "core/live/background_work.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace panorama;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

/// A request that says its number and how much there is to do, and a result that says whose it is.
struct Request
{
    int number = 0;
    int steps = 0;
    std::vector<int> content = std::vector<int>(100, number); // read by the worker, written by the owner
};
struct Result
{
    int number = 0;
    int step = 0;
    std::vector<int> content;
};
using Work = BackgroundWork<Request, Result>;

void workThrough(const Request& request, CheckProgress& progress, const Work::Deliver& deliver)
{
    progress.expect(request.steps);
    for (int step = 1; step <= request.steps && !progress.isCancelled(); ++step) {
        progress.advance();
        deliver({request.number, step, request.content});
    }
}

/// Works until nobody wants it.
void workForever(const Request& request, CheckProgress& progress, const Work::Deliver& deliver)
{
    progress.expect(2);
    progress.advance();
    while (!progress.isCancelled()) {
        deliver({request.number, 0, request.content});
        std::this_thread::yield();
    }
    deliver({request.number, 1, request.content}); // too late: never to arrive
}

template <typename Condition>
bool becomesTrue(Condition condition)
{
    const auto end = Clock::now() + 30s;
    while (!condition()) {
        if (Clock::now() > end) return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

/// Notes on which thread it is destroyed.
class Witness
{
  public:
    Witness(std::atomic<int>& destroyed, std::atomic<std::thread::id>& where)
        : destroyed_(destroyed), where_(where)
    {
    }
    ~Witness()
    {
        where_ = std::this_thread::get_id();
        ++destroyed_;
    }
    Witness(const Witness&) = delete;
    Witness& operator=(const Witness&) = delete;

  private:
    std::atomic<int>& destroyed_;
    std::atomic<std::thread::id>& where_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(background_work)

BOOST_AUTO_TEST_CASE(a_request_brings_its_last_result)
{
    std::atomic<int> woken = 0;
    Work work(workThrough, [&] { ++woken; });
    BOOST_TEST(!work.isBusy());
    BOOST_TEST(!work.take().has_value());
    work.submit({.number = 7, .steps = 5});
    BOOST_TEST(becomesTrue([&] { return !work.isBusy(); }));
    const auto result = work.take();
    BOOST_REQUIRE(result.has_value());
    BOOST_TEST(result->number == 7);
    BOOST_TEST(result->step == 5);
    BOOST_TEST(!work.take().has_value());                // given once
    BOOST_TEST(becomesTrue([&] { return woken == 6; })); // five results and the end
}

BOOST_AUTO_TEST_CASE(results_of_outdated_requests_never_arrive)
{
    std::atomic<int> woken = 0;
    Work work(workThrough, [&] { ++woken; });
    std::mt19937 random(14);
    int taken = 0;
    for (int number = 1; number <= 3000; ++number) {
        work.submit({.number = number, .steps = static_cast<int>(random() % 20)});
        for (unsigned looks = random() % 4; looks > 0; --looks) {
            std::this_thread::yield();
            if (const auto result = work.take()) {
                ++taken;
                BOOST_REQUIRE(result->number == number);
                BOOST_REQUIRE(result->content.back() == number);
            }
            const double share = work.share();
            BOOST_REQUIRE((share >= 0 && share <= 1));
        }
        if (random() % 16 == 0) {
            work.cancel();
            BOOST_REQUIRE(!work.isBusy());
            BOOST_REQUIRE(!work.take().has_value());
        }
    }
    work.submit({.number = 3001, .steps = 3});
    BOOST_TEST(becomesTrue([&] { return !work.isBusy(); }));
    const auto last = work.take();
    BOOST_REQUIRE(last.has_value());
    BOOST_TEST(last->number == 3001);
    BOOST_TEST(last->step == 3);
    BOOST_TEST_MESSAGE("results taken on the way: " << taken << ", wakes: " << woken);
}

BOOST_AUTO_TEST_CASE(what_is_cancelled_ends_and_brings_nothing)
{
    Work work(workForever, [] {});
    for (int number = 1; number <= 200; ++number) {
        work.submit({.number = number});
        if (number % 3 == 0) BOOST_REQUIRE(becomesTrue([&] { return work.share() == 0.5; }));
        BOOST_REQUIRE(work.isBusy());
        work.cancel();
        BOOST_REQUIRE(!work.isBusy());
        BOOST_REQUIRE(work.share() == 0);
        for (int look = 0; look < 20; ++look) {
            BOOST_REQUIRE(!work.take().has_value());
            std::this_thread::yield();
        }
    }
}

BOOST_AUTO_TEST_CASE(the_end_comes_soon_whatever_is_under_way)
{
    const auto start = Clock::now();
    for (int round = 0; round < 100; ++round) {
        Work work(workForever, [] {});
        for (int number = 0; number < round % 5; ++number)
            work.submit({.number = number});
        if (round % 2 == 0) std::this_thread::sleep_for(1ms);
    }
    BOOST_TEST((Clock::now() - start < 20s));
}

BOOST_AUTO_TEST_CASE(discarded_things_are_destroyed_on_the_workers_thread)
{
    std::atomic<int> destroyed = 0;
    std::atomic<std::thread::id> where;
    Work work(workThrough, [] {});
    work.discard(nullptr);
    for (int i = 1; i <= 100; ++i) {
        work.discard(std::make_shared<const Witness>(destroyed, where));
        if (i % 7 == 0) work.submit({.number = i, .steps = 2});
    }
    BOOST_TEST(becomesTrue([&] { return destroyed == 100; }));
    BOOST_TEST((where.load() != std::this_thread::get_id()));
}

BOOST_AUTO_TEST_CASE(nothing_discarded_outlives_the_work)
{
    std::atomic<int> destroyed = 0;
    std::atomic<std::thread::id> where;
    for (int round = 0; round < 50; ++round) {
        Work work(workForever, [] {});
        work.submit({.number = round});
        for (int i = 0; i < 4; ++i)
            work.discard(std::make_shared<const Witness>(destroyed, where));
    }
    BOOST_TEST(destroyed == 200);
}

BOOST_AUTO_TEST_CASE(what_is_dropped_is_destroyed_on_the_workers_thread)
{
    std::atomic<int> destroyed = 0;
    std::atomic<std::thread::id> where;
    using Thing = std::shared_ptr<const Witness>;
    BackgroundWork<Thing, Thing> work(
        [](Thing thing, CheckProgress&, const auto& deliver) { deliver(std::move(thing)); }, [] {});
    for (int round = 1; round <= 100; ++round) {
        work.submit(std::make_shared<const Witness>(destroyed, where));
        if (round % 2 == 0) BOOST_REQUIRE(becomesTrue([&] { return !work.isBusy(); }));
        work.cancel(); // waiting, under way or arrived
        BOOST_REQUIRE(becomesTrue([&] { return destroyed == round; }));
        BOOST_REQUIRE((where.load() != std::this_thread::get_id()));
    }
}

BOOST_AUTO_TEST_CASE(work_that_fails_brings_nothing_and_the_next_goes_on)
{
    std::atomic<int> woken = 0;
    Work work(
        [](const Request& request, CheckProgress& progress, const Work::Deliver& deliver) {
            if (request.steps == 0) throw std::runtime_error("no memory");
            workThrough(request, progress, deliver);
        },
        [&] { ++woken; });
    work.submit({.number = 1, .steps = 0});
    BOOST_TEST(becomesTrue([&] { return woken == 1; })); // its end is told all the same
    BOOST_TEST(!work.isBusy());
    BOOST_TEST(!work.take().has_value());
    work.submit({.number = 2, .steps = 1});
    BOOST_TEST(becomesTrue([&] { return !work.isBusy(); }));
    BOOST_TEST(work.take().has_value());
}

BOOST_AUTO_TEST_CASE(everything_at_once)
{
    std::atomic<int> destroyed = 0, woken = 0;
    std::atomic<std::thread::id> where;
    std::mt19937 random(21);
    int discarded = 0;
    for (int round = 0; round < 40; ++round) {
        Work work(round % 2 == 0 ? workThrough : workForever, [&] { ++woken; });
        int latest = 0;
        for (int action = 0; action < 200; ++action)
            switch (random() % 6) {
            case 0:
            case 1: work.submit({.number = ++latest, .steps = static_cast<int>(random() % 50)}); break;
            case 2: work.cancel(); break;
            case 3:
                work.discard(std::make_shared<const Witness>(destroyed, where));
                ++discarded;
                break;
            case 4: std::this_thread::yield(); break;
            default:
                if (const auto result = work.take()) BOOST_REQUIRE(result->number == latest);
            }
    }
    BOOST_TEST(destroyed == discarded);
}

BOOST_AUTO_TEST_SUITE_END()
