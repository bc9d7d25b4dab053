package io.talkgate.access;

/**
 * For how long a brand keeps what customers wrote.
 *
 * @param closedConsultationDays after a consultation was closed; 1 to 3650
 * @param rawEventDays after an event was applied; 1 to 30
 */
public record BrandRetention(int closedConsultationDays, int rawEventDays) {
  /** Where a brand's owner has said nothing; the jobs' statements have the same numbers. */
  static final BrandRetention DEFAULT = new BrandRetention(365, 7);
}
