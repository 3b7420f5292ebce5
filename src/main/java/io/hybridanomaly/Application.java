package io.hybridanomaly;

import io.hybridanomaly.cli.CommandLineTool;
import io.hybridanomaly.config.Termination;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Entry point of the jar: a subcommand runs without a server, everything else serves the page. */
public final class Application {

  private Application() {}

  /** Runs a subcommand and exits with its status, or starts the web application. */
  public static void main(String[] args) {
    // Sentences and downloads are English; what a visitor reads follows the language of the
    // browser.
    Locale.setDefault(Locale.ENGLISH);
    if (CommandLineTool.isFor(args)) {
      System.exit(CommandLineTool.run(args, System.out, System.err));
    }
    ConfigurableApplicationContext server = SpringApplication.run(WebApplication.class, args);
    Termination.closeFirst(server::close);
  }
}
