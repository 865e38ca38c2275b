# Sets JAVA_HOME to a JDK 25, whatever `java` is the default, or says in one sentence what to install.
# Looks at JAVA_HOME, the `javac` on the PATH, and where Linux, macOS, SDKMAN!, asdf and mise keep their JDKs.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && case $("$1/bin/javac" -version 2>&1) in "javac 25"*) true ;; *) false ;; esac
}

find_jdk_25() {
  path_javac=$(command -v javac || true)
  [ -z "$path_javac" ] || path_javac=$(dirname "$(dirname "$(readlink -f "$path_javac" 2>/dev/null || echo "$path_javac")")")
  for home in "${JAVA_HOME:-}" "$path_javac" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      echo "$home"
      return
    fi
  done
}

JAVA_HOME=$(find_jdk_25)
if [ -z "$JAVA_HOME" ]; then
  echo "Kikkake needs a JDK 25: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it." >&2
  exit 2
fi
export JAVA_HOME
