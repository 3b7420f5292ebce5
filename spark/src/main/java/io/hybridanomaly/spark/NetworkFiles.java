package io.hybridanomaly.spark;

import io.hybridanomaly.detection.SharedModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The networks of groups, a file each, named by a hash of all that they depend on: what is there is
 * whole and right. A group whose training failed has a file with the reason.
 */
final class NetworkFiles implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int TRAINED = 1;
  private static final int FAILED = 0;

  /** Networks that a task keeps in memory: some 200 kB each. */
  private static final int KEPT = 64;

  private final String folder;
  private final SerializableConfiguration configuration;
  private transient @Nullable Map<String, Content> known;

  /**
   * @param folder where they are
   * @param configuration of file systems
   */
  NetworkFiles(Path folder, SerializableConfiguration configuration) {
    this.folder = folder.toString();
    this.configuration = configuration;
  }

  /**
   * What a file holds: one of both.
   *
   * @param model the networks
   * @param problem why there are none
   */
  record Content(@Nullable SharedModel model, @Nullable String problem) {}

  private Path path(String name) {
    return new Path(folder, name);
  }

  private FileSystem files() throws IOException {
    return new Path(folder).getFileSystem(configuration.value());
  }

  boolean has(String name) throws IOException {
    return files().exists(path(name));
  }

  void write(String name, SharedModel model) throws IOException {
    write(name, TRAINED, model.toBytes());
  }

  void writeFailure(String name, String reason) throws IOException {
    write(name, FAILED, reason.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes under another name first: a killed task leaves nothing that looks whole. */
  private void write(String name, int kind, byte[] bytes) throws IOException {
    FileSystem files = files();
    Path part = path("." + name + "." + UUID.randomUUID());
    try (OutputStream out = files.create(part)) {
      out.write(kind);
      out.write(bytes);
    }
    if (!files.rename(part, path(name))) {
      files.delete(part, false);
      if (!files.exists(path(name))) {
        throw new IOException(path(name) + " could not be written");
      }
    }
  }

  /** Reads networks that are there; those read last are kept in memory. */
  Content read(String name) throws IOException {
    Map<String, Content> kept = known;
    if (kept == null) {
      kept =
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Content> eldest) {
              return size() > KEPT;
            }
          };
      known = kept;
    }
    Content content = kept.get(name);
    if (content == null) {
      try (InputStream in = files().open(path(name))) {
        int kind = in.read();
        byte[] bytes = in.readAllBytes();
        content =
            kind == TRAINED
                ? new Content(SharedModel.ofBytes(bytes), null)
                : new Content(null, new String(bytes, StandardCharsets.UTF_8));
      }
      kept.put(name, content);
    }
    return content;
  }
}
