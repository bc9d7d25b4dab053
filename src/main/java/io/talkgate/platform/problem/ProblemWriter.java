package io.talkgate.platform.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Puts TalkGate's codes and words into every problem that the library's exception mappers make. It
 * keeps their headers (Allow, WWW-Authenticate) and nothing of their texts, which may tell of the
 * inside.
 */
@ApplicationScoped
class ProblemWriter implements ProblemPostProcessor {
  private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

  private final CurrentVertxRequest request;

  ProblemWriter(CurrentVertxRequest request) {
    this.request = request;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    Refusal refusal = Failures.refusal(context.cause);
    log(refusal, context);
    return Problems.of(refusal, language(), headers(problem, refusal));
  }

  /** After the library's own processors, so that nothing is added to what is decided here. */
  @Override
  public int priority() {
    return 0;
  }

  private static Map<String, Object> headers(HttpProblem problem, Refusal refusal) {
    Map<String, Object> headers = new LinkedHashMap<>(problem.getHeaders());
    ResteasyReactiveRequestContext call = CurrentRequestManager.get();
    if (refusal.code() == ErrorCode.METHOD_NOT_ALLOWED && call != null) {
      headers.putIfAbsent("Allow", AllowedMethods.of(call));
    }
    return headers;
  }

  private Locale language() {
    RoutingContext call = request.getCurrent();
    return ProblemTexts.language(call == null ? null : call.request().getHeader("Accept-Language"));
  }

  private static void log(Refusal refusal, ProblemContext context) {
    if (refusal.code() == ErrorCode.INTERNAL) {
      LOG.errorf(context.cause, "%s failed", context.path);
    } else if (refusal.code() == ErrorCode.DATABASE_UNAVAILABLE) {
      LOG.warnf("%s answered 503, database unavailable: %s", context.path, context.cause);
    }
  }
}
