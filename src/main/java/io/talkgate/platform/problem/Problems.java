package io.talkgate.platform.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds the problem documents of contract §3. */
final class Problems {
  /** Seconds; long enough for a database to fail over, short enough for a waiting agent. */
  private static final int RETRY_AFTER = 5;

  private Problems() {}

  static HttpProblem of(Refusal refusal, Locale language, Map<String, Object> headers) {
    ErrorCode code = refusal.code();
    HttpProblem.Builder problem =
        HttpProblem.builder()
            .withStatus(code.status())
            .withTitle(ProblemTexts.title(code, language))
            .withDetail(ProblemTexts.detail(refusal, language))
            .with("code", code.name());
    headers.forEach(problem::withHeader);
    problem.withHeader("Content-Language", language.getLanguage());
    if (code == ErrorCode.DATABASE_UNAVAILABLE) {
      problem.withHeader("Retry-After", RETRY_AFTER);
    }
    if (code == ErrorCode.VALIDATION) {
      problem.with("errors", errors(refusal, language));
    }
    return problem.build();
  }

  private static List<Map<String, String>> errors(Refusal refusal, Locale language) {
    return refusal.errors().stream()
        .map(e -> Map.of("field", e.field(), "message", e.wording().apply(language)))
        .toList();
  }
}
