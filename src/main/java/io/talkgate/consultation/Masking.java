package io.talkgate.consultation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.talkgate.access.Caller;
import io.talkgate.access.Role;
import io.talkgate.talktalk.Content;
import org.jspecify.annotations.Nullable;

/**
 * Masks phone numbers and resident registration numbers where they need not be read: in lists of
 * consultations for everybody, everywhere for observers.
 */
final class Masking {
  private Masking() {}

  /** A page's messages as this caller may see them. */
  static Message message(Caller caller, Message message) {
    return observes(caller) ? message(message) : message;
  }

  static Consultation consultation(Caller caller, Consultation consultation) {
    return observes(caller) ? consultation(consultation) : consultation;
  }

  static Customer customer(Caller caller, Customer customer) {
    return observes(caller) ? customer(customer) : customer;
  }

  static Note note(Caller caller, Note note) {
    return observes(caller)
        ? new Note(
            note.id(),
            note.consultationId(),
            note.authorId(),
            note.authorName(),
            PersonalNumbers.masked(note.text()),
            note.mentions(),
            note.createdAt())
        : note;
  }

  /** As it stands in lists. */
  static Consultation consultation(Consultation shown) {
    Message last = shown.lastMessage();
    return shown.with(
        customer(shown.customer()), last == null ? null : message(last), rating(shown.rating()));
  }

  /** Of all details the note of a transfer alone is what somebody wrote. */
  static HistoryEntry historyEntry(Caller caller, HistoryEntry entry) {
    String detail = entry.detail();
    return observes(caller) && entry.action() == HistoryAction.TRANSFERRED && detail != null
        ? entry.withDetail(PersonalNumbers.masked(detail))
        : entry;
  }

  private static @Nullable Rating rating(@Nullable Rating rating) {
    return rating == null || rating.comment() == null
        ? rating
        : new Rating(rating.score(), PersonalNumbers.masked(rating.comment()), rating.at());
  }

  private static Customer customer(Customer customer) {
    String cellphone = customer.cellphone();
    return cellphone == null
        ? customer
        : customer.withCellphone(PersonalNumbers.maskedCellphone(cellphone));
  }

  private static Message message(Message message) {
    return message.with(content(message.content()));
  }

  private static boolean observes(Caller caller) {
    return caller.role() == Role.OBSERVER;
  }

  private static Content content(Content content) {
    return Json.content(texts(Json.tree(content)));
  }

  private static JsonNode texts(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(PersonalNumbers.masked(node.textValue()));
    }
    if (node instanceof ObjectNode object) {
      ObjectNode to = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(field -> to.set(field.getKey(), texts(field.getValue())));
      return to;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode to = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(element -> to.add(texts(element)));
      return to;
    }
    return node;
  }
}
