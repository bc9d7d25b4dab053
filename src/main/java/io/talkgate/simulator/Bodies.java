package io.talkgate.simulator;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Collects a body up to a limit and leaves it as it is, whatever its Content-Type says: Vert.x's
 * own handler takes forms apart, and {@code curl -d} calls everything a form.
 */
final class Bodies implements Handler<RoutingContext> {
  private static final String KEY = Bodies.class.getName();

  private final long limit;

  Bodies(long limit) {
    this.limit = limit;
  }

  static Buffer of(RoutingContext call) {
    return call.get(KEY) instanceof Buffer body ? body : Buffer.buffer();
  }

  @Override
  public void handle(RoutingContext call) {
    HttpServerRequest request = call.request();
    Buffer body = Buffer.buffer();
    request.handler(part -> take(call, body, part));
    request.exceptionHandler(e -> call.fail(400, e));
    request.endHandler(end -> next(call, body));
  }

  private void take(RoutingContext call, Buffer body, Buffer part) {
    if (call.failed()) {
      return;
    }
    if (body.length() + part.length() > limit) {
      call.fail(413);
    } else {
      body.appendBuffer(part);
    }
  }

  private static void next(RoutingContext call, Buffer body) {
    if (!call.failed()) {
      call.put(KEY, body);
      call.next();
    }
  }
}
