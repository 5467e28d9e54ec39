# Starting and stopping Karaf.

server_settings() {
    export WEIGHHOUSE_DATA=${WEIGHHOUSE_DATA:-$ROOT/.weighhouse}
    mkdir -p "$WEIGHHOUSE_DATA"
    chmod 700 "$WEIGHHOUSE_DATA"
    WEIGHHOUSE_DATA=$(cd "$WEIGHHOUSE_DATA" && pwd)
    export WEIGHHOUSE_UI_PORT=${WEIGHHOUSE_UI_PORT:-8181}
    export WEIGHHOUSE_GATEWAY_PORT=${WEIGHHOUSE_GATEWAY_PORT:-8080}
    export WEIGHHOUSE_SSH_PORT=${WEIGHHOUSE_SSH_PORT:-8101}
    # The server works in another folder.
    [ -z "${WEIGHHOUSE_TLS_CERTIFICATE:-}" ] || export WEIGHHOUSE_TLS_CERTIFICATE=$(readlink -f "$WEIGHHOUSE_TLS_CERTIFICATE")
    [ -z "${WEIGHHOUSE_TLS_KEY:-}" ] || export WEIGHHOUSE_TLS_KEY=$(readlink -f "$WEIGHHOUSE_TLS_KEY")
    export WEIGHHOUSE_DEMO=${WEIGHHOUSE_DEMO:-true}
    DEMO_FILE=$WEIGHHOUSE_DATA/demo.properties
    CONSOLE_LOG=$WEIGHHOUSE_DATA/log/console.log
}

run_server() {
    local detach=false pid option
    for option in "$@"; do
        case "$option" in
            --detach) detach=true ;;
            --no-demo) WEIGHHOUSE_DEMO=false ;;
            *) die "run does not know $option (see ./weighhouse help)." ;;
        esac
    done
    server_settings
    pid=$(running_pid)
    [ -z "$pid" ] || die "already running with this data folder (process $pid); ./weighhouse stop ends it."
    refuse_used_ports
    build_if_outdated
    prepare_data
    if $detach; then start_detached; else start_here; fi
}

# The server's process, when it runs with this data folder.
running_pid() {
    local pid
    pid=$(cat "$WEIGHHOUSE_DATA/karaf.pid" 2>/dev/null) || return 0
    # The file outlives a crash, and another process may have got the number.
    case "$(ps -p "$pid" -o args= 2>/dev/null)" in
        *"-Dkaraf.base=$WEIGHHOUSE_DATA "*org.apache.karaf.main.Main*) echo "$pid" ;;
    esac
}

refuse_used_ports() {
    local name port
    for name in WEIGHHOUSE_UI_PORT WEIGHHOUSE_GATEWAY_PORT WEIGHHOUSE_SSH_PORT; do
        port=${!name}
        case "$port" in
            '' | *[!0-9]*) die "$name is no port: $port" ;;
        esac
        if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            die "port $port is in use; set $name to another one."
        fi
    done
}

# Copies the configuration, switches the demo on or off.
prepare_data() {
    KARAF_BASE=$WEIGHHOUSE_DATA KARAF_ETC=$WEIGHHOUSE_DATA/etc KARAF_DATA=$WEIGHHOUSE_DATA/karaf
    export KARAF_BASE KARAF_ETC KARAF_DATA
    mkdir -p "$KARAF_ETC" "$KARAF_DATA" "$WEIGHHOUSE_DATA/log"
    "$ASSEMBLY/bin/weighhouse-setup"
    unset KARAF_BASE KARAF_ETC KARAF_DATA
}

# The value of $1 in demo.properties, with the escapes of Java's properties taken away.
demo_value() {
    sed -n "s/^$1 *[=:] *//p" "$DEMO_FILE" 2>/dev/null | head -n 1 | sed 's/\\\(.\)/\1/g'
}

start_here() {
    say "Starting Weighhouse; Ctrl-D (in the console) or Ctrl-C ends it."
    # exec keeps the process number, so this ends when the server does.
    SERVER_PID=$$
    (! wait_until_ready || print_addresses) &
    local mode=server
    if [ -t 0 ] && [ -t 1 ]; then mode=""; fi
    # shellcheck disable=SC2086
    exec "$ASSEMBLY/bin/karaf" $mode
}

start_detached() {
    nohup "$ASSEMBLY/bin/karaf" daemon >"$CONSOLE_LOG" 2>&1 </dev/null &
    SERVER_PID=$!
    SHOW_DOTS=true
    printf 'Starting Weighhouse '
    if ! wait_until_ready; then
        printf '\n'
        grep -E 'ERROR|WARN' "$WEIGHHOUSE_DATA/log/karaf.log" 2>/dev/null | cut -c 1-240 | tail -n 20 >&2 || true
        tail -n 20 "$CONSOLE_LOG" >&2
        die "not ready after $SECONDS_WAITED s; see $WEIGHHOUSE_DATA/log/karaf.log (./weighhouse stop ends it)."
    fi
    printf ' ready after %s s.\n' "$SECONDS_WAITED"
    print_addresses
}

# Fails when the server ends, or at the time-out.
wait_until_ready() {
    local begin=$SECONDS limit=${WEIGHHOUSE_START_TIMEOUT:-300}
    until is_ready; do
        SECONDS_WAITED=$((SECONDS - begin))
        if [ "$SECONDS_WAITED" -ge "$limit" ]; then return 1; fi
        kill -0 "$SERVER_PID" 2>/dev/null || return 1
        [ -z "${SHOW_DOTS:-}" ] || dot
        sleep 1
    done
    SECONDS_WAITED=$((SECONDS - begin))
}

is_ready() {
    [ "$(http_status "$WEIGHHOUSE_GATEWAY_PORT" /health/ready)" = 200 ] &&
        [ "$(http_status "$WEIGHHOUSE_UI_PORT" /login)" = 200 ] &&
        { [ "$WEIGHHOUSE_DEMO" != true ] || [ -n "$(demo_value key)" ]; }
}

# The status of a GET on this machine; nothing when there is no answer.
http_status() {
    if [ "$(scheme)" = https ]; then https_status "$@"; else plain_status "$@"; fi
}

# How dashboard and gateway are spoken to.
scheme() {
    if [ -n "${WEIGHHOUSE_TLS_CERTIFICATE:-}" ]; then echo https; else echo http; fi
}

# The certificate hardly names 127.0.0.1. Without curl, a port that is open must do.
https_status() {
    if command -v curl >/dev/null; then
        curl --silent --insecure --max-time 10 --output /dev/null --write-out '%{http_code}' "https://127.0.0.1:$1$2" || true
    elif (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
        echo 200
    fi
}

# Needs no tool but bash.
plain_status() {
    {
        exec 3<>"/dev/tcp/127.0.0.1/$1" &&
            printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3 &&
            IFS=' ' read -r -t 10 _ status _ <&3
    } 2>/dev/null && echo "$status"
    exec 3>&- 2>/dev/null || true
}

print_addresses() {
    local login="admin / the password you chose" made_up=$WEIGHHOUSE_DATA/admin-password
    if [ -r "$made_up" ]; then
        login="admin / $(cat "$made_up")   (made up for you: change it after the login)"
    elif [ -n "${WEIGHHOUSE_ADMIN_PASSWORD:-}" ]; then
        login="admin / the value of WEIGHHOUSE_ADMIN_PASSWORD"
    fi
    say "  Dashboard   $(scheme)://127.0.0.1:$WEIGHHOUSE_UI_PORT/"
    say "  Gateway     $(scheme)://127.0.0.1:$WEIGHHOUSE_GATEWAY_PORT/"
    say "  Login       $login"
    if [ "$WEIGHHOUSE_DEMO" = true ]; then
        say "  Demo key    $(demo_value key)"
    fi
    say "  Shell       ssh -p $WEIGHHOUSE_SSH_PORT admin@127.0.0.1"
    say "  Data        $WEIGHHOUSE_DATA   (log/karaf.log, etc, deploy)"
}

stop_server() {
    local pid waited=0
    [ $# -eq 0 ] || die "stop takes no arguments."
    server_settings
    pid=$(running_pid)
    if [ -z "$pid" ]; then
        say "Weighhouse is not running (data folder $WEIGHHOUSE_DATA)."
        return
    fi
    printf 'Stopping Weighhouse '
    kill "$pid"
    while kill -0 "$pid" 2>/dev/null; do
        if [ $waited -ge 90 ]; then
            printf '\n'
            die "process $pid still runs after 90 s; see $WEIGHHOUSE_DATA/log/karaf.log. kill -9 $pid ends it at once."
        fi
        dot
        sleep 1
        waited=$((waited + 1))
    done
    printf ' stopped.\n'
}
