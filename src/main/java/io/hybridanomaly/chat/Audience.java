package io.hybridanomaly.chat;

/** Who asks. */
public enum Audience {
  /** Somebody at the server's own machine, who can give it a key. */
  OPERATOR,
  /** Somebody elsewhere, to whom the server's settings are no matter. */
  GUEST
}
