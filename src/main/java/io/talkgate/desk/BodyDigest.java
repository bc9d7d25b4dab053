package io.talkgate.desk;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Takes the digest of calls with an {@code Idempotency-Key} over the raw bytes, on their way to
 * Jackson: what Jackson makes of them no longer tells two bodies apart.
 */
@Provider
class BodyDigest implements ReaderInterceptor {
  private static final String KEY = BodyDigest.class.getName();

  private final CurrentVertxRequest request;

  BodyDigest(CurrentVertxRequest request) {
    this.request = request;
  }

  /** SHA-256 over method, path and body. */
  static byte[] of(RoutingContext call) {
    byte[] digest = call.get(KEY);
    return digest == null ? digest(call.request(), new byte[0]) : digest;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    RoutingContext call = request.getCurrent();
    if (call != null && call.request().getHeader(IdempotencyHeader.NAME) != null) {
      byte[] body = context.getInputStream().readAllBytes();
      call.put(KEY, digest(call.request(), body));
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }

  private static byte[] digest(HttpServerRequest request, byte[] body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(
          (request.method() + " " + request.path() + "\n").getBytes(StandardCharsets.UTF_8));
      return sha256.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
