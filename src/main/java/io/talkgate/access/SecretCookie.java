package io.talkgate.access;

/** What browsers keep for us, out of the reach of scripts. */
public enum SecretCookie {
  /** Holds the id of a {@link BrowserSession}. */
  SESSION("talkgate-session"),
  /** Ties the login form to the browser that asked for it. */
  LOGIN("talkgate-login");

  private final String plainName;

  SecretCookie(String plainName) {
    this.plainName = plainName;
  }

  /** Its name where the line is not encrypted. */
  String plainName() {
    return plainName;
  }
}
