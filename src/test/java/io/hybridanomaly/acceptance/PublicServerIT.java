package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

/** What strangers on the net can and cannot do. */
class PublicServerIT extends BrowserTest {

  private static final int LONGER_THAN_A_MESSAGE = 2_000_000;

  @Test
  void messagesOfOtherSitesAndLongOnesAreRefused() {
    String address = page.url() + "?v-r=uidl&v-uiId=0";
    RequestOptions foreign =
        RequestOptions.create().setHeader("Origin", "https://evil.example").setData("{}");
    assertThat(page.request().post(address, foreign).status()).isEqualTo(403);
    RequestOptions big = RequestOptions.create().setData("x".repeat(LONGER_THAN_A_MESSAGE));
    assertThat(page.request().post(address, big).status()).isEqualTo(413);
  }

  @Test
  void anInjectedScriptDoesNotRun() {
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.evil = 1';"
            + " document.body.append(s); }");
    page.evaluate(
        "() => { const d = document.createElement('div');"
            + " d.innerHTML = '<img src=\"data:,\" onerror=\"window.evil = 2\">';"
            + " document.body.append(d); }");
    page.waitForCondition(() -> page.evaluate("() => document.images.length > 0").equals(true));
    assertThat(page.evaluate("() => window.evil")).isNull();
    assertThat(takeComplaints()).allMatch(text -> text.contains("Content Security Policy"));
  }

  @Test
  void aClosedTabGivesItsSlotToTheNextVisitor() throws Exception {
    try (PackagedJar.Server small = PackagedJar.serve("--limits.concurrent-detections=1")) {
      Page first = visit(small);
      first.locator(".sample-card").first().click();
      assertThat(first.locator("#file-summary")).isVisible();
      first.locator("#epochs input").focus();
      first.keyboard().press("End");
      first.locator("#detect").click();
      assertThat(first.locator("#progress")).isVisible();
      Page second = visit(small);
      second.locator(".sample-card").first().click();
      assertThat(second.locator("#file-summary")).isVisible();
      trainShortly(second);
      second.locator("#detect").click();
      assertThat(second.locator("#progress")).containsText("number 1 in the queue");
      first.close();
      assertThat(second.locator("#result-summary")).isVisible(within(PATIENCE));
      second.close();
    }
  }
}
