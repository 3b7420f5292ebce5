package io.hybridanomaly.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.junit.jupiter.api.Test;

class NativeKernelsTest {

  @Test
  void theEngineIsToldToKeepFewKernels() {
    String name = "ONEDNN_PRIMITIVE_CACHE_CAPACITY";
    assumeTrue(Platform.isLinux() && System.getenv(name) == null);
    NativeKernels.limit();
    assertThat(
            NativeLibrary.getInstance("c")
                .getFunction("getenv")
                .invokeString(new Object[] {name}, false))
        .isEqualTo("128");
  }
}
