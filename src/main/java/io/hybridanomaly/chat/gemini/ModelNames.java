package io.hybridanomaly.chat.gemini;

import com.google.genai.Client;
import com.google.genai.types.ListModelsConfig;
import com.google.genai.types.Model;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which models there are, for an operator who has named one that there is not. */
final class ModelNames {

  /** As many as one sentence can name. */
  static final int MOST = 10;

  private static final String ANSWERS = "generateContent";

  /** The largest page that the service gives. */
  private static final int PAGE = 1000;

  private ModelNames() {}

  /**
   * Names of models that answer questions, those most like the wanted one first. None if the
   * service does not list them: whoever asks has a failure to tell already.
   */
  static List<String> like(String wanted, Client client) {
    try {
      List<Model> listed =
          client.models.list(ListModelsConfig.builder().pageSize(PAGE).build()).page();
      return choose(
          wanted,
          listed.stream()
              .filter(model -> model.supportedActions().orElse(List.of()).contains(ANSWERS))
              .flatMap(model -> model.name().stream()));
    } catch (RuntimeException e) {
      // The SDK throws several kinds for what it cannot reach or read.
      return List.of();
    }
  }

  /**
   * At most {@link #MOST} of the names, without their folder. What is no name is left out, and so
   * is the wanted one: it may be there and closed to the key.
   */
  static List<String> choose(String wanted, Stream<String> names) {
    return names
        .map(ModelNames::plain)
        .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"))
        .filter(name -> !name.equals(plain(wanted)))
        .distinct()
        .sorted(Comparator.comparingInt(name -> -commonStart(plain(wanted), name)))
        .limit(MOST)
        .toList();
  }

  private static String plain(String name) {
    return name.startsWith("models/") ? name.substring("models/".length()) : name;
  }

  private static int commonStart(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }
}
