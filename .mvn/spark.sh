# Builds and runs the job on Spark. Sourced by ./run.

SPARK_JAR=spark/target/hybrid-anomaly-detector-spark.jar
SPARK_CLASS_PATH=spark/target/class-path
SPARK_STAMP=spark/target/.built

spark_sources() {
  find src/main/java src/main/resources pom.xml spark/src/main spark/pom.xml .mvn -type f "$@" | LC_ALL=C sort
}

spark_is_built() {
  [ -f "$SPARK_JAR" ] && [ -f "$SPARK_CLASS_PATH" ] && [ -f "$SPARK_STAMP" ] || return 1
  [ "$(spark_sources | cksum)" = "$(cat "$SPARK_STAMP")" ] || return 1
  [ -z "$(spark_sources -newer "$SPARK_STAMP" | head -n 1)" ]
}

# The core alone: no page is built for it.
build_core() {
  maven -q compile jar:jar@core -Dvaadin.skip "$@" >&2 || fail "The build of the core failed: the lines above say why."
}

build_spark() {
  if spark_is_built; then return; fi
  mkdir -p spark/target
  if command -v flock >/dev/null 2>&1; then
    exec 8>spark/target/.lock
    flock 8
    if spark_is_built; then return; fi
  fi
  say "Building (a few minutes the first time) ..."
  spark_sources | cksum >"$SPARK_STAMP.new"
  build_core
  maven -q -f spark/pom.xml package -DskipTests >&2 || fail "The build failed: the lines above say why."
  mv "$SPARK_STAMP.new" "$SPARK_STAMP"
}

run_spark() {
  options="-Dlog4j2.configurationFile=log4j2-spark-job.properties -Dlog4j2.StatusLogger.level=OFF"
  # Newer Java machines warn about what Spark does; older ones do not know this option.
  quiet=--sun-misc-unsafe-memory-access=allow
  if "$JAVA_HOME/bin/java" $quiet -version >/dev/null 2>&1; then options="$options $quiet"; fi
  SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}
  export SPARK_LOCAL_IP
  class_path=$HERE/$SPARK_JAR:$(cat "$SPARK_CLASS_PATH")
  # Paths in the arguments are relative to the folder the caller stands in.
  cd "$CALLER"
  # shellcheck disable=SC2086  # the options are words
  exec "$JAVA_HOME/bin/java" "@$HERE/spark/java-options" $options -XX:+ExitOnOutOfMemoryError ${JAVA_OPTS:-} -cp "$class_path" \
    io.hybridanomaly.spark.SparkTool "$@"
}
