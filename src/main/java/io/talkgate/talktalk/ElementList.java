package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a card (protocol §3).
 *
 * @param type always {@code LIST}
 * @param data 1 to 3 rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ElementList(
    @NotNull @Pattern(regexp = "LIST") String type,
    @NotEmpty @Size(max = 3) @Nullable List<@NotNull @Valid Element> data) {

  public ElementList {
    data = Frozen.list(data);
  }

  Stream<@Nullable String> texts() {
    return Stream.ofNullable(data)
        .flatMap(List::stream)
        .flatMap(row -> row == null ? Stream.empty() : row.texts());
  }

  @Override
  public String toString() {
    return "ElementList[]";
  }

  /** One row: texts of at most 100 code points, a button of type TEXT or LINK. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Element(
      @CodePointLength(max = 100) @Nullable String title,
      @CodePointLength(max = 100) @Nullable String description,
      @CodePointLength(max = 100) @Nullable String subDescription,
      @Valid @Nullable Image image,
      @Valid
          @ButtonsFit(
              types = {TextButton.class, LinkButton.class},
              titleMax = 10)
          @Nullable Button button) {

    Stream<@Nullable String> texts() {
      return Stream.of(title, description, subDescription, button == null ? null : button.title());
    }

    @Override
    public String toString() {
      return "Element[]";
    }
  }
}
