package io.hybridanomaly.chat;

import java.util.List;

/**
 * The web pages that support a stretch of an answer.
 *
 * @param start first character of the stretch in the answer, from 0
 * @param end the character after its last
 * @param sources at least one
 */
public record Citation(int start, int end, List<Source> sources) {

  /**
   * A web page.
   *
   * @param title as the search names it; untrusted
   * @param uri an absolute https address
   */
  public record Source(String title, String uri) {}

  public Citation {
    sources = List.copyOf(sources);
  }
}
