package io.hybridanomaly.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.config.DataProperties;
import io.hybridanomaly.config.Limits;
import io.hybridanomaly.uploads.UploadFolder;
import io.hybridanomaly.uploads.UploadedFile;
import io.hybridanomaly.uploads.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Files that were chosen together, of which the page opens all when the last one is here. */
class ArrivingFilesTest {

  private static final String THREE = "17/3";

  private final List<ArrivingFiles.Arrived> heard = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Uploads uploads;

  @SuppressWarnings("NullAway.Init")
  private ArrivingFiles files;

  @BeforeEach
  void start(@TempDir Path data) {
    Limits limits =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("limits", Limits.class);
    uploads = new Uploads(limits, new UploadFolder(new DataProperties(data)));
    files = new ArrivingFiles(uploads, heard::add, () -> {});
  }

  private UploadedFile arrive(String name, String header) throws IOException {
    UploadedFile file =
        uploads.receive(
            name,
            new ByteArrayInputStream("value\n1\n".getBytes(StandardCharsets.UTF_8)),
            uploads.ofOneVisitor());
    files.arrived(header, file);
    return file;
  }

  @Test
  void filesThatWereChosenTogetherComeTogether() throws IOException {
    arrive("a.csv", THREE);
    arrive("b.csv", THREE);
    assertThat(heard).isEmpty();
    arrive("c.csv", THREE);
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().parts())
        .extracting(part -> part.file().name())
        .containsExactly("a.csv", "b.csv", "c.csv");
  }

  @Test
  void aFileThatIsTakenBackIsNotWaitedFor() throws IOException {
    arrive("a.csv", THREE);
    arrive("b.csv", THREE);
    // One that is here already is not counted again.
    files.takeBack("b.csv");
    assertThat(heard).isEmpty();
    files.takeBack("c.csv");
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().stored()).hasSize(2);
  }

  @Test
  void whatOthersWereWaitedForIsDeletedWhenTheVisitorGoesOrSendsAnew() throws IOException {
    UploadedFile first = arrive("a.csv", THREE);
    UploadedFile second = arrive("a.csv", "18/2");
    assertThat(first.path()).doesNotExist();
    files.discard();
    assertThat(second.path()).doesNotExist();
    assertThat(heard).isEmpty();
  }
}
