package io.hybridanomaly.ui.chat;

import io.hybridanomaly.chat.Citation;
import io.hybridanomaly.chat.Citation.Source;
import io.hybridanomaly.chat.GroundingCheck.Mismatch;
import java.util.ArrayList;
import java.util.List;

/**
 * What is marked in an answer, by positions in its text.
 *
 * @param mismatches figures that are not in the data
 * @param citations web pages at the stretches they support
 * @param sources every page once; citations show its place in this list, from 1
 */
record TextMarks(List<Mismatch> mismatches, List<Citation> citations, List<Source> sources) {

  static TextMarks of(List<Mismatch> mismatches, List<Citation> citations) {
    List<Source> sources =
        citations.stream().flatMap(citation -> citation.sources().stream()).distinct().toList();
    return new TextMarks(mismatches, citations, sources);
  }

  /** Those of a stretch of the answer; citations belong to where they end. */
  TextMarks within(int from, int to) {
    List<Mismatch> figures = new ArrayList<>();
    for (Mismatch mismatch : mismatches) {
      if (mismatch.start() >= from && mismatch.end() <= to) {
        figures.add(mismatch);
      }
    }
    List<Citation> ending = new ArrayList<>();
    for (Citation citation : citations) {
      if (citation.end() > from && citation.end() <= to) {
        ending.add(citation);
      }
    }
    ending.sort((one, other) -> Integer.compare(one.end(), other.end()));
    return new TextMarks(figures, ending, sources);
  }
}
