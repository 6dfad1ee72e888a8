#pragma once

#include "core/reading/code_page.hpp"
#include "core/reading/decoding.hpp"
#include "core/reading/known_words.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace panorama {

/// In which charset of one byte a character a text is written that announces none.
struct CharsetChoice
{
    const CodePage* page = nullptr;
    Certainty certainty = Certainty::certain;
    std::vector<const CodePage*> others;      ///< as good as the one chosen, and they read the text otherwise
    std::shared_ptr<const CodePage> proposed; ///< keeps one that only uchardet knew of
};

/// By the words that each reading gives; uchardet proposes one more, and decides between equals.
CharsetChoice chooseCharset(std::string_view bytes, const KnownWords& words);

} // namespace panorama
