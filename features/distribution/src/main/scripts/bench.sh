# Benchmarks. Each prints a table and writes target/bench/<name>.json.

# One line a benchmark: name, main class in features/itests, what it measures.
benchmarks() {
    cat <<'END'
END
}

run_benchmark() {
    local main
    if [ $# -eq 0 ]; then
        list_benchmarks
        return
    fi
    main=$(benchmarks | awk -v name="$1" '$1 == name { print $2 }')
    if [ -z "$main" ]; then
        printf 'weighhouse: there is no benchmark "%s".\n' "$1" >&2
        list_benchmarks >&2
        exit 2
    fi
    build_if_outdated
    find_maven
    mkdir -p "$ROOT/target/bench"
    cd "$ROOT"
    "$MAVEN" -q --batch-mode -pl features/itests test-compile exec:exec@bench \
        "-Dbench.main=$main" "-Dbench.output=$ROOT/target/bench/$1.json"
}

list_benchmarks() {
    say "Benchmarks:"
    benchmarks | awk '{ name = $1; $1 = $2 = ""; printf "  %-10s %s\n", name, $0; found = 1 } END { if (!found) print "  (none yet)" }'
}
