# Asks a scanner whether something is known against what is in the distribution. Each keeps a database of its own, and works
# without a network once it has it.

check_dependencies() {
    [ $# -eq 0 ] || die "check-dependencies takes no arguments."
    build_if_outdated
    local sbom=$ASSEMBLY/sbom.cdx.json
    if command -v grype >/dev/null; then
        grype "sbom:$sbom" --fail-on low
    elif command -v trivy >/dev/null; then
        trivy sbom --exit-code 1 "$sbom"
    elif command -v osv-scanner >/dev/null; then
        osv-scanner scan source --lockfile "$sbom"
    else
        die "no scanner found: install grype, trivy or osv-scanner, or give $sbom to one elsewhere."
    fi
}
