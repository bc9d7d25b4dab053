package io.talkgate.desk.openapi;

import static io.talkgate.platform.problem.ErrorCode.DATABASE_UNAVAILABLE;
import static io.talkgate.platform.problem.ErrorCode.FORBIDDEN;
import static io.talkgate.platform.problem.ErrorCode.IDEMPOTENCY_KEY_REUSED;
import static io.talkgate.platform.problem.ErrorCode.INTERNAL;
import static io.talkgate.platform.problem.ErrorCode.ISSUER_UNAVAILABLE;
import static io.talkgate.platform.problem.ErrorCode.NOT_ACCEPTABLE;
import static io.talkgate.platform.problem.ErrorCode.NOT_FOUND;
import static io.talkgate.platform.problem.ErrorCode.PAYLOAD_TOO_LARGE;
import static io.talkgate.platform.problem.ErrorCode.UNAUTHENTICATED;
import static io.talkgate.platform.problem.ErrorCode.UNSUPPORTED_MEDIA_TYPE;
import static io.talkgate.platform.problem.ErrorCode.VALIDATION;

import io.talkgate.platform.problem.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The errors that operations have because they are operations, not because of what they do. */
final class CommonErrors {
  private CommonErrors() {}

  static void add(String path, Operation operation, List<ErrorCode> own) {
    APIResponses responses = operation.getResponses();
    forgetWordsWithoutCodes(responses);
    own.forEach(code -> add(code, responses));
    codes(path, operation).forEach(code -> add(code, responses));
    responses.getAPIResponses().forEach(ProblemContent::add);
  }

  /** Quarkus adds "Bad Request", "Not Authorized" and "Not Allowed" by itself. */
  private static void forgetWordsWithoutCodes(APIResponses responses) {
    List.of("400", "401", "403").stream()
        .filter(status -> responses.getAPIResponse(status) != null)
        .filter(status -> !responses.getAPIResponse(status).getDescription().contains("`"))
        .forEach(responses::removeAPIResponse);
  }

  private static void add(ErrorCode code, APIResponses responses) {
    String status = Integer.toString(code.status());
    APIResponse said = responses.getAPIResponse(status);
    String name = "`" + code + "`";
    if (said == null) {
      responses.addAPIResponse(status, OASFactory.createAPIResponse().description(name + "."));
    } else if (!said.getDescription().contains(name)) {
      said.setDescription(name + ", " + said.getDescription());
    }
  }

  private static List<ErrorCode> codes(String path, Operation operation) {
    List<ErrorCode> codes =
        new ArrayList<>(
            List.of(
                UNAUTHENTICATED,
                FORBIDDEN,
                NOT_ACCEPTABLE,
                INTERNAL,
                DATABASE_UNAVAILABLE,
                ISSUER_UNAVAILABLE));
    if (operation.getRequestBody() != null) {
      codes.addAll(List.of(VALIDATION, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
    } else if (has(Parameter.In.QUERY, operation)) {
      codes.add(VALIDATION);
    }
    if (path.contains("{")) {
      codes.add(NOT_FOUND);
    }
    if (isIdempotent(operation)) {
      codes.add(IDEMPOTENCY_KEY_REUSED);
    }
    return codes;
  }

  private static boolean isIdempotent(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> p.getName().equals("Idempotency-Key"));
  }

  private static boolean has(Parameter.In place, Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> p.getIn() == place);
  }
}
