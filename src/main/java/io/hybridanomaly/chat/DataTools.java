package io.hybridanomaly.chat;

import io.hybridanomaly.chat.DataTool.Parameter;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Carries out the calls of a model: reads the result, or says what is to be done on the page. A
 * wrong call is answered in a sentence under {@code error}.
 */
public final class DataTools {

  private static final int MOST_ROWS = 200;
  private static final int MOST_ANOMALIES = 100;

  private final Optional<Subject> subject;
  private final Detail detail;
  private final List<Map<String, Object>> given = new CopyOnWriteArrayList<>();

  /**
   * @param subject what the question is about; empty before there is a result
   */
  public DataTools(Optional<Subject> subject, Detail detail) {
    this.subject = subject;
    this.detail = detail;
  }

  /**
   * What a call gave.
   *
   * @param response for the model: texts, numbers, lists and maps
   * @param text what was done, for the visitor
   * @param action what is to be done on the page, if anything
   */
  public record Outcome(Map<String, Object> response, String text, Optional<PageAction> action) {}

  /** The functions that a model may call; none before there is a result. */
  public List<DataTool> offered() {
    return Arrays.stream(DataTool.values())
        .filter(function -> subject.isPresent())
        .filter(function -> detail == Detail.VALUES || !function.showsValues())
        .toList();
  }

  /**
   * Carries out a call.
   *
   * @param name as the model gave it
   * @param arguments as the model gave them
   */
  public Outcome call(String name, Map<String, Object> arguments) {
    Optional<DataTool> function = DataTool.ofId(name).filter(offered()::contains);
    if (function.isEmpty() || subject.isEmpty()) {
      return error("There is no function of that name.");
    }
    try {
      Outcome outcome =
          new Call(subject.get(), new Facts(subject.get(), detail), arguments).run(function.get());
      given.add(outcome.response());
      return outcome;
    } catch (IllegalArgumentException e) {
      return error(String.valueOf(e.getMessage()));
    }
  }

  /** What all calls so far have given. */
  List<Map<String, Object>> given() {
    return given;
  }

  private static Outcome error(String message) {
    return new Outcome(
        Map.of("error", message), "asked for something that is not there", Optional.empty());
  }

  /** One call. */
  private record Call(Subject subject, Facts facts, Map<String, Object> arguments) {

    Outcome run(DataTool function) {
      return switch (function) {
        case LIST_ANOMALIES -> anomalies();
        case GET_VALUES -> values();
        case DIGIT_STATISTICS -> digits();
        case COMPARE_RANGES -> compare();
        case COUNT_VALUES -> count();
        case MEANS_BY -> means();
        case NEAREST_SIMILAR -> similar();
        case ZOOM_TO -> zoom();
        case SELECT_ANOMALY -> select();
        case TRY_SENSITIVITY -> sensitivity();
      };
    }

    private Outcome anomalies() {
      List<Anomaly> all = subject.result().anomalies();
      Map<String, Object> response = new LinkedHashMap<>();
      response.put("anomalies_found", all.size());
      response.put("anomalies", all.stream().limit(MOST_ANOMALIES).map(facts::line).toList());
      response.put(
          "below_the_threshold", subject.result().candidates().stream().map(facts::line).toList());
      return read(response, "looked at the list of anomalies");
    }

    private Outcome values() {
      Segment stretch = stretch(Parameter.FROM, Parameter.TO);
      Map<String, Object> response = new LinkedHashMap<>();
      response.put("statistics", facts.statistics(stretch));
      response.put("rows", facts.rows(stretch, MOST_ROWS));
      return read(response, "looked at the values of " + text(stretch));
    }

    private Outcome digits() {
      Segment stretch = stretch(Parameter.FROM, Parameter.TO);
      return read(facts.digits(stretch), "looked at the digits of " + text(stretch));
    }

    private Outcome compare() {
      Segment one = stretch(Parameter.FROM, Parameter.TO);
      Segment other = stretch(Parameter.OTHER_FROM, Parameter.OTHER_TO);
      Map<String, Object> response = new LinkedHashMap<>();
      response.put("first", facts.statistics(one));
      response.put("second", facts.statistics(other));
      return read(response, "compared " + text(one) + " with " + text(other));
    }

    private Outcome count() {
      Segment stretch = stretch(Parameter.FROM, Parameter.TO);
      double limit = number(Parameter.LIMIT);
      if (Double.isNaN(limit)) {
        throw new IllegalArgumentException("limit must be a number.");
      }
      int below = 0;
      int above = 0;
      for (int i = stretch.from(); i < stretch.to(); i++) {
        double value = subject.series().values()[i];
        below += value < limit ? 1 : 0;
        above += value > limit ? 1 : 0;
      }
      Map<String, Object> response = new LinkedHashMap<>();
      response.put("limit", limit);
      response.put("count", stretch.length());
      response.put("below", below);
      response.put("equal", stretch.length() - below - above);
      response.put("above", above);
      return read(response, "counted the values of " + text(stretch));
    }

    private Outcome means() {
      Segment stretch = stretch(Parameter.FROM, Parameter.TO);
      return read(
          facts.means(stretch, text(Parameter.BY)),
          "looked at the means of %s by %s".formatted(text(stretch), text(Parameter.BY)));
    }

    private Outcome similar() {
      Segment stretch = stretch(Parameter.FROM, Parameter.TO);
      SimilarStretch nearest = SimilarStretch.find(subject.series().values(), stretch);
      Map<String, Object> response = new LinkedHashMap<>();
      response.put("from", subject.series().times().text(nearest.stretch().from()));
      response.put("to", subject.series().times().text(nearest.stretch().to() - 1));
      response.put("distance_in_spreads", facts.inSpreads(nearest.distance()));
      response.put("statistics", facts.statistics(nearest.stretch()));
      return read(response, "looked for a stretch like " + text(stretch));
    }

    private Outcome zoom() {
      Segment stretch = stretch(Parameter.FROM, Parameter.TO);
      String text = text(stretch);
      return act("zoomed to " + text, new PageAction.ZoomTo(stretch.from(), stretch.to(), text));
    }

    private Outcome select() {
      int number = (int) number(Parameter.NUMBER);
      List<Anomaly> anomalies = subject.result().ranked();
      if (number < 1 || number > anomalies.size()) {
        throw new IllegalArgumentException("Anomalies are numbered 1 to " + anomalies.size() + ".");
      }
      return act(
          "selected anomaly " + number,
          new PageAction.SelectAnomaly(anomalies.get(number - 1), number));
    }

    private Outcome sensitivity() {
      double sensitivity = number(Parameter.SENSITIVITY);
      if (!(sensitivity >= 0 && sensitivity <= DetectionSettings.MAX_SENSITIVITY)) {
        throw new IllegalArgumentException("The sensitivity goes from 0 to 10.");
      }
      DetectionResult judged = subject.result().withSensitivity(sensitivity);
      Map<String, Object> response = new LinkedHashMap<>();
      response.put("done", true);
      response.put("anomalies_before", subject.result().anomalies().size());
      response.put("anomalies_now", judged.anomalies().size());
      return new Outcome(
          response,
          "tried sensitivity " + tidy(sensitivity),
          Optional.of(new PageAction.TrySensitivity(sensitivity)));
    }

    private Segment stretch(Parameter from, Parameter to) {
      return SegmentText.between(subject.series().times(), text(from), text(to));
    }

    private String text(Segment stretch) {
      return SegmentText.of(stretch, subject.times());
    }

    private String text(Parameter parameter) {
      Object value = arguments.get(parameter.id());
      if (value == null) {
        throw new IllegalArgumentException("The parameter " + parameter.id() + " is missing.");
      }
      return value instanceof Double d ? tidy(d) : value.toString();
    }

    private double number(Parameter parameter) {
      try {
        return Double.parseDouble(text(parameter));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(parameter.id() + " must be a number.", e);
      }
    }

    private static String tidy(double value) {
      return value == Math.rint(value)
          ? String.format(Locale.ROOT, "%.0f", value)
          : Double.toString(value);
    }

    private static Outcome read(Map<String, Object> response, String text) {
      return new Outcome(response, text, Optional.empty());
    }

    private static Outcome act(String text, PageAction action) {
      return new Outcome(Map.of("done", true), text, Optional.of(action));
    }
  }
}
