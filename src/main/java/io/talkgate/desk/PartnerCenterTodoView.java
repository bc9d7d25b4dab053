package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.CloseReason;
import io.talkgate.consultation.PartnerCenterDay;
import io.talkgate.consultation.PartnerCenterItem;
import io.talkgate.platform.paging.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be completed at Partner Center. */
@Schema(description = "What is to be completed at Partner Center.")
record PartnerCenterTodoView(
    @Schema(description = "The consultations, the longest closed first.") List<Item> items,
    @Schema(description = "Give it as `cursor` to get the next part; null if this is the last one.")
        @Nullable String nextCursor,
    @Schema(description = "How many of each of the last 30 days, the latest first.")
        List<Day> days) {

  static PartnerCenterTodoView of(Page<PartnerCenterItem> page, List<PartnerCenterDay> days) {
    PageView<Item> items = PageView.of(page, Item::of);
    return new PartnerCenterTodoView(
        items.items(), items.nextCursor(), days.stream().map(Day::of).toList());
  }

  /** One consultation. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PartnerCenterItem", description = "A consultation that is still open there.")
  record Item(
      @Schema(description = "The consultation's id.") UUID id,
      @Schema(description = "The link.") UUID linkId,
      @Schema(description = "The customer's id.") UUID customerId,
      @Schema(description = "The customer, as NAVER calls them.") String user,
      @Schema(description = "The customer's nickname, where known.") @Nullable String nickname,
      @Schema(description = "When it was closed here.") Instant closedAt,
      @Schema(description = "Why.") CloseReason closeReason) {

    static Item of(PartnerCenterItem item) {
      return new Item(
          item.id(),
          item.linkId(),
          item.customerId(),
          item.user(),
          item.nickname(),
          item.closedAt(),
          item.closeReason());
    }
  }

  /** One day. */
  @Schema(name = "PartnerCenterDay", description = "The consultations closed on a day.")
  record Day(
      @Schema(description = "The day, in Korea.") LocalDate day,
      @Schema(description = "Still to be completed there.", examples = "4") int open,
      @Schema(description = "Completed there.", examples = "21") int done) {

    static Day of(PartnerCenterDay day) {
      return new Day(day.day(), day.open(), day.done());
    }
  }
}
