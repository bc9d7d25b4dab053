package io.talkgate.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.consultation.DeliveryReason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason has words in both languages. */
class DeliveryReasonTextTest {

  @ParameterizedTest
  @EnumSource
  void everyReasonHasWords(DeliveryReason reason) {
    DeliveryReasonText text = new DeliveryReasonText(reason, null);

    assertTrue(text.in(Locale.KOREAN).matches(".*[가-힣].*다\\."), text.in(Locale.KOREAN));
    assertTrue(text.in(Locale.ENGLISH).matches("[\\x20-\\x7e]+\\."), text.in(Locale.ENGLISH));
  }

  @Test
  void naversWordsFollow() {
    assertEquals(
        "NAVER could not process the picture. (알 수 없는 오류)",
        new DeliveryReasonText(DeliveryReason.IMAGE_ERROR, "알 수 없는 오류").in(Locale.ENGLISH));
    assertEquals(
        "NAVER could not process the picture.",
        new DeliveryReasonText(DeliveryReason.IMAGE_ERROR, " ").in(Locale.ENGLISH));
  }
}
