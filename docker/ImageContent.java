import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes out of the application what production has no use for: {@code java ImageContent.java APP
 * RUNTIME DATABASE}.
 *
 * <p>The demo's embedded database: production brings its own. It moves to DATABASE, where {@link
 * StartArchive} finds it. Empty jars stay in its place, since the class path names them. The
 * simulator's page: its classes stay, as the one jar serves every profile, and are switched off in
 * {@code prod}. Kafka's codecs for other machines. Of a class that a jar holds for several versions
 * of Java, all but the one that this version loads.
 *
 * <p>What is left is stored, not compressed: the image's layers are compressed as a whole, which
 * makes them smaller than compressing each class by itself, and a start has nothing to inflate.
 */
final class ImageContent {
  private static final List<String> EMBEDDED_DATABASE =
      List.of("io.zonky.test.", "org.apache.commons.commons-compress-", "org.tukaani.xz-");
  private static final List<String> CODECS =
      List.of("com.github.luben.zstd-jni-", "org.xerial.snappy.", "at.yawk.lz4.");
  private static final List<String> NATIVE = List.of(".so", ".a", ".dll", ".dylib", ".jnilib");
  private static final Map<String, List<String>> MACHINES =
      Map.of("amd64", List.of("amd64", "x86_64"), "aarch64", List.of("aarch64"));
  private static final Path DATA = Path.of("/data");

  /**
   * The archive is good for files of the same age only, and a builder may take a layer of an earlier
   * build for one of the same content.
   */
  private static final FileTime ALWAYS = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  public static void main(String... arguments) throws Exception {
    Path application = Path.of(arguments[0]);
    Path runtime = Path.of(arguments[1]);
    Path database = Files.createDirectories(Path.of(arguments[2]));
    for (Path jar : files(application.resolve("lib/main"))) {
      if (startsWithOneOf(jar.getFileName().toString(), EMBEDDED_DATABASE)) {
        Files.move(jar, database.resolve(jar.getFileName()));
        new ZipOutputStream(Files.newOutputStream(jar)).close();
        Files.setLastModifiedTime(jar, ALWAYS);
      } else {
        store(jar);
      }
    }
    for (String directory : List.of("app", "quarkus", "lib/boot")) {
      for (Path jar : files(application.resolve(directory))) {
        store(jar);
      }
    }
    ownCertificates(runtime.resolve("lib/security/cacerts"));
    archiveClasses(runtime.resolve("bin/java"));
    Files.createDirectories(DATA);
  }

  private static void store(Path jar) throws IOException {
    if (!jar.toString().endsWith(".jar")) {
      return;
    }
    Path stored = jar.resolveSibling("stored");
    try (JarFile from = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(stored))) {
      to.setMethod(ZipOutputStream.STORED);
      Set<String> names = new HashSet<>(); // some jars name a directory twice
      for (JarEntry entry : from.versionedStream().toList()) {
        String name = entry.getName();
        if (isUsed(jar.getFileName().toString(), name) && names.add(name)) {
          store(entry, from.getInputStream(entry).readAllBytes(), to);
        }
      }
    }
    Files.move(stored, jar, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(jar, ALWAYS);
  }

  private static void store(JarEntry entry, byte[] content, ZipOutputStream to)
      throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry stored = new ZipEntry(entry.getName());
    stored.setTimeLocal(entry.getTimeLocal());
    stored.setSize(content.length);
    stored.setCrc(sum.getValue());
    to.putNextEntry(stored);
    to.write(content);
    to.closeEntry();
  }

  private static boolean isUsed(String jar, String entry) {
    boolean simulatorPage = jar.startsWith("talkgate-") && entry.startsWith("simulator/");
    boolean codec = startsWithOneOf(jar, CODECS) && NATIVE.stream().anyMatch(entry::endsWith);
    return !simulatorPage && (!codec || isForThisMachine(entry));
  }

  /** By the directories' names, as in {@code Linux/x86_64} and {@code linux/amd64}. */
  private static boolean isForThisMachine(String entry) {
    String machine = System.getProperty("os.arch");
    List<String> path = List.of(entry.toLowerCase(Locale.ROOT).split("/"));
    return path.contains("linux")
        && MACHINES.getOrDefault(machine, List.of(machine)).stream().anyMatch(path::contains);
  }

  private static boolean startsWithOneOf(String name, List<String> beginnings) {
    return beginnings.stream().anyMatch(name::startsWith);
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

  /** The runtime's own, on which that of the start stands before Java 25; jlink leaves it out. */
  private static void archiveClasses(Path java) throws IOException, InterruptedException {
    if (Runtime.version().feature() < 25) {
      List<String> command = List.of(java.toString(), "-Xshare:dump", "-Xlog:disable");
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IOException("no archive of the runtime's classes");
      }
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
