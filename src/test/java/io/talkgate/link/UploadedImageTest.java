package io.talkgate.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.talktalk.SendOutcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What NAVER's answers to an upload mean for whoever asked. */
class UploadedImageTest {

  @Test
  void theIdThatNaverGaveIsAnswered() {
    DirectAnswer answer = new DirectAnswer.Called(new SendOutcome.Uploaded("picture"));

    assertEquals(Result.done("picture"), Images.id(ApprovedLinks.result(answer)));
  }

  @ParameterizedTest
  @CsvSource({
    "IMG-01,IMAGE_FORMAT",
    "IMG-02,IMAGE_SLOW",
    "IMG-03,IMAGE_TOO_LARGE",
    "IMG-99,IMAGE_ERROR",
    "02,NAVER_REFUSED"
  })
  void whatNaverSaysOfAPictureHasACodeOfItsOwn(String naversCode, ErrorCode code) {
    Refusal refusal = Refusal.of(code, naversCode, "words");

    assertEquals(Optional.of(refusal), refusal(new SendOutcome.Refused(naversCode, "words")));
    assertEquals(Optional.of(refusal), refusal(new SendOutcome.Retryable(naversCode, "words")));
  }

  private static Optional<Refusal> refusal(SendOutcome outcome) {
    return new DirectAnswer.Called(outcome).refusal(ErrorCode.SEND_API_KEY_REFUSED);
  }
}
