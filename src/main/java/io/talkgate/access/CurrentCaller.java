package io.talkgate.access;

/** Who makes the call that is being served. */
public interface CurrentCaller {

  /**
   * The caller.
   *
   * @throws io.quarkus.security.UnauthorizedException if nobody has logged in
   */
  Caller get();
}
