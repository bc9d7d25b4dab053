/**
 * The REST API under {@code /api/v1} (contract §3): reads requests, asks the rooms below, and shows
 * what they answer as views.
 *
 * <p>Called over HTTP by the console and other systems. It decides nothing about links or
 * consultations and writes no SQL.
 */
@NullMarked
package io.talkgate.desk;

import org.jspecify.annotations.NullMarked;
