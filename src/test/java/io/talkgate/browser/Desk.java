package io.talkgate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import io.talkgate.testing.Shop;
import java.util.ArrayList;
import java.util.List;

/** One person's window. Whatever its pages complain about is remembered. */
final class Desk implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final String base;
  private final List<String> complaints = new ArrayList<>();

  Desk(Browser browser, String base, String language, int width, int height) {
    this.base = base;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, height)
                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(30_000);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  /** Signs in by the form as a member of a shop. */
  Desk signIn(Shop shop, String role) {
    return signIn(shop.username(role), Shop.PASSWORD);
  }

  /** Signs in by the form. */
  Desk signIn(String username, String password) {
    page.navigate(base + "/console");
    page.fill("#username", username);
    page.fill("#password", password);
    page.click("button[type=submit]");
    page.waitForSelector(".top");
    return this;
  }

  /** Opens a page of the console. */
  Desk open(String path) {
    Response response = page.navigate(base + "/console/" + path);
    assertEquals(200, response == null ? 0 : response.status(), path);
    return this;
  }

  /** Waits until the page is told live. */
  Desk live() {
    page.waitForSelector("body[data-live=on]");
    return this;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** Waits for a selector to show. */
  Locator await(String selector) {
    Locator found = page.locator(selector).first();
    found.waitFor();
    return found;
  }

  /** Checks what people with disabilities meet, and leaves a picture. */
  Desk check(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(BrowserStage.SHOTS.resolve(name + ".png")));
    List<String> violations =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .map(
                    rule ->
                        rule.getId()
                            + " "
                            + rule.getNodes().stream().map(n -> n.getHtml()).toList())
                .toList();
    assertEquals(List.of(), violations, name);
    return this;
  }

  /** A picture of the whole page. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(BrowserStage.SHOTS.resolve(name + ".png")));
  }

  /**
   * How many bytes the page and its files weigh, without customers' images and the API's answers.
   */
  long weight() {
    Object bytes =
        page.evaluate(
            """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter((one) => !one.name.includes('/api/'))
              .reduce((sum, one) => sum + one.encodedBodySize, 0)
            """);
    return ((Number) bytes).longValue();
  }

  /** What the pages have complained about, beside what a test provokes. */
  List<String> complaints() {
    return complaints;
  }

  void forgetComplaints() {
    complaints.clear();
  }

  /** All texts that a selector finds. */
  List<String> texts(String selector) {
    return page.locator(selector).allInnerTexts();
  }

  @Override
  public void close() {
    context.close();
  }
}
