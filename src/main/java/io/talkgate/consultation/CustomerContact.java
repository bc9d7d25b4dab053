package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Audit;
import io.talkgate.access.AuditAction;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.Deed;
import io.talkgate.link.DirectAnswer;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.talktalk.OutgoingEvent.ProfileField;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What agents ask of NAVER at once, beside messages: typing, a profile request, the thread. Only
 * while a consultation is open (CONSULTATION_STATE). NAVER's refusal is SEND_API_KEY_REFUSED,
 * CONSENT_RUNNING, CUSTOMER_UNKNOWN or NAVER_REFUSED, no usable answer is NAVER_UNREACHABLE, no
 * room beside the link's messages is SEND_RATE_EXCEEDED.
 */
@Singleton
public class CustomerContact {
  private final ConsultationReads reads;
  private final BrandTransactions brands;
  private final AgentChange change;
  private final DirectCalls calls;
  private final Audit audit;

  CustomerContact(
      ConsultationReads reads,
      BrandTransactions brands,
      AgentChange change,
      DirectCalls calls,
      Audit audit) {
    this.reads = reads;
    this.brands = brands;
    this.change = change;
    this.calls = calls;
    this.audit = audit;
  }

  /** Shows the customer that somebody is typing, for 10 s (protocol §3), or stops showing it. */
  public Uni<Result<Consultation>> typing(Caller caller, UUID id, boolean on) {
    return call(caller, id, customer -> calls.typing(customer, on), ErrorCode.SEND_API_KEY_REFUSED);
  }

  /**
   * Asks the customer for personal data with consent (protocol §3); CUSTOMER_UNDER_14 for a child,
   * who cannot consent alone (PIPA, article 22-2).
   *
   * @param agreements what consent is asked for along with it; may be empty
   */
  public Uni<Result<Consultation>> requestProfile(
      Caller caller, UUID id, ProfileField field, List<ProfileField> agreements) {
    return call(
            caller,
            id,
            CustomerContact::unlessAskable,
            customer -> calls.requestProfile(customer, field, agreements),
            ErrorCode.SEND_API_KEY_REFUSED)
        .call(
            called ->
                called.<Uni<?>>fold(
                    asked -> record(caller, asked.customer(), field),
                    refusal -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> record(Caller caller, Customer customer, ProfileField field) {
    Deed deed =
        new Deed(
            AuditAction.CUSTOMER_PROFILE_REQUESTED,
            caller.brand(),
            customer.id(),
            Map.of("field", field.name()));
    return brands.of(caller).run(connection -> audit.record(connection, caller, deed));
  }

  /**
   * Gives the thread to Partner Center or takes it back; HANDOVER_OFF where the account has no 핸드오버
   * API.
   */
  public Uni<Result<Consultation>> handover(Caller caller, UUID id, ThreadHolder to) {
    return call(caller, id, customer -> calls.handover(customer, to), ErrorCode.HANDOVER_OFF)
        .chain(called -> called.fold(done -> giveThread(caller, id, to), CustomerContact::refused));
  }

  private Uni<Result<Consultation>> giveThread(Caller caller, UUID id, ThreadHolder to) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                change
                    .make(connection, caller, id, machine -> machine.handover(to))
                    .chain(
                        made ->
                            made.fold(
                                held -> reads.get(connection, caller.brand(), id),
                                CustomerContact::refused)));
  }

  private Uni<Result<Consultation>> call(
      Caller caller,
      UUID id,
      Function<Customer, Uni<DirectAnswer>> call,
      ErrorCode whenKeyRefused) {
    return call(caller, id, CustomerContact::unlessOpen, call, whenKeyRefused);
  }

  private Uni<Result<Consultation>> call(
      Caller caller,
      UUID id,
      Function<Consultation, Optional<Refusal>> condition,
      Function<Customer, Uni<DirectAnswer>> call,
      ErrorCode whenKeyRefused) {
    return reads
        .get(caller, id)
        .chain(
            found ->
                found.fold(
                    consultation ->
                        condition
                            .apply(consultation)
                            .<Uni<Result<Consultation>>>map(CustomerContact::refused)
                            .orElseGet(
                                () ->
                                    call.apply(consultation.customer())
                                        .map(
                                            answer ->
                                                answer(consultation, answer, whenKeyRefused))),
                    CustomerContact::refused));
  }

  private static Optional<Refusal> unlessOpen(Consultation consultation) {
    return consultation.status() == ConsultationStatus.CLOSED
        ? Optional.of(Refusal.of(ErrorCode.CONSULTATION_STATE, consultation.status()))
        : Optional.empty();
  }

  private static Optional<Refusal> unlessAskable(Consultation consultation) {
    return unlessOpen(consultation)
        .or(
            () ->
                consultation.customer().under14()
                    ? Optional.of(Refusal.of(ErrorCode.CUSTOMER_UNDER_14))
                    : Optional.empty());
  }

  /**
   * 01 on a handover means that it is switched off (protocol §3); on the others it is a refusal
   * like any.
   */
  private static Result<Consultation> answer(
      Consultation consultation, DirectAnswer answer, ErrorCode whenKeyRefused) {
    return answer
        .refusal(whenKeyRefused)
        .<Result<Consultation>>map(Result::refused)
        .orElseGet(() -> Result.done(consultation));
  }

  private static <T> Uni<Result<T>> refused(Refusal refusal) {
    return Uni.createFrom().item(Result.refused(refusal));
  }
}
