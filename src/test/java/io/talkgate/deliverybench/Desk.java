package io.talkgate.deliverybench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.talkgate.testing.TestBrand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.UUID;

/** The agent, who calls the first replica. */
final class Desk {
  private static final int QUEUED = 202;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String consultations;
  private final String login;

  Desk(int port, TestBrand brand) {
    consultations = "http://localhost:" + port + "/api/v1/consultations/";
    String member = "agent-" + brand.id() + ":" + TestBrand.PASSWORD;
    login = "Basic " + Base64.getEncoder().encodeToString(member.getBytes(UTF_8));
  }

  /** Answers a customer. */
  void replies(Customer customer, String text) {
    String body = "{\"content\":{\"type\":\"TEXT\",\"text\":\"" + text + "\"}}";
    post(customer.consultationId() + "/messages", BodyPublishers.ofString(body));
  }

  /** Has a message sent once more of which nobody knows whether it arrived. */
  void retries(UUID consultationId, UUID messageId) {
    post(consultationId + "/messages/" + messageId + "/retry", BodyPublishers.noBody());
  }

  private void post(String path, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(consultations + path))
            .header("Authorization", login)
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != QUEUED) {
        throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
