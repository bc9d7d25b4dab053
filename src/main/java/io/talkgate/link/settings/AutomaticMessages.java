package io.talkgate.link.settings;

import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.ValueRule;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said automatically; an occasion that is absent or null passes in silence. */
@Schema(
    description =
        "What is said automatically (자동 메시지); an occasion that is absent or null passes in silence.")
public record AutomaticMessages(
    @Schema(description = "On the first message of a consultation. Knows `{brand}`.") @Valid
        @Nullable AutomaticMessage greeting,
    @Schema(description = "On a message outside the hours. Knows `{brand}`, `{opening}`.") @Valid
        @Nullable AutomaticMessage away,
    @Schema(description = "When nobody online has room. Knows `{brand}`, `{queue}`.") @Valid
        @Nullable AutomaticMessage busy,
    @Schema(description = "When somebody is assigned. Knows `{brand}`, `{counselor}`.") @Valid
        @Nullable AutomaticMessage assigned,
    @Schema(description = "At the end. Knows `{brand}`, `{counselor}`.") @Valid
        @Nullable AutomaticMessage closing,
    @Schema(
            description =
                "Before it closes as the customer does not answer. Knows `{brand}`, `{counselor}`.")
        @Valid
        @Nullable AutomaticMessage customerSilent,
    @Schema(
            description =
                "After the end; buttons from 1 to 5 come below it. Knows `{brand}`, `{counselor}`.")
        @Valid
        @Nullable AutomaticMessage survey) {

  /** Silence. */
  static final AutomaticMessages NONE =
      new AutomaticMessages(null, null, null, null, null, null, null);

  /** What is said on an occasion; empty for nothing. */
  public Optional<AutomaticMessage> on(Occasion occasion) {
    return Optional.ofNullable(
        switch (occasion) {
          case GREETING -> greeting;
          case AWAY -> away;
          case BUSY -> busy;
          case ASSIGNED -> assigned;
          case CLOSING -> closing;
          case CUSTOMER_SILENT -> customerSilent;
          case SURVEY -> survey;
          case REPLY_DELAYED -> null;
        });
  }

  /** Names in braces that an occasion does not know, with the path of each text. */
  Stream<FieldError> problems(String path) {
    return Stream.of(Occasion.values())
        .flatMap(
            occasion ->
                on(occasion).stream()
                    .filter(message -> !knowsAll(occasion, message.text()))
                    .map(message -> unknown(path, occasion)));
  }

  private static boolean knowsAll(Occasion occasion, String text) {
    return Variable.in(text)
        .allMatch(name -> occasion.variables().stream().anyMatch(v -> v.written().equals(name)));
  }

  private static FieldError unknown(String path, Occasion occasion) {
    String known =
        occasion.variables().stream()
            .sorted()
            .map(Variable::written)
            .collect(Collectors.joining(", "));
    return FieldError.of(path + "." + field(occasion) + ".text", ValueRule.VARIABLES, known);
  }

  private static String field(Occasion occasion) {
    return occasion == Occasion.CUSTOMER_SILENT
        ? "customerSilent"
        : occasion.name().toLowerCase(Locale.ROOT);
  }
}
