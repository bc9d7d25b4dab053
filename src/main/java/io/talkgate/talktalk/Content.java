package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What a message says: one model for the API and the database, NAVER's own objects with a {@code
 * type} in front (contract §3). Another or a missing type is Jackson's {@code
 * InvalidTypeIdException}. {@code toString} never shows the words.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TextContent.class, name = "TEXT"),
  @JsonSubTypes.Type(value = ImageContent.class, name = "IMAGE"),
  @JsonSubTypes.Type(value = CompositeContent.class, name = "COMPOSITE"),
  @JsonSubTypes.Type(value = ProductContent.class, name = "PRODUCT"),
  @JsonSubTypes.Type(value = FileContent.class, name = "FILE"),
  @JsonSubTypes.Type(value = MarketingContent.class, name = "MARKETING"),
  @JsonSubTypes.Type(value = SystemContent.class, name = "SYSTEM"),
  @JsonSubTypes.Type(value = UnknownContent.class, name = "UNKNOWN")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface Content
    permits OutgoingContent, FileContent, MarketingContent, SystemContent, UnknownContent {

  /** The words in it, for search and previews; null when it has none. */
  @Nullable String text();
}
