package io.talkgate.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON whose shape strangers decide: a value of the wrong type counts as absent. */
final class Fields {
  private Fields() {}

  static @Nullable JsonObject parse(@Nullable Buffer body) {
    try {
      return body != null && Json.decodeValue(body) instanceof JsonObject json ? json : null;
    } catch (DecodeException e) {
      return null;
    }
  }

  static @Nullable String text(JsonObject in, String name) {
    return in.getValue(name) instanceof String text ? text : null;
  }

  static String text(JsonObject in, String name, String otherwise) {
    return in.getValue(name) instanceof String text ? text : otherwise;
  }

  static @Nullable Boolean flag(JsonObject in, String name) {
    return in.getValue(name) instanceof Boolean flag ? flag : null;
  }

  static boolean flag(JsonObject in, String name, boolean otherwise) {
    return in.getValue(name) instanceof Boolean flag ? flag : otherwise;
  }

  static long number(JsonObject in, String name, long otherwise) {
    return in.getValue(name) instanceof Number number ? number.longValue() : otherwise;
  }

  static JsonObject object(JsonObject in, String name) {
    return in.getValue(name) instanceof JsonObject object ? object : new JsonObject();
  }

  static List<JsonObject> objects(JsonObject in, String name) {
    List<JsonObject> objects = new ArrayList<>();
    if (in.getValue(name) instanceof JsonArray array) {
      array.forEach(each -> objects.add(each instanceof JsonObject o ? o : new JsonObject()));
    }
    return objects;
  }

  static List<String> texts(JsonObject in, String name) {
    List<String> texts = new ArrayList<>();
    if (in.getValue(name) instanceof JsonArray array) {
      array.forEach(each -> texts.add(String.valueOf(each)));
    }
    return texts;
  }
}
