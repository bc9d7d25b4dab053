package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products of the shop, sent as {@code event: product} (protocol §3).
 *
 * @param ids NAVER's product numbers, at most 15 single, 4 as a list
 * @param displayType how they are shown
 */
@ProductCount
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductContent(
    @NotEmpty @Nullable List<@NotNull Long> ids, @NotNull DisplayType displayType)
    implements OutgoingContent {

  /** How products are shown, with NAVER's limit of their number. */
  public enum DisplayType {
    @JsonProperty("single")
    SINGLE(15),
    @JsonProperty("list")
    LIST(4);

    final int maxIds;

    DisplayType(int maxIds) {
      this.maxIds = maxIds;
    }
  }

  public ProductContent {
    ids = Frozen.list(ids);
  }

  @Override
  public @Nullable String text() {
    return null;
  }
}
