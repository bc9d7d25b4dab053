package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;

/** An HTTP answer as tests look at it. */
record Answer(int status, String body, HttpResponse<String> whole) {
  JsonObject json() {
    return new JsonObject(body);
  }

  String text(String field) {
    return String.valueOf(json().getValue(field));
  }

  String resultCode() {
    return text("resultCode");
  }

  String resultMessage() {
    return text("resultMessage");
  }

  boolean delivered() {
    return json().getBoolean("delivered");
  }

  JsonArray items() {
    return json().getJsonArray("items");
  }
}
