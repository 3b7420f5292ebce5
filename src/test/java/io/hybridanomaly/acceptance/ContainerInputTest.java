package io.hybridanomaly.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.acceptance.PackagedJar.Outcome;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed files, archives, workbooks and JSON lines on the command line. */
class ContainerInputTest {

  @TempDir private Path folder;

  /** Runs a call in which {@code @} stands for the folder of the files. */
  private Outcome run(String call) {
    return DirectCall.run(folder, call);
  }

  /** What the same data as a CSV file give. */
  private String fromCsv() throws Exception {
    Files.writeString(folder.resolve("load.csv"), TestSeries.csv());
    Outcome outcome = run("detect @/load.csv --epochs 1");
    assertThat(outcome.err()).isEmpty();
    return outcome.out();
  }

  private void writeZip(String name, String... entries) throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(TestSeries.csv().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private void writeWorkbook() throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve("book.xlsx"));
        Workbook book = new Workbook(out, "test", "1.0")) {
      for (String name : List.of("Cover", "North", "South")) {
        Worksheet sheet = book.newWorksheet(name);
        List<String> rows = TestSeries.csv().lines().toList();
        for (int row = 0; row < (name.equals("Cover") ? 1 : rows.size()); row++) {
          String[] cells = rows.get(row).split(",", -1);
          sheet.value(row, 0, cells[0]);
          if (row == 0) {
            sheet.value(row, 1, cells[1]);
          } else {
            sheet.value(row, 1, Double.parseDouble(cells[1]));
          }
        }
      }
    }
  }

  @Test
  void everyContainerGivesTheSameBytes() throws Exception {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("load.csv.gz")))) {
      out.write(TestSeries.csv().getBytes(StandardCharsets.UTF_8));
    }
    StringBuilder lines = new StringBuilder();
    List<String> rows = TestSeries.csv().lines().toList();
    String[] names = rows.getFirst().split(",", -1);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      lines.append(
          "{\"%s\": \"%s\", \"%s\": %s}\n".formatted(names[0], cells[0], names[1], cells[1]));
    }
    Files.writeString(folder.resolve("load.jsonl"), lines);
    writeZip("load.zip", "load.csv");
    String fromCsv = fromCsv();
    assertThat(run("detect @/load.csv.gz --epochs 1")).isEqualTo(new Outcome(0, fromCsv, ""));
    assertThat(run("detect @/load.jsonl --epochs 1")).isEqualTo(new Outcome(0, fromCsv, ""));
    assertThat(run("detect @/load.zip --sheet load.csv --epochs 1"))
        .isEqualTo(new Outcome(0, fromCsv, ""));
  }

  @Test
  void aSheetIsChosenAndAnAssumedOneIsSaid() throws Exception {
    writeWorkbook();
    String fromCsv = fromCsv();
    Outcome first = run("detect @/book.xlsx --epochs 1");
    assertThat(first.status()).isZero();
    assertThat(first.out()).isEqualTo(fromCsv);
    assertThat(first.err().lines())
        .containsExactly(
            "book.xlsx: of the sheets \"Cover\", \"North\", \"South\" the sheet \"North\" is read."
                + " --sheet NAME takes another, --sheet all each of them.");
    assertThat(run("detect @/book.xlsx --sheet south --epochs 1"))
        .isEqualTo(new Outcome(0, fromCsv, ""));
    Outcome wrong = run("detect @/book.xlsx --sheet East");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err().lines()).hasSize(1);
    assertThat(wrong.err()).contains("there is no sheet \"East\"", "\"North\"");
    assertThat(run("detect @/load.csv --sheet East").err())
        .contains("the file is one table; leave out --sheet.");
  }

  @Test
  void anArchiveIsLikeAFolder() throws Exception {
    writeZip("all.zip", "north/a.csv", "b.csv");
    String fromCsv = fromCsv();
    Outcome refused = run("detect @/all.zip --epochs 1");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("--output");
    Outcome outcome = run("detect @/all.zip --epochs 1 --output @/out/ --report @/report.json");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(folder.resolve("out/all-north_a.csv")).hasContent(fromCsv);
    assertThat(folder.resolve("out/all-b.csv")).hasContent(fromCsv);
    assertThat(Files.readString(folder.resolve("report.json")))
        .contains("\"runs\"", "all.zip (north/a.csv)");
  }

  @Test
  void aBadSheetDoesNotStopTheOthers() throws Exception {
    writeWorkbook();
    Outcome outcome = run("detect @/book.xlsx --sheet all --epochs 1 --output @/out.csv");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).contains("book.xlsx (Cover):");
    assertThat(folder.resolve("out-North.csv")).exists();
    assertThat(folder.resolve("out-South.csv")).exists();
  }

  @Test
  void anArchiveThatIsNotCalledOneIsNotPrintedInOnePiece() throws Exception {
    writeZip("data.bin", "a.csv", "b.csv");
    Outcome outcome = run("detect @/data.bin --epochs 1");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("it holds several tables; name one with --sheet");
  }
}
