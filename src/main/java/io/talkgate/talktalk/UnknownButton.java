package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A received button of a type we do not know; refused where one is to be sent.
 *
 * @param type NAVER's name of it, empty where it has none
 * @param data as it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnknownButton(String type, @Nullable JsonNode data) implements Button {

  public UnknownButton {
    type = type == null ? "" : type;
  }

  @Override
  public @Nullable String title() {
    return data == null ? null : new Fields(data).text("title");
  }

  @Override
  public String toString() {
    return "UnknownButton[type=" + type + "]";
  }
}
