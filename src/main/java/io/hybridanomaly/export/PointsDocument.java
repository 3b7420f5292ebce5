package io.hybridanomaly.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.series.Spacing;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * The points of a run as they stand in JSON: the arrays as one block of bytes, and the names of its
 * columns. A later version may add columns; those that this one does not know are passed over.
 *
 * @param columns their names, in the order of the block
 * @param block as {@link SeriesBlock} encodes it
 */
record PointsDocument(
    @JsonProperty(required = true) List<String> columns,
    @JsonProperty(required = true) byte[] block) {

  static final String VALUES = "values";
  static final String RECONSTRUCTION = "reconstruction_score";
  static final String SHARP = "sharp_reconstruction_score";
  static final String BENFORD = "benford_score";
  static final String EXPECTED = "expected";
  static final String MAGNITUDE = "magnitude";
  static final String RARITY = "rarity";
  static final String OUTLYING = "outlying";
  static final String REGIME = "regime";

  /** The step of each point on the grid of the detector; only there if some are missing. */
  static final String STEP = "step";

  /** What a result cannot do without; in version 1.0 the block had just these, in this order. */
  private static final List<String> NEEDED =
      List.of(VALUES, RECONSTRUCTION, SHARP, BENFORD, EXPECTED, MAGNITUDE);

  /** What is read if it is there. */
  private static final Set<String> KNOWN =
      Stream.concat(NEEDED.stream(), Stream.of(RARITY, OUTLYING, REGIME, STEP))
          .collect(Collectors.toUnmodifiableSet());

  /** More are refused: each takes time to read. */
  private static final int MOST_COLUMNS = 64;

  static PointsDocument of(Analysis analysis) {
    ComponentScores components = analysis.result().components();
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put(VALUES, components.values());
    columns.put(RECONSTRUCTION, components.reconstruction());
    columns.put(SHARP, components.pointwise());
    columns.put(BENFORD, components.benford());
    columns.put(EXPECTED, components.expected());
    columns.put(MAGNITUDE, components.magnitude());
    columns.put(RARITY, components.rarity());
    columns.put(OUTLYING, components.outlyingNumbers());
    columns.put(REGIME, components.regime());
    Spacing spacing = components.samples().spacing();
    if (!spacing.isEven()) {
      columns.put(
          STEP, Arrays.stream(spacing.places(components.length())).asDoubleStream().toArray());
    }
    SeriesBlock block =
        new SeriesBlock(analysis.series().times(), analysis.dataset().labels(), columns);
    return new PointsDocument(List.copyOf(columns.keySet()), block.encode());
  }

  /**
   * Reads what anybody may have written.
   *
   * @param text JSON, or the block alone in base 64 as version 1.0 wrote it
   * @param maxPoints longest series that is accepted
   * @throws ReportException if it is damaged or too long
   */
  static SeriesBlock read(String text, int maxPoints) throws ReportException {
    PointsDocument document;
    try {
      document =
          text.startsWith("{")
              ? Json.MAPPER.readValue(text, PointsDocument.class)
              : new PointsDocument(NEEDED, Base64.getDecoder().decode(text));
    } catch (JacksonException | IllegalArgumentException e) {
      throw ReportException.damaged("its points cannot be read");
    }
    Set<String> distinct = Set.copyOf(document.columns());
    if (document.columns().size() > MOST_COLUMNS
        || distinct.size() < document.columns().size()
        || !distinct.containsAll(NEEDED)) {
      throw ReportException.damaged("its columns are not those of a report");
    }
    return SeriesBlock.decode(document.block(), document.columns(), KNOWN, maxPoints);
  }
}
