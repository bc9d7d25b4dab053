package io.talkgate.desk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Reads times as RFC 3339 has them, no bare numbers. */
final class TimeDeserializer extends StdScalarDeserializer<Instant> {
  private static final long serialVersionUID = 1L;

  TimeDeserializer() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, json);
    }
    Optional<Instant> time = Times.parse(json.getText());
    return time.isPresent() ? time.get() : notATime(context);
  }

  private static Instant notATime(DeserializationContext context) throws IOException {
    return (Instant) context.handleWeirdStringValue(Instant.class, "", "not a time of RFC 3339");
  }
}
