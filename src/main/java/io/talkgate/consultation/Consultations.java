package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What agents read and do. Every call is scoped by the caller's brand: another brand's consultation
 * is refused with NOT_FOUND. What the state does not allow (contract §1, second table) is refused
 * with CONSULTATION_STATE and changes nothing.
 */
public interface Consultations {

  /** Consultations of the caller's brand, newest activity first. */
  Uni<Page<Consultation>> list(Caller caller, ConsultationFilter filter, PageRequest page);

  /** One consultation. */
  Uni<Result<Consultation>> get(Caller caller, UUID id);

  /** Its messages by time, then id; {@code newestFirst} turns the order round. */
  Uni<Result<Page<Message>>> messages(
      Caller caller, UUID id, boolean newestFirst, PageRequest page);

  /** Its notes, oldest first. */
  Uni<Result<Page<Note>>> notes(Caller caller, UUID id, PageRequest page);

  /** What happened to it, oldest first. */
  Uni<Result<Page<HistoryEntry>>> history(Caller caller, UUID id, PageRequest page);

  /** Queues an answer; THREAD_HELD while Partner Center holds the thread. */
  Uni<Result<Message>> reply(Caller caller, UUID id, Reply reply, @Nullable RequestKey key);

  /** Sets the unread count to 0. */
  Uni<Result<Consultation>> markRead(Caller caller, UUID id);

  /**
   * Assigns it.
   *
   * @param assigneeId an agent or above of the brand (else VALIDATION); null for the caller
   */
  Uni<Result<Consultation>> assign(Caller caller, UUID id, @Nullable UUID assigneeId);

  /** Takes the assignment away. */
  Uni<Result<Consultation>> unassign(Caller caller, UUID id);

  /**
   * Hands it to another agent.
   *
   * @param note becomes an internal note; null for none
   */
  Uni<Result<Consultation>> transfer(
      Caller caller, UUID id, UUID assigneeId, @Nullable String note);

  /**
   * Puts it on hold.
   *
   * @param until when it is to come back; null for open-ended
   */
  Uni<Result<Consultation>> hold(Caller caller, UUID id, @Nullable Instant until);

  /** Takes it off hold. */
  Uni<Result<Consultation>> resume(Caller caller, UUID id);

  /**
   * Closes it.
   *
   * @param category the kind of consultation it was; null leaves it open
   * @param note becomes an internal note; null for none
   */
  Uni<Result<Consultation>> close(
      Caller caller, UUID id, @Nullable String category, @Nullable String note);

  /**
   * Opens a closed one again; CUSTOMER_HAS_OPEN_CONSULTATION or CUSTOMER_BLOCKED where that cannot
   * be.
   */
  Uni<Result<Consultation>> reopen(Caller caller, UUID id);

  /** Shows the customer that somebody is typing, for 10 s (protocol §3), or stops showing it. */
  Uni<Result<Consultation>> typing(Caller caller, UUID id, boolean on);

  /**
   * Asks the customer for personal data with consent (protocol §3).
   *
   * @param agreements as NAVER takes them
   */
  Uni<Result<Consultation>> requestProfile(
      Caller caller, UUID id, ProfileField field, List<String> agreements);

  /**
   * Gives the thread to Partner Center or takes it back; HANDOVER_OFF where the account has no 핸드오버
   * API.
   */
  Uni<Result<Consultation>> handover(Caller caller, UUID id, ThreadHolder to);

  /** Adds an internal note. */
  Uni<Result<Note>> addNote(Caller caller, UUID id, String text, @Nullable RequestKey key);

  /** Replaces its tags. */
  Uni<Result<Consultation>> setTags(Caller caller, UUID id, List<String> tags);
}
