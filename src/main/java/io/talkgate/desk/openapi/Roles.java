package io.talkgate.desk.openapi;

import io.talkgate.access.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Says who may call an operation, in words and for programs ({@code x-roles}: every role that may).
 * Quarkus notes the lowest roles as scopes.
 */
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
    List<String> lowest =
        operation.getSecurity().stream()
            .flatMap(requirement -> requirement.getSchemes().values().stream())
            .flatMap(List::stream)
            .distinct()
            .toList();
    String who =
        lowest.stream()
            .map(role -> WORDS.getOrDefault(role, role))
            .collect(Collectors.joining("; "));
    operation.setDescription(operation.getDescription() + "\n\nOpen to " + who + ".");
    operation.addExtension("x-roles", including(lowest));
  }

  private static List<String> including(List<String> lowest) {
    return Stream.of(Role.values())
        .filter(role -> lowest.stream().anyMatch(role.includedNames()::contains))
        .map(Role::wireName)
        .toList();
  }
}
