# Every target of ours links panorama_warnings, so that a warning stops the build.
add_library(panorama_warnings INTERFACE)
target_compile_options(panorama_warnings INTERFACE -Wall -Wextra -Wpedantic -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(panorama_warnings INTERFACE -Wno-restrict) # false alarms on std::string, GCC bug 105651
endif()
