package io.talkgate.access;

/** A member as the login needs it. */
record Account(String username, Caller caller, String passwordHash) {

  @Override
  public String toString() {
    return "Account[" + username + "]";
  }
}
