# Benchmarks. Each prints a table and writes target/bench/<name>.json.

# One line a benchmark: name, module, main class in the module's tests, what it measures.
benchmarks() {
    cat <<'END'
ledger bundles/ledger org.weighhouse.ledger.internal.bench.LedgerBench durable ingest against plain JDBC with a row an event; [events a round] [rounds]
END
}

run_benchmark() {
    local name module main
    if [ $# -eq 0 ]; then
        list_benchmarks
        return
    fi
    name=$1
    shift
    read -r module main < <(benchmarks | awk -v name="$name" '$1 == name { print $2, $3 }') || true
    if [ -z "$main" ]; then
        printf 'weighhouse: there is no benchmark "%s".\n' "$name" >&2
        list_benchmarks >&2
        exit 2
    fi
    build_if_outdated
    find_jdk
    find_maven
    mkdir -p "$ROOT/target/bench"
    cd "$ROOT"
    "$MAVEN" -q --batch-mode -pl "$module" test-compile exec:java -Dexec.classpathScope=test \
        "-Dexec.mainClass=$main" "-Dexec.args=$ROOT/target/bench/$name.json $*"
    say "Written to target/bench/$name.json"
}

list_benchmarks() {
    say "Benchmarks:"
    benchmarks | awk '{ name = $1; $1 = $2 = $3 = ""; printf "  %-10s %s\n", name, $0; found = 1 } END { if (!found) print "  (none yet)" }'
}
