#include "core/reading/code_page.hpp"

#include <algorithm>
#include <iconv.h>
#include <utf8proc.h>
#include <vector>

namespace panorama {

unsigned char CodePage::byteOf(char32_t character) const
{
    if (character < 0x80) return static_cast<unsigned char>(character);
    const auto found = std::find(upper.begin(), upper.end(), character);
    return found == upper.end() ? 0 : static_cast<unsigned char>(0x80 + (found - upper.begin()));
}

std::unique_ptr<const CodePage> codePage(std::string name, const char* converterName)
{
    iconv_t converter = iconv_open("UTF-32LE", converterName);
    // iconv_open() answers so where it does not know the name: some systems install few of them.
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    if (converter == reinterpret_cast<iconv_t>(-1)) return nullptr;
    auto page = std::make_unique<CodePage>();
    page->name = std::move(name);
    for (int code = 0; code < 256; ++code) {
        char byte = static_cast<char>(code);
        unsigned char unit[4] = {};
        char *from = &byte, *to = reinterpret_cast<char*>(unit);
        std::size_t fromLeft = 1, toLeft = sizeof unit;
        iconv(converter, nullptr, nullptr, nullptr, nullptr);
        const bool isKnown = iconv(converter, &from, &fromLeft, &to, &toLeft) == 0 && toLeft == 0;
        const char32_t character =
            isKnown ? static_cast<char32_t>(unit[0] | unit[1] << 8 | unit[2] << 16) : char32_t{0};
        if (code >= 0x80)
            page->upper[static_cast<std::size_t>(code - 0x80)] = character;
        else if (character != static_cast<char32_t>(code))
            page.reset();
        if (!page) break;
    }
    iconv_close(converter);
    return page;
}

namespace {

std::vector<std::unique_ptr<const CodePage>> makeFrenchCodePages()
{
    std::vector<std::unique_ptr<const CodePage>> pages;
    // CP858 is CP850 with the euro in the place of a letter that French does not have.
    for (const auto& [name, converterName] : {std::pair("Windows-1252", "CP1252"),
                                              {"ISO-8859-15", "ISO-8859-15"},
                                              {"MacRoman", "MACINTOSH"},
                                              {"CP850", "CP858"}})
    {
        auto page = codePage(name, converterName);
        if (page) pages.push_back(std::move(page));
    }
    // A system that lacks it, which none is known to do, still has its Latin-1 part.
    if (pages.empty() || pages.front()->name != "Windows-1252") {
        auto latin1 = std::make_unique<CodePage>();
        latin1->name = "Windows-1252";
        for (std::size_t i = 0x20; i < latin1->upper.size(); ++i)
            latin1->upper[i] = static_cast<char32_t>(0x80 + i);
        pages.insert(pages.begin(), std::move(latin1));
    }
    return pages;
}

} // namespace

std::span<const CodePage* const> frenchCodePages()
{
    static const auto pages = makeFrenchCodePages();
    static const auto pointers = [] {
        std::vector<const CodePage*> list;
        list.reserve(pages.size());
        for (const auto& page : pages)
            list.push_back(page.get());
        return list;
    }();
    return pointers;
}

const CodePage& windows1252()
{
    return *frenchCodePages().front();
}

void appendUtf8(std::string& text, char32_t character)
{
    std::array<utf8proc_uint8_t, 4> buffer{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), buffer.data());
    text.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(length));
}

bool isFrench(char32_t character)
{
    static constexpr std::u32string_view characters =
        U"àâçéèêëîïôùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆ«»’‘“”–—…•·€°²³§\u00A0\u202F";
    return characters.find(character) != std::u32string_view::npos;
}

} // namespace panorama
