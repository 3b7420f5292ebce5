package io.hybridanomaly.importing.time;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The name of a zone behind a clock time. Not thread-safe. */
final class ZoneParts {

  private final DateText text;
  private final ClockParts clock;
  private final Map<String, Integer> settled;
  private String word = "";
  private @Nullable ZoneId region;

  /**
   * @param text what is read
   * @param clock takes the offset that a name means
   * @param settled abbreviations in small letters and the offset, in seconds, that the column has
   *     settled for each
   */
  ZoneParts(DateText text, ClockParts clock, Map<String, Integer> settled) {
    this.text = text;
    this.clock = clock;
    this.settled = settled;
  }

  /** Forgets the last text. */
  void reset() {
    word = "";
    region = null;
  }

  /** The name that was read, in small letters; empty if there is none. */
  String word() {
    return word;
  }

  /** The zone that was named by region; null if none was. */
  @Nullable ZoneId region() {
    return region;
  }

  /**
   * Takes an abbreviation of one meaning.
   *
   * @param name the word that was read, in small letters
   */
  boolean takeCertain(String name) {
    Integer offset = ZoneNames.certain(name);
    if (offset == null) {
      return false;
    }
    word = name;
    clock.setOffset(offset);
    return true;
  }

  /**
   * Takes any other name.
   *
   * @param name the word that was read, in small letters
   * @param rest everything from the word on, as it was written
   */
  boolean take(String name, String rest) {
    String lower = rest.strip().toLowerCase(Locale.ROOT);
    Integer offset = ZoneNames.fullName(lower);
    if (lower.equals(name) && ZoneNames.isAbbreviation(name)) {
      return takeAbbreviation(name);
    }
    region = offset == null ? ZoneNames.region(rest.strip()) : null;
    if (offset == null && region == null && !ZoneNames.isGenericName(lower)) {
      return ZoneNames.isAbbreviation(name) && takeAbbreviation(name);
    }
    if (offset != null) {
      clock.setOffset(offset);
    }
    word = lower;
    text.skip(rest.length() - name.length());
    return true;
  }

  /** An abbreviation that may have several meanings: without a settled one it has no offset. */
  private boolean takeAbbreviation(String name) {
    word = name;
    Integer offset = settled.get(name);
    if (offset != null) {
      clock.setOffset(offset);
    }
    return true;
  }
}
