package io.talkgate.platform.problem;

/**
 * Every error code of the API. Codes are stable: add, never rename. Their titles and details stand
 * in {@code problems/problems_ko.properties} and {@code problems_en.properties}.
 */
public enum ErrorCode {
  /** A body, a query value or a header does not fit; {@code errors} names the fields. */
  VALIDATION(400),
  /** No credentials, or wrong ones. */
  UNAUTHENTICATED(401),
  /** The caller's role does not allow this call. */
  FORBIDDEN(403),
  /** A browser's session made the call, and its token against forged calls is missing or wrong. */
  CSRF_TOKEN(403),
  /** There is no such thing in the caller's brand, or no such path. */
  NOT_FOUND(404),
  /** The path exists, the method on it does not. */
  METHOD_NOT_ALLOWED(405),
  /** The caller accepts no JSON. */
  NOT_ACCEPTABLE(406),
  /** The call is not possible from the link's present state. */
  LINK_STATE(409),
  /** Another approved link has the same TalkTalk account; told to the operator only. */
  ACCOUNT_IN_USE(409),
  /** A member with this user name exists. */
  USERNAME_TAKEN(409),
  /** The brand's last owner who can log in, or the last operator, cannot be removed. */
  LAST_OWNER(409),
  /** Another template of the brand, or of the same member, has this shortcut. */
  SHORTCUT_TAKEN(409),
  /** The member logs in at the OpenID issuer and has no password here. */
  MEMBER_OF_ISSUER(409),
  /** The brand has as many subscriptions as it may have. */
  SUBSCRIPTION_LIMIT(409),
  /** The call is not possible from the consultation's present state. */
  CONSULTATION_STATE(409),
  /** The customer has another consultation that is not CLOSED. */
  CUSTOMER_HAS_OPEN_CONSULTATION(409),
  /** The customer is blocked. */
  CUSTOMER_BLOCKED(409),
  /** The call is not possible from the present state of the message's delivery. */
  MESSAGE_STATE(409),
  /** Partner Center holds the thread. */
  THREAD_HELD(409),
  /** NAVER refused the hand-over: 핸드오버 API is not switched on for the account. */
  HANDOVER_OFF(409),
  /** The customer is answering a request for consent; NAVER takes nothing for them until then. */
  CONSENT_RUNNING(409),
  /** The customer is under 14 and cannot consent to telling personal data. */
  CUSTOMER_UNDER_14(409),
  /** NAVER does not know the customer (any more). */
  CUSTOMER_UNKNOWN(409),
  /** The event is not FAILED, so there is nothing to replay. */
  EVENT_STATE(409),
  /** The replayed event could not be applied again; {@code detail} says why. */
  EVENT_NOT_APPLICABLE(409),
  /** A call with the same Idempotency-Key is still being worked on. */
  IDEMPOTENCY_KEY_IN_USE(409),
  /** The body is larger than the call takes. */
  PAYLOAD_TOO_LARGE(413),
  /** The body is not JSON. */
  UNSUPPORTED_MEDIA_TYPE(415),
  /** NAVER cannot read the picture; {@code detail} has NAVER's words, as with the other three. */
  IMAGE_FORMAT(422),
  /** NAVER could not download the picture within 10 s. */
  IMAGE_SLOW(422),
  /** The picture is larger than NAVER takes. */
  IMAGE_TOO_LARGE(422),
  /** The Idempotency-Key was used before with another body. */
  IDEMPOTENCY_KEY_REUSED(422),
  /** The member, or all members together, have too many streams open. */
  TOO_MANY_STREAMS(429),
  /** Too many wrong logins; try again after {@code Retry-After}. */
  LOGIN_THROTTLED(429),
  /** Nobody expected this; it is in the log under the time of the answer. */
  INTERNAL(500),
  /** NAVER refused the call; {@code detail} has NAVER's code and words. */
  NAVER_REFUSED(502),
  /** NAVER refuses the send-API key, or the customer has nothing to do with the account. */
  SEND_API_KEY_REFUSED(502),
  /** NAVER could not be reached or gave no usable answer. */
  NAVER_UNREACHABLE(502),
  /** NAVER could not process the picture for a reason of its own. */
  IMAGE_ERROR(502),
  /** The link's messages use up the pace that NAVER allows; try again after {@code Retry-After}. */
  SEND_RATE_EXCEEDED(503),
  /** More logins at a time than can be verified; try again after {@code Retry-After}. */
  OVERLOADED(503),
  /** The database cannot be reached; try again after {@code Retry-After}. */
  DATABASE_UNAVAILABLE(503),
  /** A token came, and the OpenID issuer whose keys would verify it has never been reached. */
  ISSUER_UNAVAILABLE(503);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with the code. */
  public int status() {
    return status;
  }
}
