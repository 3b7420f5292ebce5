package io.hybridanomaly.importing.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives, compressed files, workbooks and JSON lines become the text of CSV files. */
class ContainersTest {

  private static final long ENOUGH = 1 << 24;

  private record Bytes(String name, byte[] bytes) implements CsvSource {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  private static Bytes text(String name, String text) {
    return new Bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Unpacked unpack(CsvSource file) throws ImportException {
    return Containers.unpack(file, ENOUGH);
  }

  private static String content(CsvSource source) throws IOException {
    try (InputStream in = source.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return zip(files);
  }

  /**
   * A workbook as other programs write them: parts that the library that writes them never makes.
   */
  private static Bytes workbook(String rows, String formats, String properties) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String packages = "http://schemas.openxmlformats.org/package/2006";
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return new Bytes(
        "book.xlsx",
        zip(
            "[Content_Types].xml",
            """
            <Types xmlns="%1$s/content-types">
            <Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="%2$sstyles+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="%2$ssharedStrings+xml"/>
            </Types>"""
                .formatted(packages, types),
            "xl/workbook.xml",
            """
            <workbook xmlns="%s" xmlns:r="%s">%s
            <sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>"""
                .formatted(main, office, properties),
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="%s/relationships">
            <Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>
            </Relationships>"""
                .formatted(packages, office),
            "xl/sharedStrings.xml",
            "<sst xmlns=\"%s\"><si><t>when</t></si><si><t>a, \"b\"</t></si></sst>".formatted(main),
            "xl/styles.xml",
            "<styleSheet xmlns=\"%s\">%s</styleSheet>".formatted(main, formats),
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(main, rows)));
  }

  @Test
  void textIsLeftAsItIs() throws Exception {
    Bytes file = text("a.csv", "time,value\n1,2\n");
    Unpacked unpacked = unpack(file);
    assertThat(unpacked.kind()).isEqualTo(ContainerKind.TEXT);
    assertThat(content(unpacked.first())).isEqualTo("time,value\n1,2\n");
    assertThat(unpacked.first().name()).isEqualTo("a.csv");
  }

  @Test
  void compressedTextIsUnpackedWhereverItCameFrom() throws Exception {
    Bytes file = new Bytes("a.csv.gz", gzip("time,value\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    Unpacked unpacked = unpack(file);
    assertThat(unpacked.kind()).isEqualTo(ContainerKind.GZIP);
    assertThat(content(unpacked.first())).isEqualTo("time,value\n1,2\n");
    assertThat(content(unpacked.first())).isEqualTo("time,value\n1,2\n");
    assertThat(unpacked.first().origin()).isSameAs(file);
  }

  @Test
  void anArchiveGivesItsTablesAndNothingElse() throws Exception {
    Bytes file =
        new Bytes(
            "all.zip",
            zip(
                "data/one.csv",
                "time,value\n1,2\n",
                "README.txt",
                "read me",
                "__MACOSX/data/._one.csv",
                "x",
                "two.CSV",
                "time,value\n3,4\n"));
    Unpacked unpacked = unpack(file);
    assertThat(unpacked.kind()).isEqualTo(ContainerKind.ZIP);
    assertThat(unpacked.names()).containsExactly("data/one.csv", "two.CSV");
    assertThat(unpacked.tables().get(0).name()).isEqualTo("all.zip (data/one.csv)");
    assertThat(content(unpacked.named("TWO.csv").orElseThrow())).isEqualTo("time,value\n3,4\n");
  }

  @Test
  void whatIsPackedInAnArchiveIsUnpackedToo() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.csv.gz", gzip("time,value\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    files.put("b.xlsx", workbook("<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>", "", "").bytes());
    files.put("c.jsonl", "{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8));
    Unpacked unpacked = unpack(new Bytes("all.zip", zip(files)));
    assertThat(unpacked.names()).containsExactly("a.csv.gz", "b.xlsx, Data", "c.jsonl");
    assertThat(content(unpacked.tables().get(0))).isEqualTo("time,value\n1,2\n");
    assertThat(content(unpacked.tables().get(1))).isEqualTo("5\n");
    assertThat(content(unpacked.tables().get(2))).isEqualTo("a\n1\n2\n");
  }

  @Test
  void theLimitCountsWhatComesOut() throws Exception {
    byte[] zeros = new byte[1 << 20];
    Arrays.fill(zeros, (byte) '0');
    byte[] bomb = zip(Map.of("a.csv", zeros));
    assertThat(bomb.length).isLessThan(10_000);
    String sentence =
        "The file unpacks to more than the 100000 bytes that are allowed: unpack it and take a part of it.";
    assertThatThrownBy(() -> Containers.unpack(new Bytes("a.zip", bomb), 100_000))
        .isInstanceOf(ImportException.class)
        .hasMessage(sentence);
    // What is no table counts as well: it has to be unpacked to get at what stands behind it.
    byte[] picture = zip(Map.of("a.png", zeros));
    assertThatThrownBy(() -> Containers.unpack(new Bytes("a.zip", picture), 100_000))
        .hasMessage(sentence);
    byte[] compressed = gzip(zeros);
    assertThatThrownBy(() -> Containers.unpack(new Bytes("a.gz", compressed), 100_000))
        .hasMessage(sentence);
    // Two layers, each small enough to be let through alone.
    byte[] twice = zip(Map.of("a.csv.gz", gzip(zeros), "b.csv.gz", gzip(zeros)));
    assertThatThrownBy(() -> Containers.unpack(new Bytes("a.zip", twice), (1 << 20) + 20_000))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("unpacks to more than");
    // A workbook's parts are XML, of which one row is written again and again.
    String row = "<row><c><v>1</v></c></row>".repeat(50_000);
    byte[] book = workbook(row, "", "").bytes();
    assertThatThrownBy(() -> Containers.unpack(new Bytes("a.xlsx", book), 100_000))
        .hasMessage(sentence);
  }

  @Test
  void whatCannotBeReadIsRefusedInPlainSentences() throws Exception {
    byte[] whole = gzip("time,value\n1,2\n".repeat(100).getBytes(StandardCharsets.UTF_8));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> unpack(new Bytes("a.csv.gz", half)))
        .isInstanceOf(ImportException.class)
        .hasMessage("The compressed file is damaged or cut off: copy or download it again.");
    byte[] archive = zip("a.csv", "time,value\n");
    byte[] cut = Arrays.copyOf(archive, archive.length - 30);
    assertThatThrownBy(() -> unpack(new Bytes("a.zip", cut)))
        .isInstanceOf(ImportException.class)
        .hasMessage("The compressed file is damaged or cut off: copy or download it again.");
    assertThatThrownBy(() -> unpack(new Bytes("a.zip", zip("a.png", "x"))))
        .hasMessageStartingWith("The ZIP archive holds no table");
    assertThatThrownBy(() -> unpack(new Bytes("a.ods", zip("content.xml", "x"))))
        .hasMessageContaining("OpenDocument");
    assertThatThrownBy(() -> unpack(new Bytes("a.xlsx", zip("xl/workbook.xml", "x"))))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith("The workbook is damaged");
    byte[] inside = zip("b.csv", "a,b\n");
    byte[] nested = gzip(gzip(gzip(gzip(inside))));
    assertThatThrownBy(() -> unpack(new Bytes("a.gz", nested)))
        .hasMessageStartingWith("The file is an archive in an archive");
  }

  @Test
  void datesAndNumbersOfAWorkbookAreExact() throws Exception {
    // Oracle: the serial numbers of days as Microsoft documents them; 45352.5 is 1 March 2024,
    // 12:00,
    // and day 60 of 1900 never was.
    Bytes file =
        workbook(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
            <row r="3"><c r="A3" s="1"><v>45352.5</v></c><c r="B3"><v>0.30000000000000004</v></c>
            <c r="C3"><f>A3</f><v>1.234</v></c></row>
            <row r="4"><c r="A4" s="2"><v>45352</v></c><c r="B4"><v>1234.5599999999999</v></c>
            <c r="C4" t="e"><v>#N/A</v></c></row>
            <row r="5"><c r="A5" s="1"><v>45352.041666666664</v></c><c r="B5"><v>1E-7</v></c>
            <c r="C5" t="b"><v>1</v></c></row>
            <row r="6"><c r="A6" s="3"><v>0.25</v></c><c r="B6" s="2"><v>59</v></c>
            <c r="C6" s="2"><v>61</v></c></row>
            <row r="7"><c r="A7" s="4"><v>1.5</v></c><c r="B7" s="3"><v>45352.5</v></c>
            <c r="C7" s="5"><v>1000000</v></c></row>
            """,
            """
            <numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>
            <numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;days&quot;;[Red]\\-#,##0"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="20"/>
            <xf numFmtId="46"/><xf numFmtId="165"/></cellXfs>""",
            "");
    assertThat(content(unpack(file).first()))
        .isEqualTo(
            """
            when,,"a, ""b\"""

            2024-03-01T12:00:00,0.30000000000000004,1.2340
            2024-03-01,1234.56,"#N/A"
            2024-03-01T01:00:00,0.0000001,1
            06:00:00,1900-02-28,1900-03-01
            36:00:00,2024-03-01T12:00:00,1000000
            """);
  }

  @Test
  void daysCountFrom1904WhereTheWorkbookSaysSo() throws Exception {
    // Oracle: both systems are 1,462 days apart (Microsoft's documentation of the date systems).
    Bytes file =
        workbook(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + (45352 - 1462) + "</v></c></row>",
            "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>",
            "<workbookPr date1904=\"1\"/>");
    assertThat(content(unpack(file).first())).isEqualTo("2024-03-01\n");
  }

  @Test
  void aWorkbookTakesTheWayOfEveryFile() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      book.newWorksheet("Cover").value(0, 0, "A report");
      Worksheet sheet = book.newWorksheet("Data");
      sheet.value(0, 0, "Time");
      sheet.value(0, 1, "Load");
      for (int i = 0; i < 100; i++) {
        sheet.value(i + 1, 0, LocalDateTime.of(2024, 1, 1, 0, 0).plusMinutes(15L * i));
        sheet.style(i + 1, 0).format("yyyy-MM-dd H:mm:ss").set();
        sheet.value(i + 1, 1, 1.001 + i / 1000.0);
      }
    }
    Unpacked unpacked = unpack(new Bytes("book.xlsx", out.toByteArray()));
    assertThat(unpacked.kind()).isEqualTo(ContainerKind.WORKBOOK);
    assertThat(unpacked.names()).containsExactly("Cover", "Data");
    assertThat(unpacked.first().table()).isEqualTo("Data");
    ImportedSeries imported = CsvImporter.read(unpacked.first(), ImportOptions.defaults());
    assertThat(imported.series().name()).isEqualTo("Load");
    assertThat(imported.series().size()).isEqualTo(100);
    assertThat(imported.series().times().text(99)).isEqualTo("2024-01-02T00:45:00");
    assertThat(imported.series().values()[99]).isEqualTo(1.001 + 99 / 1000.0);
    assertThat(imported.summary().doubts()).isEmpty();
  }

  @Test
  void objectsBecomeRowsAndTheirKeysColumns() throws Exception {
    Bytes lines =
        text(
            "a.jsonl",
            """
            {"time": "2024-01-01T00:00:00Z", "value": 1.234, "where": {"room": "A, 1"}}

            {"time": "2024-01-01T01:00:00Z", "value": 12345678901234567890, "new": null}
            {"value": -5e-3, "ok": true, "list": [1, 2]}
            """);
    String table =
        """
        time,value,where.room,new,ok,list
        2024-01-01T00:00:00Z,1.2340,"A, 1",,,
        2024-01-01T01:00:00Z,12345678901234567890,,,,
        ,-0.0050,,,true,"[1,2]"
        """;
    assertThat(unpack(lines).kind()).isEqualTo(ContainerKind.JSON_LINES);
    assertThat(content(unpack(lines).first())).isEqualTo(table);
    String array = "\uFEFF[" + content(lines).strip().replaceAll("}\n+", "},\n") + "]";
    assertThat(content(unpack(text("a.json", array)).first())).isEqualTo(table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1}\n{\"a\": oops}\n|The JSON in line 2 cannot be read: correct or remove that line.",
        "{\"a\": 1}\n[1, 2]\n|The file has JSON that is no object ([1,2])",
        "{\"name\": \"x\", \"data\": [1, 2, 3]}|The file is one JSON object, not a table",
      })
  void jsonThatIsNoTableIsRefused(String fileAndSentence) {
    String[] parts = fileAndSentence.split("\\|", -1);
    assertThatThrownBy(() -> unpack(text("a.jsonl", parts[0])))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith(parts[1]);
  }
}
