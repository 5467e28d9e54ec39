# Talking to the person at the terminal.

say() {
    printf '%s\n' "$*"
}

die() {
    printf 'weighhouse: %s\n' "$*" >&2
    exit 1
}

# A dot without an end of line: still working.
dot() {
    printf '.'
}
