package io.hybridanomaly.ui.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates that the fields of a stretch take. */
class StretchFieldsTest {

  @ParameterizedTest
  @CsvSource({
    "en-US, yyyy-MM-dd, M/d/yyyy",
    "en-GB, yyyy-MM-dd, dd/MM/yyyy",
    "de-DE, dd.MM.yyyy, yyyy-MM-dd",
    "sv-SE, yyyy-MM-dd, yyyy-MM-dd",
  })
  void firstTheDatesOfThePage(String language, String shown, String also) {
    assertThat(StretchFields.dates(Locale.forLanguageTag(language)).getDateFormats())
        .containsExactly(shown, also);
  }
}
