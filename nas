#!/usr/bin/env bash
# Runs nas. Builds it first where it was never built or its sources have changed since.
# Kept to what bash 3.2 and the tools of macOS know.
set -euo pipefail
unset CDPATH

main() {
  home=$(dirname "$(resolve "${BASH_SOURCE[0]}")")
  work=$home/.build/work.$$
  sources=(nas pom.xml .mvn nas-core/pom.xml nas-core/src/main nas-cli/pom.xml nas-cli/src/main)
  find_java
  if ! built "$(state)"; then
    build
    built "$(state)" || die 'the sources changed while nas was starting; run it again'
  fi
  run "$@"
}

say() { printf 'nas: %s\n' "$*" >&2; }
die() { say "$@" && exit 1; }

# The physical path of $1, through every symbolic link.
resolve() {
  local path=$1 folder
  while [ -L "$path" ]; do
    folder=$(cd -P "$(dirname "$path")" && pwd)
    path=$(readlink "$path")
    case $path in /*) ;; *) path=$folder/$path ;; esac
  done
  printf '%s/%s\n' "$(cd -P "$(dirname "$path")" && pwd)" "$(basename "$path")"
}

# Sets java, the first number of its version, and jdk, empty where unknown. To ask java for its version takes a whole
# JVM, so the release file beside it is read. Version managers put a script in java's place, whose answer depends on
# the current folder: that one is asked.
find_java() {
  local advice='install a JDK of version 17 or newer' version
  java=${JAVA_HOME:+$JAVA_HOME/bin/java}
  [ -n "$java" ] || java=$(command -v java) || die "there is no java on the PATH and JAVA_HOME is not set; $advice"
  if [ "$java" = /usr/bin/java ] && [ -x /usr/libexec/java_home ]; then # macOS: a stand-in, with or without a JDK
    java=$(/usr/libexec/java_home -v 17+ 2>/dev/null)/bin/java || die "there is no java of version 17 or newer; $advice"
  fi
  [ -x "$java" ] || die "JAVA_HOME is ${JAVA_HOME:-}, but there is no bin/java in it; correct it or unset it"
  jdk=$(dirname "$(dirname "$(resolve "$java")")")
  if [ -f "$jdk/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$jdk/release")
  else
    jdk=
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p') || version=
  fi
  java_major=${version#1.}
  java_major=${java_major%%[!0-9]*}
  [ "${java_major:-0}" -ge 17 ] || die "$java is of version ${version:-unknown}; $advice"
}

# A name for the sources as they are now: their contents, and the commit that --version tells.
state() (
  cd "$home"
  {
    head_commit
    find "${sources[@]}" -type f ! -name '.*' -exec cksum {} + 2>/dev/null | LC_ALL=C sort || :
  } | cksum | tr ' ' -
)

head_commit() { [ ! -e "$home/.git" ] || git -c safe.directory='*' -C "$home" rev-parse HEAD 2>/dev/null || :; }

# The first 12 digits of the commit, with "-dirty" where the sources differ from it.
commit() {
  local head mark=
  head=$(head_commit)
  [ -z "$head" ] || [ -z "$(git -c safe.directory='*' --no-optional-locks -C "$home" status --porcelain -- "${sources[@]}")" ] || mark=-dirty
  head=${head:-unknown}
  echo "${head:0:12}$mark"
}

# Whether state $1 is built and no library of its is missing; sets class_path.
built() {
  local folder=$home/.build/$1 library libraries
  [ -f "$folder/libraries" ] || return 1
  IFS=: read -r -a libraries <"$folder/libraries"
  for library in "${libraries[@]}"; do
    [ -e "$library" ] || return 1
  done
  class_path="$folder/*:$(cat "$folder/libraries")"
}

# Builds until the sources have stood still from beginning to end. Launches run from .build/STATE, which appears whole,
# by one rename, and which no other build touches, "mvn clean" included.
build() (
  cd "$home"
  command -v mvn >/dev/null || die 'nas must be built, and there is no mvn on the PATH; install Maven 3.8 or newer'
  [ -z "$jdk" ] || [ -x "$jdk/bin/javac" ] || die "nas must be built, and there is no javac in $jdk; install a full JDK"
  { mkdir -p .build && [ -w .build ]; } 2>/dev/null || die "nas must be built, and $home/.build cannot be written"
  trap 'exit 130' INT
  trap 'exit 143' HUP TERM
  lock
  trap unlock EXIT
  while state=$(state) && ! built "$state"; do
    say 'building, once; this takes a minute …'
    run_maven
    [ "$state" != "$(state)" ] || publish "$state"
  done
)

# Takes .build/lock, a symbolic link to the holder's process id: it appears with its content, in one step. A dead
# holder's lock is removed under a lock of its own, lest the slower of two remove the faster one's new lock. Nobody
# waits for more than ten minutes: builds do not share a folder, so two at once are only a waste.
lock() {
  local holder told=
  until ln -s $$ .build/lock 2>/dev/null; do
    holder=$(readlink .build/lock) || holder=
    if [ $SECONDS -gt 600 ]; then
      rm -rf .build/lock .build/lock.*
      SECONDS=0
    elif dead "$holder" && mkdir ".build/lock.$holder" 2>/dev/null; then
      [ "$(readlink .build/lock)" != "$holder" ] || rm -f .build/lock
      rmdir ".build/lock.$holder"
    else
      [ -n "$told" ] || say "waiting for process ${holder:-?}, which is building"
      told=yes
      sleep 0.2
    fi
  done
}

# Whether process $1 is gone; in containers a dead one's id may well be ours.
dead() { [ -n "$1" ] && { [ "$1" = $$ ] || ! kill -0 "$1" 2>/dev/null; }; }

unlock() {
  rm -rf "$work"
  [ "$(readlink .build/lock)" != $$ ] || rm -f .build/lock
}

run_maven() {
  local left
  for left in .build/work.*; do # of launches that were killed
    ! dead "${left##*.}" || rm -rf "$left"
  done
  [ -z "$jdk" ] || export JAVA_HOME="$jdk"
  mvn -q -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -Dnas.launch="$work" -Dnas.commit="$(commit)" \
    -pl nas-cli -am package </dev/null >.build/log 2>&1 || {
    tail -n 30 .build/log >&2
    die "the build failed; the whole log is $home/.build/log"
  }
}

# Makes what Maven built the build of state $1, and clears away builds that are older than a day.
publish() {
  local app=$work/app
  mkdir "$app"
  mv "$work"/nas-*/nas-*.jar "$app"
  tr : '\n' <"$work/nas-cli/classpath" | grep -vF "$work/" | paste -s -d : - >"$app/libraries"
  rm -rf ".build/$1"
  mv "$app" ".build/$1"
  built "$1" || die "the build named libraries that are missing: $home/.build/$1/libraries"
  find .build -mindepth 1 -maxdepth 1 -type d -mtime +1 ! -name "$1" -exec rm -rf {} +
}

run() {
  local flags=(-Dnas.terminal=false)
  [ ! -t 2 ] || flags=(-Dnas.terminal=true)
  case ${1:-} in
    search | resume | reproduce | predict | export | space | bench)
      case ${NAS_JAVA_OPTS:-} in
        *GC*) ;; # Java refuses two collectors
        *) flags+=(-XX:+UseParallelGC) ;; # replays a long journal in a sixth less time than the default one
      esac
      ;;
    *) # over before optimised code pays, a mistyped command too; verifying picocli's old classes costs a tenth of a second
      flags+=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote)
      case ${1:-} in
        show | runs | pick | compare | report) ;; # to read a journal takes long enough for compiled code to pay
        *) flags+=(-XX:CompileThresholdScaling=5) ;;
      esac
      ;;
  esac
  [ "$java_major" -lt 24 ] || flags+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  set -f
  # shellcheck disable=SC2206 # several options in one variable
  flags+=(${NAS_JAVA_OPTS:-})
  export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
  [ -n "${OPENBLAS_CORETYPE:-}" ] || ! has_avx512 || export OPENBLAS_CORETYPE=SkylakeX
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[uU][tT][fF]*8*) ;;
    *) export LC_ALL=C.UTF-8 ;; # without it Java cannot open files whose names are not ASCII
  esac
  exec "$java" "${flags[@]}" -cp "$class_path" nas.cli.Main "$@"
}

# Whether this is Linux on a processor with the instructions that OpenBLAS's core for AVX-512 needs. OpenBLAS takes that
# core on Intel's processors only; on AMD's it makes matrix products 10 to 30 % faster, small ones twice as fast, and
# results are then the same on both.
has_avx512() {
  local name flags= flag
  [ -r /proc/cpuinfo ] || return 1
  while IFS=$' \t:' read -r name flags; do
    [ "$name" != flags ] || break
  done </proc/cpuinfo
  [ "$name" = flags ] || return 1
  for flag in avx512f avx512dq avx512cd avx512bw avx512vl; do
    case " $flags " in *" $flag "*) ;; *) return 1 ;; esac
  done
}

main "$@"
