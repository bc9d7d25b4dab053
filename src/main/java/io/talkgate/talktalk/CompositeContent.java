package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cards (protocol §3).
 *
 * @param compositeList 1 to 10 when sent; with more than one NAVER shows a carousel
 * @param quickReply buttons below the message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompositeContent(
    @NotEmpty @Size(max = 10) @Nullable List<@NotNull @Valid Composite> compositeList,
    @Valid @Nullable QuickReply quickReply)
    implements OutgoingContent {

  public CompositeContent {
    compositeList = Frozen.list(compositeList);
  }

  @Override
  public @Nullable String text() {
    String text =
        Stream.ofNullable(compositeList)
            .flatMap(List::stream)
            .filter(Objects::nonNull)
            .flatMap(Composite::texts)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    return text.isBlank() ? null : text;
  }

  @Override
  public String toString() {
    return "CompositeContent[]";
  }
}
