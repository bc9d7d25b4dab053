package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonSubTypes;

/**
 * What we may send (protocol §3). The records carry NAVER's limits as Bean Validation constraints;
 * fields declared not null may be null between reading and validation. What was received is never
 * validated.
 */
@JsonSubTypes({
  @JsonSubTypes.Type(value = TextContent.class, name = "TEXT"),
  @JsonSubTypes.Type(value = ImageContent.class, name = "IMAGE"),
  @JsonSubTypes.Type(value = CompositeContent.class, name = "COMPOSITE"),
  @JsonSubTypes.Type(value = ProductContent.class, name = "PRODUCT")
})
public sealed interface OutgoingContent extends Content
    permits TextContent, ImageContent, CompositeContent, ProductContent {}
