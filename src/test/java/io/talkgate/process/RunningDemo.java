package io.talkgate.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out one running demo to all tests that need some demo and leave it running; it ends with
 * the last of them.
 */
final class RunningDemo implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(RunningDemo.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(ServiceProcess.class);
  }

  @Override
  public ServiceProcess resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent("demo", key -> start(), ServiceProcess.class);
  }

  private static ServiceProcess start() {
    try {
      Path parent = Files.createDirectories(Launch.PROCESSES);
      return Launch.demoIn(Files.createTempDirectory(parent, "demo")).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
