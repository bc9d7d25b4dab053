package io.talkgate.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** An answer of the simulator's own API. */
record Reply(int status, Buffer json) {
  static Reply ok(JsonObject json) {
    return new Reply(200, json.toBuffer());
  }

  static Reply created(JsonObject json) {
    return new Reply(201, json.toBuffer());
  }

  static Reply problem(int status, String code, String detail) {
    JsonObject problem =
        new JsonObject().put("status", status).put("code", code).put("detail", detail);
    return new Reply(status, problem.toBuffer());
  }

  static Reply invalid(String field) {
    return problem(400, "VALIDATION", field);
  }

  static Reply notFound() {
    return problem(404, "NOT_FOUND", "No such account or customer");
  }
}
