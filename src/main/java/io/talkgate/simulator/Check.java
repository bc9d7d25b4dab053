package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the first thing wrong with an event of the send API. Characters are Unicode code points.
 */
final class Check {
  private @Nullable String problem;

  @Nullable String problem() {
    return problem;
  }

  void fail(String path, String why) {
    if (problem == null) {
      problem = path + " " + why;
    }
  }

  void that(boolean fine, String path, String why) {
    if (!fine) {
      fail(path, why);
    }
  }

  /** A text that must be there and not be empty. */
  void required(JsonObject in, String name, String path, int max) {
    if (in.getValue(name) == null || "".equals(in.getValue(name))) {
      fail(at(path, name), "is missing");
    }
    optional(in, name, path, max);
  }

  void optional(JsonObject in, String name, String path, int max) {
    Object value = in.getValue(name);
    if (value instanceof String text) {
      that(text.codePointCount(0, text.length()) <= max, at(path, name), "is longer than " + max);
    } else {
      that(value == null, at(path, name), "is not a text");
    }
  }

  void flag(JsonObject in, String name, String path) {
    Object value = in.getValue(name);
    that(value == null || value instanceof Boolean, at(path, name), "is not true or false");
  }

  void oneOf(JsonObject in, String name, String path, Set<String> allowed) {
    Object value = in.getValue(name);
    that(value != null, at(path, name), "is missing");
    that(
        value instanceof String text && allowed.contains(text),
        at(path, name),
        "is not one of " + allowed);
  }

  JsonObject object(JsonObject in, String name, String path) {
    that(in.getValue(name) instanceof JsonObject, at(path, name), "is missing");
    return Fields.object(in, name);
  }

  /** A list of objects with {@code 1..max} entries. */
  List<JsonObject> objects(JsonObject in, String name, String path, int max) {
    Object value = in.getValue(name);
    that(value instanceof JsonArray array && !array.isEmpty(), at(path, name), "is missing");
    List<JsonObject> objects = Fields.objects(in, name);
    that(objects.size() <= max, at(path, name), "has more than " + max);
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        that(array.getValue(i) instanceof JsonObject, at(path, name) + "[" + i + "]", "is missing");
      }
    }
    return objects;
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
