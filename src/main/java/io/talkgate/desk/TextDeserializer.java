package io.talkgate.desk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import java.io.IOException;

/**
 * Reads texts: JSON strings only, and only what PostgreSQL can keep. U+0000 and halves of surrogate
 * pairs can come in by JSON's escapes alone.
 */
final class TextDeserializer extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;

  TextDeserializer() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return (String) context.handleUnexpectedToken(String.class, json);
    }
    String text = json.getText();
    if (!isClean(text)) {
      throw new RefusedException(Refusal.invalid(FieldError.BODY, ValueRule.CHARACTERS));
    }
    return text;
  }

  /** True if a text has neither U+0000 nor half a surrogate pair. */
  static boolean isClean(String text) {
    // codePoints() joins proper pairs, so a surrogate that still shows up stands alone
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }
}
