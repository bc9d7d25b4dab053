package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * One card (protocol §3): needs one of title, description and elementList, and two properties in
 * all.
 *
 * @param title at most 200 code points
 * @param description at most 1,000 code points
 * @param image the picture on top
 * @param elementList up to three rows
 * @param buttonList at most 10, titles up to 18 code points
 */
@CompleteComposite
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Composite(
    @CodePointLength(max = 200) @Nullable String title,
    @CodePointLength(max = 1000) @Nullable String description,
    @Valid @Nullable Image image,
    @Valid @Nullable ElementList elementList,
    @Size(max = 10)
        @ButtonsFit(
            types = {
              TextButton.class,
              LinkButton.class,
              OptionButton.class,
              PayButton.class,
              TimeButton.class,
              CalendarButton.class,
              TimeIntervalButton.class
            },
            titleMax = 18)
        @Nullable List<@NotNull @Valid Button> buttonList) {

  public Composite {
    buttonList = Frozen.list(buttonList);
  }

  Stream<@Nullable String> texts() {
    Stream<@Nullable String> own = Stream.of(title, description);
    Stream<@Nullable String> rows = elementList == null ? Stream.empty() : elementList.texts();
    Stream<@Nullable String> buttons =
        Stream.ofNullable(buttonList)
            .flatMap(List::stream)
            .map(button -> button == null ? null : button.title());
    return Stream.concat(own, Stream.concat(rows, buttons));
  }

  @Override
  public String toString() {
    return "Composite[]";
  }
}
