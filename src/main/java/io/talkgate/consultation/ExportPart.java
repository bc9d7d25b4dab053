package io.talkgate.consultation;

/** One thing that is kept of a customer. */
public sealed interface ExportPart {

  /** The person, first of all. */
  record OfCustomer(Customer customer) implements ExportPart {}

  /** A consultation, oldest first. */
  record OfConsultation(Consultation consultation) implements ExportPart {}

  /** A message of the whole timeline, oldest first. */
  record OfMessage(Message message) implements ExportPart {}

  /** A note that members made, oldest first. */
  record OfNote(Note note) implements ExportPart {}
}
