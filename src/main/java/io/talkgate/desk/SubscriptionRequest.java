package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;

/** Who wants to be told what. */
@Schema(description = "Who wants to be told what.")
record SubscriptionRequest(
    @Schema(
            description = "Called with each event: https, of a public host.",
            examples = "https://crm.example/hooks/talkgate")
        @NotBlank
        @CodePointLength(max = 2000)
        String url,
    @Schema(description = "What to be told.") @NotEmpty @UniqueElements List<@NotNull Type> types) {

  /** What happens. */
  @Schema(
      description =
          "link.health: a link has come into another state. link.daily-summary: which links need a"
              + " hand, every morning at nine in Korea.")
  enum Type {
    @JsonProperty("link.health")
    LINK_HEALTH("link.health"),
    @JsonProperty("link.daily-summary")
    LINK_DAILY_SUMMARY("link.daily-summary");

    private final String text;

    Type(String text) {
      this.text = text;
    }
  }

  List<String> typeNames() {
    return types.stream().map(type -> type.text).toList();
  }
}
