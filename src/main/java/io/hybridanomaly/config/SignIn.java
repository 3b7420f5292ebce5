package io.hybridanomaly.config;

import io.hybridanomaly.jobs.Rate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Lets in those who know the password that all visitors share. Until then nothing of the page is
 * sent and no visit begins. The form posts to the address that was asked for, so that a link to a
 * result leads there after signing in.
 */
final class SignIn extends PageFilter {

  /** Field of the form. */
  static final String PASSWORD = "sign-in-password";

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private static final String SIGNED_IN = SignIn.class.getName();

  private static final Pattern BCRYPT = Pattern.compile("\\$2[ayb]\\$\\d\\d\\$[./0-9A-Za-z]{53}");

  /** Tries of one address, and of all together: each costs a tenth of a second. */
  private static final int TRIES = 10;

  private static final int TRIES_OF_ALL = 100;

  private static final Duration PERIOD = Duration.ofMinutes(5);

  private final String hash;
  private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
  private final Rate all = new Rate(TRIES_OF_ALL, PERIOD);
  private final Rate addresses = new Rate(TRIES, PERIOD);

  /**
   * @param hash of the password, as bcrypt makes it
   * @throws WrongSettingException if it is no such hash
   */
  SignIn(String hash) {
    if (!BCRYPT.matcher(hash).matches()) {
      throw new WrongSettingException(
          "access.password-hash is not a bcrypt hash: make one with \"htpasswd -nbBC 12 x PASSWORD\""
              + " and set what stands after \"x:\", or leave the setting empty.");
    }
    this.hash = hash;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(SIGNED_IN) != null) {
      chain.doFilter(request, response);
    } else if (request.getMethod().equals("POST") && request.getParameter(PASSWORD) != null) {
      signIn(request, response);
    } else if (request.getMethod().equals("GET") && isPage(request)) {
      send(response, 401, "This server asks for a password.");
    } else {
      PlainAnswer.send(response, 401, "Please load the page again and sign in.");
    }
  }

  /** Scripts, pictures and messages of a page whose visit has ended get no form. */
  private static boolean isPage(HttpServletRequest request) {
    @Nullable String accept = request.getHeader("Accept");
    return accept == null || accept.contains("text/html") || accept.equals("*/*");
  }

  private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String address = request.getRemoteAddr();
    if (addresses.take(address).isPositive() || all.take("").isPositive()) {
      response.setHeader("Retry-After", "60");
      send(response, 429, "Too many tries: please wait a minute.");
    } else if (encoder.matches(request.getParameter(PASSWORD), hash)) {
      if (request.getSession(false) != null) {
        request.changeSessionId();
      }
      request.getSession(true).setAttribute(SIGNED_IN, true);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", ownAddress(request));
    } else {
      LOG.info("A wrong password came from {}", address);
      send(response, 401, "That password is not the right one. Please try again.");
    }
  }

  /** The address that was asked for, on this server whatever it looks like. */
  private static String ownAddress(HttpServletRequest request) {
    return "/" + request.getRequestURI().replaceFirst("^[/\\\\]+", "");
  }

  private static void send(HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .write(
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Sign in · Hybrid Time-Series Anomaly Detector</title>
            <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:26rem;margin:15vh auto;padding:0 1rem}
            h1{font-size:1.25rem}input,button{font:inherit;padding:.4rem .6rem}</style></head>
            <body><main><h1>Hybrid Time-Series Anomaly Detector</h1>
            <form method="post"><p>%s</p>
            <p><label>Password <input name="%s" type="password" autocomplete="current-password"
            required autofocus></label> <button>Sign in</button></p></form></main></body></html>
            """
                .formatted(sentence, PASSWORD));
  }
}
