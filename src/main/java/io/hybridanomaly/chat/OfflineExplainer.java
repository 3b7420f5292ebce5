package io.hybridanomaly.chat;

import java.util.Optional;

/** placeholder */
final class OfflineExplainer {
  private OfflineExplainer() {}

  static String answer(String question, Optional<Subject> subject) {
    return question + subject.isPresent();
  }
}
