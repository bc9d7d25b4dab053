package io.talkgate.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tries faults one after another and prints what each came to. */
final class FaultRun implements AutoCloseable {
  private static final Duration BEFORE = Duration.ofSeconds(2);
  private static final Duration AFTERWARDS = Duration.ofSeconds(3);

  /** What we promise (design §1). */
  private static final Duration OUR_LIMIT = Duration.ofSeconds(2);

  private final Path directory;
  private final Template template;
  private final Table table;
  private final double scale;

  /**
   * A run with a database of its own.
   *
   * @param scale how long faults last, as a part of their full length
   */
  FaultRun(double scale) throws IOException {
    this.scale = scale;
    Path parent = Files.createDirectories(Path.of("target", "faults").toAbsolutePath());
    directory = Files.createTempDirectory(parent, "run");
    template = Template.make(Files.createDirectory(directory.resolve("template")));
    table = new Table(parent);
  }

  /** The scale that was asked for on the command line. */
  static double scale(double usual) {
    return Optional.ofNullable(System.getProperty("faults.scale"))
        .filter(value -> !value.isEmpty())
        .map(Double::parseDouble)
        .orElse(usual);
  }

  /** True if this fault was asked for on the command line, or nothing was. */
  static boolean isWanted(Fault fault) {
    List<String> names = Arrays.asList(System.getProperty("faults.only", "").split(","));
    return names.equals(List.of("")) || names.contains(fault.name());
  }

  /** Fails if the service does not stand the fault; skips one that this machine cannot do. */
  void attempt(Fault fault) throws Exception {
    Optional<String> impossible = fault.impossible();
    if (impossible.isPresent()) {
      table.remark(fault.name(), "not tried: " + impossible.get());
      abort(impossible.get());
    }
    assertEquals(List.of(), broken(fault), fault.name());
  }

  private List<String> broken(Fault fault) throws Exception {
    try (Closing closing = new Closing()) {
      Path own = Files.createDirectory(directory.resolve(fault.name()));
      Stage stage = new Stage(closing, template, fault.given(), own, scale);
      Pause.of(BEFORE);
      fault.when(stage);
      Pause.of(AFTERWARDS);
      Row row = stage.result(fault);
      List<String> broken = row.broken(fault.then(), limit(fault));
      table.add(row, broken);
      return broken;
    } catch (Exception | AssertionError failure) {
      table.remark(fault.name(), "DOES NOT HOLD: " + failure.getMessage());
      throw failure;
    }
  }

  /** A shortened run shares its machine; with neither leg every chance is tried before the 503. */
  private Duration limit(Fault fault) {
    return scale < 1 || !fault.then().statuses().isEmpty() ? Row.NAVERS_LIMIT : OUR_LIMIT;
  }

  @Override
  public void close() {
    Commands.run("rm", "-rf", directory.toString());
  }
}
