package io.talkgate.desk;

/** The forms of a link's values. */
final class LinkRules {
  /** A TalkTalk account (protocol §1). */
  static final String ACCOUNT_ID = "[A-Za-z0-9]{1,50}";

  /** A send-API key goes verbatim into a header: printable ASCII without spaces. */
  static final String SEND_API_KEY = "[!-~]{1,500}";

  static final int NAME_LENGTH = 100;
  static final int REASON_LENGTH = 500;

  private LinkRules() {}
}
