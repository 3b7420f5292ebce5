package io.hybridanomaly.importing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Oracle: Commons CSV alone, on the same text. */
class RecordReaderTest {

  private final Random random = new Random(3);

  /** A text, and how it is to be cut. */
  private record Cut(String text, char delimiter, char quote, boolean comments) {}

  private static List<String> byCommonsCsv(Cut cut) throws IOException {
    List<String> records = new ArrayList<>();
    var format = RecordReader.format(cut.delimiter, cut.quote, cut.comments, cut.delimiter != ' ');
    try (CSVParser parser = CSVParser.parse(new StringReader(cut.text), format)) {
      for (CSVRecord record : parser) {
        List<String> cells = record.toList();
        if (cells.size() > 1 || !Blanks.strip(cells.get(0)).isEmpty()) {
          records.add("to line " + parser.getCurrentLineNumber() + ": " + cells);
        }
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      records.add("refused");
    }
    return records;
  }

  private List<String> byRecordReader(Cut cut) throws IOException {
    List<String> records = new ArrayList<>();
    Reader text = new Dribbling(new StringReader(cut.text), random);
    try (RecordReader reader = new RecordReader(text, cut.delimiter, cut.quote, cut.comments)) {
      CsvRow row;
      while ((row = reader.next()) != null) {
        records.add("to line " + reader.lastLine() + ": " + row.toList());
        assertThat(reader.firstLine()).isBetween(1L, reader.lastLine());
      }
    } catch (ImportException e) {
      records.add("refused");
    }
    return records;
  }

  /** Delivers a text in pieces of a few characters, so that records end everywhere in a buffer. */
  private static final class Dribbling extends FilterReader {

    private final Random random;

    Dribbling(Reader in, Random random) {
      super(in);
      this.random = random;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(7)));
    }
  }

  @Test
  void cutsRandomTextsAsCommonsCsvDoes() throws IOException {
    for (int i = 0; i < 60_000; i++) {
      char delimiter = ",;\t| '".charAt(random.nextInt(6));
      char quote = delimiter != '\'' && random.nextInt(4) == 0 ? '\'' : '"';
      assertSame(new Cut(randomText(delimiter, quote), delimiter, quote, random.nextBoolean()));
    }
  }

  /** Mostly plain rows, with everything that makes rows less plain. */
  private String randomText(char delimiter, char quote) {
    String[] pieces = {
      "1.5",
      "a b",
      " ",
      "\t",
      "\u00A0",
      "\u2003",
      "" + delimiter,
      "" + delimiter,
      "" + delimiter,
      "\n",
      "\n",
      "\r\n",
      "\r",
      "#",
      "\n#x",
      quote + "q" + quote,
      quote + "" + quote,
      "" + quote,
      quote + "a" + delimiter + "b" + quote,
      quote + "\n" + quote,
      "\\",
      "é",
      "\u2028"
    };
    int usual = random.nextInt(3) == 0 ? pieces.length : 15;
    StringBuilder text = new StringBuilder();
    for (int k = random.nextInt(30); k > 0; k--) {
      text.append(pieces[random.nextInt(usual)]);
    }
    return text.toString();
  }

  @Test
  void cutsRecordsLongerThanTheBufferAndTheMostLinesOfAFile() throws IOException {
    String longCell = "x".repeat(200_000);
    String rows = "2024-01-01,1\r\n".repeat(20_000);
    assertSame(new Cut("a," + longCell + "\n1,2\n" + rows + "3,\"4\"\"\"\n5,6", ',', '"', true));
  }

  private void assertSame(Cut cut) throws IOException {
    List<String> actual = byRecordReader(cut);
    List<String> expected = byCommonsCsv(cut);
    if (!actual.equals(expected)) {
      assertThat(actual).as(cut.toString()).isEqualTo(expected);
    }
  }
}
