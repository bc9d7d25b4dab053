package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Starts a payment. NAVER checks what stands in {@code paymentInfo}. */
public record PayButton(@NotNull @Valid Data data) implements Button {

  @Override
  public String type() {
    return "PAY";
  }

  @Override
  public @Nullable String title() {
    return data == null ? null : data.title();
  }

  /** What NAVER calls {@code data}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Data(@Nullable String title, @NotNull ObjectNode paymentInfo) {}
}
