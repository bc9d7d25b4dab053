package io.talkgate.platform.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Problem documents for errors that never reach REST: paths that nobody serves, malformed URIs,
 * bodies that the HTTP server refuses. Paths whose owners answer in words of their own are left
 * alone.
 */
@Singleton
class OutsideRest {
  private static final Logger LOG = Logger.getLogger(OutsideRest.class);
  private static final List<String> ANSWER_FOR_THEMSELVES =
      List.of("/webhooks/", "/simulator", "/q/");

  /** Just before Quarkus's own last route. */
  private static final int LAST = Integer.MAX_VALUE - 1;

  /** Quarkus refuses in the route of order -2, with an empty 413. Higher priority comes earlier. */
  private static final int BEFORE_QUARKUS_LIMIT = 100;

  void install(@Observes Router router) {
    router.route().order(LAST).handler(call -> answer(call, 404)).failureHandler(this::failed);
    router.errorHandler(400, call -> answer(call, 400));
  }

  void limit(
      @Observes Filters filters,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    filters.register(call -> refuseLongerThan(limit.asLongValue(), call), BEFORE_QUARKUS_LIMIT);
  }

  /** Bodies of unannounced length are measured while REST reads them. */
  private void refuseLongerThan(long limit, RoutingContext call) {
    HttpServerRequest request = call.request();
    if (isForeign(request.path()) || announced(request) <= limit) {
      call.next();
      return;
    }
    call.response()
        .putHeader("Connection", "close")
        .endHandler(end -> request.connection().close());
    answer(call, 413);
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }

  private void failed(RoutingContext call) {
    answer(call, call.statusCode());
  }

  private void answer(RoutingContext call, int status) {
    String path = call.request().path();
    if (call.response().headWritten() || path == null || isForeign(path)) {
      call.next();
      return;
    }
    Refusal refusal = refusal(call, status);
    Locale language = ProblemTexts.language(call.request().getHeader("Accept-Language"));
    write(Problems.of(refusal, language, Map.of()), call.response());
  }

  private static boolean isForeign(String path) {
    return ANSWER_FOR_THEMSELVES.stream().anyMatch(path::startsWith);
  }

  private static Refusal refusal(RoutingContext call, int status) {
    Throwable failure = call.failure();
    if (failure == null || status < 500) {
      return Failures.ofStatus(status);
    }
    Refusal refusal = Failures.refusal(failure);
    if (refusal.code() == ErrorCode.INTERNAL) {
      LOG.errorf(failure, "%s failed", call.request().path());
    }
    return refusal;
  }

  private static void write(HttpProblem problem, HttpServerResponse response) {
    problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
    JsonObject body =
        new JsonObject()
            .put("status", problem.getStatusCode())
            .put("title", problem.getTitle())
            .put("detail", problem.getDetail());
    problem.getParameters().forEach((name, value) -> body.put(name, json(value)));
    response
        .setStatusCode(problem.getStatusCode())
        .putHeader("Content-Type", HttpProblem.MEDIA_TYPE.toString())
        .end(body.toBuffer());
  }

  private static Object json(Object value) {
    return value instanceof List<?> list ? new JsonArray(list) : value;
  }
}
