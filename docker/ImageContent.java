import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;

/**
 * Takes out of the application what production has no use for: {@code java ImageContent.java APP
 * RUNTIME}.
 *
 * <p>The demo's embedded database: production brings its own. Empty jars stay in its place, since
 * Quarkus's class loader waits forever for a jar that its index names and that is not there
 * (quarkus issue 48750). The simulator's page: its classes stay, as the one jar serves every
 * profile, and are switched off in {@code prod}.
 */
final class ImageContent {
  private static final String EMBEDDED_DATABASE = "io.zonky.test.";
  private static final Path DATA = Path.of("/data");

  public static void main(String... arguments) throws IOException {
    Path application = Path.of(arguments[0]);
    Path runtime = Path.of(arguments[1]);
    for (Path jar : files(application.resolve("lib/main"))) {
      if (jar.getFileName().toString().startsWith(EMBEDDED_DATABASE)) {
        new ZipOutputStream(Files.newOutputStream(jar)).close();
      }
    }
    for (Path jar : files(application.resolve("app"))) {
      removeSimulatorPage(jar);
    }
    ownCertificates(runtime.resolve("lib/security/cacerts"));
    Files.createDirectories(DATA);
  }

  private static void removeSimulatorPage(Path jar) throws IOException {
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      Path page = content.getPath("simulator");
      if (Files.exists(page)) {
        try (Stream<Path> files = Files.walk(page)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /** In Debian's JDK they are a link to somewhere outside the runtime. */
  private static void ownCertificates(Path file) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : jdkCertificates();
    Path copy = file.resolveSibling("cacerts.copy");
    Files.copy(real, copy, StandardCopyOption.REPLACE_EXISTING);
    Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path jdkCertificates() throws IOException {
    return Path.of(System.getProperty("java.home"), "lib", "security", "cacerts").toRealPath();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
