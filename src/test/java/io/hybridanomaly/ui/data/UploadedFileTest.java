package io.hybridanomaly.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UploadedFileTest {

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileIsKeptUntilItIsDeleted() throws IOException {
    UploadedFile file = UploadedFile.receive("a.csv", bytes("value\n1\n"), 100);
    assertThat(file.path()).hasContent("value\n1\n");
    file.delete();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void noFileOutlivesTheServer() throws IOException {
    UploadedFile first = UploadedFile.receive("a.csv", bytes("value\n1\n"), 100);
    UploadedFile second = UploadedFile.receive("b.csv", bytes("value\n2\n"), 100);
    UploadedFile.deleteAll();
    assertThat(first.path()).doesNotExist();
    assertThat(second.path()).doesNotExist();
  }

  @Test
  void nothingOfATooLargeFileIsKept() throws IOException {
    assertThatThrownBy(() -> UploadedFile.receive("a.csv", bytes("value\n1\n"), 3))
        .isInstanceOf(UploadedFile.TooLargeException.class)
        .hasMessageContaining("larger than");
  }
}
