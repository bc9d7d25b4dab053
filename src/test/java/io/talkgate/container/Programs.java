package io.talkgate.container;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs of the machine that a test makes use of where they are installed. */
final class Programs {
  private Programs() {}

  static boolean areThere(String... names) {
    String[] directories = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return Stream.of(names)
        .allMatch(
            name ->
                Stream.of(directories)
                    .anyMatch(directory -> Files.isExecutable(Path.of(directory, name))));
  }
}
