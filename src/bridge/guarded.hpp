#pragma once

#include <com/sun/star/uno/Exception.hpp>
#include <exception>

namespace panorama {

/// Runs what the office calls us for. A document, a window or the whole office may go away at any moment, and
/// the office takes an exception from a listener for its own: nothing may leave. True where all went well.
template <typename Task>
bool guarded(const Task& task) noexcept
try {
    task();
    return true;
} catch (const css::uno::Exception&) {
    return false;
} catch (const std::exception&) {
    return false;
}

} // namespace panorama
