package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a menu of up to 10 buttons TEXT, LINK or PAY with titles of up to 10 code points. */
public record OptionButton(@NotNull @Valid Data data) implements Button {

  @Override
  public String type() {
    return "OPTION";
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
      @NotEmpty
          @Size(max = 10)
          @ButtonsFit(
              types = {TextButton.class, LinkButton.class, PayButton.class},
              titleMax = 10)
          @Nullable List<@NotNull @Valid Button> buttonList) {
    public Data {
      buttonList = Frozen.list(buttonList);
    }
  }
}
