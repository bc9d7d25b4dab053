package io.talkgate.consultation;

/** What a customer can be asked to tell about themselves (protocol §3 "profile"). */
public enum ProfileField {
  NICKNAME,
  CELLPHONE,
  ADDRESS
}
