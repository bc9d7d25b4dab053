package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Buttons below a message (protocol §3).
 *
 * @param buttonList all types but OPTION, titles up to 10 code points
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record QuickReply(
    @NotEmpty
        @ButtonsFit(
            types = {
              TextButton.class,
              LinkButton.class,
              PayButton.class,
              TimeButton.class,
              CalendarButton.class,
              TimeIntervalButton.class
            },
            titleMax = 10)
        @Nullable List<@NotNull @Valid Button> buttonList) {

  public QuickReply {
    buttonList = Frozen.list(buttonList);
  }

  @Override
  public String toString() {
    return "QuickReply[]";
  }
}
