package io.talkgate.access;

/** Logging browsers in at an OpenID issuer, by {@link LoginPaths#ISSUER}. */
public interface IssuerLogin {

  /** True if an issuer is configured, and a client of it for browsers. */
  boolean isOffered();
}
