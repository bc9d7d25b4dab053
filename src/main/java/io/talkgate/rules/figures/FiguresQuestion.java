package io.talkgate.rules.figures;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param from the first day
 * @param to the last day
 * @param zone where the days begin; offsets of parts of an hour count by whole hours
 * @param linkId of one link only; null for all
 */
public record FiguresQuestion(
    Grouping by, LocalDate from, LocalDate to, ZoneId zone, @Nullable UUID linkId) {}
