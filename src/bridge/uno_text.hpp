#pragma once

#include <algorithm>
#include <com/sun/star/uno/Sequence.hxx>
#include <initializer_list>
#include <rtl/string.hxx>
#include <rtl/ustring.hxx>
#include <string>
#include <string_view>

namespace panorama {

/// The same text in UTF-8; what is no character (half a surrogate pair) becomes "?".
inline std::string toUtf8(const rtl::OUString& text)
{
    const rtl::OString bytes = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
    return std::string(bytes.getStr(), static_cast<std::size_t>(bytes.getLength()));
}

/// The same text for the office; bytes that are no UTF-8 become U+FFFD.
inline rtl::OUString fromUtf8(std::string_view text)
{
    return rtl::OUString(text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8);
}

/// A sequence of the given values: the public SDK has no such constructor.
template <class T>
css::uno::Sequence<T> sequence(std::initializer_list<T> values)
{
    css::uno::Sequence<T> result(static_cast<sal_Int32>(values.size()));
    std::copy(values.begin(), values.end(), result.getArray());
    return result;
}

} // namespace panorama
