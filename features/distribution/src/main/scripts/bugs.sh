# Tests the tests: plants known bugs into a copy of the ledger, one at a time, and sees that a test catches each.
# A bug is a patch whose first two lines say what it is and which test classes are to catch it.

BUGS=$ROOT/bundles/ledger/src/test/bugs
BUGS_COPY=$ROOT/target/bugs/project
BUGS_LOGS=$ROOT/target/bugs/logs

# Tests that take longer hang.
BUGS_TIMEOUT_IN_S=300

check_tests() {
    local all bug missed=0
    [ $# -le 1 ] || die "check-tests takes one argument at most: a part of the names of the bugs to be planted."
    all=("$BUGS"/*"${1:-}"*.patch)
    [ -e "${all[0]}" ] || die "no bug in $BUGS has \"${1:-}\" in its name."
    command -v git >/dev/null || die "no git found, which plants the bugs: install it (Debian: apt-get install git)."
    find_jdk
    find_maven
    copy_for_bugs
    say "Running the tests without a bug ..."
    try_tests "$(tests_of "${all[@]}")" without-a-bug ||
        die "they fail, so they can tell nothing; see $BUGS_LOGS/without-a-bug.log (what is not there offline, \"./weighhouse test\" brings)."
    printf '%-36s %-72s %s\n' BUG "CAUGHT BY" SECONDS
    for bug in "${all[@]}"; do
        catch_bug "$bug" || missed=$((missed + 1))
    done
    say "$((${#all[@]} - missed)) of ${#all[@]} bugs caught; logs in target/bugs/logs"
    [ $missed -eq 0 ]
}

# Prints a line of the table; fails when no test has failed.
catch_bug() {
    local name test start=$SECONDS
    name=$(basename "$1" .patch)
    change_copy "$1" || die "$name does not fit the sources any more: bring $1 up to date."
    if try_tests "$(tests_of "$1")" "$name"; then
        test="(nothing)"
    else
        test=$(first_failure "$name")
    fi
    change_copy "$1" --reverse || die "$name could not be undone in $BUGS_COPY"
    [ -n "$test" ] || die "$name did not come as far as the tests; see $BUGS_LOGS/$name.log"
    printf '%-36s %-72s %s\n' "$name" "$test" $((SECONDS - start))
    [ "$test" != "(nothing)" ]
}

copy_for_bugs() {
    rm -rf "$BUGS_LOGS"
    mkdir -p "$BUGS_LOGS"
    copy_sources "$BUGS_COPY"
}

# Applies a patch to the copy. Git must not find the repository around it, or it would look for the files there.
change_copy() {
    (cd "$BUGS_COPY" && GIT_CEILING_DIRECTORIES=$(dirname "$BUGS_COPY") git apply "${@:2}" "$1")
}

# The test classes that the bugs name, each once, with commas between them.
tests_of() {
    sed -n 's/^Tests: *//p' "$@" | tr -s ', ' '\n' | sort -u | paste -s -d , -
}

# Runs test classes in the copy and keeps the output under a name.
try_tests() {
    (cd "$BUGS_COPY" && exec "$MAVEN" --offline --batch-mode -Dstyle.color=never -pl bundles/ledger -am test "-Dtest=$1" \
        -Dsurefire.failIfNoSpecifiedTests=false "-Dsurefire.timeout=$BUGS_TIMEOUT_IN_S") >"$BUGS_LOGS/$2.log" 2>&1 </dev/null
}

# The first test that failed, such as HoldTest.releasingGivesEverythingBack; empty if none did.
first_failure() {
    sed -n 's/^\[ERROR\] [a-z0-9.]*\.\([A-Z][A-Za-z0-9]*\.[A-Za-z0-9]*\).* -- Time elapsed: .* <<< [A-Z]*!$/\1/p' \
        "$BUGS_LOGS/$1.log" | head -n 1
}
