package io.hybridanomaly.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.ui.base.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandidateListTest {

  private static final Segment FIRST = new Segment(10, 12);
  private static final Segment SECOND = new Segment(50, 51);

  private final List<Segment> marked = new ArrayList<>();
  private final CandidateList list =
      new CandidateList(
          Texts.times(new RowNumbers(IntStream.range(0, 100).toArray())),
          segment -> {},
          marked::add);

  private static Stream<Component> all(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(CandidateListTest::all));
  }

  private List<Button> buttons() {
    return all(list).filter(Button.class::isInstance).map(Button.class::cast).toList();
  }

  private List<String> badges() {
    return all(list)
        .filter(component -> component instanceof Span span && span.hasClassName("badge"))
        .map(component -> component.getElement().getText())
        .toList();
  }

  @Test
  void aRowThatWasMarkedSaysSoAndCannotBeMarkedAgain() {
    list.show(List.of(new Unflagged(FIRST, "a"), new Unflagged(SECOND, "b")));
    assertThat(buttons()).hasSize(2);
    buttons().getLast().click();
    assertThat(marked).containsExactly(SECOND);
    list.showAnnotations(List.of(new Annotation(SECOND, AnnotationLabel.MISSED, "")));
    assertThat(badges()).containsExactly("missed");
    assertThat(buttons()).hasSize(1);
    list.showAnnotations(List.of());
    assertThat(badges()).isEmpty();
    assertThat(buttons()).hasSize(2);
  }

  @Test
  void aListOfAnotherSensitivityKeepsWhatWasSaid() {
    list.showAnnotations(List.of(new Annotation(FIRST, AnnotationLabel.UNSURE, "")));
    list.show(List.of(new Unflagged(FIRST, "a")));
    assertThat(badges()).containsExactly("unsure");
  }
}
