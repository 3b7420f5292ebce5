package io.hybridanomaly.cli;

import io.hybridanomaly.export.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"hybrid-anomaly-detector " + BuildInfo.version()};
  }
}
