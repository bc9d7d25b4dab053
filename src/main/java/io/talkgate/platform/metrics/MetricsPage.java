package io.talkgate.platform.metrics;

import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The page that Prometheus reads. */
@Singleton
class MetricsPage {
  private static final String PATH = "/q/metrics";
  private static final int BEFORE_ALL = -1;
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String TEXT = "text/plain";

  @Produces
  @Singleton
  static MeterFilter tidyMeters() {
    return new TidyMeters();
  }

  void atStart(@Observes ManagementInterface management) {
    management.router().get(PATH).order(BEFORE_ALL).handler(MetricsPage::choose);
  }

  /**
   * OpenMetrics is for who asks for nothing else; everybody else gets the text format, which every
   * reader knows. Quarkus alone would answer 406 to the former and OpenMetrics to {@code *}{@code
   * /*}.
   */
  private static void choose(RoutingContext call) {
    String accept = call.request().getHeader(HttpHeaders.ACCEPT);
    call.request().headers().set(HttpHeaders.ACCEPT, wantsOpenMetrics(accept) ? "*/*" : TEXT);
    call.next();
  }

  private static boolean wantsOpenMetrics(@Nullable String accept) {
    return accept != null && accept.contains(OPEN_METRICS) && !accept.contains(TEXT);
  }
}
