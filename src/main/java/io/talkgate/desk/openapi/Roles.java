package io.talkgate.desk.openapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says in words who may call an operation; Quarkus notes the roles as scopes. */
final class Roles {
  /** The lowest role that may, and who that is: each role includes the ones before it. */
  private static final Map<String, String> WORDS =
      Map.of(
          "observer", "every member of the brand",
          "agent", "agents, managers and owners",
          "manager", "managers and owners",
          "owner", "owners",
          "operator", "operators");

  private Roles() {}

  static void describe(Operation operation) {
    String who =
        operation.getSecurity().stream()
            .flatMap(requirement -> requirement.getSchemes().values().stream())
            .flatMap(List::stream)
            .map(role -> WORDS.getOrDefault(role, role))
            .collect(Collectors.joining("; "));
    operation.setDescription(operation.getDescription() + "\n\nOpen to " + who + ".");
  }
}
