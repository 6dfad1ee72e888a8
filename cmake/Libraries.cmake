# The libraries we build on (docs/architecture.md says which is used for what).
find_package(PkgConfig REQUIRED)
pkg_check_modules(TINYXML2 REQUIRED IMPORTED_TARGET tinyxml2)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(LIBMD REQUIRED IMPORTED_TARGET libmd)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tl-expected REQUIRED)
find_library(UTF8PROC_STATIC libutf8proc.a REQUIRED)
find_path(UTF8PROC_INCLUDE utf8proc.h REQUIRED)
find_path(MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)

add_library(utf8proc_static INTERFACE)
target_include_directories(utf8proc_static SYSTEM INTERFACE ${UTF8PROC_INCLUDE})
target_compile_definitions(utf8proc_static INTERFACE UTF8PROC_STATIC)
target_link_libraries(utf8proc_static INTERFACE ${UTF8PROC_STATIC})

add_library(mustache INTERFACE)
target_include_directories(mustache SYSTEM INTERFACE ${MUSTACHE_INCLUDE})
