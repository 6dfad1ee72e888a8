#include "generator/fields.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <tinyxml2.h>

namespace panorama {

namespace {

bool makesName(const std::string& key)
{
    const auto isPart = [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '_'; };
    return !key.empty() && std::islower(static_cast<unsigned char>(key.front())) &&
           std::all_of(key.begin(), key.end(), isPart);
}

} // namespace

std::vector<std::string> readFieldKeys(const std::filesystem::path& file)
{
    tinyxml2::XMLDocument document;
    if (document.LoadFile(file.c_str()) != tinyxml2::XML_SUCCESS)
        throw std::runtime_error(file.string() + ": " + document.ErrorStr());
    std::vector<std::string> keys;
    const auto* element = document.RootElement()->FirstChildElement("field");
    for (; element; element = element->NextSiblingElement("field")) {
        const char* said = element->Attribute("key");
        std::string key = said ? said : "";
        if (!makesName(key) || std::find(keys.begin(), keys.end(), key) != keys.end())
            throw std::runtime_error(file.string() + ":" + std::to_string(element->GetLineNum()) +
                                     ": the key \"" + key + "\" makes no name, or stands twice");
        keys.push_back(std::move(key));
    }
    return keys;
}

std::string nameOfKey(const std::string& key)
{
    std::string name;
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (key[i] == '_' && i + 1 < key.size())
            name += static_cast<char>(std::toupper(static_cast<unsigned char>(key[++i])));
        else if (key[i] != '_')
            name += key[i];
    }
    return name;
}

} // namespace panorama
