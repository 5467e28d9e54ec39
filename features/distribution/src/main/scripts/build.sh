# Building and testing with Maven, with progress shown and the full output in a file.

BUILD_LOG=$ROOT/target/build.log

# Is any source newer than the distribution?
outdated() {
    local built
    built=$(ls "$ROOT"/features/distribution/target/weighhouse-*.tar.gz 2>/dev/null | head -n 1)
    [ -n "$built" ] && [ -x "$ASSEMBLY/bin/karaf" ] || return 0
    [ -n "$(find "$ROOT/pom.xml" "$ROOT/bundles" "$ROOT/features" "$ROOT/ui" "$ROOT/reports" \
        \( -name target -o -name node_modules -o -name itests -o -name generated -o -path '*/src/test' -o -path '*/src/main/scripts' \) -prune \
        -o -type f ! -name '*.md' ! -name 'package*.json' -newer "$built" -print 2>/dev/null | head -n 1)" ]
}

build_if_outdated() {
    find_jdk
    outdated || return 0
    find_maven
    bring_node
    say "Building (the first time this downloads the libraries and takes some minutes) ..."
    maven install -DskipTests -Dspotless.check.skip=true -pl '!features/itests'
}

run_tests() {
    [ $# -eq 0 ] || die "test takes no arguments."
    find_jdk
    find_maven
    bring_node
    bring_chromium
    say "Building and testing with $JAVA_HOME ..."
    maven clean install
    build_again
    total_tests
}

# Copies the sources to a folder, instead of what is there.
copy_sources() {
    rm -rf "$1"
    mkdir -p "$1"
    (cd "$ROOT" && tar --exclude=target --exclude=node_modules --exclude=generated --exclude=./.git --exclude=./.tools \
        --exclude=./.weighhouse -cf - .) | tar -xf - -C "$1"
}

# Runs Maven in the project; ends the script when it fails.
maven() {
    local pid status=0
    mkdir -p "$(dirname "$BUILD_LOG")"
    : >"$BUILD_LOG"
    # The mask decides modes in archives, and the same sources shall give the same bytes.
    (umask 022 && cd "$ROOT" && exec "$MAVEN" --batch-mode -Dstyle.color=never "$@") >"$BUILD_LOG" 2>&1 </dev/null &
    pid=$!
    trap 'kill $pid 2>/dev/null; exit 130' INT TERM
    show_progress $pid
    wait $pid || status=$?
    trap - INT TERM
    if [ $status -ne 0 ]; then
        grep -E '^\[ERROR\]' "$BUILD_LOG" | head -n 40 >&2 || tail -n 40 "$BUILD_LOG" >&2
        die "the build failed; all of its output is in $BUILD_LOG"
    fi
}

# Shows the lines of interest as they come, and dots between them, until process $1 has ended.
show_progress() {
    local shown=0 quiet=0 lines count running=true
    while $running; do
        kill -0 "$1" 2>/dev/null || running=false
        lines=$(lines_of_interest)
        count=$(printf '%s' "$lines" | grep -c '' || true)
        if [ "$count" -gt $shown ]; then
            [ $quiet -lt 5 ] || printf '\n'
            printf '%s\n' "$lines" | tail -n "+$((shown + 1))"
            shown=$count
            quiet=0
        elif $running; then
            quiet=$((quiet + 1))
            [ $((quiet % 5)) -ne 0 ] || dot
        fi
        ! $running || sleep 1
    done
}

# Maven's modules and test results.
lines_of_interest() {
    sed -n \
        -e 's/^\[INFO\] Building \(Weighhouse.*\) [0-9][^ ]*  *\[\([0-9]*\/[0-9]*\)\]$/[\2] \1/p' \
        -e 's/^\[[A-Z]*\] \(Tests run: .*\)$/  \1/p' \
        -e 's/^\[[A-Z]*\] \(BUILD [A-Z]*\)$/\1/p' "$BUILD_LOG"
}

# The sum over all modules, in the form of a module's own line.
total_tests() {
    sed -n 's/^\[[A-Z]*\] Tests run: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\), Skipped: \([0-9]*\)$/\1 \2 \3 \4/p' "$BUILD_LOG" |
        awk '{ run += $1; failed += $2; errors += $3; skipped += $4 }
             END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failed, errors, skipped }'
}
