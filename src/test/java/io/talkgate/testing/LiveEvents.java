package io.talkgate.testing;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client of {@code GET /api/v1/stream}, which reads in a thread of its own until it is closed.
 */
public final class LiveEvents implements AutoCloseable {
  private final HttpURLConnection connection;
  private final int status;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile String lastId = "";
  private volatile boolean ended;
  private final AtomicInteger comments = new AtomicInteger();

  /** One event. */
  public record Event(String name, String data, String id) {}

  private LiveEvents(HttpURLConnection connection) throws IOException {
    this.connection = connection;
    status = connection.getResponseCode();
    if (status == HttpURLConnection.HTTP_OK) {
      Thread reader = new Thread(this::read, "live events");
      reader.setDaemon(true);
      reader.start();
    }
  }

  /**
   * Opens a stream.
   *
   * @param lastEventId where to go on; null to begin now
   */
  public static LiveEvents open(String username, String password, @Nullable String lastEventId) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://localhost:" + RestAssured.port + "/api/v1/stream")
                  .toURL()
                  .openConnection();
      String login = username + ":" + password;
      connection.setRequestProperty(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
      connection.setRequestProperty("Accept", "text/event-stream");
      if (lastEventId != null) {
        connection.setRequestProperty("Last-Event-ID", lastEventId);
      }
      return new LiveEvents(connection);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer's status. */
  public int status() {
    return status;
  }

  /** What came so far. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** What came so far under this name. */
  public List<Event> events(String name) {
    return events.stream().filter(event -> event.name().equals(name)).toList();
  }

  /** Waits until the stream is open at the other end. */
  public LiveEvents opened() {
    Eventually.get(() -> events("stream.opened"), opened -> !opened.isEmpty());
    return this;
  }

  /** The id received last, as a browser would name it when it comes back. */
  public String lastId() {
    return lastId;
  }

  /** How many comments came. */
  public int comments() {
    return comments.get();
  }

  /** Whether the server ended it. */
  public boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    connection.disconnect();
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      Map<String, String> fields = new HashMap<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        take(line, fields);
      }
    } catch (IOException closed) {
      // by either side
    }
    ended = true;
  }

  private void take(String line, Map<String, String> fields) {
    if (line.startsWith(":")) {
      comments.incrementAndGet();
    } else if (!line.isEmpty()) {
      String[] parts = line.split(":", 2);
      fields.put(parts[0], parts[1].strip());
    } else {
      lastId = fields.getOrDefault("id", lastId);
      if (fields.containsKey("data")) {
        events.add(new Event(fields.getOrDefault("event", ""), fields.get("data"), lastId));
      }
      fields.clear();
    }
  }
}
