package io.talkgate.desk.openapi;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Has each error response once, under the name of its codes, and operations refer to it: nearly all
 * of them have the same dozen, which were two thirds of the document. It is read and written again
 * at every start, so its size is part of how long one takes.
 */
final class SharedErrors {
  /** Nothing but codes. Who has words of its own to say keeps its response. */
  private static final Pattern CODES = Pattern.compile("[`A-Z_, ]+\\.");

  private static final String PLACE = "#/components/responses/";

  private SharedErrors() {}

  static void in(OpenAPI document) {
    Map<String, APIResponse> shared = new TreeMap<>();
    document.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream())
        .map(Operation::getResponses)
        .forEach(responses -> share(responses, shared));
    shared.forEach(document.getComponents()::addResponse);
  }

  private static void share(APIResponses responses, Map<String, APIResponse> shared) {
    Map.copyOf(responses.getAPIResponses())
        .forEach(
            (status, response) -> {
              if (CODES.matcher(response.getDescription()).matches()) {
                String name = name(response);
                shared.putIfAbsent(name, response);
                responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(PLACE + name));
              }
            });
  }

  /** The codes decide everything else about a response, its status, too. */
  private static String name(APIResponse response) {
    return response.getDescription().replaceAll("[`.]", "").replace(", ", "-");
  }
}
