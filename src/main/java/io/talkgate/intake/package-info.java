/**
 * The webhook: takes what NAVER sends, has it made durable, and answers. Nothing NAVER sends to a
 * live token may be answered with anything but 200 that the contract does not name (contract §2):
 * NAVER would stop calling.
 *
 * <p>Called by NAVER alone. It decides nothing about consultations.
 */
@NullMarked
package io.talkgate.intake;

import org.jspecify.annotations.NullMarked;
