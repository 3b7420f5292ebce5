package io.hybridanomaly.importing.number;

import io.hybridanomaly.importing.text.Blanks;

/** The character between groups of three digits. */
public enum ThousandsSeparator {
  /** Whatever character parts groups of three digits and is not the decimal separator. */
  AUTO,
  /** None; a number with one is not read. */
  NONE,
  /** {@code 1,234,567.8}. */
  COMMA,
  /** {@code 1.234.567,8}. */
  POINT,
  /** {@code 1 234 567,8}; no-break and narrow spaces included. */
  SPACE,
  /** {@code 1'234'567.8}; the typographic apostrophe included. */
  APOSTROPHE;

  /** Whether a mark between digits can be this separator. */
  boolean allows(char mark) {
    return switch (this) {
      case AUTO -> true;
      case NONE -> false;
      case COMMA -> mark == ',';
      case POINT -> mark == '.';
      case SPACE -> Blanks.isBlank(mark);
      case APOSTROPHE -> mark == '\'' || mark == '\u2019';
    };
  }

  /** The decimal separator that this one leaves, {@code AUTO} if it leaves both. */
  public DecimalSeparator decimal() {
    return switch (this) {
      case COMMA -> DecimalSeparator.POINT;
      case POINT -> DecimalSeparator.COMMA;
      default -> DecimalSeparator.AUTO;
    };
  }

  /**
   * Whether a separator stands where thousands are parted: one to three digits, then groups of
   * three. All groups but the last may have two digits, as in Indian notation ({@code 12,34,567}).
   *
   * @param digits digits and separators
   * @param from where the number starts
   * @param end where its whole part ends
   */
  static boolean wellFormed(char[] digits, int from, int end, char separator) {
    int length = 0;
    int groups = 0;
    int inner = 0;
    for (int i = from; i <= end; i++) {
      if (i < end && digits[i] != separator) {
        length++;
        continue;
      }
      boolean last = i == end;
      if (groups == 0 ? length < 1 || length > 3 : last ? length != 3 : length < 2 || length > 3) {
        return false;
      }
      if (groups > 0 && !last) {
        if (inner != 0 && inner != length) {
          return false;
        }
        inner = length;
      }
      groups++;
      length = 0;
    }
    return groups > 1;
  }
}
