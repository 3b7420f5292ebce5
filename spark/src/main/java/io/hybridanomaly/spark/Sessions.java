package io.hybridanomaly.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark's session: that of {@code spark-submit}, or one on this machine's cores. */
final class Sessions {

  private static final String MASTER = "spark.master";
  private static final String CORES = "spark.executor.cores";
  private static final int PARTITIONS_FOR_A_CORE = 2;
  private static final String JAVA_OPTIONS = "spark.executor.extraJavaOptions";

  private Sessions() {}

  /** Spark's settings; what the user has set stays. */
  static SparkConf conf() {
    SparkConf conf = new SparkConf();
    if (!conf.contains(MASTER)) {
      conf.setMaster("local[*]");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      // Plans are small here, and asking again after each step costs more than it saves.
      conf.setIfMissing("spark.sql.adaptive.enabled", "false");
      conf.setIfMissing(
          "spark.sql.shuffle.partitions",
          Integer.toString(PARTITIONS_FOR_A_CORE * Runtime.getRuntime().availableProcessors()));
      // The work is done by the detector: what SQL does is not worth compiling.
      conf.setIfMissing("spark.sql.codegen.wholeStage", "false");
      conf.setIfMissing("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    }
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    // Instants are written as such, whatever the clock of the machine.
    conf.setIfMissing("spark.sql.session.timeZone", "UTC");
    // A detection helps itself to cores that idle; those of other executors are not its own.
    if (conf.contains(CORES)) {
      conf.setIfMissing(
          JAVA_OPTIONS,
          "-XX:ActiveProcessorCount=%s --enable-native-access=ALL-UNNAMED"
              .formatted(conf.get(CORES)));
    }
    return conf;
  }

  /** Opens a session, or takes the one that the caller of the program has opened. */
  static SparkSession open(SparkConf conf) {
    return SparkSession.builder().appName("hybrid-anomaly-detector").config(conf).getOrCreate();
  }
}
