package io.hybridanomaly.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.container.Containers;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.ui.base.DetectAll;
import io.hybridanomaly.ui.base.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunPanelTest {

  private final List<Members> wanted = new ArrayList<>();
  private final RunPanel panel = new RunPanel(() -> {}, wanted::add, () -> {});

  /** The first of two files, each with two value columns. */
  private static LoadedSeries first() throws Exception {
    StringBuilder text = new StringBuilder("row,load,heat\n");
    for (int i = 0; i < 60; i++) {
      text.append("%d,%d.5,%d.25\n".formatted(i, i % 7, i % 5));
    }
    TableSource table =
        Containers.together(
                List.of(
                    new Containers.Part(TextSource.of("a.csv", text.toString()), ""),
                    new Containers.Part(TextSource.of("b.csv", text.toString()), "")),
                1000)
            .getFirst();
    ImportOptions options = ImportOptions.defaults();
    ImportedSeries imported = CsvImporter.read(table, options);
    return new LoadedSeries(
        table,
        Dataset.of(SourceFile.of(table.name(), table.origin()), options, imported),
        imported,
        24);
  }

  private static Stream<Component> all(Component component) {
    return Stream.concat(Stream.of(component), component.getChildren().flatMap(RunPanelTest::all));
  }

  private Button button(String id) {
    return all(panel)
        .filter(component -> component.getId().filter(id::equals).isPresent())
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void allFilesAreOfferedAsPlainlyAsTheFirst() throws Exception {
    panel.show(Optional.of(first()), Optional.empty(), false, false);
    assertThat(button("detect-all-tables").isVisible()).isTrue();
    assertThat(button("detect-all-tables").getThemeNames())
        .containsExactlyElementsOf(button("detect").getThemeNames());
    assertThat(button("detect-all").getThemeNames()).isEmpty();
  }

  @Test
  void aWishFromElsewhereCountsWhereTheButtonCouldBePressed() throws Exception {
    UI page = new UI();
    page.add(panel);
    panel.show(Optional.empty(), Optional.empty(), false, false);
    DetectAll.on(page, Members.COLUMNS);
    assertThat(wanted).isEmpty();
    panel.show(Optional.of(first()), Optional.empty(), false, false);
    DetectAll.on(page, Members.COLUMNS);
    DetectAll.on(page, Members.GROUPS);
    DetectAll.on(page, Members.TABLES);
    assertThat(wanted).containsExactly(Members.COLUMNS, Members.TABLES);
    panel.show(Optional.of(first()), Optional.of(RunProgress.STARTING), false, false);
    DetectAll.on(page, Members.COLUMNS);
    assertThat(wanted).hasSize(2);
  }
}
