package io.hybridanomaly.importing;

/** The grouping of digits in thousands. */
final class Thousands {

  private Thousands() {}

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
