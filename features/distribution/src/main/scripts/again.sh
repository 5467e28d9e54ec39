# Whether the same sources give the same bytes: builds them once more in another place, as somebody else would.

AGAIN=$ROOT/target/again/elsewhere
AGAIN_LOG=$ROOT/target/again/build.log

check_build() {
    [ $# -eq 0 ] || die "check-build takes no arguments."
    find_jdk
    find_maven
    bring_node
    say "Building ..."
    maven clean install -DskipTests -Dspotless.check.skip=true -pl '!features/itests,!features/bench'
    build_again
}

# Compares what is built with what the sources give in another folder, zone and language.
build_again() {
    local part differing=() count=0
    say "Building once more, elsewhere ..."
    (umask 022 && copy_sources "$AGAIN")
    mkdir -p "$AGAIN/.tools" && ln -s "$TOOLS/node" "$AGAIN/.tools/node"
    (umask 022 && cd "$AGAIN" && TZ=Pacific/Chatham LC_ALL=C exec "$MAVEN" --offline --batch-mode -Dstyle.color=never package -DskipTests \
        -Dspotless.check.skip=true -pl '!features/itests,!features/bench') >"$AGAIN_LOG" 2>&1 </dev/null ||
        die "it does not build there; see $AGAIN_LOG"
    while read -r part; do
        count=$((count + 1))
        cmp -s "$AGAIN/$part" "$ROOT/$part" || differing+=("$part")
    done < <(products)
    [ $count -gt 0 ] || die "nothing was built in $AGAIN"
    [ ${#differing[@]} -eq 0 ] || {
        printf '  %s\n' "${differing[@]}" >&2
        die "these are not the same bytes in $AGAIN; a tool such as diffoscope shows where they differ."
    }
    rm -rf "$AGAIN"
    say "The same bytes twice: $count files."
}

# What is handed to others, as paths in the project.
products() {
    (cd "$AGAIN" && find bundles features reports ui -path '*/target/weighhouse-*' -type f \
        \( -name '*.jar' -o -name '*.war' -o -name '*.kar' -o -name '*.tar.gz' \) ! -name '*-tests.jar' \
        -not -path '*/target/*/*' | sort)
}
