package io.talkgate.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bad network is as bad as it says, and no worse. */
class FaultyProxyTest {
  private static final int SHORT_MILLIS = 150;

  private final ServerSocket echo;
  private final FaultyProxy proxy;

  FaultyProxyTest() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    proxy = FaultyProxy.to(echo.getLocalPort());
  }

  @BeforeEach
  void aServerThatSendsBackWhatItGets() {
    ProxiedConnection.thread("echo door", this::admit);
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void passesBytesBothWays() throws IOException {
    try (Socket client = connect()) {
      assertEquals("hello", exchange(client, "hello"));
    }
  }

  @Test
  void whatWasOpenWhileItSwallowedStaysDeadAndNewOnesLive() throws IOException {
    try (Socket before = connect()) {
      assertEquals("a", exchange(before, "a"));
      proxy.swallow();
      try (Socket during = connect()) {
        assertThrows(SocketTimeoutException.class, () -> exchange(before, "b"));
        proxy.pass();
        assertThrows(SocketTimeoutException.class, () -> exchange(before, "c"));
        assertThrows(SocketTimeoutException.class, () -> exchange(during, "d"));
        try (Socket after = connect()) {
          assertEquals("e", exchange(after, "e"));
        }
      }
    }
  }

  @Test
  void resetsWhatIsOpen() throws IOException {
    try (Socket client = connect()) {
      assertEquals("a", exchange(client, "a"));
      proxy.reset();
      assertThrows(SocketException.class, () -> exchange(client, "b"));
      assertEquals(1, proxy.resets());
    }
  }

  @Test
  void resetsInsteadOfTheAnswerThatIsNamed() throws IOException {
    proxy.resetInsteadOf("COMMIT\0");
    try (Socket client = connect()) {
      assertEquals("BEGIN\0", exchange(client, "BEGIN\0"));
      assertEquals("COM", exchange(client, "COM"));
      assertThrows(SocketException.class, () -> exchange(client, "MIT\0"));
    }
  }

  @Test
  void bringsBytesLater() throws IOException {
    proxy.delay(Duration.ofMillis(SHORT_MILLIS / 3));
    try (Socket client = connect()) {
      long start = System.nanoTime();
      assertEquals("a", exchange(client, "a"));
      assertTrue(System.nanoTime() - start >= 2L * SHORT_MILLIS / 3 * 1_000_000);
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    client.setSoTimeout(SHORT_MILLIS);
    return client;
  }

  private static String exchange(Socket client, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    client.getOutputStream().write(bytes);
    byte[] answer = client.getInputStream().readNBytes(bytes.length);
    if (answer.length < bytes.length) {
      throw new SocketException("ended");
    }
    return new String(answer, StandardCharsets.US_ASCII);
  }

  private void admit() {
    while (!echo.isClosed()) {
      try {
        Socket socket = echo.accept();
        ProxiedConnection.thread("echo", () -> sendBack(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void sendBack(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException gone) {
      return;
    }
  }
}
