package io.talkgate.talktalk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the event's name in a body that is broken elsewhere: first by reading as far as it goes,
 * then by looking for the field behind the broken place. Inside a JSON text the quotes would be
 * escaped, so a customer's words cannot be taken for it.
 */
final class EventNameScan {
  private static final Pattern FIELD =
      Pattern.compile("\"event\"[ \\t\\r\\n]*:[ \\t\\r\\n]*\"([A-Za-z0-9_.-]{1,100})\"");

  private EventNameScan() {}

  static @Nullable String find(byte[] raw) {
    String name = readable(raw);
    if (name != null) {
      return name;
    }
    Matcher field = FIELD.matcher(new String(raw, StandardCharsets.ISO_8859_1));
    return field.find() ? field.group(1) : null;
  }

  private static @Nullable String readable(byte[] raw) {
    try (JsonParser parser = Json.MAPPER.createParser(raw)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? member(parser) : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static @Nullable String member(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean event = parser.currentName().equals("event");
      if (parser.nextToken() == JsonToken.VALUE_STRING && event && parser.getTextLength() <= 100) {
        return CleanText.of(parser.getText());
      }
      parser.skipChildren();
    }
    return null;
  }
}
