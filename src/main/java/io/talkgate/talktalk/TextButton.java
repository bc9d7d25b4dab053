package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** Sends its title back, with the code (at most 1,000 code points) in {@code textContent.code}. */
public record TextButton(@NotNull @Valid Data data) implements Button {

  @Override
  public String type() {
    return "TEXT";
  }

  @Override
  public @Nullable String title() {
    return data == null ? null : data.title();
  }

  /** What NAVER calls {@code data}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Data(
      @NotBlank @Nullable String title, @CodePointLength(max = 1000) @Nullable String code) {}
}
