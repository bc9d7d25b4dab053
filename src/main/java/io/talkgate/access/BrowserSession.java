package io.talkgate.access;

/**
 * A browser's login.
 *
 * @param id what the browser's cookie holds; a secret
 * @param caller who has logged in
 */
public record BrowserSession(String id, Caller caller) {

  /**
   * What forms of this session send in the field {@code csrf} and scripts in the header {@code
   * X-CSRF-Token}. It does not tell the session's id.
   */
  public String csrfToken() {
    return CsrfToken.of(id);
  }

  @Override
  public String toString() {
    return "BrowserSession[" + caller.memberId() + "]";
  }
}
