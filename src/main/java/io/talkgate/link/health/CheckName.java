package io.talkgate.link.health;

/**
 * What has to be right before a link works, in the order in which its owner does it at Partner
 * Center (protocol §4).
 */
public enum CheckName {
  /** [보내기 API 생성]: NAVER takes the key. */
  KEY,
  /** NAVER can reach the webhook: our own affair. */
  PUBLIC_URL,
  /** [이벤트 받을 URL 등록]: something came. */
  FIRST_EVENT,
  /** [이벤트 변경]: each of the five ticked. */
  EVENT_SEND,
  EVENT_OPEN,
  EVENT_LEAVE,
  EVENT_FRIEND,
  EVENT_ECHO
}
