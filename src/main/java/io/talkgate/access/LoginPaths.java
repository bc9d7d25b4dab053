package io.talkgate.access;

/** Where browsers log in and out; the console serves these paths. */
public final class LoginPaths {
  /** The login form; its query parameter {@code to} is the path to go on to. */
  public static final String LOGIN = "/login";

  /** Takes a POST alone, so that no link or picture can log anybody out. */
  public static final String LOGOUT = "/logout";

  /** Logs in at the OpenID issuer, where one is configured. */
  public static final String ISSUER = "/login/issuer";

  private LoginPaths() {}
}
