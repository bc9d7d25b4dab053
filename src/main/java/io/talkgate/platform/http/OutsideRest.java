package io.talkgate.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.talkgate.platform.problem.ProblemTexts;
import io.talkgate.platform.problem.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Problem documents for errors that never reach REST: paths that nobody serves, malformed URIs,
 * bodies that the HTTP server refuses. Paths whose owners answer in words of their own are left
 * alone.
 */
@Singleton
class OutsideRest {
  private static final List<String> ANSWER_FOR_THEMSELVES =
      List.of("/webhooks/", "/simulator", "/q/");

  /** Just before Quarkus's own last route. */
  private static final int LAST = Integer.MAX_VALUE - 1;

  /** Quarkus refuses in the route of order -2, with an empty 413. Higher priority comes earlier. */
  private static final int BEFORE_QUARKUS_LIMIT = 100;

  private final ObjectMapper mapper;

  OutsideRest(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void install(@Observes Router router) {
    router.route().order(LAST).handler(call -> answer(call, 404)).failureHandler(this::failed);
    router.errorHandler(400, call -> answer(call, 400));
  }

  void limit(@Observes Filters filters) {
    filters.register(this::refuseLongBodies, BEFORE_QUARKUS_LIMIT);
  }

  /** Bodies of unannounced length are measured while they are read, see {@link JsonBodies}. */
  private void refuseLongBodies(RoutingContext call) {
    HttpServerRequest request = call.request();
    if (isForeign(request.path()) || announced(request) <= JsonBodies.MAX_BYTES) {
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
    ProblemHeaders.of(refusal.code(), call)
        .subscribe()
        .with(headers -> write(refusal, call, headers), failure -> call.next());
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
    ProblemMapper.log(refusal.code(), failure, call.request().path());
    return refusal;
  }

  private void write(Refusal refusal, RoutingContext call, Map<String, String> headers) {
    Locale language = ProblemTexts.language(call.request().getHeader("Accept-Language"));
    HttpServerResponse response = call.response().setStatusCode(refusal.code().status());
    headers.forEach(response::putHeader);
    response
        .putHeader("Content-Language", language.getLanguage())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(json(Problem.of(refusal, language)));
  }

  private String json(Problem problem) {
    try {
      return mapper.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
