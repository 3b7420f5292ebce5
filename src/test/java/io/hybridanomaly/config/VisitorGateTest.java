package io.hybridanomaly.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class VisitorGateTest {

  /** Two visits at once. */
  private final VisitorGate gate = new VisitorGate(RequestGuardTest.limits(2));

  private record Answer(int status, MockHttpServletRequest request) {
    MockHttpSession session() {
      return (MockHttpSession) Objects.requireNonNull(request.getSession(false));
    }
  }

  private Answer ask(MockHttpServletRequest request) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    gate.doFilter(
        request, response, (asked, answer) -> ((HttpServletRequest) asked).getSession(true));
    return new Answer(response.getStatus(), request);
  }

  private Answer load() throws Exception {
    return ask(new MockHttpServletRequest("GET", "/"));
  }

  @Test
  void aServerHasSoManyVisitors() throws Exception {
    Answer first = load();
    load();
    Answer third = load();
    assertThat(third.status()).isEqualTo(503);
    assertThat(third.request().getSession(false)).isNull();
    first.session().invalidate();
    assertThat(load().status()).isEqualTo(200);
  }

  @Test
  void aVisitThatNeverSpokeIsShort() throws Exception {
    HttpSession session = load().session();
    assertThat(session.getMaxInactiveInterval()).isEqualTo(60);
    MockHttpServletRequest message = new MockHttpServletRequest("POST", "/");
    message.setSession(session);
    assertThat(ask(message).status()).isEqualTo(200);
    assertThat(session.getMaxInactiveInterval()).isEqualTo(1800);
  }
}
