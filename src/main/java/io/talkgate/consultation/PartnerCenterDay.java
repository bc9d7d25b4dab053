package io.talkgate.consultation;

import java.time.LocalDate;

/**
 * How many consultations that were closed on a day are completed at Partner Center.
 *
 * @param day in Korea
 * @param open still to be completed
 */
public record PartnerCenterDay(LocalDate day, int open, int done) {}
