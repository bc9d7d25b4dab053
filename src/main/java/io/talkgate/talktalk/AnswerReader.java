package io.talkgate.talktalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talkgate.talktalk.SendOutcome.Accepted;
import io.talkgate.talktalk.SendOutcome.ConsentHold;
import io.talkgate.talktalk.SendOutcome.KeyRefused;
import io.talkgate.talktalk.SendOutcome.Refused;
import io.talkgate.talktalk.SendOutcome.Retryable;
import io.talkgate.talktalk.SendOutcome.Unclear;
import io.talkgate.talktalk.SendOutcome.Uploaded;
import java.io.IOException;
import java.util.function.Function;

/** Decides what the body of an HTTP 200 means (protocol §3). */
final class AnswerReader {
  // NAVER's literal texts, compared without white space.
  private static final String HOLD = "현재이사용자에게메시지를보낼수없음";
  private static final String WRONG_USER = "잘못된user";
  private static final int MAX_MESSAGE = 500;

  private AnswerReader() {}

  static SendOutcome read(byte[] body, SendApiKey key) {
    return read(body, answer -> read(answer, key));
  }

  /** To an image upload: without the picture's id a {@code 00} says nothing. */
  static SendOutcome readUpload(byte[] body, SendApiKey key) {
    return read(body, answer -> uploaded(answer, read(answer, key)));
  }

  private static SendOutcome uploaded(Fields answer, SendOutcome outcome) {
    if (!(outcome instanceof Accepted)) {
      return outcome;
    }
    String imageId = answer.textNotBlank("imageId");
    return imageId == null ? new Unclear("answer lacks imageId") : new Uploaded(imageId);
  }

  private static SendOutcome read(byte[] body, Function<Fields, SendOutcome> meaning) {
    try {
      JsonNode tree = Json.MAPPER.readTree(body);
      if (tree instanceof ObjectNode object) {
        return meaning.apply(new Fields(object));
      }
      return new Unclear(tree.isMissingNode() ? "empty answer" : "answer is not a JSON object");
    } catch (IOException e) {
      return new Unclear("answer is not JSON");
    }
  }

  private static SendOutcome read(Fields answer, SendApiKey key) {
    Boolean success = answer.bool("success");
    String code = answer.textNotBlank("resultCode");
    if (success == null || code == null) {
      return new Unclear("answer lacks success or resultCode");
    }
    boolean accepted = code.equals("00");
    if (accepted != success) {
      // One half says sent, the other not sent: believing either may lose or double a message.
      return new Unclear("answer contradicts itself");
    }
    String words = answer.text("resultMessage");
    return accepted ? new Accepted() : refusal(code, shown(words == null ? "" : words, key));
  }

  private static SendOutcome refusal(String code, String message) {
    String words = message.replaceAll("\\s", "");
    return switch (code) {
      case "01" -> hold(words) ? new ConsentHold(code, message) : new KeyRefused(code, message);
      case "04" -> hold(words) ? new ConsentHold(code, message) : new Retryable(code, message);
      case "02", "IMG-01", "IMG-03" -> new Refused(code, message);
      case "99" ->
          words.contains(WRONG_USER) ? new Refused(code, message) : new Retryable(code, message);
      default -> new Retryable(CleanText.of(code), message);
    };
  }

  private static boolean hold(String words) {
    return words.contains(HOLD);
  }

  private static String shown(String message, SendApiKey key) {
    String clean = CleanText.of(message).replace(key.value(), "***");
    return clean.length() <= MAX_MESSAGE ? clean : CleanText.of(clean.substring(0, MAX_MESSAGE));
  }
}
