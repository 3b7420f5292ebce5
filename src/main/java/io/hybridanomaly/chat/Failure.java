package io.hybridanomaly.chat;

import java.util.List;
import java.util.OptionalLong;

/**
 * Why there is no complete answer.
 *
 * @param kind what happened
 * @param waitSeconds how long to wait before trying again, if the service names it
 * @param subject the name that the message needs: the model for {@link Kind#UNKNOWN_MODEL}, the
 *     address for {@link Kind#BAD_ADDRESS}, the time limit for {@link Kind#TIME_LIMIT}; otherwise
 *     empty
 * @param choices names that would work in place of the subject, if they are known
 */
public record Failure(Kind kind, OptionalLong waitSeconds, String subject, List<String> choices) {

  /** What can happen. */
  public enum Kind {
    WRONG_KEY,
    QUOTA,
    RATE_LIMIT,
    OVERLOADED,
    PROMPT_BLOCKED,
    ANSWER_BLOCKED,
    CUT_OFF,
    EMPTY,
    NETWORK,
    BROKEN_STREAM,
    TIME_LIMIT,
    UNKNOWN_MODEL,
    BAD_ADDRESS,
    REJECTED,
    VISITOR_BUDGET,
    SERVER_BUDGET,
    SERVER_BUSY,
    INTERNAL,
    /** One of an earlier visit; its sentence is the subject. */
    EARLIER
  }

  public Failure {
    choices = List.copyOf(choices);
  }

  /** A failure that needs no name and no waiting. */
  public static Failure of(Kind kind) {
    return of(kind, "");
  }

  /** A failure that names something. */
  public static Failure of(Kind kind, String subject) {
    return new Failure(kind, OptionalLong.empty(), subject, List.of());
  }

  /** A failure that passes after a while. */
  public static Failure of(Kind kind, OptionalLong waitSeconds) {
    return new Failure(kind, waitSeconds, "", List.of());
  }

  /**
   * There is no model of that name.
   *
   * @param choices names of models that there are; may be empty
   */
  public static Failure unknownModel(String model, List<String> choices) {
    return new Failure(Kind.UNKNOWN_MODEL, OptionalLong.empty(), model, choices);
  }

  /** Whether the same question may succeed at another try. */
  public boolean canRetry() {
    return switch (kind) {
      case PROMPT_BLOCKED, BAD_ADDRESS, CUT_OFF -> false;
      default -> true;
    };
  }

  /** What happened and what to do next, in plain words for the visitor. */
  public String message() {
    return switch (kind) {
      case WRONG_KEY ->
          "Gemini does not accept the key of this server: its operator must set a valid"
              + " GEMINI_API_KEY.";
      case QUOTA -> "The quota of this server's Gemini key is used up: " + again("later") + ".";
      case RATE_LIMIT ->
          "Gemini receives too many requests at the moment: " + again("in a minute") + ".";
      case OVERLOADED -> "Gemini is overloaded at the moment: " + again("in a minute") + ".";
      case PROMPT_BLOCKED ->
          "Gemini's safety rules blocked the question: ask it in other words, or describe the data"
              + " differently.";
      case ANSWER_BLOCKED ->
          "Gemini's safety rules stopped the answer: ask in other words, or try again.";
      case CUT_OFF -> "The answer reached its longest allowed length: ask it to go on.";
      case EMPTY -> "Gemini gave an empty answer: try again, or ask in other words.";
      case NETWORK ->
          "Gemini cannot be reached: check this server's connection to the internet and try again.";
      case BROKEN_STREAM -> "The connection to Gemini broke off before the end: try again.";
      case TIME_LIMIT ->
          "Gemini did not answer completely within "
              + subject
              + ": try again, or raise gemini.timeout.";
      case UNKNOWN_MODEL ->
          "Gemini has no model called “"
              + subject
              + "”, or the key may not use it: set gemini.model (GEMINI_MODEL) to a current name"
              + (choices.isEmpty() ? "" : ", such as " + String.join(", ", choices))
              + ".";
      case BAD_ADDRESS ->
          "gemini.base-url is “"
              + subject
              + "”, but the key may travel unencrypted only to this machine: use an https address.";
      case REJECTED ->
          "Gemini rejected the request: ask in other words, or choose another model with"
              + " gemini.model.";
      case VISITOR_BUDGET ->
          "You have used up what one visitor may ask Gemini: " + again("later") + ".";
      case SERVER_BUDGET ->
          "This server has used up what it may ask Gemini: " + again("later") + ".";
      case SERVER_BUSY ->
          "This server answers too many questions at the moment: try again in a minute.";
      case EARLIER -> subject;
      case INTERNAL ->
          "The answer failed through no fault of yours: try again, and tell the operator of this"
              + " server if it happens again.";
    };
  }

  private String again(String otherwise) {
    return "try again "
        + (waitSeconds.isPresent() ? "in " + duration(waitSeconds.getAsLong()) : otherwise);
  }

  private static String duration(long seconds) {
    if (seconds < 120) {
      return seconds == 1 ? "1 second" : seconds + " seconds";
    }
    long minutes = (seconds + 59) / 60;
    return minutes < 120 ? minutes + " minutes" : (minutes + 59) / 60 + " hours";
  }
}
