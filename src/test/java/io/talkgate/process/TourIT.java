package io.talkgate.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README's tour, as they are printed there. */
@ExtendWith(RunningDemo.class)
class TourIT {
  private static final Pattern COMMANDS = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

  @TempDir Path temp;

  @Test
  void everyCommandDoesWhatTheReadmePrints(ServiceProcess demo) throws Exception {
    assumeTrue(hasPrograms("bash", "curl"), "the tour's commands need bash and curl");

    String output = run(commands().replace("localhost:8080", "localhost:" + demo.port()));

    for (String expected :
        List.of(
            "\"status\":\"DRAFT\"",
            "http://localhost:" + demo.port() + "/webhooks/talktalk/",
            "\"status\":\"APPROVED\"",
            "{\"delivered\":true,\"status\":200,",
            "HTTP/1.1 200 OK",
            "\"status\":\"WAITING\"",
            "\"delivery\":{\"status\":\"QUEUED\",\"attempts\":0}",
            "\"delivery\":{\"status\":\"CONFIRMED\",\"attempts\":1}",
            "\"delivery\":{\"status\":\"SENT\",\"attempts\":1,\"resultCode\":\"00\"}",
            "\"status\":\"CLOSED\"",
            "\"code\":\"CONSULTATION_STATE\"")) {
      assertTrue(output.contains(expected), () -> expected + " is not in\n" + output);
      String printed = expected.replace("localhost:" + demo.port(), "localhost:8080");
      assertTrue(readme().contains(printed), () -> printed + " is not in the README");
    }
  }

  private String run(String commands) throws IOException, InterruptedException {
    Path output = temp.resolve("output");
    Process bash =
        new ProcessBuilder("bash", "-eu", "-c", commands)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = bash.waitFor(2, TimeUnit.MINUTES);
    bash.destroyForcibly();
    assertTrue(ended, "the tour takes too long");
    String text = Files.readString(output);
    assertEquals(0, bash.exitValue(), text);
    return text;
  }

  private static String commands() throws IOException {
    return COMMANDS
        .matcher(readme())
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining());
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static boolean hasPrograms(String... names) {
    String[] directories = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return Stream.of(names)
        .allMatch(
            name ->
                Stream.of(directories)
                    .anyMatch(directory -> Files.isExecutable(Path.of(directory, name))));
  }
}
