# Runs panorama-generate on the catalogue of functions and on the vocabulary of columns. Sets GENERATED_DIR, where the build finds
# what was written, and the targets panorama_generated (write there), panorama_refresh (renew the committed copies) and
# panorama_check_generated (fail where a committed copy is out of date).
set(GENERATED_DIR ${CMAKE_BINARY_DIR}/generated)
set(PANORAMA_CATALOGUE ${CMAKE_SOURCE_DIR}/catalogue/functions.xml)
set(PANORAMA_COLUMNS ${CMAKE_SOURCE_DIR}/extension/data/columns.xml)
set(PANORAMA_TEMPLATES ${CMAKE_SOURCE_DIR}/src/generator/templates)

# What the build needs, written below GENERATED_DIR.
set(PANORAMA_GENERATED_FILES)
function(panorama_generate source template output)
    add_custom_command(
        OUTPUT ${GENERATED_DIR}/${output}
        COMMAND panorama-generate ${source} ${PANORAMA_TEMPLATES}/${template} ${GENERATED_DIR}/${output}
        DEPENDS panorama-generate ${source} ${PANORAMA_TEMPLATES}/${template}
        COMMENT "Generating ${output}"
        VERBATIM)
    list(APPEND PANORAMA_GENERATED_FILES ${GENERATED_DIR}/${output})
    set(PANORAMA_GENERATED_FILES ${PANORAMA_GENERATED_FILES} PARENT_SCOPE)
endfunction()

panorama_generate(${PANORAMA_COLUMNS} fields.inc.mustache fields.inc)
panorama_generate(${PANORAMA_CATALOGUE} core_signatures.inc.mustache core_signatures.inc)
panorama_generate(${PANORAMA_CATALOGUE} addin_methods.inc.mustache addin_methods.inc)
panorama_generate(${PANORAMA_CATALOGUE} CalcAddIns.xcu.mustache registry/CalcAddIns.xcu)
panorama_generate(${PANORAMA_CATALOGUE} panoramacalc.idl.mustache idl/panoramacalc.idl)
add_custom_target(panorama_generated DEPENDS ${PANORAMA_GENERATED_FILES})

# What is committed, so that it can be read without building. A test fails where it is out of date.
set(PANORAMA_REFRESH_COMMANDS)
set(PANORAMA_CHECK_COMMANDS)
function(panorama_commit template output)
    set(generate panorama-generate ${PANORAMA_CATALOGUE} ${PANORAMA_TEMPLATES}/${template}
                 ${CMAKE_SOURCE_DIR}/${output} ${ARGN})
    set(PANORAMA_REFRESH_COMMANDS ${PANORAMA_REFRESH_COMMANDS} COMMAND ${generate} PARENT_SCOPE)
    set(PANORAMA_CHECK_COMMANDS ${PANORAMA_CHECK_COMMANDS} COMMAND ${generate} --check PARENT_SCOPE)
    if(PANORAMA_TESTS)
        add_test(NAME generated:${output} COMMAND ${generate} --check)
        set_tests_properties(generated:${output} PROPERTIES LABELS guards TIMEOUT 60)
    endif()
endfunction()

panorama_commit(panoramacalc.idl.mustache idl/panoramacalc.idl)
panorama_commit(fonctions.md.mustache docs/fonctions.md)
panorama_commit(functions.md.mustache docs/functions.md)
if(EXISTS ${CMAKE_SOURCE_DIR}/README.md)
    panorama_commit(readme_table.md.mustache README.md --insert-between functions)
endif()
add_custom_target(panorama_refresh ${PANORAMA_REFRESH_COMMANDS} VERBATIM)
add_custom_target(panorama_check_generated ${PANORAMA_CHECK_COMMANDS} VERBATIM)
