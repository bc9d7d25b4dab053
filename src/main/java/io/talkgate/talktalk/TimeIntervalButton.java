package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** Asks for a time slot; {@code options.timeInterval} as NAVER describes it. */
public record TimeIntervalButton(@NotNull @Valid Data data) implements Button {

  @Override
  public String type() {
    return "TIMEINTERVAL";
  }

  @Override
  public @Nullable String title() {
    return data == null ? null : data.title();
  }

  /** What NAVER calls {@code data}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Data(
      @NotBlank @Nullable String title,
      @CodePointLength(max = 1000) @Nullable String code,
      @Nullable ObjectNode options) {}
}
