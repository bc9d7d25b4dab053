package io.talkgate.consultation;

import java.util.UUID;

/** Whose consultations a list holds. */
public sealed interface AssigneeFilter {

  /** Those assigned to one member. */
  record Member(UUID id) implements AssigneeFilter {}

  /** Those assigned to nobody. */
  record Nobody() implements AssigneeFilter {}
}
