package io.talkgate.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.ProblemTexts;
import io.talkgate.platform.problem.Refusal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) as contract §3 has it.
 *
 * @param errors the values that do not fit; null for all codes but VALIDATION
 */
@Schema(description = "Why a call was refused (RFC 9457). What to do depends on `code` alone.")
record Problem(
    @Schema(description = "The HTTP status.", examples = "409") int status,
    @Schema(description = "A few words that name the kind of error.") String title,
    @Schema(description = "What went wrong and what to do, for people.") String detail,
    @Schema(description = "What went wrong, for programs. Codes are stable.") ErrorCode code,
    @Schema(description = "The values that do not fit; only with `VALIDATION`.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable List<FieldProblem> errors) {
  static final String MEDIA_TYPE = "application/problem+json";

  /**
   * What is wrong with one value.
   *
   * @param field where it stands
   * @param message what is wrong
   */
  @Schema(description = "What is wrong with one value of the request.")
  record FieldProblem(
      @Schema(
              description =
                  "Where it stands: a path in the body, the name of a query parameter or header, or"
                      + " `body` for the body as a whole.",
              examples = "content.compositeList[0].title")
          String field,
      @Schema(description = "What is wrong, for people.") String message) {}

  /** The document for a refusal. */
  static Problem of(Refusal refusal, Locale language) {
    ErrorCode code = refusal.code();
    return new Problem(
        code.status(),
        ProblemTexts.title(code, language),
        ProblemTexts.detail(refusal, language),
        code,
        code == ErrorCode.VALIDATION ? errors(refusal, language) : null);
  }

  private static List<FieldProblem> errors(Refusal refusal, Locale language) {
    return refusal.errors().stream()
        .map(error -> new FieldProblem(error.field(), error.wording().apply(language)))
        .toList();
  }
}
