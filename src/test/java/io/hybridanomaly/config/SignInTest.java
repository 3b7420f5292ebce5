package io.hybridanomaly.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class SignInTest {

  private static final String SECRET = "test-key-1";

  /** The cheapest that bcrypt has. */
  private final SignIn filter = new SignIn(new BCryptPasswordEncoder(4).encode(SECRET));

  private boolean letIn;

  private MockHttpServletResponse ask(MockHttpServletRequest request) throws Exception {
    letIn = false;
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, (asked, answer) -> letIn = true);
    return response;
  }

  private static MockHttpServletRequest get(String path, @Nullable HttpSession session) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.addHeader("Accept", "text/html,*/*;q=0.8");
    if (session != null) {
      request.setSession(session);
    }
    return request;
  }

  private static MockHttpServletRequest attempt(String path, String password) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
    request.setParameter(SignIn.PASSWORD, password);
    return request;
  }

  @Test
  void aStrangerGetsAFormAndNoVisit() throws Exception {
    MockHttpServletRequest request = get("/", null);
    MockHttpServletResponse response = ask(request);
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getContentAsString()).contains("type=\"password\"", SignIn.PASSWORD);
    assertThat(letIn).isFalse();
    assertThat(request.getSession(false)).isNull();
  }

  @Test
  void whoKnowsThePasswordIsLetInAndComesToTheAddressAskedFor() throws Exception {
    MockHttpServletRequest request = attempt("/r/abc", SECRET);
    String before = Objects.requireNonNull(request.getSession(true)).getId();
    MockHttpServletResponse response = ask(request);
    assertThat(response.getStatus()).isEqualTo(303);
    assertThat(response.getHeader("Location")).isEqualTo("/r/abc");
    HttpSession session = ((HttpServletRequest) request).getSession(false);
    assertThat(session.getId()).isNotEqualTo(before);
    ask(get("/r/abc", session));
    assertThat(letIn).isTrue();
  }

  @Test
  void aWrongPasswordIsToldAndStartsNoVisit() throws Exception {
    MockHttpServletRequest request = attempt("/", "test-key-2");
    MockHttpServletResponse response = ask(request);
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getContentAsString()).contains("not the right one");
    assertThat(request.getSession(false)).isNull();
  }

  @Test
  void triesOfAnAddressAreLimitedThoseOfOthersGoOn() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(ask(attempt("/", "test-key-" + (i + 2))).getStatus()).isEqualTo(401);
    }
    MockHttpServletResponse refused = ask(attempt("/", SECRET));
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isNotNull();
    MockHttpServletRequest other = attempt("/", SECRET);
    other.setRemoteAddr("192.0.2.7");
    assertThat(ask(other).getStatus()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({"//example.org/x, /example.org/x", "/\\example.org, /example.org", "/, /"})
  void theWayBackNeverLeadsToAnotherServer(String path, String back) throws Exception {
    assertThat(ask(attempt(path, SECRET)).getHeader("Location")).isEqualTo(back);
  }

  @Test
  void messagesOfAPageWhoseVisitHasEndedGetASentence() throws Exception {
    MockHttpServletResponse response = ask(new MockHttpServletRequest("POST", "/"));
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getContentAsString())
        .isEqualToIgnoringNewLines("Please load the page again and sign in.");
    assertThat(letIn).isFalse();
  }

  @Test
  void programsShowTheirTokenInstead() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/detections/x");
    ProgramCall.mark(request);
    ask(request);
    assertThat(letIn).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"test-key-1", "$2y$10$short", "$1$abc"})
  void whatIsNoHashIsRefusedWithTheMend(String hash) {
    assertThatThrownBy(() -> new SignIn(hash))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("htpasswd")
        .hasMessageNotContaining(hash);
  }

  @Test
  void theHashIsNeverShown() {
    assertThat(new AccessProperties("$2y$10$secret").toString()).doesNotContain("secret");
  }
}
