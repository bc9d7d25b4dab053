package io.talkgate.consultation;

import io.talkgate.talktalk.ProfileEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One customer with everything an event may touch, while a transaction holds the customer's row:
 * the state before, and what the state machine has decided so far.
 */
final class Scene {
  private final Duration reopenWindow;
  private final Supplier<UUID> ids;
  private final List<AwaitingEcho> awaiting;
  private final List<NewMessage> messages = new ArrayList<>();
  private final List<Confirmation> confirmed = new ArrayList<>();
  private final List<ProfileChange> profiles = new ArrayList<>();
  private final List<ConsultationDraft> touched = new ArrayList<>();

  private final CustomerRow origin;

  private CustomerRow customer;
  private @Nullable ConsultationDraft latest;
  private @Nullable Instant leapAt;
  private @Nullable Instant commentUntil;
  private final Map<UUID, Rated> rated = new LinkedHashMap<>();

  /**
   * The state before.
   *
   * @param latest the open consultation, else the one closed last; null if there never was one
   * @param awaiting our messages that an echo may be about, oldest first
   */
  Scene(
      CustomerRow customer,
      @Nullable ConsultationRow latest,
      List<AwaitingEcho> awaiting,
      Duration reopenWindow,
      Supplier<UUID> ids) {
    this.origin = latest == null ? customer : CustomerChanges.seenIn(customer, latest);
    this.customer = origin;
    this.awaiting = new ArrayList<>(awaiting);
    this.reopenWindow = reopenWindow;
    this.ids = ids;
    if (latest != null) {
      remember(new ConsultationDraft(latest, ids));
      commentUntil = latest.commentUntil();
    }
  }

  CustomerRow customer() {
    return customer;
  }

  /** The consultation that is not CLOSED; null if there is none. */
  @Nullable ConsultationDraft open() {
    return latest != null && latest.isOpen() ? latest : null;
  }

  /** The consultation that was open at that time although none is now; null if there is none. */
  @Nullable ConsultationDraft closedAround(Instant at) {
    return latest != null && !latest.isOpen() && latest.row().spans(at) ? latest : null;
  }

  /**
   * The last consultation if a message of that time re-opens it (contract §1, reopenWindow); null
   * otherwise.
   */
  @Nullable ConsultationDraft reopenable(Instant at) {
    if (latest == null || reopenWindow.isZero()) {
      return null;
    }
    ConsultationRow row = latest.row();
    Instant closedAt = row.closedAt();
    boolean within = closedAt != null && at.isBefore(closedAt.plus(reopenWindow));
    boolean forGood =
        row.closeReason() == CloseReason.BLOCKED || row.closeReason() == CloseReason.LINK_REVOKED;
    return within && !forGood ? latest : null;
  }

  /** The customer's latest consultation if it is this one; null otherwise. */
  @Nullable ConsultationDraft latest(UUID consultationId) {
    return latest != null && latest.id().equals(consultationId) ? latest : null;
  }

  /** The consultation about which the customer's words of that time are; null for none. */
  @Nullable ConsultationDraft commented(Instant at) {
    boolean asked = commentUntil != null && at.isBefore(commentUntil);
    return asked && latest != null && !latest.isOpen() ? latest : null;
  }

  /** The customer rates a consultation, or says something about one just rated. */
  void rate(Rated said) {
    rated.merge(said.consultationId(), said, Rated::and);
    commentUntil = said.score() == null ? null : said.at().plus(Ratings.COMMENT);
  }

  List<Rated> rated() {
    return List.copyOf(rated.values());
  }

  ConsultationDraft start(ConsultationStatus status, Instant at) {
    ConsultationDraft started = ConsultationDraft.start(customer, status, at, ids);
    remember(started);
    return started;
  }

  /**
   * Notes the time of the latest event: with the consultation, if that is written anyway, and with
   * the customer otherwise.
   */
  void conclude() {
    touched.stream()
        .filter(ConsultationDraft::isWritten)
        .forEach(
            draft -> draft.eventSeen(customer.lastEventAt(), customer.lastTalktalkMessageId()));
  }

  /** Whether the customer's row has to be written, too. */
  boolean isCustomerWritten() {
    boolean isNoted = touched.stream().anyMatch(ConsultationDraft::isWritten);
    CustomerRow noted =
        CustomerChanges.seen(origin, customer.lastEventAt(), customer.lastTalktalkMessageId());
    return !customer.equals(isNoted ? noted : origin);
  }

  void add(NewMessage message) {
    messages.add(message);
  }

  void change(CustomerRow changed) {
    customer = changed;
  }

  void change(ProfileEvent profile, Instant at) {
    profiles.add(
        new ProfileChange(
            profile.result(),
            profile.nickname(),
            profile.cellphone(),
            profile.address(),
            profile.withdrawals(),
            at));
  }

  List<AwaitingEcho> awaiting() {
    return awaiting;
  }

  /** The echo of a message of ours has come; from now on it is one that was confirmed. */
  void confirm(AwaitingEcho message, @Nullable Long talktalkMessageId, Instant at) {
    awaiting.set(awaiting.indexOf(message), message.confirmed(talktalkMessageId, at));
    confirmed.add(new Confirmation(message.messageId(), talktalkMessageId, at));
  }

  /** A message of that time has a number that does not follow the one before it. */
  void numbersLeap(Instant at) {
    leapAt = leapAt == null || at.isBefore(leapAt) ? at : leapAt;
  }

  /** The time of the first such message; null if there was none. */
  @Nullable Instant leapAt() {
    return leapAt;
  }

  List<NewMessage> messages() {
    return messages;
  }

  List<Confirmation> confirmed() {
    return confirmed;
  }

  List<ProfileChange> profiles() {
    return profiles;
  }

  /** Every consultation that may have changed, in the order in which they came up. */
  List<ConsultationDraft> consultations() {
    return touched;
  }

  private void remember(ConsultationDraft draft) {
    latest = draft;
    touched.add(draft);
  }
}
