package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.talktalk.SendOutcome.Accepted;
import io.talkgate.talktalk.SendOutcome.Retryable;
import io.talkgate.talktalk.SendOutcome.Unclear;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private static final SendApiKey KEY = new SendApiKey("ct_wc8b1i_secret");

  /** NAVER's literal texts (protocol §3). */
  private static final String TABLE =
      """
      01     | 현재 이 사용자에게 메시지를 보낼 수 없음          | ConsentHold
      01     | 현재 이 사용자에게  메시지를 보낼 수 없음. 3분 뒤  | ConsentHold
      04     | 현재 이 사용자에게 메시지를 보낼 수 없음          | ConsentHold
      04     | something else                              | Retryable
      01     | 권한없는 파트너                               | KeyRefused
      01     | ''                                          | KeyRefused
      02     | bad JSON                                    | Refused
      99     | 잘못된 user 값 : al-2eGuGr5WQOnco1_V-FQ      | Refused
      99     | 알 수 없는 오류                               | Retryable
      99     | ''                                          | Retryable
      IMG-01 | format                                      | Refused
      IMG-02 | slow                                        | Retryable
      IMG-03 | large                                       | Refused
      IMG-99 | other                                       | Retryable
      77     | new                                         | Retryable
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void everyCodeMeansWhatTheProtocolSays(String code, String message, String outcome) {
    SendOutcome read = read(answer("false", code, message));

    assertEquals(outcome, read.getClass().getSimpleName());
    assertTrue(read.toString().contains(code), read.toString());
  }

  @Test
  void successWith00IsAccepted() {
    assertEquals(new Accepted(), read(answer("true", "00", "success")));
    assertEquals(new Accepted(), read("{\"success\":true,\"resultCode\":\"00\"}"));
    assertEquals(new Accepted(), read("{\"success\":\"true\",\"resultCode\":\"00\",\"x\":[]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"success":true,"resultCode":"00","imageId":"abc"}  | Uploaded[imageId=abc]
          {"success":true,"resultCode":"00"}                  | Unclear[reason=answer lacks imageId]
          {"success":true,"resultCode":"00","imageId":" "}    | Unclear[reason=answer lacks imageId]
          {"success":true,"resultCode":"01","imageId":"abc"}  | Unclear[reason=answer contradicts itself]
          {"success":false,"resultCode":"IMG-01","resultMessage":"m"} | Refused[code=IMG-01, message=m]
          """)
  void anUploadIsDoneWhenThePictureHasAnId(String answer, String outcome) {
    SendOutcome read = AnswerReader.readUpload(answer.getBytes(StandardCharsets.UTF_8), KEY);

    assertEquals(outcome, read.toString());
  }

  @ParameterizedTest
  @CsvSource({"false,00", "true,01", "true,99", "true,77"})
  void aContradictionIsUnclear(String success, String code) {
    assertEquals(
        new Unclear("answer contradicts itself"),
        read(answer(success, code, "현재 이 사용자에게 메시지를 보낼 수 없음")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}",
        "[]",
        "null",
        "true",
        "<html><body>OK</body></html>",
        "{\"success\":true}",
        "{\"resultCode\":\"00\"}",
        "{\"success\":true,\"resultCode\":\"\"}",
        "{\"success\":true,\"resultCode\":{}}",
        "{\"success\":true,\"resultCode\":\"00\"",
        "{\"success\":true,\"resultCode\":\"00\"} x"
      })
  void halfAnAnswerOrNoneIsUnclear(String body) {
    assertInstanceOf(Unclear.class, read(body));
  }

  @Test
  void badUtf8AndDeepNestingAreUnclear() {
    byte[] bad = answer("true", "00", "x").getBytes(StandardCharsets.UTF_8);
    bad[bad.length - 3] = (byte) 0xFF;

    assertInstanceOf(Unclear.class, AnswerReader.read(bad, KEY));
    assertInstanceOf(Unclear.class, read("[".repeat(60_000)));
  }

  @Test
  void theKeyIsTakenOutOfNaversWords() {
    SendOutcome outcome = read(answer("false", "01", "bad key " + KEY.value()));

    assertFalse(outcome.toString().contains(KEY.value()), outcome.toString());
    assertTrue(outcome.toString().contains("bad key ***"), outcome.toString());
  }

  @Test
  void naversWordsAreCutWhereTheyGetLong() {
    char[] words = new char[5_000];
    Arrays.fill(words, 'x');
    Retryable outcome =
        assertInstanceOf(Retryable.class, read(answer("false", "99", new String(words))));

    assertEquals(500, outcome.message().length());
  }

  private static SendOutcome read(String body) {
    return AnswerReader.read(body.getBytes(StandardCharsets.UTF_8), KEY);
  }

  private static String answer(String success, String code, String message) {
    return "{\"success\":%s,\"resultCode\":\"%s\",\"resultMessage\":\"%s\"}"
        .formatted(success, code, message);
  }
}
