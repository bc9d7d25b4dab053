package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** Asks for a date; {@code options.calendar} as NAVER describes it. */
public record CalendarButton(@NotNull @Valid Data data) implements Button {

  @Override
  public String type() {
    return "CALENDAR";
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
