package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A button in NAVER's form {@code {type, data}} (protocol §3). Which types and how long titles may
 * be depends on the place and is declared there by {@link ButtonsFit}.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    include = JsonTypeInfo.As.EXISTING_PROPERTY,
    property = "type",
    visible = true,
    defaultImpl = UnknownButton.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = TextButton.class, name = "TEXT"),
  @JsonSubTypes.Type(value = LinkButton.class, name = "LINK"),
  @JsonSubTypes.Type(value = OptionButton.class, name = "OPTION"),
  @JsonSubTypes.Type(value = PayButton.class, name = "PAY"),
  @JsonSubTypes.Type(value = TimeButton.class, name = "TIME"),
  @JsonSubTypes.Type(value = CalendarButton.class, name = "CALENDAR"),
  @JsonSubTypes.Type(value = TimeIntervalButton.class, name = "TIMEINTERVAL")
})
@JsonPropertyOrder({"type", "data"})
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface Button
    permits TextButton,
        LinkButton,
        OptionButton,
        PayButton,
        TimeButton,
        CalendarButton,
        TimeIntervalButton,
        UnknownButton {

  /** NAVER's name of the type. */
  @JsonProperty("type")
  String type();

  /** What stands on it; null where it has no title. */
  @Nullable String title();
}
