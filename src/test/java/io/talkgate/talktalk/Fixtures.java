package io.talkgate.talktalk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The JSON files under {@code src/test/resources/talktalk}. */
final class Fixtures {
  private Fixtures() {}

  static byte[] bytes(String path) {
    try {
      return Files.readAllBytes(folder("").resolve(path + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of a folder, without folder and ending. */
  static List<String> names(String folder) {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files.map(f -> f.getFileName().toString().replace(".json", "")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String folder) {
    URL url = Objects.requireNonNull(Fixtures.class.getResource("/talktalk/" + folder));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
