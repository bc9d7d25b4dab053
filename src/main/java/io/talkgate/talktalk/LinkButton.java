package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Opens a page. */
public record LinkButton(@NotNull @Valid Data data) implements Button {

  @Override
  public String type() {
    return "LINK";
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
      @NotBlank @Nullable String url,
      @NotBlank @Nullable String mobileUrl,
      @Nullable String mobileTarget,
      @Nullable String mobileTargetAttr) {}
}
