package io.talkgate.desk;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Calls that a decent HTTP client cannot be brought to make. */
final class RawHttp {
  private RawHttp() {}

  /** What came back: the head of the answer. */
  record Answer(List<String> head) {
    int status() {
      return Integer.parseInt(head.get(0).substring(9, 12));
    }

    String contentType() {
      return head.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
          .map(line -> line.substring("content-type:".length()).strip())
          .findFirst()
          .orElse("none");
    }
  }

  /** A GET with the target exactly as given. */
  static Answer get(String target) throws IOException {
    return call("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 0);
  }

  /** A POST without body and content type. */
  static Answer postNothing(String path) throws IOException {
    return call("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 0);
  }

  /** A POST that announces a long body and does not send it. */
  static Answer announce(String path, long length) throws IOException {
    return call(post(path) + "Content-Length: " + length + "\r\n\r\n", 0);
  }

  /** A POST with a long body of unannounced length. */
  static Answer chunked(String path, int length) throws IOException {
    return call(post(path) + "Transfer-Encoding: chunked\r\n\r\n", length);
  }

  private static String post(String path) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n";
  }

  private static Answer call(String head, int chunkedBytes) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      sendChunks(out, chunkedBytes);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return new Answer(in.lines().takeWhile(line -> !line.isEmpty()).toList());
    }
  }

  private static void sendChunks(OutputStream out, int bytes) throws IOException {
    byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    try {
      for (int sent = 0; sent < bytes; sent += 0x10000) {
        out.write(chunk);
      }
      out.flush();
    } catch (SocketException refusedBeforeTheEnd) {
      // the answer is already on its way
    }
  }
}
