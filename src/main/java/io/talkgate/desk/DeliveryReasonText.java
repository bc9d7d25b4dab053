package io.talkgate.desk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.talkgate.consultation.DeliveryReason;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a message went no further, in words: those of {@code desk/texts_*.properties} in the language
 * of the call that shows it, then NAVER's own.
 */
@JsonSerialize(using = DeliveryReasonText.InTheCallersLanguage.class)
record DeliveryReasonText(DeliveryReason reason, @Nullable String words) {

  static @Nullable DeliveryReasonText of(@Nullable DeliveryReason reason, @Nullable String words) {
    return reason == null ? null : new DeliveryReasonText(reason, words);
  }

  String in(Locale language) {
    String text = Texts.text("delivery." + reason, language);
    return words == null || words.isBlank() ? text : text + " (" + words + ")";
  }

  /** Writes the text. */
  static final class InTheCallersLanguage extends JsonSerializer<DeliveryReasonText> {
    @Override
    public void serialize(DeliveryReasonText text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text.in(CallLanguage.current()));
    }
  }
}
