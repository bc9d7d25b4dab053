package io.talkgate.platform.problem;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes the place of a mapper of Quarkus' that answers objects which cannot be written as JSON with
 * an empty 500; the library has none for this exception.
 */
@Provider
class UnwritableMapper extends ExceptionMapperBase<InvalidDefinitionException> {

  @Override
  protected HttpProblem toProblem(InvalidDefinitionException exception) {
    return HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR);
  }
}
