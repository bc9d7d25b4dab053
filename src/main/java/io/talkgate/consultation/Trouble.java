package io.talkgate.consultation;

/** The kinds of trouble that are waited out, each by its own schedule (design §5). */
public enum Trouble {
  /** A profile consent runs. */
  HOLD,
  /** NAVER was not reached. */
  NOT_REACHED,
  /** NAVER refused, and another try may help. */
  REFUSED
}
