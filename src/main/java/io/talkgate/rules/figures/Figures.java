package io.talkgate.rules.figures;

import org.jspecify.annotations.Nullable;

/**
 * What was done. Each thing counts in the time in which it happened.
 *
 * @param key the day, hour, link, agent or category; null for what has none
 * @param answered consultations that got their first answer
 * @param responseSeconds from the first message to the first answer, on average; null without one
 * @param handlingSeconds from the first answer to the end, on average; null without an end
 * @param waitingSeconds from the first message to the first answer or, without one, to the end, of
 *     those that ended, on average
 * @param missedOutsideHours times that customers wrote while the desk was closed
 * @param rating on average; null without one
 * @param deliveryFailures messages that could not be delivered
 */
public record Figures(
    @Nullable String key,
    long opened,
    long answered,
    long closed,
    @Nullable Double responseSeconds,
    @Nullable Double handlingSeconds,
    @Nullable Double waitingSeconds,
    long missedOutsideHours,
    long ratings,
    @Nullable Double rating,
    long deliveryFailures) {}
