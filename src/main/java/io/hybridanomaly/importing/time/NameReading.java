package io.hybridanomaly.importing.time;

import java.util.Map;

/**
 * What a whole column has settled about names and marks that a single cell leaves open.
 *
 * @param zones seconds east of UTC of abbreviations of zones with several meanings, in small
 *     letters
 * @param dashEnds whether {@code 07:00-07:30} behind a date is an interval and not a zone
 */
public record NameReading(Map<String, Integer> zones, boolean dashEnds) {

  /** Nothing settled. */
  public static final NameReading USUAL = new NameReading(Map.of(), false);

  public NameReading {
    zones = Map.copyOf(zones);
  }
}
