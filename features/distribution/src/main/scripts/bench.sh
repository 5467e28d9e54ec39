# Benchmarks. Each prints a table and writes target/bench/<name>.json.

# Every benchmark has a process of its own, with this much memory.
BENCH_HEAP=2g

# As the server has them, see bin/setenv.
BENCH_OPTIONS=(-XX:MaxGCPauseMillis=5 -XX:+UnlockExperimentalVMOptions -XX:G1NewSizePercent=1)

# One line a benchmark: name, module, main class in the module's tests, what it measures.
benchmarks() {
    cat <<'END'
crash bundles/ledger org.weighhouse.ledger.internal.crash.CrashBench kill -9 under load on Derby and PostgreSQL, nothing may be lost or count twice; [--cycles n]
growth bundles/ledger org.weighhouse.ledger.internal.bench.GrowthBench one hundred million events against one million: rate, queries, memory, restart; [events] [of the small one] [rounds]
ledger bundles/ledger org.weighhouse.ledger.internal.bench.LedgerBench durable ingest against plain JDBC and two ways of PostgreSQL; [events a round] [rounds]
ingest features/bench org.weighhouse.bench.IngestBench JSON CloudEvents over HTTP in batches of 1,000, acknowledged when durable, against PostgreSQL; [events a round] [rounds]
query bundles/ledger org.weighhouse.ledger.internal.bench.QueryBench thirty days from any millisecond to any, against whole quarters of an hour; [events] [rounds] [queries a turn]
reserve bundles/ledger org.weighhouse.ledger.internal.bench.ReserveBench reserve and post on one hot workspace against PostgreSQL; [seconds a turn] [rounds]
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
    local classpath=$ROOT/$module/target/bench.classpath
    "$MAVEN" -q --batch-mode -pl "$module" test-compile dependency:build-classpath \
        -Dmdep.includeScope=test "-Dmdep.outputFile=$classpath"
    "$JAVA_HOME/bin/java" "-Xmx$BENCH_HEAP" "${BENCH_OPTIONS[@]}" \
        -cp "$ROOT/$module/target/test-classes:$ROOT/$module/target/classes:$(cat "$classpath")" \
        "$main" "$ROOT/target/bench/$name.json" "$@"
    say "Written to target/bench/$name.json"
}

list_benchmarks() {
    say "Benchmarks:"
    benchmarks | awk '{ name = $1; $1 = $2 = $3 = ""; printf "  %-10s %s\n", name, $0; found = 1 } END { if (!found) print "  (none yet)" }'
}
