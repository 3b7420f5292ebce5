package io.hybridanomaly.chat;

import io.hybridanomaly.analysis.DataSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a question that an answer did not take into account: the name of a shop, of a
 * category or of a place. Without a word about them a sum of everything would pass for theirs.
 */
final class UnusedWords {

  private static final int SHORTEST = 3;
  private static final int MOST_NAMED = 5;

  /** A "name" can be as long as the question. */
  private static final int LONGEST = 60;

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\d]*");

  /** What may stand between the words of one name. */
  private static final Pattern INSIDE_A_NAME = Pattern.compile("[ &'’./-]{1,3}");

  private final String question;
  private final Set<String> left;
  private final NameWords names;

  private UnusedWords(String question, String rest, Subject subject) {
    this.question = question;
    this.left = WORD.matcher(rest).results().map(MatchResult::group).collect(Collectors.toSet());
    this.names =
        NameWords.of(
            subject.series().name(),
            subject.file(),
            subject.analysis().dataset().summary().part().map(DataSummary.Part::series).orElse(""));
  }

  /**
   * A sentence behind the answer.
   *
   * @param question as the visitor wrote it
   * @param rest the question in lower case without its times and its condition on values
   * @param whole whether the answer is about the whole series
   * @return empty if all words were taken into account
   */
  static String note(String question, String rest, Subject subject, boolean whole) {
    List<String> unused = new UnusedWords(question, rest, subject).names();
    if (unused.isEmpty()) {
      return "";
    }
    return "\n\nNot taken into account: %s. The answer is about all values of **%s**%s."
        .formatted(
            unused.stream()
                .limit(MOST_NAMED)
                .map(name -> "“%s”".formatted(Untrusted.markdown(name, LONGEST)))
                .collect(Collectors.joining(", ")),
            Untrusted.markdown(subject.series().name()),
            whole ? "" : " in that time");
  }

  /** Words that stand side by side are one name, such as "Whole Foods". */
  private List<String> names() {
    List<String> found = new ArrayList<>();
    List<MatchResult> name = new ArrayList<>();
    for (MatchResult word : WORD.matcher(question).results().toList()) {
      if (!name.isEmpty() && !isBeside(name.getLast(), word)) {
        keep(name, found);
      }
      if (isUnused(word) || isCapital(word)) {
        name.add(word);
      } else {
        keep(name, found);
      }
    }
    keep(name, found);
    return found.stream().distinct().toList();
  }

  private void keep(List<MatchResult> name, List<String> found) {
    if (name.stream().anyMatch(this::isUnused)) {
      found.add(question.substring(name.getFirst().start(), name.getLast().end()));
    }
    name.clear();
  }

  private boolean isBeside(MatchResult word, MatchResult next) {
    return INSIDE_A_NAME.matcher(question.substring(word.end(), next.start())).matches();
  }

  private boolean isUnused(MatchResult word) {
    String lower = word.group().toLowerCase(Locale.ROOT);
    return left.contains(lower)
        && (isCapital(word) || lower.length() >= SHORTEST)
        && !KnownWords.have(lower)
        && !names.have(lower);
  }

  /** Whether it is written as a name is within a sentence. */
  private static boolean isCapital(MatchResult word) {
    return word.start() > 0
        && Character.isUpperCase(word.group().codePointAt(0))
        && !word.group().equals("I");
  }
}
