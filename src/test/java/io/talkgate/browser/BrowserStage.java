package io.talkgate.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.restassured.RestAssured;
import io.talkgate.process.Launch;
import io.talkgate.process.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser and one demo for all tests; both end with the last of them. */
final class BrowserStage implements AutoCloseable {
  /** Where screenshots go. */
  static final Path SHOTS = Path.of("target", "browser").toAbsolutePath();

  private static final List<String> ARGUMENTS =
      List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage");

  /** For machines that do something else besides; what is there sooner goes on sooner. */
  private static final double PATIENCE_MILLIS = 20_000;

  private final Launch launch;
  private final Playwright playwright;
  private final Browser browser;
  private ServiceProcess demo;

  BrowserStage() {
    try {
      Files.createDirectories(SHOTS);
      launch =
          Launch.demo(Files.createTempDirectory(SHOTS, "demo"))
              .with("TALKGATE_SUBSCRIPTIONS_PRIVATE_TARGETS", "true");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    demo = launch.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium()).setArgs(ARGUMENTS));
  }

  /** Where the service is. */
  String base() {
    return "http://localhost:" + launch.port();
  }

  /** Where its database listens. */
  int databasePort() {
    return demo.databasePort();
  }

  /** A new window of a person who reads this language, 1,280 pixels wide. */
  Desk desk(String language) {
    return new Desk(browser, base(), language, 1280, 800);
  }

  /** The same on a phone. */
  Desk phone(String language) {
    return new Desk(browser, base(), language, 390, 844);
  }

  /** Ends the service, does something meanwhile, and starts it again at the same port. */
  void restart(Runnable meanwhile) {
    demo.close();
    meanwhile.run();
    demo = launch.start();
  }

  private static Path chromium() {
    return Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
  }

  @Override
  public void close() {
    playwright.close();
    demo.close();
  }

  /** Hands the stage to tests. */
  static final class Shared implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Shared.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType().equals(BrowserStage.class);
    }

    @Override
    public BrowserStage resolveParameter(ParameterContext parameter, ExtensionContext context) {
      BrowserStage stage =
          context
              .getRoot()
              .getStore(NAMESPACE)
              .computeIfAbsent("stage", key -> new BrowserStage(), BrowserStage.class);
      RestAssured.port = stage.launch.port();
      return stage;
    }
  }
}
