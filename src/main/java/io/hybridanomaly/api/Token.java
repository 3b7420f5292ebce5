package io.hybridanomaly.api;

import io.hybridanomaly.config.WrongSettingException;
import io.hybridanomaly.store.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The token that calls have to show. How long a comparison takes tells nothing about it. */
final class Token {

  private static final String SCHEME = "bearer ";

  private final byte[] hash;

  /**
   * @throws WrongSettingException if it is empty
   */
  Token(String token) {
    if (token.isBlank()) {
      throw new WrongSettingException(
          "api.enabled=true needs a token: set api.token, or the environment variable API_TOKEN, to"
              + " a long random text.");
    }
    hash = hash(token.strip());
  }

  /**
   * Whether a header shows it.
   *
   * @param authorization {@code Bearer TOKEN}; null if there was none
   */
  boolean isShownBy(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return false;
    }
    return MessageDigest.isEqual(hash, hash(authorization.substring(SCHEME.length()).strip()));
  }

  /** Of one length, whatever the token's. */
  private static byte[] hash(String token) {
    return Hash.of(token.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
  }
}
