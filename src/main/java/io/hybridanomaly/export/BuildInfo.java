package io.hybridanomaly.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What this program was built from, as the build wrote it down. */
public final class BuildInfo {

  private static final String RESOURCE = "/META-INF/build-info.properties";
  private static final String UNKNOWN = "unknown";
  private static final Properties PROPERTIES = load();

  private BuildInfo() {}

  /** The application's own version. */
  public static String version() {
    return PROPERTIES.getProperty("build.version", UNKNOWN);
  }

  /** Name and version of everything that a result depends on. */
  public static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("hybrid-anomaly-detector", version());
    versions.put("java", Runtime.version().toString());
    versions.put("djl", PROPERTIES.getProperty("build.djl", UNKNOWN));
    versions.put("pytorch", PROPERTIES.getProperty("build.pytorch", UNKNOWN));
    versions.put(
        "os", System.getProperty("os.name", UNKNOWN) + " " + System.getProperty("os.arch", ""));
    return versions;
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (@Nullable InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
