package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * An item of the persistent menu in NAVER's form {@code {type, data}} (protocol §3). The records
 * carry NAVER's limits as Bean Validation constraints; fields may be null between reading and
 * validation. How deep they may nest is {@link MenusFit}'s.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MenuItem.Text.class, name = "TEXT"),
  @JsonSubTypes.Type(value = MenuItem.Link.class, name = "LINK"),
  @JsonSubTypes.Type(value = MenuItem.Nested.class, name = "NESTED")
})
public sealed interface MenuItem {
  /** The longest title, in Unicode code points. */
  int TITLE_MAX = 20;

  /** Sends its title back, with the code in {@code textContent.code}. */
  record Text(@NotNull @Valid Text.Data data) implements MenuItem {

    /** What NAVER calls {@code data}; the code has at most 1,000 code points. */
    public record Data(
        @NotBlank @CodePointLength(max = TITLE_MAX) @Nullable String title,
        @NotBlank @CodePointLength(max = 1000) @Nullable String code) {}
  }

  /** Opens a page. */
  record Link(@NotNull @Valid Link.Data data) implements MenuItem {

    /** What NAVER calls {@code data}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(
        @NotBlank @CodePointLength(max = TITLE_MAX) @Nullable String title,
        @NotBlank @Nullable String url,
        @Nullable String mobileUrl) {}
  }

  /** Opens a menu below it. */
  record Nested(@NotNull @Valid Nested.Data data) implements MenuItem {

    /** What NAVER calls {@code data}. */
    public record Data(
        @NotBlank @CodePointLength(max = TITLE_MAX) @Nullable String title,
        @NotEmpty @Nullable List<@NotNull @Valid MenuItem> menus) {
      public Data {
        menus = Frozen.list(menus);
      }
    }
  }
}
