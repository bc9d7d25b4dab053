package io.talkgate.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Somebody at the desk, whose calls go to the replicas in turn: answers and closes what was given,
 * goes away at every third look, and comes back when nothing is left. What a replica has no time
 * for (503) is left for the next look; any other refusal ends the work with an exception.
 */
final class Agent {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int LOOKS = 3;
  private static final int NO_TIME = 503;
  private static final String ANSWER = "{\"content\":{\"type\":\"TEXT\",\"text\":\"an answer\"}}";

  private final HttpClient http;
  private final List<Integer> ports;
  private final String login;
  private int calls;
  private int looks;

  Agent(HttpClient http, List<Integer> ports, String username, String password) {
    this.http = http;
    this.ports = ports;
    this.login =
        "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8));
    // Half of the agents begin at the other replica.
    this.calls = username.hashCode() & 1;
  }

  /** Looks at what was given, and does it all. */
  void look() {
    List<String> given = given();
    if (given.isEmpty()) {
      is("ONLINE");
    } else if (++looks % LOOKS == 0) {
      is(looks % 2 == 0 ? "AWAY" : "OFFLINE");
    }
    given.forEach(this::serve);
  }

  private List<String> given() {
    return call("GET", "consultations?assignee=me&status=WAITING,IN_PROGRESS", "", 200)
        .map(answer -> new JsonObject(answer).getJsonArray("items"))
        .map(items -> items.stream().map(one -> ((JsonObject) one).getString("id")).toList())
        .orElse(List.of());
  }

  private void serve(String consultation) {
    String path = "consultations/" + consultation;
    call("POST", path + "/messages", ANSWER, 202)
        .ifPresent(answered -> call("POST", path + "/close", "", 200));
  }

  private void is(String state) {
    call("PUT", "presence", "{\"state\":\"" + state + "\"}", 200);
  }

  /** What was answered; empty if the replica has no time. */
  private Optional<String> call(String method, String path, String body, int expected) {
    int port = ports.get(calls++ % ports.size());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/" + path))
            .timeout(LIMIT)
            .header("Authorization", login)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = answer(request);
    if (answer.statusCode() == NO_TIME) {
      return Optional.empty();
    }
    if (answer.statusCode() != expected) {
      throw new AssertionError(request + ": " + answer.statusCode() + ": " + answer.body());
    }
    return Optional.of(answer.body());
  }

  private HttpResponse<String> answer(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
