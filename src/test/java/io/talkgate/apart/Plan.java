package io.talkgate.apart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A table of lines with cells between bars; what begins with # is said to the reader. */
final class Plan {
  private Plan() {}

  /** The lines of src/test/resources/apart/NAME, each with its cells. */
  static List<List<String>> read(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Plan.class.getResourceAsStream("/apart/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
          .toList();
    }
  }

  /** The operations that the first cells name, a query left aside. */
  static Set<String> operations(List<List<String>> plan) {
    return plan.stream()
        .map(line -> line.get(0).replaceAll("\\?.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
