package io.talkgate.platform.http;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.ProblemTexts;
import io.talkgate.platform.problem.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers whatever a REST call fails with. One method maps everything; the exceptions it names
 * beside Throwable are those that Quarkus would otherwise map in its own way.
 *
 * <p>The extension quarkus-resteasy-problem 3.21.0 was tried for this and left out: its mapper for
 * missing logins fails on Quarkus 3.32 (NoSuchFieldError: ChallengeData.headerName), it logs every
 * refusal that a room decides as an error with its stack, and all its texts had to be replaced.
 */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final String LOCATION = HttpHeaders.LOCATION.toString();

  @ServerExceptionMapper(
      value = {
        Throwable.class,
        WebApplicationException.class,
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        ForbiddenException.class,
        ValidationException.class,
        ConstraintViolationException.class,
        MismatchedInputException.class,
        InvalidDefinitionException.class
      },
      priority = 1)
  Uni<Response> answer(Throwable failure, RoutingContext call) {
    return respond(failure, call)
        .onFailure(OIDCException.class) // how to log in there, the issuer would have to say
        .recoverWithUni(away -> respond(away, call));
  }

  private static Uni<Response> respond(Throwable failure, RoutingContext call) {
    Refusal refusal = Failures.refusal(failure);
    log(refusal.code(), failure, call.request().path());
    Locale language = ProblemTexts.language(call.request().getHeader("Accept-Language"));
    return ProblemHeaders.of(refusal.code(), call)
        .map(headers -> response(Problem.of(refusal, language), language, headers));
  }

  private static Response response(Problem problem, Locale language, Map<String, String> headers) {
    if (headers.containsKey(LOCATION)) { // a page that wants a login
      return Response.status(Response.Status.FOUND).header(LOCATION, headers.get(LOCATION)).build();
    }
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .language(language)
            .entity(problem);
    headers.forEach(response::header);
    return response.build();
  }

  /** For those who look after the service; what a caller can cause is not their business. */
  static void log(ErrorCode code, Throwable failure, String path) {
    if (code == ErrorCode.INTERNAL) {
      LOG.errorf(failure, "%s failed", path);
    } else if (code == ErrorCode.DATABASE_UNAVAILABLE) {
      LOG.warnf("%s answered 503, the database cannot be reached: %s", path, failure);
    }
  }
}
