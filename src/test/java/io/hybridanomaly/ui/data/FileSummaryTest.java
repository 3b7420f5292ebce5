package io.hybridanomaly.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.ImportOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSummaryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1;10;100   | 1 to 100, 2 orders of magnitude from the smallest to the largest
          0;10;100   | 0 to 100, 1 order of magnitude among those above 0
          221;230;238 | 221 to 238, all of one order of magnitude
          0;230;238  | 0 to 238, those other than 0, all of one order of magnitude
          -1;0;100   | -1 to 100, 2 orders of magnitude among those other than 0, whatever their sign
          -5;-5;-50  | -50 to -5, 1 order of magnitude from the smallest to the largest
          """)
  void theSpreadIsThatOfValuesThatHaveAMagnitude(String values, String expected) throws Exception {
    String rows = values.replace(';', '\n') + "\n";
    assertThat(
            FileSummary.values(
                CsvImporter.read(
                        TextSource.of("value\n" + rows.repeat(20)), ImportOptions.defaults())
                    .summary()))
        .isEqualTo(expected);
  }
}
