package io.talkgate.consultation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.Audit;
import io.talkgate.access.AuditAction;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.Deed;
import io.talkgate.platform.Result;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of one customer, for the person who asks for it (PIPA, article 35). Read
 * page by page as whoever takes it goes on reading; nothing is masked.
 */
@Singleton
public class CustomerExport {
  private static final int PAGE = 100;

  private final BrandTransactions brands;
  private final Customers customers;
  private final ConsultationReads consultations;
  private final MessageReads messages;
  private final Audit audit;

  CustomerExport(
      BrandTransactions brands,
      Customers customers,
      ConsultationReads consultations,
      MessageReads messages,
      Audit audit) {
    this.brands = brands;
    this.customers = customers;
    this.consultations = consultations;
    this.messages = messages;
    this.audit = audit;
  }

  /**
   * Begins an export of a customer of the caller's brand, NOT_FOUND for others; the audit notes it
   * before anything is read.
   */
  public Uni<Result<Multi<ExportPart>>> of(Caller caller, UUID id) {
    Deed deed = new Deed(AuditAction.CUSTOMER_EXPORTED, caller.brand(), id);
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                customers
                    .get(connection, caller, id)
                    .chain(
                        found ->
                            found.fold(
                                customer ->
                                    audit
                                        .record(connection, caller, deed)
                                        .replaceWith(Result.done(parts(caller, customer))),
                                refusal -> Uni.createFrom().item(Result.refused(refusal)))));
  }

  private Multi<ExportPart> parts(Caller caller, Customer customer) {
    UUID id = customer.id();
    return Multi.createBy()
        .concatenating()
        .streams(
            Multi.createFrom().item(new ExportPart.OfCustomer(customer)),
            all(page -> consultations.ofCustomer(caller, id, page))
                .map(ExportPart.OfConsultation::new),
            all(page -> messages.page(caller, "m.customer_id = ?", id, false, page))
                .map(ExportPart.OfMessage::new),
            all(page -> consultations.notesOfCustomer(caller, id, page))
                .map(ExportPart.OfNote::new));
  }

  /** All items of a list, a page being read when the one before has been taken. */
  private static <T> Multi<T> all(Function<PageRequest, Uni<Page<T>>> list) {
    return Multi.createBy()
        .repeating()
        .uni(
            AtomicReference<@Nullable Cursor>::new,
            place ->
                list.apply(new PageRequest(PAGE, place.get()))
                    .invoke(page -> place.set(page.next())))
        .whilst(page -> page.next() != null)
        .onItem()
        .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page.items()));
  }
}
