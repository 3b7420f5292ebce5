package io.hybridanomaly.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoiceOfManyTest {

  private final Div parent = new Div();
  private final ChoiceOfMany<String> list =
      new ChoiceOfMany<>(parent, "series-choice", "Series", String::valueOf, chosen -> {});

  private void show(int items) {
    List<String> names = IntStream.range(0, items).mapToObj("series %d"::formatted).toList();
    list.show(names, "series 7");
  }

  /** The only one there is: no other field has its id. */
  private Component shown() {
    assertThat(parent.getComponentCount()).isOne();
    return parent.getComponentAt(0);
  }

  @Test
  void aLongListIsNotInThePageAsAWhole() {
    show(ChoiceOfMany.LONG);
    assertThat(shown()).isInstanceOf(Select.class);
    show(ChoiceOfMany.LONG + 1);
    assertThat(shown()).isInstanceOf(ComboBox.class);
    assertThat(shown().getId()).contains("series-choice");
    assertThat(list.value()).contains("series 7");
    show(ChoiceOfMany.LONG);
    assertThat(shown()).isInstanceOf(Select.class);
    assertThat(shown().getId()).contains("series-choice");
    assertThat(list.value()).contains("series 7");
  }

  @Test
  void aLongListLooksLikeAShortOne() {
    list.allowNone("none");
    list.setWidthFull();
    list.addClassName("wide");
    show(ChoiceOfMany.LONG + 1);
    list.setHelperText("120 series");
    ComboBox<?> shown = (ComboBox<?>) shown();
    assertThat(shown.getLabel()).isEqualTo("Series");
    assertThat(shown.getPlaceholder()).isEqualTo("none");
    assertThat(shown.isClearButtonVisible()).isTrue();
    assertThat(shown.getWidth()).isEqualTo("100%");
    assertThat(shown.getClassNames()).contains("wide");
    assertThat(shown.getHelperText()).isEqualTo("120 series");
  }
}
