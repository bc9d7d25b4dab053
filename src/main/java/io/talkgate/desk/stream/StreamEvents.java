package io.talkgate.desk.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.jspecify.annotations.Nullable;

/** Writes what clients are told. */
@Singleton
class StreamEvents {
  private static final long RECONNECT_MILLIS = 1_000;

  private final ObjectMapper json;
  private final Sse sse = SseImpl.INSTANCE;

  StreamEvents(ObjectMapper json) {
    this.json = json;
  }

  OutboundSseEvent of(Change change) {
    return event(change.kind(), change.position(), change).build();
  }

  /**
   * The first event of every stream.
   *
   * @param position null while what was missed is still to come
   */
  OutboundSseEvent opened(boolean resumed, @Nullable Position position) {
    return event("stream.opened", position, Map.of("resumed", resumed))
        .reconnectDelay(RECONNECT_MILLIS)
        .build();
  }

  /** A comment. With it goes the position, so that a client of a quiet brand can resume as well. */
  OutboundSseEvent heartbeat(@Nullable Position position) {
    OutboundSseEvent.Builder heartbeat = sse.newEventBuilder().comment("");
    return (position == null ? heartbeat : heartbeat.id(position.id())).build();
  }

  private OutboundSseEvent.Builder event(String name, @Nullable Position position, Object data) {
    OutboundSseEvent.Builder event =
        sse.newEventBuilder()
            .name(name)
            .mediaType(MediaType.TEXT_PLAIN_TYPE)
            .data(String.class, text(data));
    return position == null ? event : event.id(position.id());
  }

  private String text(Object data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event cannot be written", e);
    }
  }
}
