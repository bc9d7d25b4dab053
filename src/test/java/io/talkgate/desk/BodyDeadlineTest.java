package io.talkgate.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Issue 4 §8: a body that does not come keeps no connection. */
@QuarkusTest
class BodyDeadlineTest {
  /** Of the tests' configuration: 5 s. */
  private static final int LIMIT_MILLIS = 20_000;

  @TestHTTPResource("/")
  URL server;

  @Test
  void aCallWhoseBodyDoesNotComeIsGivenUp() throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(LIMIT_MILLIS);
      String half =
          "POST /api/v1/brands HTTP/1.1\r\nHost: a\r\nAuthorization: Basic b3BlcmF0b3I6dGFsa2dhdGU="
              + "\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{\"name\"";
      socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));

      assertEquals(-1, socket.getInputStream().read());
    }
  }
}
