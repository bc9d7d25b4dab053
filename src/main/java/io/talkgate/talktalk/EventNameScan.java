package io.talkgate.talktalk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.talkgate.talktalk.TalkTalkEvents.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the event's name in a body that is broken elsewhere: first by reading as far as it goes,
 * then by looking for the field behind the broken place. Inside a JSON text the quotes would be
 * escaped, so a customer's words cannot be taken for it. In constant memory, as the body may be
 * larger than what is given for one.
 */
final class EventNameScan {
  private static final int BUFFER = 8 * 1024;

  private EventNameScan() {}

  static @Nullable String find(byte[] raw) {
    try {
      return find(() -> new ByteArrayInputStream(raw));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  static @Nullable String find(ByteSource body) throws IOException {
    String name = readable(body);
    return name == null ? search(body) : name;
  }

  private static @Nullable String readable(ByteSource body) {
    try (InputStream in = body.open();
        JsonParser parser = Json.GLANCES.createParser(in)) {
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

  private static @Nullable String search(ByteSource body) throws IOException {
    EventNameSearch search = new EventNameSearch();
    byte[] bytes = new byte[BUFFER];
    try (InputStream in = body.open()) {
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        for (int i = 0; i < read; i++) {
          if (search.sees(bytes[i])) {
            return search.name();
          }
        }
      }
    }
    return null;
  }
}
