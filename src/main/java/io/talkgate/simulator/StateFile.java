package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code simulator.json}: written at most once a second, off the event loop, to a temporary
 * file that then takes the place of the old one. The file holds send-API keys, so only its owner
 * may read it.
 */
final class StateFile {
  private static final Logger LOG = Logger.getLogger(StateFile.class);
  private static final long DEBOUNCE_MILLIS = 1_000;

  private final Vertx vertx;
  private final @Nullable Path directory;
  private Supplier<JsonObject> snapshot = JsonObject::new;
  private boolean waiting;
  private Future<Void> writing = Future.succeededFuture();

  StateFile(Vertx vertx, @Nullable Path directory) {
    this.vertx = vertx;
    this.directory = directory;
  }

  /**
   * Reads what is there. Blocking: for the start only. A damaged file is put aside, not
   * overwritten.
   */
  JsonObject load() {
    if (directory == null || !Files.exists(directory.resolve("simulator.json"))) {
      return new JsonObject();
    }
    Path file = directory.resolve("simulator.json");
    try {
      JsonObject state = Fields.parse(Buffer.buffer(Files.readAllBytes(file)));
      if (state != null) {
        return state;
      }
      Files.move(
          file, directory.resolve("simulator.json.broken"), StandardCopyOption.REPLACE_EXISTING);
      LOG.warnf("Simulator state in %s cannot be read and was put aside", file);
    } catch (IOException e) {
      LOG.warnf(e, "Simulator state in %s cannot be read", file);
    }
    return new JsonObject();
  }

  void writes(Supplier<JsonObject> source) {
    snapshot = source;
  }

  /** To be called on the simulator's context after every change worth keeping. */
  void changed() {
    if (directory != null && !waiting) {
      waiting = true;
      vertx.setTimer(DEBOUNCE_MILLIS, id -> save());
    }
  }

  /** Writes now, after the write under way. */
  Future<Void> save() {
    waiting = false;
    Path into = directory;
    if (into == null) {
      return Future.succeededFuture();
    }
    writing = writing.transform(before -> writeTo(into, snapshot.get()));
    return writing;
  }

  private Future<Void> writeTo(Path into, JsonObject state) {
    Future<Void> write =
        vertx.executeBlocking(
            () -> {
              replace(into, state.toBuffer());
              return null;
            });
    return write.onFailure(e -> LOG.warnf(e, "Simulator state cannot be written to %s", into));
  }

  private static void replace(Path directory, Buffer content) throws IOException {
    Files.createDirectories(directory);
    Path temporary = Files.createTempFile(directory, "simulator", ".tmp");
    try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content.getBytes());
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(
        temporary,
        directory.resolve("simulator.json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
