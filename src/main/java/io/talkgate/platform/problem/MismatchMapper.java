package io.talkgate.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes the place of a mapper of Quarkus' that answers this exception with 400 wherever it comes
 * from. What callers sent is refused in {@link JsonBodies} already; here it is JSON of our own.
 */
@Provider
class MismatchMapper extends ExceptionMapperBase<MismatchedInputException> {

  @Override
  protected HttpProblem toProblem(MismatchedInputException exception) {
    return HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR);
  }
}
