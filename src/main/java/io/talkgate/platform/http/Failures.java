package io.talkgate.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;

/** Says of everything that can go wrong while a call is served why the call was refused. */
final class Failures {
  private Failures() {}

  static Refusal refusal(Throwable failure) {
    if (failure instanceof RefusedException refused) {
      return refused.refusal();
    }
    if (failure instanceof ConstraintViolationException invalid && Violations.areCallers(invalid)) {
      return Refusal.invalid(Violations.errors(invalid));
    }
    if (failure instanceof WebApplicationException rest) {
      return ofStatus(rest.getResponse().getStatus());
    }
    if (failure instanceof UnauthorizedException
        || failure instanceof AuthenticationFailedException) {
      return Refusal.of(ErrorCode.UNAUTHENTICATED);
    }
    if (failure instanceof ForbiddenException) {
      return Refusal.of(ErrorCode.FORBIDDEN);
    }
    if (failure instanceof OIDCException) { // all others of quarkus-oidc say what they are about
      return Refusal.of(ErrorCode.ISSUER_UNAVAILABLE);
    }
    boolean outage = !isOfJson(failure) && DatabaseErrors.isUnavailable(failure);
    return Refusal.of(outage ? ErrorCode.DATABASE_UNAVAILABLE : ErrorCode.INTERNAL);
  }

  /** Jackson's exceptions are I/O exceptions by name only, never an outage. */
  private static boolean isOfJson(Throwable failure) {
    return failure instanceof JsonProcessingException
        || (failure.getCause() != null && isOfJson(failure.getCause()));
  }

  /** For errors of which only the HTTP status is known. */
  static Refusal ofStatus(int status) {
    return switch (status) {
      case 401 -> Refusal.of(ErrorCode.UNAUTHENTICATED);
      case 403 -> Refusal.of(ErrorCode.FORBIDDEN);
      case 404 -> Refusal.of(ErrorCode.NOT_FOUND);
      case 405 -> Refusal.of(ErrorCode.METHOD_NOT_ALLOWED);
      case 406 -> Refusal.of(ErrorCode.NOT_ACCEPTABLE);
      case 413 -> Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE);
      case 415 -> Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
      case 503 -> Refusal.of(ErrorCode.OVERLOADED);
      default -> Refusal.of(status < 500 ? ErrorCode.VALIDATION : ErrorCode.INTERNAL);
    };
  }
}
