package io.talkgate.platform.start;

import io.talkgate.platform.StartRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * What must be configured where the service is not a demo (contract §6); everything missing is
 * named at once.
 */
final class Requirements {
  private static final List<String> ALWAYS =
      List.of(
          "quarkus.datasource.reactive.url",
          "quarkus.datasource.jdbc.url",
          "quarkus.datasource.username",
          "quarkus.datasource.password",
          "talkgate.public-url",
          "talkgate.encryption-key");

  private static final String KAFKA = "kafka.bootstrap.servers";

  private Requirements() {}

  static void check(Config config) {
    if (config.getOptionalValue("talkgate.demo", Boolean.class).orElse(false)) {
      return;
    }
    List<String> missing =
        required(config).entrySet().stream()
            .filter(entry -> config.getOptionalValue(entry.getKey(), String.class).isEmpty())
            .map(Map.Entry::getValue)
            .toList();
    if (!missing.isEmpty()) {
      throw new StartRefused(
          "these environment variables are missing: %s (or try it with -Dquarkus.profile=demo)"
              .formatted(String.join(", ", missing)));
    }
  }

  private static Map<String, String> required(Config config) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String name : ALWAYS) {
      names.put(name, variable(name));
    }
    if (config.getOptionalValue("talkgate.kafka.enabled", Boolean.class).orElse(false)) {
      names.put(KAFKA, variable(KAFKA));
    }
    return names;
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
