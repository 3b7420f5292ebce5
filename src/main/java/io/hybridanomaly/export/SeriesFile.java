package io.hybridanomaly.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A series that has no result yet, and where it came from, as compressed bytes. */
public final class SeriesFile {

  private static final int VERSION = 1;

  private SeriesFile() {}

  /** All but the points. */
  record Facts(
      @JsonProperty(required = true) String file,
      long bytes,
      @JsonProperty(required = true) String sha256,
      @JsonProperty(required = true) DataDocument data) {}

  /** The bytes. */
  public static byte[] write(Dataset dataset) {
    SourceFile file = dataset.file();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(VERSION);
      SessionFile.write(
          Json.text(
              new Facts(
                  file.name(),
                  file.bytes(),
                  file.sha256(),
                  DataDocument.of(dataset.summary(), true))),
          out);
      out.write(
          new SeriesBlock(
                  dataset.series().times(),
                  dataset.labels(),
                  Map.of(PointsDocument.VALUES, dataset.series().values()))
              .encode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} has written, maybe in an earlier version of this program.
   *
   * @param maxPoints longest series that is accepted
   * @throws ReportException if it cannot be read any more
   */
  public static Dataset read(byte[] content, int maxPoints) throws ReportException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(content)))) {
      if (in.readInt() != VERSION) {
        throw ReportException.damaged("another version of this application has saved it");
      }
      Facts facts = Json.MAPPER.readValue(SessionFile.text(in), Facts.class);
      SeriesBlock block =
          SeriesBlock.decode(
              in.readAllBytes(),
              List.of(PointsDocument.VALUES),
              Set.of(PointsDocument.VALUES),
              maxPoints);
      return ReportReader.dataset(
          new SourceFile(facts.file(), facts.bytes(), facts.sha256()), facts.data(), block);
    } catch (IOException e) {
      throw ReportException.damaged("it ends too early");
    }
  }
}
