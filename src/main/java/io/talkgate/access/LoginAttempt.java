package io.talkgate.access;

/**
 * Somebody wants to log in.
 *
 * @param username as it was typed
 * @param password as it was typed
 * @param address whom the failures count against besides the account
 */
public record LoginAttempt(String username, String password, String address) {

  @Override
  public String toString() {
    return "LoginAttempt[" + address + "]";
  }
}
