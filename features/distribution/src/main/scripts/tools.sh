# Finds what building and running needs, and brings what can be brought: JDK, Maven, Node, Chromium.

# Karaf and the agent were seen to run on these.
OLDEST_JDK=21
NEWEST_JDK=26
NODE_RELEASE=24

# The feature release of the JDK at $1, such as 21; 0 when there is none.
jdk_release() {
    local release=""
    if [ -x "$1/bin/javac" ]; then
        if [ -r "$1/release" ]; then
            release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
        else
            release=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
        fi
    fi
    echo "${release:-0}"
}

usable_jdk() {
    local release
    release=$(jdk_release "$1")
    [ "$release" -ge $OLDEST_JDK ] && [ "$release" -le $NEWEST_JDK ]
}

# The JDK that the "java" on the PATH belongs to.
jdk_on_path() {
    local java
    java=$(command -v java) || return 0
    while [ -L "$java" ]; do
        local target
        target=$(readlink "$java")
        case "$target" in
            /*) java=$target ;;
            *) java=$(dirname "$java")/$target ;;
        esac
    done
    dirname "$(dirname "$java")"
}

# The newest usable JDK in the usual folders.
installed_jdk() {
    local home
    for home in /usr/lib/jvm/* /usr/java/* /usr/local/lib/jvm/* /opt/* /opt/java/* /opt/jdk/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if usable_jdk "$home"; then
            printf '%s %s\n' "$(jdk_release "$home")" "$home"
        fi
    done | sort -rn | head -n 1 | cut -d ' ' -f 2-
}

find_jdk() {
    local home
    for home in "${JAVA_HOME:-}" "$(jdk_on_path)" "$(installed_jdk)"; do
        if [ -n "$home" ] && usable_jdk "$home"; then
            export JAVA_HOME=$home
            export PATH=$home/bin:$PATH
            unset JAVA # Karaf's scripts would prefer it
            return
        fi
    done
    die "no JDK $OLDEST_JDK to $NEWEST_JDK found: install one (Debian: apt-get install temurin-25-jdk or openjdk-21-jdk; macOS: brew install openjdk@25) or set JAVA_HOME."
}

find_maven() {
    local mvn
    for mvn in "$(command -v mvn || true)" "${MAVEN_HOME:-}/bin/mvn" "${M2_HOME:-}/bin/mvn" \
        /usr/share/maven/bin/mvn /opt/*maven*/bin/mvn "$HOME"/.sdkman/candidates/maven/current/bin/mvn \
        /opt/homebrew/bin/mvn /usr/local/bin/mvn; do
        if [ -x "$mvn" ]; then
            MAVEN=$mvn
            return
        fi
    done
    die "no Maven found: install it (Debian: apt-get install maven; macOS: brew install maven)."
}

# Brings Node to the layout the dashboard's build asks for: <folder>/node and <folder>/lib/node_modules/npm.
# Sets NODE_FOLDER.
bring_node() {
    NODE_FOLDER=$TOOLS/node/home
    ! node_is_there || return 0
    command -v npm >/dev/null ||
        die "no npm found, which brings Node $NODE_RELEASE: install it (Debian: apt-get install npm; macOS: brew install node)."
    say "Bringing Node $NODE_RELEASE for the dashboard's build ..."
    mkdir -p "$NODE_FOLDER"
    npm install --prefix "$TOOLS/node" --no-audit --no-fund --no-save --no-package-lock --loglevel=error \
        "node@$NODE_RELEASE" npm@11 || die "npm could not bring Node $NODE_RELEASE: see its message above."
    ln -sfn ../node_modules/node/bin/node "$NODE_FOLDER/node"
    ln -sfn .. "$NODE_FOLDER/lib"
    node_is_there || die "the Node that npm brought does not start: $NODE_FOLDER/node"
}

node_is_there() {
    [ "$(node_release "$NODE_FOLDER/node")" = $NODE_RELEASE ] &&
        [ -r "$NODE_FOLDER/lib/node_modules/npm/bin/npm-cli.js" ]
}

node_release() {
    { "$1" --version 2>/dev/null || true; } | sed -n 's/^v\([0-9]*\).*/\1/p'
}

# Exports WEIGHHOUSE_CHROMIUM, for the browser tests.
bring_chromium() {
    find_chromium && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Bringing Chromium for the browser tests ..."
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null ||
            die "apt-get could not install chromium: install it, or set WEIGHHOUSE_CHROMIUM to a browser."
        find_chromium && return
    fi
    die "no Chromium found for the browser tests: install it (Debian: apt-get install chromium) or set WEIGHHOUSE_CHROMIUM."
}

find_chromium() {
    local browser
    for browser in "${WEIGHHOUSE_CHROMIUM:-}" "$(command -v chromium || true)" "$(command -v chromium-browser || true)" \
        "$(command -v google-chrome || true)" "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -n "$browser" ] && [ -x "$browser" ]; then
            export WEIGHHOUSE_CHROMIUM=$browser
            return 0
        fi
    done
    return 1
}
