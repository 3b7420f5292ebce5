package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RestsTest {

  private static final double[] VALUES = {
    0, 0, 0, 0, 0, 0, 5, 5, 5, -0.0, -0.0, 7, 5, 8, 8, 8, 8, 0, 0, 0
  };
  private static final Segment LONG = new Segment(0, 6);
  private static final Segment ALONE = new Segment(13, 17);

  @Test
  void restsWhereItStandsStillAgainForMoreThanAThirdAsLong() {
    Segment shorter = new Segment(9, 11);
    Rests twice = Rests.of(VALUES, List.of(LONG, shorter, ALONE));
    assertThat(twice.isRest(LONG)).isFalse();
    assertThat(twice.isRest(shorter)).isTrue();
    assertThat(twice.isRest(ALONE)).isFalse();

    Rests thrice = Rests.of(VALUES, List.of(LONG, shorter, ALONE, new Segment(17, 20)));
    assertThat(thrice.isRest(LONG)).isTrue();
  }

  @Test
  void equallyLongStretchesAreRests() {
    Segment last = new Segment(17, 20);
    Segment other = new Segment(0, 3);
    Rests rests = Rests.of(VALUES, List.of(last, other));
    assertThat(rests.isRest(last)).isTrue();
    assertThat(rests.isRest(other)).isTrue();
  }
}
