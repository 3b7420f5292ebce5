package io.hybridanomaly.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.importing.layout.Head;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: a series, or one sentence in an {@link ImportException}. */
class ImportRobustnessTest {

  private final Random random = new Random(5);

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (ImportCase each : ImportCasesTest.cases()) {
      seeds.add(each.bytes());
    }
    return seeds;
  }

  @Test
  void changedCasesNeverBreakTheImporter() throws IOException {
    List<byte[]> seeds = seeds();
    int series = 0;
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = mutated(seeds.get(i % seeds.size()), seeds);
      if (isRead(bytes)) {
        series++;
      } else {
        refused++;
      }
    }
    assertThat(series).isGreaterThan(100);
    assertThat(refused).isGreaterThan(100);
  }

  @Test
  void randomBytesAreRefused() {
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(1, 3000)];
      random.nextBytes(bytes);
      assertThat(isRead(bytes)).isFalse();
    }
  }

  private static boolean isRead(byte[] bytes) {
    CsvSource source = new TextSource("fuzz.csv", bytes);
    ImportOptions options = ImportOptions.defaults();
    try {
      CsvImporter.profile(source, options);
      ImportedSeries imported = CsvImporter.read(source, options);
      assertThat(imported.series().size()).isGreaterThanOrEqualTo(32);
      ImportSummary summary = imported.summary();
      // A table read across has several points in a row, one of several series not all rows.
      if (!imported.profile().across() && imported.profile().series().isEmpty()) {
        assertThat(summary.rowsRead()).isEqualTo(imported.series().size() + summary.rowsDropped());
      }
      assertThat(imported.series().times().text(0)).isEqualTo(summary.firstTime());
      return true;
    } catch (ImportException e) {
      String ownWords = String.valueOf(e.getMessage()).replaceAll("“[^”]*”", "“”");
      assertThat(ownWords).isNotBlank().doesNotContain("Exception", "null");
      return false;
    }
  }

  private byte[] mutated(byte[] seed, List<byte[]> seeds) {
    byte[] bytes = seed.clone();
    for (int k = random.nextInt(8); k > 0 && bytes.length > 0; k--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "\",;\t\n\r0-+.eE#()".charAt(random.nextInt(15));
        case 2 -> bytes = spliced(bytes, at, seeds.get(random.nextInt(seeds.size())));
        default -> bytes = Arrays.copyOf(bytes, bytes.length - bytes.length / 8);
      }
    }
    return bytes;
  }

  private byte[] spliced(byte[] bytes, int at, byte[] other) {
    int from = other.length == 0 ? 0 : random.nextInt(other.length);
    int length = Math.min(other.length - from, random.nextInt(60));
    byte[] joined = Arrays.copyOf(bytes, bytes.length + length);
    System.arraycopy(bytes, at, joined, at + length, bytes.length - at);
    System.arraycopy(other, from, joined, at, length);
    return joined;
  }

  @Test
  void aQuoteThatNeverClosesIsFoundWithoutReadingOn() {
    CsvSource endless = endless("time,value\n" + "2024-01-01,1\n".repeat(10) + "2024-01-02,\"");
    assertThatThrownBy(() -> CsvImporter.read(endless, ImportOptions.defaults()))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("line 12")
        .hasMessageContaining("quote");
  }

  @Test
  void aLineWithoutEndIsRefused() {
    assertThatThrownBy(() -> CsvImporter.read(endless(""), ImportOptions.defaults()))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("longer than a million characters");
  }

  /** A file that goes on with x for ever. */
  private static CsvSource endless(String start) {
    byte[] head = start.getBytes(StandardCharsets.UTF_8);
    return new CsvSource() {
      @Override
      public String name() {
        return "endless.csv";
      }

      @Override
      public InputStream open() {
        InputStream xs =
            new InputStream() {
              @Override
              public int read() {
                return 'x';
              }

              @Override
              public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) 'x');
                return length;
              }
            };
        return new SequenceInputStream(new ByteArrayInputStream(head), xs);
      }
    };
  }

  @Test
  void aSourceThatFailsIsReportedInASentence() {
    CsvSource broken =
        new CsvSource() {
          @Override
          public String name() {
            return "broken.csv";
          }

          @Override
          public InputStream open() throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    assertThatThrownBy(() -> CsvImporter.read(broken, ImportOptions.defaults()))
        .isInstanceOf(ImportException.class)
        .hasMessage("The file could not be read (the disk is gone): retry.");
  }

  @Test
  void evidenceBehindTheHeadCorrectsTheGuess() throws ImportException {
    StringBuilder text = new StringBuilder("Datum;Wert\n");
    for (int i = 0; i < 120_000; i++) {
      text.append("0%d/0%d/2024;1,%d\n".formatted(i % 9 + 1, i / 9 % 9 + 1, i % 90 + 100));
    }
    text.append("31/12/2024;1,5\n");
    byte[] bytes = (text + "30/12/2024;1,5;ä\n").getBytes(Head.WINDOWS_1252);
    CsvSource source = new TextSource("late.csv", bytes);
    assertThat(CsvImporter.profile(source, ImportOptions.defaults()).format().charset())
        .isEqualTo(StandardCharsets.UTF_8);
    ImportedSeries imported = CsvImporter.read(source, ImportOptions.defaults());
    assertThat(imported.profile().format().charset()).isEqualTo(Head.WINDOWS_1252);
    assertThat(imported.series().size()).isEqualTo(120_001);
    assertThat(imported.summary().lastTime()).isEqualTo("2024-12-31T00:00:00");
    assertThat(imported.series().values()[120_000]).isEqualTo(1.5);
    assertThat(imported.summary().problems().get(0).line()).isEqualTo(120_003);
  }

  @Test
  void filesOfOtherKindsAreNamed() throws IOException {
    Path zip = Files.createTempFile("import", ".zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("xl/workbook.xml"));
      out.write(1);
      out.closeEntry();
    }
    byte[] bytes = Files.readAllBytes(zip);
    Files.delete(zip);
    assertThatThrownBy(
            () -> CsvImporter.profile(new TextSource("a.csv", bytes), ImportOptions.defaults()))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("Excel");
  }
}
