package io.hybridanomaly.ui;

import java.util.Optional;

/** The link by which a tab has come to what it shows, or is on the way to it. */
final class TabLink {

  private Optional<String> token = Optional.empty();
  private boolean leadsNowhere;

  /** Whether an address asks for another result. */
  boolean isOther(Optional<String> wanted) {
    return wanted.isPresent() && !wanted.equals(token);
  }

  /** The token of the link, while it is on its way or shown. */
  Optional<String> token() {
    return token;
  }

  /**
   * Another link leads to what is shown.
   *
   * @param other its token; empty if none does
   */
  void follow(Optional<String> other) {
    token = other;
  }

  /** The link leads to no result, which the page says. */
  void fail() {
    token = Optional.empty();
    leadsNowhere = true;
  }

  /** Forgets that a link has led nowhere; whether one had. */
  boolean forgetFailure() {
    boolean failed = leadsNowhere;
    leadsNowhere = false;
    return failed;
  }
}
