package io.talkgate.platform.problem;

/**
 * What a value has to be. The texts stand beside those of the error codes, under {@code
 * value.<NAME>}.
 */
public enum ValueRule {
  /** Has to be there. */
  REQUIRED,
  /** Has to be a JSON value of kind {0}. */
  JSON_KIND,
  /** Has to be one of {0}. */
  ONE_OF,
  /** Has to be a whole number from {0} to {1}. */
  WHOLE_NUMBER,
  /** Has to have {0} to {1} characters. */
  LENGTH,
  /** Has to be an id (UUID). */
  ID,
  /** Has to be a time of RFC 3339. */
  TIME,
  /** Has to be a time of a day, HH:mm. */
  TIME_OF_DAY,
  /** Has to be a date, yyyy-MM-dd. */
  DATE,
  /** Has to be a time zone's name. */
  TIME_ZONE,
  /** Names in braces may be {0} only. */
  VARIABLES,
  /** Has to be less than the minutes of silence, which have to be set. */
  BEFORE_SILENCE,
  /** Has {0} twice. */
  NAMED_TWICE,
  /** Overlaps one that stands before it. */
  OVERLAPS,
  /** Has to lie within its shift, after the breaks before it. */
  WITHIN_SHIFT,
  /** Has to come from an answer's nextCursor. */
  CURSOR,
  /** Holds a character that no text may hold: U+0000 or half a surrogate pair. */
  CHARACTERS,
  /** No such field here. */
  UNKNOWN_FIELD,
  /** Has to be a member of the brand. */
  MEMBER_OF_BRAND,
  /** Has to be an agent, or above, of the brand. */
  AGENT_OF_BRAND,
  /** Has to be something else than the user name. */
  NOT_THE_USER_NAME,
  /** Has to be an https URL of a public host. */
  PUBLIC_URL,
  /** Cannot be read, for a reason that no other rule names. */
  READABLE,
  /** The body has to be JSON; it is not at line {0}, column {1}. */
  JSON,
  /** The body names a field twice in one object, at line {0}, column {1}. */
  NAMED_ONCE
}
