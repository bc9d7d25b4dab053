package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.ExportPart;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that is kept of a customer: exactly one of the fields is there. */
@Schema(description = "One thing that is kept of a customer: exactly one of the fields is there.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportPartView(
    @Schema(description = "The person, first of all.") @Nullable CustomerView customer,
    @Schema(description = "A consultation, oldest first.") @Nullable ConsultationView consultation,
    @Schema(description = "A message, oldest first.") @Nullable MessageView message,
    @Schema(description = "A note that members made, oldest first.") @Nullable NoteView note) {

  /** Shows a part. */
  static ExportPartView of(ExportPart part) {
    if (part instanceof ExportPart.OfCustomer shown) {
      return new ExportPartView(CustomerView.of(shown.customer()), null, null, null);
    }
    if (part instanceof ExportPart.OfConsultation shown) {
      return new ExportPartView(null, ConsultationView.of(shown.consultation()), null, null);
    }
    if (part instanceof ExportPart.OfMessage shown) {
      return new ExportPartView(null, null, MessageView.of(shown.message()), null);
    }
    return new ExportPartView(null, null, null, NoteView.of(((ExportPart.OfNote) part).note()));
  }
}
