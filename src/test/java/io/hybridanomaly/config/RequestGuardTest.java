package io.hybridanomaly.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestGuardTest {

  private static final int LONGEST = 10;

  private final RequestGuard guard = new RequestGuard(limits(1));

  static Limits limits(int perAddress) {
    return new Limits(
        1000,
        0,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        0,
        1,
        1,
        1,
        -1,
        Duration.ofMinutes(1),
        1,
        1,
        LONGEST,
        2,
        perAddress,
        perAddress);
  }

  private static MockHttpServletRequest request(String method, String path) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setServerName("example.org");
    request.setServerPort(443);
    request.setScheme("https");
    return request;
  }

  private int status(HttpServletRequest request) throws Exception {
    return status(request, (asked, answer) -> asked.getInputStream().readAllBytes());
  }

  private int status(HttpServletRequest request, FilterChain chain) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    guard.doFilter(request, response, chain);
    return response.getStatus();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "MADE-UP"})
  void otherMethodsAreNotAllowed(String method) throws Exception {
    assertThat(status(request(method, "/"))).isEqualTo(405);
  }

  @Test
  void thePageOfErrorsIsNoPage() throws Exception {
    assertThat(status(request("GET", "/error"))).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org, , 200",
    "https://example.org:443, , 200",
    "https://evil.example, , 403",
    "http://example.org, , 403",
    "https://example.org.evil.example, , 403",
    "'null', , 403",
    "https://a b, , 403",
    ", , 200",
    ", same-origin, 200",
    "https://evil.example, cross-site, 403",
    "https://other.example.org, same-site, 403",
    // A proxy that changes the host does not change what the browser says.
    "https://outside.example, same-origin, 200",
  })
  void otherSitesChangeNothing(String origin, String site, int expected) throws Exception {
    MockHttpServletRequest post = request("POST", "/");
    MockHttpServletRequest socket = request("GET", "/VAADIN/push");
    socket.addHeader("Upgrade", "WebSocket");
    for (MockHttpServletRequest asked : new MockHttpServletRequest[] {post, socket}) {
      if (origin != null) {
        asked.addHeader("Origin", origin);
      }
      if (site != null) {
        asked.addHeader("Sec-Fetch-Site", site);
      }
      assertThat(status(asked)).isEqualTo(expected);
    }
  }

  @Test
  void aLinkFromAnotherSiteOpensThePage() throws Exception {
    MockHttpServletRequest link = request("GET", "/");
    link.addHeader("Sec-Fetch-Site", "cross-site");
    assertThat(status(link)).isEqualTo(200);
  }

  @Test
  void aLongMessageIsRefusedWhateverItsLengthIsSaidToBe() throws Exception {
    MockHttpServletRequest honest = request("POST", "/");
    honest.setContent(new byte[LONGEST + 1]);
    assertThat(status(honest)).isEqualTo(413);
    assertThat(status(silent(LONGEST + 1))).isEqualTo(413);
    assertThat(status(silent(LONGEST + 1), (asked, answer) -> asked.getReader().readLine()))
        .isEqualTo(413);
    assertThat(status(silent(LONGEST))).isEqualTo(200);
  }

  /** One that does not say how long it is. */
  private static MockHttpServletRequest silent(int length) {
    MockHttpServletRequest request =
        new MockHttpServletRequest("POST", "/") {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    request.setContent(new byte[length]);
    return request;
  }

  @Test
  void filesAreNoMessages() throws Exception {
    MockHttpServletRequest upload = request("POST", "/VAADIN/dynamic/resource/1/x/upload");
    upload.setContent(new byte[LONGEST + 1]);
    assertThat(status(upload)).isEqualTo(200);
  }

  @Test
  void oneAddressGetsSoManyAnswersAtOnce() throws Exception {
    int inside =
        status(
            request("GET", "/"),
            (asked, answer) -> {
              try {
                MockHttpServletRequest second = request("GET", "/");
                assertThat(status(second)).isEqualTo(429);
                MockHttpServletRequest other = request("GET", "/");
                other.setRemoteAddr("192.0.2.7");
                assertThat(status(other)).isEqualTo(200);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    assertThat(inside).isEqualTo(200);
    assertThat(status(request("GET", "/"))).isEqualTo(200);
  }
}
