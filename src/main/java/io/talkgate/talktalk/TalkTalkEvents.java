package io.talkgate.talktalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talkgate.talktalk.ParsedEvent.Readable;
import io.talkgate.talktalk.ParsedEvent.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a webhook call. */
public final class TalkTalkEvents {
  private static final int MAX_NAME = 100;

  private TalkTalkEvents() {}

  /**
   * Reads one event. Never throws, whatever the bytes are: what cannot be read is {@link
   * Unreadable}. Texts that come out have U+0000 and lone surrogates replaced by U+FFFD.
   *
   * @param raw the body as it came, with or without a byte order mark
   */
  public static ParsedEvent parse(byte[] raw) {
    try {
      return read(Json.MAPPER.readTree(raw));
    } catch (StreamConstraintsException e) {
      return new Unreadable(
          EventNameScan.find(raw), "JSON nested too deeply, or with too long or too many parts");
    } catch (JsonProcessingException e) {
      return new Unreadable(EventNameScan.find(raw), "not JSON" + at(e));
    } catch (IOException e) {
      return new Unreadable(EventNameScan.find(raw), "not in a Unicode encoding");
    } catch (RuntimeException e) {
      // A bug of ours; the event is still kept, and says where to look.
      return new Unreadable(EventNameScan.find(raw), "parser failed: " + e.getClass().getName());
    }
  }

  /**
   * What a body too large for memory is about: reads through it in constant memory and never throws
   * because of what it holds. Says of the event's name what {@link #parse} would, so that neither
   * approves a payment that the other would not.
   *
   * @param body opens the body from its beginning, each time it is asked
   * @throws IOException if the body cannot be read
   */
  public static Glance glance(ByteSource body) throws IOException {
    return GlanceReader.read(body);
  }

  /** Bytes that can be read more than once. */
  @FunctionalInterface
  public interface ByteSource {

    /** From the beginning; closed by the caller. */
    InputStream open() throws IOException;
  }

  // Jackson's own messages quote the input, which may be a customer's words.
  private static String at(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
  }

  private static ParsedEvent read(JsonNode tree) {
    if (!(tree instanceof ObjectNode object)) {
      return new Unreadable(null, tree.isMissingNode() ? "empty body" : "not a JSON object");
    }
    JsonNode event = object.path("event");
    if (!event.isTextual() || event.textValue().isBlank()) {
      return new Unreadable(null, "event name missing or not a text");
    }
    String name = name(event.textValue());
    return name == null
        ? new Unreadable(null, "event name longer than " + MAX_NAME + " characters")
        : named(name, object);
  }

  /** The name of an event; null if the text is none. */
  static @Nullable String name(String text) {
    return text.isBlank() || text.length() > MAX_NAME ? null : CleanText.of(text);
  }

  private static ParsedEvent named(String name, ObjectNode object) {
    @Nullable String problem = UserRule.problem(object.path("user"));
    Fields fields = new Fields(CleanTree.of(object));
    if (!EventReader.knows(name)) {
      String user = problem == null ? fields.text("user") : null;
      return new Readable(new UnknownEvent(name, user, fields.text("partner")));
    }
    String user = fields.text("user");
    if (problem != null || user == null) {
      return new Unreadable(name, "user " + problem);
    }
    return new Readable(new EventReader(user, fields).read(name));
  }
}
