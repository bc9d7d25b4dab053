package io.talkgate.desk.stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changed.
 *
 * @param position the event's id: the client's position once it has it
 * @param kind the event's name, as {@code message.created}
 * @param id the message, consultation or link that changed
 * @param consultationId of a message; null for one of no consultation
 * @param customerId of a message or consultation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(
    @JsonIgnore Position position,
    @JsonIgnore String kind,
    UUID id,
    UUID brandId,
    @Nullable UUID consultationId,
    @Nullable UUID customerId) {}
