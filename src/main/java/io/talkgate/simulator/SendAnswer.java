package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The send API's answer (protocol §3), with NAVER's own texts.
 *
 * @param imageId set by the image upload alone
 */
record SendAnswer(String resultCode, @Nullable String resultMessage, @Nullable String imageId) {
  static final String OK = "00";
  private static final String BAD_REQUEST = "request json 문자열 파싱 오류";

  static SendAnswer accepted() {
    return new SendAnswer(OK, "success", null);
  }

  static SendAnswer uploaded(String imageId) {
    return new SendAnswer(OK, null, imageId);
  }

  static SendAnswer of(String code, @Nullable String message) {
    return new SendAnswer(code, message, null);
  }

  static SendAnswer wrongKey() {
    return of("01", "Authorization 정보 오류");
  }

  /** A user who has nothing to do with this account [302]. */
  static SendAnswer noPermission() {
    return of("01", "권한없는 파트너");
  }

  /** The hold while a profile consent runs [170, 179]. */
  static SendAnswer held() {
    return of("01", "현재 이 사용자에게 메시지를 보낼 수 없음");
  }

  static SendAnswer badJson() {
    return of("02", BAD_REQUEST);
  }

  /** Something missing or over NAVER's limits; {@code problem} names the field. */
  static SendAnswer invalid(String problem) {
    return of("02", BAD_REQUEST + " : " + problem);
  }

  /** A user nobody has [307]. */
  static SendAnswer unknownUser(String user) {
    return of("99", "잘못된 user 값 : " + user);
  }

  static SendAnswer imageFormat() {
    return of("IMG-01", "이미지 업로드 - 포맷 불일치 또는 처리 실패");
  }

  static SendAnswer imageTooSlow() {
    return of("IMG-02", "이미지 업로드 - 전송/처리 시간 초과");
  }

  static SendAnswer imageTooLarge() {
    return of("IMG-03", "이미지 업로드 - 크기 초과");
  }

  static SendAnswer imageFailed() {
    return of("IMG-99", "이미지 업로드 중 에러");
  }

  boolean success() {
    return resultCode.equals(OK);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject().put("success", success()).put("resultCode", resultCode);
    if (imageId != null) {
      json.put("imageId", imageId);
    }
    return resultMessage == null ? json : json.put("resultMessage", resultMessage);
  }
}
