package io.talkgate.subscription.kafka;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** One Kafka, broker and controller in one. */
public final class KafkaBroker implements QuarkusTestResourceLifecycleManager {
  private @Nullable KafkaRaftServer server;

  @Override
  public Map<String, String> start() {
    try {
      int port = freePort();
      Path directory =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kafka");
      Properties settings = settings(port, freePort(), directory);
      format(settings, directory);
      server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
      server.startup();
      return Map.of(
          "talkgate.kafka.enabled", "true", "kafka.bootstrap.servers", "127.0.0.1:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties settings(int port, int controllerPort, Path directory) {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("log.dirs", directory.toString());
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("num.partitions", "4");
    return settings;
  }

  private static void format(Properties settings, Path directory) throws IOException {
    Path file = directory.resolveSibling(directory.getFileName() + ".properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      settings.store(out, null);
    }
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    int status =
        StorageTool.execute(
            new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
            nowhere);
    if (status != 0) {
      throw new IllegalStateException("kafka-storage format: " + status);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
    }
  }
}
