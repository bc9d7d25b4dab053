package io.talkgate.consultation;

import org.jspecify.annotations.Nullable;

/**
 * How the customer came into the chat window, from the options of {@code open} (protocol §2).
 *
 * @param type button, list or none, as NAVER says it
 * @param referer the page the customer came from
 * @param from the value of {@code ?from=} in the chat URL
 * @param product the product's name where the customer came with one
 */
public record Inflow(
    @Nullable String type,
    @Nullable String referer,
    @Nullable String from,
    @Nullable String product) {}
