# The C++ headers of the office's types and of ours, and the target uno_sdk to compile and link against them.
# Sets PANORAMA_RDB, the registry of our own types that the extension carries and that a client outside of the office
# needs.
set(LO_HOME /usr/lib/libreoffice CACHE PATH "LibreOffice installation")
set(LO_SDK ${LO_HOME}/sdk CACHE PATH "LibreOffice SDK")
find_program(UNOIDL_WRITE unoidl-write PATHS ${LO_SDK}/bin NO_DEFAULT_PATH REQUIRED)
find_program(CPPUMAKER cppumaker PATHS ${LO_SDK}/bin NO_DEFAULT_PATH REQUIRED)

set(UNO_TYPES ${LO_HOME}/program/types.rdb ${LO_HOME}/program/types/offapi.rdb)
list(TRANSFORM UNO_TYPES PREPEND -X OUTPUT_VARIABLE UNO_TYPES_NOT_WRITTEN)
set(UNO_INCLUDE ${CMAKE_BINARY_DIR}/uno-include)
set(PANORAMA_RDB ${CMAKE_BINARY_DIR}/generated/panoramacalc.rdb)

# All types of the office: half a second, and no list of them to maintain. cppumaker wants absolute paths and a folder
# that exists.
add_custom_command(
    OUTPUT ${UNO_INCLUDE}/.office-stamp
    COMMAND ${CMAKE_COMMAND} -E make_directory ${UNO_INCLUDE}
    COMMAND ${CPPUMAKER} -O${UNO_INCLUDE} ${UNO_TYPES}
    COMMAND ${CMAKE_COMMAND} -E touch ${UNO_INCLUDE}/.office-stamp
    DEPENDS ${UNO_TYPES}
    COMMENT "Generating the headers of the office's types"
    VERBATIM)
add_custom_target(uno_headers DEPENDS ${UNO_INCLUDE}/.office-stamp)

# Our own types, where the catalogue of functions is part of the build. -C (comprehensive): without it a client outside
# of the office does not know the types and crashes.
if(TARGET panorama_generated)
    set(PANORAMA_IDL ${CMAKE_BINARY_DIR}/generated/idl/panoramacalc.idl)
    add_custom_command(
        OUTPUT ${PANORAMA_RDB}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
        COMMAND ${UNOIDL_WRITE} ${UNO_TYPES} ${PANORAMA_IDL} ${PANORAMA_RDB}
        DEPENDS panorama_generated ${PANORAMA_IDL} ${UNO_TYPES}
        COMMENT "Generating the registry of our types"
        VERBATIM)
    add_custom_command(
        OUTPUT ${UNO_INCLUDE}/.own-stamp
        COMMAND ${CPPUMAKER} -C -O${UNO_INCLUDE} ${UNO_TYPES_NOT_WRITTEN} ${PANORAMA_RDB}
        COMMAND ${CMAKE_COMMAND} -E touch ${UNO_INCLUDE}/.own-stamp
        DEPENDS ${PANORAMA_RDB} ${UNO_INCLUDE}/.office-stamp
        COMMENT "Generating the headers of our types"
        VERBATIM)
    add_custom_target(panorama_uno_headers DEPENDS ${UNO_INCLUDE}/.own-stamp)
    add_dependencies(panorama_uno_headers uno_headers panorama_generated)
endif()

add_library(uno_sdk INTERFACE)
add_dependencies(uno_sdk uno_headers)
if(TARGET panorama_uno_headers)
    add_dependencies(uno_sdk panorama_uno_headers)
endif()
target_include_directories(uno_sdk SYSTEM INTERFACE ${UNO_INCLUDE} ${LO_SDK}/include)
target_compile_definitions(uno_sdk INTERFACE UNX GCC LINUX CPPU_ENV=gcc3)
target_link_directories(uno_sdk INTERFACE ${LO_SDK}/lib)
target_link_libraries(uno_sdk INTERFACE uno_cppu uno_cppuhelpergcc3 uno_sal uno_salhelpergcc3)
