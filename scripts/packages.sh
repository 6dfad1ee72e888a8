# Sourced by the other scripts: installs the Debian packages of packages.txt that are missing, and prepares the build folder.
# Sets source_folder (the project) and build_folder.

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build_folder=${PANORAMA_BUILD:-$source_folder/build}

# Says something on the error output, so that it is seen where the output goes to a file.
say() {
    printf '%s\n' "$@" >&2
}

# require_packages build|test|versions: those for that and for building. Ends the script with 3 where that cannot be had.
require_packages() {
    local usage=$1 wanted missing log
    wanted=$(awk -v usage="$usage" '/^[^#]/ && ($2 == "build" || $2 == usage) { print $1 }' \
        "$source_folder/scripts/packages.txt")
    if ! command -v dpkg-query >/dev/null; then
        say "Ce système n'utilise pas de paquets Debian : installez vous-même l'équivalent de scripts/packages.txt." \
            "This system has no Debian packages: install the likes of scripts/packages.txt yourself."
        return 0
    fi
    missing=$(comm -23 <(sort <<<"$wanted") \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | awk '$1 == "installed" { print $2 }' | sort))
    [ -n "$missing" ] || return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "Il manque des paquets, et ni root ni sudo pour les installer :" $missing \
                "Packages are missing, with neither root nor sudo to install them."
            exit 3
        fi
        as_root=(sudo)
    fi
    say "Installation de :" $missing
    log=$(mktemp)
    # Old lists may do where the network does not answer, so that only the installation decides.
    "${as_root[@]}" apt-get -q update >"$log" 2>&1 </dev/null || true
    # shellcheck disable=SC2086 # one word per package
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 \
        install --no-install-recommends $missing >>"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        if grep -q 'Unable to locate package\|has no installation candidate' "$log"; then
            say "Un paquet est introuvable : ce système n'est pas Debian 12 ou plus récent, ou ses dépôts sont incomplets." \
                "A package is not found: this is not Debian 12 or later, or its repositories are incomplete."
        else
            say "Les paquets ne peuvent pas être installés. Vérifiez la connexion au réseau, puis recommencez." \
                "The packages cannot be installed. Check the network connection, then try again."
        fi
        rm -f "$log"
        exit 3
    fi
    rm -f "$log"
}

# A preparation that failed has left a cache, but nothing to build with.
is_configured() {
    [ -e "$build_folder/build.ninja" ]
}

# configure -DNAME=VALUE...: prepares the build folder as the preset "release" says; one that is there keeps its other settings.
configure() {
    if is_configured; then
        cmake "$@" "$build_folder"
    else
        cmake --preset release -S "$source_folder" -B "$build_folder" "$@"
    fi
}
