package io.talkgate.talktalk;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.TextNode;
import io.talkgate.talktalk.TalkTalkEvents.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a body's tokens without keeping them. As in a tree, the last of two fields with one
 * name stands.
 */
final class GlanceReader {
  private @Nullable String event;
  private @Nullable String user;

  private GlanceReader() {}

  static Glance read(ByteSource body) throws IOException {
    GlanceReader reader = new GlanceReader();
    try (InputStream in = body.open();
        JsonParser parser = Json.GLANCES.createParser(in)) {
      reader.walk(parser);
    } catch (IOException | RuntimeException notJson) {
      // If it was the source that failed, it fails again here.
      return new Glance(EventNameScan.find(body), null);
    }
    return reader.glance();
  }

  private void walk(JsonParser parser) throws IOException {
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      members(parser);
    } else {
      parser.skipChildren();
    }
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "more than one value");
    }
  }

  private void members(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("event")) {
        event = text(parser);
      } else if (name.equals("user")) {
        user = text(parser);
      }
      parser.skipChildren();
    }
  }

  private static @Nullable String text(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
  }

  private Glance glance() {
    String name = event == null ? null : TalkTalkEvents.name(event);
    boolean named = name != null && user != null;
    return new Glance(
        name, named && UserRule.problem(TextNode.valueOf(user)) == null ? user : null);
  }
}
