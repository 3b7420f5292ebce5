# Finds the tools that ./run needs, or fetches them. Sourced by it.

NODE_VERSION=24.15.0 # the same as node.version in pom.xml

# True if $1 is a java of version 21 or newer with a compiler beside it.
is_new_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  major=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [ -n "$major" ] && [ "$major" -ge 21 ]
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_new_jdk "$JAVA_HOME"; then return; fi
  candidates=""
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    real=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    candidates="$(dirname "$(dirname "$real")")"
  fi
  for folder in "$candidates" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$folder" ] && is_new_jdk "$folder"; then
      JAVA_HOME=$folder
      export JAVA_HOME
      return
    fi
  done
  fail "No JDK 21 or newer was found: install one (Debian and Ubuntu: apt-get install openjdk-21-jdk; macOS: brew install openjdk@21) or point JAVA_HOME to it."
}

find_maven() {
  if command -v mvn >/dev/null 2>&1; then
    MVN=mvn
  elif [ -n "${MAVEN_HOME:-}" ] && [ -x "$MAVEN_HOME/bin/mvn" ]; then
    MVN=$MAVEN_HOME/bin/mvn
  else
    fail "Maven was not found: install it (Debian and Ubuntu: apt-get install maven; macOS: brew install maven)."
  fi
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt_install() {
  say "Installing $* ..."
  {
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
      { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
  } >&2
}

# The Vaadin build needs Node.js 24 with npm: the one on the path, or a copy of its own in ~/.vaadin,
# where the build looks first.
ensure_node() {
  if command -v npm >/dev/null 2>&1; then
    major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
    if [ -n "$major" ] && [ "$major" -ge 24 ]; then return; fi
  fi
  own="$HOME/.vaadin/node-v$NODE_VERSION"
  if "$own/bin/node" --version >/dev/null 2>&1; then return; fi
  if ! command -v npm >/dev/null 2>&1 && can_install; then apt_install npm || true; fi
  if command -v npm >/dev/null 2>&1; then
    say "Fetching Node.js $NODE_VERSION for the page's build, once ..."
    npm install --global --no-fund --no-audit --loglevel=error --prefix "$own" "node@$NODE_VERSION" npm@11 >&2 || true
    if "$own/bin/node" --version >/dev/null 2>&1; then return; fi
    rm -rf "$own"
  fi
  say "Node.js 24 was not found and could not be fetched with npm; the build will try to download it. If that fails, install Node.js 24 with npm and run this again."
}

ensure_chromium() {
  if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then return; fi
  for browser in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    found=$(command -v "$browser" 2>/dev/null || true)
    if [ -n "$found" ]; then
      CHROMIUM=$found
      export CHROMIUM
      return
    fi
  done
  if can_install && apt_install chromium fonts-dejavu-core && command -v chromium >/dev/null 2>&1; then
    CHROMIUM=$(command -v chromium)
    export CHROMIUM
    return
  fi
  fail "The browser tests need Chromium or Chrome: install it (Debian: apt-get install chromium) or point CHROMIUM to its program."
}

maven() {
  find_maven
  # Newer JDKs warn about what Maven's own libraries do; that is not for the users of this script.
  for option in --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow; do
    if "$JAVA_HOME/bin/java" "$option" -version >/dev/null 2>&1; then
      MAVEN_OPTS="${MAVEN_OPTS:-} $option"
    fi
  done
  # A build is short: collecting garbage with one thread costs it least.
  case "${MAVEN_OPTS:-}" in
  *GC*) ;;
  *) MAVEN_OPTS="${MAVEN_OPTS:-} -XX:+UseSerialGC" ;;
  esac
  export MAVEN_OPTS
  "$MVN" -B "$@"
}
