package io.hybridanomaly.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.config.DataProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadedFileTest {

  private static final long SECOND = 1_000_000_000;

  /** More than any process number that Linux gives by default. */
  private static final String NO_PROCESS = "99999999";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path data;

  private final AtomicLong nanos = new AtomicLong();

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private UploadFolder folder() {
    return new UploadFolder(new DataProperties(data));
  }

  private UploadedFile receive(String name, InputStream in, long most) throws IOException {
    return UploadedFile.receive(name, in, new UploadWatch(most, 1000, nanos::get), folder());
  }

  private long files() throws IOException {
    try (var all = Files.walk(data)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void aFileIsKeptUntilItIsDeleted() throws IOException {
    UploadedFile file = receive("a.csv", bytes("value\n1\n"), 100);
    assertThat(file.path()).hasContent("value\n1\n");
    file.delete();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void noFileOutlivesTheServer() throws IOException {
    UploadFolder folder = folder();
    UploadWatch watch = new UploadWatch(100, 0, nanos::get);
    UploadedFile.receive("a.csv", bytes("value\n1\n"), watch, folder);
    UploadedFile.receive("b.csv", bytes("value\n2\n"), watch, folder);
    assertThat(files()).isEqualTo(2);
    folder.close();
    assertThat(files()).isZero();
  }

  @Test
  void whatAKilledServerLeftGoesAtTheNextStart() throws IOException {
    Path left = Files.createDirectories(data.resolve("uploads").resolve(NO_PROCESS));
    Files.writeString(left.resolve("upload-1.csv"), "value");
    Path foreign = Files.createDirectories(data.resolve("uploads").resolve("notes"));
    folder();
    assertThat(left).doesNotExist();
    assertThat(foreign).exists();
  }

  @Test
  void nothingOfATooLargeFileIsKept() throws IOException {
    assertThatThrownBy(() -> receive("a.csv", bytes("value\n1\n"), 3))
        .isInstanceOf(UploadedFile.RefusedException.class)
        .hasMessageContaining("larger than");
    assertThat(files()).isZero();
  }

  @Test
  void aSlowUploadIsEnded() throws IOException {
    InputStream slow =
        new InputStream() {
          @Override
          public int read() {
            nanos.addAndGet(SECOND);
            return 'x';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            buffer[offset] = (byte) read();
            return 1;
          }
        };
    assertThatThrownBy(() -> receive("a.csv", slow, 1000))
        .isInstanceOf(UploadedFile.RefusedException.class)
        .hasMessageContaining("arrives at less than");
    // One byte a second is watched for ten seconds before it is too slow.
    assertThat(nanos.get()).isEqualTo(11 * SECOND);
    assertThat(files()).isZero();
  }

  @Test
  void aFullDiskIsToldAsSuch() throws IOException {
    Path file = Files.writeString(data.resolve("uploads"), "a file where the folder should be");
    assertThatThrownBy(() -> receive("a.csv", bytes("value"), 100))
        .isInstanceOf(UploadedFile.RefusedException.class)
        .hasMessageContaining("no room left");
    assertThat(file).exists();
  }

  @Test
  void aNameIsShownWithoutFoldersAndUnseenCharacters() throws IOException {
    assertThat(receive("../../etc/\u202Evsc.exe\u0007.csv", bytes("v"), 100).name())
        .isEqualTo("vsc.exe.csv");
    assertThat(receive("\u200B ", bytes("v"), 100).name()).isEqualTo("upload.csv");
    assertThat(receive("C:\\data\\umsätze 2024.csv", bytes("v"), 100).name())
        .isEqualTo("umsätze 2024.csv");
    assertThat(receive("x".repeat(300), bytes("v"), 100).name()).hasSize(200);
  }
}
