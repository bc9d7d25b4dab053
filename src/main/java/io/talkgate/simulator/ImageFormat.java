package io.talkgate.simulator;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Set;

/**
 * JPG, PNG and GIF by their first bytes; the Content-Type must say the same (NAVER's page on
 * imageContent).
 */
final class ImageFormat {
  static final int BYTES_NEEDED = 4;
  private static final Set<String> TYPES =
      Set.of("image/jpeg", "image/jpg", "image/png", "image/gif");

  private ImageFormat() {}

  static boolean accepts(String contentType, Buffer head) {
    String type = contentType.toLowerCase(Locale.ROOT);
    int end = type.indexOf(';');
    return TYPES.contains((end < 0 ? type : type.substring(0, end)).trim()) && known(head);
  }

  private static boolean known(Buffer head) {
    if (head.length() < BYTES_NEEDED) {
      return false;
    }
    return switch (head.getInt(0)) {
      case 0x89504E47, 0x47494638 -> true;
      default -> (head.getInt(0) >>> 8) == 0xFFD8FF;
    };
  }
}
